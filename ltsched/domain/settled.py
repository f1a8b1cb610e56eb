"""What is settled by hand: bookings that people have agreed on, held, not held or dropped, and windows of their own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from ltsched.domain.spans import Spans, day_span
from ltsched.domain.words.file_names import REVIEW_FILE

__all__ = ["Settled", "State", "WishedWindow", "agreed_day"]


class State(StrEnum):
    """What has become of an activity.

    agreed
        It is kept as people agreed on it, whatever diaries, hours, notice or windows say.
    held
        It has taken place.
    not-held
        It did not take place, and is to be planned again.
    dropped
        It will not take place.
    """

    AGREED = "agreed"
    HELD = "held"
    NOT_HELD = "not-held"
    DROPPED = "dropped"

    @property
    def takes_place(self) -> bool:
        """Whether it lies where people say: agreed or held."""
        return self in (State.AGREED, State.HELD)


@dataclass(frozen=True, slots=True)
class Settled:
    """A ``[[booking]]`` of review.toml, or what is asked for in one run of planning again, as if it were one.

    Parameters
    ----------
    activity
        The id of the activity.
    state
        What has become of it.
    day
        The day on which it lies; None where that is open.
    start
        When it starts, in the zone of the review, on `day`; None where the time of day is open.
    room
        The id of its room; None where that is open.
    held_by
        Ids of those who hold it; empty where that is open.
    flag
        The flag of ``ltsched replan`` that asks for it; empty where review.toml says it.
    """

    activity: str
    state: State = State.AGREED
    day: date | None = None
    start: datetime | None = None
    room: str | None = None
    held_by: tuple[str, ...] = ()
    flag: str = field(default="", compare=False)

    def place(self, number: int, key: str = "") -> tuple[str, str]:
        """Return where it is said: the file and the key in it, or the flag and nothing.

        Parameters
        ----------
        number
            Which ``[[booking]]`` it is, counted from 1.
        key
            What of it is meant; empty for all.
        """
        if self.flag:
            return self.flag, ""
        return REVIEW_FILE, f"booking[{number}].{key}" if key else f"booking[{number}]"


@dataclass(frozen=True, slots=True)
class WishedWindow:
    """A ``[[window]]`` of review.toml: when an activity may be, or a person may be booked, over and above the option.

    Windows of one name are alternatives; those of different names (a kind, and one activity of it) all hold.

    Parameters
    ----------
    activity
        The id of an activity, or of all of a kind or template; empty where it is about a person.
    person
        The id of a person; empty where it is about an activity.
    weekdays
        On these days of the week alone, Monday being 0; empty for any.
    opens, closes
        Within these hours alone, ``[opens, closes)`` in local time; None for any.
    first, last
        Not before the first and not after the last of these days, both included; None for no such limit.
    """

    activity: str = ""
    person: str = ""
    weekdays: frozenset[int] = frozenset()
    opens: time | None = None
    closes: time | None = None
    first: date | None = None
    last: date | None = None

    def spans(self, first: date, last: date, zone: ZoneInfo) -> Spans:
        """Return the time in which it is open on the days from `first` to `last`, both included, local to `zone`."""
        first = max(filter(None, (first, self.first)))
        last = min(filter(None, (last, self.last)))
        return Spans.of(
            (
                day_span(day, day, zone)[0] if self.opens is None else _minute(day, self.opens, zone),
                day_span(day, day, zone)[1] if self.closes is None else _minute(day, self.closes, zone),
            )
            for day in (first + timedelta(days=number) for number in range((last - first).days + 1))
            if not self.weekdays or day.weekday() in self.weekdays
        )


def _minute(day: date, clock: time, zone: ZoneInfo) -> int:
    return int(datetime.combine(day, clock, zone).timestamp() // 60)


def agreed_day(settled: Iterable[Settled], activity: str) -> date | None:
    """Return the day that people have agreed on for `activity`; None if they have not."""
    days = (one.day for one in settled if one.activity == activity and one.state is State.AGREED)
    return next((day for day in days if day is not None), None)
