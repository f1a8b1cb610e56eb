"""Somebody could come after all, or a room could be had, at a time at which that is not so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from ltsched.domain.explaining.step import Call, Change, Edit
from ltsched.domain.review import Review
from ltsched.domain.spans import Spans
from ltsched.domain.words.explaining.away_words import short_words
from ltsched.domain.words.file_names import BUSY_FILE
from ltsched.domain.words.wording import clock_span, day_text, listed

__all__ = ["Freed", "FreedTogether"]

CAN_COME = "can come after all"
CAN_BE_HAD = "can be had after all"


@dataclass(frozen=True, slots=True)
class Freed:
    """One person or room that is free for ``[start, end)`` after all.

    Parameters
    ----------
    id
        Whose time it is.
    start, end
        When, on one day, in the zone of the review.
    kinds
        What is given up for it, rows of the costs, the dearest first; empty where that is not known.
    """

    id: str
    start: datetime
    end: datetime
    kinds: tuple[str, ...] = ()

    def edit(self, review: Review) -> Edit:
        """Return the row of busy.csv that says so."""
        note = CAN_BE_HAD if any(room.id == self.id for room in review.rooms) else CAN_COME
        row = f"{self.id},{self.start:%Y-%m-%dT%H:%M},{self.end:%Y-%m-%dT%H:%M},free,{note}"
        return Edit(BUSY_FILE, "", None, row)

    @property
    def span(self) -> Spans:
        """The minutes of it."""
        return Spans.between(self.start, self.end)

    @property
    def when(self) -> str:
        """When it is: ``Tue 2 Mar 2027, 14:00–17:00``."""
        return f"{day_text(self.start.date())}, {clock_span(self.start, self.end)}"


@dataclass(frozen=True, slots=True)
class FreedTogether(Change):
    """People and rooms that are free after all, all of them for one booking.

    Parameters
    ----------
    times
        Each of them, in the order of the files; at least one.
    """

    times: tuple[Freed, ...]

    @property
    def freed(self) -> frozenset[str]:
        """The people and rooms."""
        return frozenset(time.id for time in self.times)

    @property
    def family(self) -> tuple[str, ...]:
        """The same people and rooms, on whatever day."""
        return ("freed", *sorted(time.id for time in self.times))

    @property
    def ids(self) -> tuple[str, ...]:
        """Who and what."""
        return tuple(time.id for time in self.times)

    @property
    def dates(self) -> tuple[date, ...]:
        """The day, or days."""
        return tuple(sorted({time.start.date() for time in self.times}))

    def covers(self, other: Change) -> bool:
        """Return whether it frees the same people at the same times, too."""
        return isinstance(other, FreedTogether) and set(other.times) <= set(self.times)

    def edits(self, review: Review) -> tuple[Edit, ...]:
        """Return a row of busy.csv for each."""
        return tuple(time.edit(review) for time in self.times)

    def words(self, review: Review, call: Call) -> str:
        """Return who could come when, and what they would give up."""
        rooms = {room.id for room in review.rooms}
        if len(self.times) > 1 and len(self.freed) == 1:
            return _on_several_days(self.times, self.ids[0] in rooms, call)
        groups: dict[tuple[str, bool], list[Freed]] = {}
        for time in self.times:
            groups.setdefault((time.when, time.id in rooms), []).append(time)
        return " and ".join(_words(group, when, room, call) for (when, room), group in groups.items())


def _words(group: list[Freed], when: str, room: bool, call: Call) -> str:
    names = listed(call(time.id) for time in group)
    given_up = _given_up(group)
    can = ("was free" if len(group) == 1 else "were free") if room else "could come"
    return f"{names} {can} on {when}{f' ({given_up})' if given_up else ''}"


def _on_several_days(times: Sequence[Freed], room: bool, call: Call) -> str:
    kinds = ", ".join(dict.fromkeys(short_words(kind) for time in times for kind in time.kinds))
    days = listed(time.when for time in times)
    return f"{call(times[0].id)} {'was free' if room else 'could come'} on {days}{f' ({kinds})' if kinds else ''}"


def _given_up(group: list[Freed]) -> str:
    """Return what is given up, and by whom if not the same by all: ``t01: on leave; p03 and p04: at court``."""
    whose: dict[str, list[str]] = {}
    for time in group:
        whose.setdefault(", ".join(map(short_words, time.kinds)), []).append(time.id)
    if len(whose) == 1:
        return next(iter(whose))
    return "; ".join(f"{listed(ids)}: {why}" for why, ids in whose.items() if why)
