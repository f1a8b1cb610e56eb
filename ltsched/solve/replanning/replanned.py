"""What planning again comes to."""

from __future__ import annotations

from dataclasses import dataclass

from ltsched.domain.invitations.invitations import Due
from ltsched.domain.invitations.standing_answers import PersonTime
from ltsched.domain.timetable import Change, ChangeKind, Timetable
from ltsched.solve.result import Result

__all__ = ["Deputy", "Offer", "Replanned", "Tried"]


@dataclass(frozen=True, slots=True)
class Offer:
    """What would be gained if more were moved.

    Parameters
    ----------
    moves
        What would move besides.
    missed
        How often somebody would miss something then, and how often they do without it.
    gains
        Activities, each with those who could come then and cannot without it.
    """

    moves: tuple[Change, ...]
    missed: tuple[int, int]
    gains: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Tried:
    """A time that somebody has proposed for a booking, and what came of it.

    Parameters
    ----------
    proposal
        Who proposes which time for what.
    changes
        What would move, come or go with it; None if it cannot be had.
    messages
        What `invite` would issue then.
    taken
        Whether the new timetable has it: it costs no more than any other.
    why
        Why it cannot be had; empty if it can.
    """

    proposal: PersonTime
    changes: tuple[Change, ...] | None
    messages: tuple[Due, ...] = ()
    taken: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True)
class Deputy:
    """Somebody who could take the place of a lead reviewer, and what it would cost.

    Parameters
    ----------
    gone
        The id of the lead reviewer.
    instead
        The id of who stands in; empty for somebody who is not in people.csv, belongs to no agency and has time.
    agency
        The agency of who stands in; empty for none.
    moved, told, late_days
        How many bookings would move, how many people would be told, and how late the report would be, in working days.
    proven
        Whether none of these can be less; otherwise they are what has been found.
    """

    gone: str
    instead: str
    agency: str
    moved: int
    told: int
    late_days: int
    proven: bool


@dataclass(frozen=True, slots=True)
class Replanned:
    """What planning again comes to.

    Parameters
    ----------
    result
        The new timetable, with its changes; or why there is none.
    current
        The timetable before.
    messages
        What `invite` would issue; empty where nobody has been invited yet.
    offers
        What more moves would gain.
    tried
        What came of the times that people have proposed.
    cannot_stay
        Where there is no new timetable: the bookings that cannot stay where they are, each with why.
    deputies
        Where there is none because a lead reviewer is missing, or what waits for one who is away for weeks moves: who
        could stand in.
    unchanged
        Whether the timetable is as it was, so that there is nothing to write.
    """

    result: Result
    current: Timetable
    messages: tuple[Due, ...] = ()
    offers: tuple[Offer, ...] = ()
    tried: tuple[Tried, ...] = ()
    cannot_stay: tuple[tuple[str, str], ...] = ()
    deputies: tuple[Deputy, ...] = ()
    unchanged: bool = False

    @property
    def moved(self) -> tuple[Change, ...]:
        """What is moved, added or removed, in the order of time."""
        timetable = self.result.timetable
        changes = () if timetable is None else timetable.changes
        return tuple(change for change in changes if change.kind is not ChangeKind.KEPT)

    @property
    def told(self) -> tuple[str, ...]:
        """The ids of those who get a message, each once."""
        return tuple(dict.fromkeys(due.invitation.told.recipient for due in self.messages))
