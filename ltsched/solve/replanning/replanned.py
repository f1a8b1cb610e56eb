"""What planning again comes to."""

from __future__ import annotations

from dataclasses import dataclass

from ltsched.domain.invitations.invitations import Due
from ltsched.domain.timetable import Change, ChangeKind, Timetable
from ltsched.solve.result import Result

__all__ = ["Offer", "Replanned"]


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
    unchanged
        Whether the timetable is as it was, so that there is nothing to write.
    """

    result: Result
    current: Timetable
    messages: tuple[Due, ...] = ()
    offers: tuple[Offer, ...] = ()
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
