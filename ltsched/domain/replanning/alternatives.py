"""Other times for one booking: who would miss it, what else has to move, and what becomes of the report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from ltsched.domain.timetable import Booking, Timetable

__all__ = ["Alternative", "Alternatives", "Difference", "Impossible"]


@dataclass(frozen=True, slots=True)
class Difference:
    """A booking as it is now, and as it would be."""

    before: Booking
    after: Booking

    @property
    def moves(self) -> bool:
        """Whether it starts at another time."""
        return self.before.start != self.after.start

    @property
    def other_panel(self) -> bool:
        """Whether others hold it."""
        return set(self.before.panel) != set(self.after.panel)

    @property
    def comes(self) -> tuple[str, ...]:
        """Ids of those who would come and do not now, in the order of the booking."""
        return tuple(id for id in self.after.attendees if id not in self.before.attendees)

    @property
    def stays_away(self) -> tuple[str, ...]:
        """Ids of those who come now and would not, in the order of the booking."""
        return tuple(id for id in self.before.attendees if id not in self.after.attendees)

    @property
    def newly_missing(self) -> tuple[str, ...]:
        """Ids of those who would miss it and do not now."""
        return tuple(id for id in self.after.missing if id not in self.before.missing)

    @property
    def no_longer_missing(self) -> tuple[str, ...]:
        """Ids of those who miss it now and would come."""
        return tuple(id for id in self.before.missing if id not in self.after.missing)

    @property
    def concerns_all(self) -> bool:
        """Whether it is otherwise for everybody who comes: at another time, held by others, or in another room."""
        return self.moves or self.other_panel or self.before.room != self.after.room

    def told(self) -> Iterator[str]:
        """Yield the ids of everybody who has to hear of it; some may come twice."""
        if self.concerns_all:
            yield from self.before.attendees
            yield from self.after.attendees
        yield from self.comes
        yield from self.stays_away

    def disturbed(self) -> Iterator[str]:
        """Yield those of `told` for whom it is more than that they can come now; some may come twice."""
        if self.concerns_all:
            yield from self.before.attendees
        yield from self.stays_away
        yield from (id for id in self.after.panel if id not in self.before.panel)


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another time for a booking, in a timetable that breaks no rule that is kept now.

    Parameters
    ----------
    change
        The booking as it is now, and as it would be.
    others
        The other bookings that would be otherwise, in the order of time; those that do not move have another room, are
        held by others, or have somebody more or less.
    timetable
        The whole timetable. Of its stages nothing is proven.
    report_days
        Working days by which the final report is later than now; negative for earlier, 0 where it is no milestone.
    sure
        Whether it is proven that no fewer other bookings have to move, or be held by others, on this day.
    proposed_by
        Ids of those who have proposed just this start in answer to their invitation.
    """

    change: Difference
    others: tuple[Difference, ...]
    timetable: Timetable
    report_days: int
    sure: bool = True
    proposed_by: tuple[str, ...] = ()

    @property
    def booking(self) -> Booking:
        """The booking as it would be."""
        return self.change.after

    @property
    def report(self) -> date | None:
        """The day of the final report then; None where it is no milestone."""
        return self.timetable.final_report

    @property
    def moves(self) -> tuple[Difference, ...]:
        """The other bookings that would start at another time."""
        return tuple(change for change in self.others if change.moves)

    @property
    def values(self) -> Mapping[str, int]:
        """The value of each stage, by its name, in the order of the review."""
        return {stage.name: stage.value for stage in self.timetable.stages}

    @property
    def told(self) -> tuple[str, ...]:
        """Ids of everybody for whom something would be otherwise than it is in the timetable."""
        return tuple(dict.fromkeys(id for change in (self.change, *self.others) for id in change.told()))


@dataclass(frozen=True, slots=True)
class Impossible:
    """A time that somebody has proposed and that cannot be had, with why: a sentence each."""

    start: datetime
    end: datetime
    proposed_by: tuple[str, ...]
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Alternatives:
    """The other times of one booking.

    Parameters
    ----------
    now
        The whole timetable as it is, with everybody at everything to which they can come as their diaries are now.
    activity
        The id of the activity.
    found
        The best of the other times, the best first; and those that were proposed and are possible.
    impossible
        Those that were proposed and are not.
    invited
        Whether anybody has been invited to anything yet.
    agreed
        Whether people have agreed on the time that it has: a new one has to go into review.toml, too.
    broken
        What is broken in the timetable as it is, and stays so; a sentence each.
    looked_further
        Whether times were looked for at which something else has to move.
    only_start
        Whether the rules leave the activity no other start at all, whatever else would move.
    stopped
        Whether the search was interrupted.
    """

    now: Timetable
    activity: str
    found: tuple[Alternative, ...]
    impossible: tuple[Impossible, ...] = ()
    invited: bool = False
    agreed: bool = False
    broken: tuple[str, ...] = ()
    looked_further: bool = False
    only_start: bool = False
    stopped: bool = False

    @property
    def booking(self) -> Booking:
        """The booking as it is now."""
        return self.now.booking(self.activity)
