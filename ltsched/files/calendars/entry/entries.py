"""One entry of a calendar, a VEVENT: when it is, how it repeats, and how busy it makes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo

from ltsched.files.calendars.entry.ends import ONE_DAY
from ltsched.files.calendars.entry.levels import Busyness
from ltsched.files.calendars.syntax.doubts import Doubt
from ltsched.files.calendars.syntax.values import Moment, Period

__all__ = ["Entry", "day_meant", "day_of"]

LATE = 18
"""An hour of the evening from which a midnight in UTC is meant as that of a zone further east."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A VEVENT; nothing in it says what it is about, but for the kind of reason.

    Parameters
    ----------
    line
        Where it begins in the file.
    uid
        What entries of one series share; empty where the file has none.
    sequence
        The number of its version; 0 if it says none.
    busy
        How busy it makes, and why not.
    start, end
        Half-open; both days or both times.
    home
        The zone of the mailbox, in which UTC stands for whole days.
    lasts
        Its length where that and not a time says when it ends: it is counted by the clock
        (:rfc:`5545#section-3.8.5.3`), also in a night in which the clocks change; None otherwise.
    before
        How long somebody travels to it.
    rules
        The text of its RRULEs.
    more, without
        Its RDATEs (a start, or a period) and EXDATEs.
    replaces
        The RECURRENCE-ID: the occurrence of the series that this entry stands for; None if it is the series itself.
    and_all_after
        It stands for the later ones, too.
    changed, created
        When it was last changed (LAST-MODIFIED, or DTSTAMP) and when it was made; None where it does not say.
    doubts
        What was not understood.
    vague
        Whether it may be at other times than those that are known.
    kind
        What kind of reason it is, as its words tell it or a status "out of office"; empty where nothing tells. It
        changes nothing about the time.
    """

    line: int
    uid: str
    sequence: int
    busy: Busyness
    start: Moment
    end: Moment
    home: tzinfo = UTC
    lasts: timedelta | None = None
    before: timedelta = timedelta()
    rules: tuple[str, ...] = ()
    more: tuple[Moment | Period, ...] = ()
    without: tuple[Moment, ...] = ()
    replaces: Moment | None = None
    and_all_after: bool = False
    changed: datetime | None = None
    created: datetime | None = None
    doubts: tuple[Doubt, ...] = ()
    vague: bool = False
    kind: str = ""

    @property
    def whole_days(self) -> bool:
        """Whether it takes whole days."""
        return not isinstance(self.start, datetime)


def day_of(moment: datetime, home: tzinfo) -> date:
    """Return the day on which a time lies: its own day, or of one in UTC that of the mailbox."""
    try:
        return moment.astimezone(home).date() if isinstance(moment.tzinfo, timezone) else moment.date()
    except OverflowError:  # at the ends of time
        return moment.date()


def day_meant(moment: datetime, home: tzinfo) -> date:
    """Return the day that a time means where whole days are spoken of.

    A time with a zone of its own, or without one, means its own day. One in UTC means that of the mailbox: it is the
    midnight of a local day. Where that is not a midnight but a full hour of the evening, the mailbox is further east
    than its calendar tells, and the next day is meant.
    """
    day = day_of(moment, home)
    if not isinstance(moment.tzinfo, timezone) or not 1 < moment.year < 9999:
        return day
    local = moment.astimezone(home)
    late = local.hour >= LATE and local.minute in (0, 30) and local.second == 0
    return day + ONE_DAY if late else day
