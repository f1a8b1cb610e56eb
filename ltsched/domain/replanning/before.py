"""The timetable as it is, from which a new one is to move as little as it can."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from ltsched.domain.invitations.invitations import Issued, Ledger, Method
from ltsched.domain.invitations.standing_answers import PersonTime
from ltsched.domain.partial.left_out import LeftOut
from ltsched.domain.review import Organiser
from ltsched.domain.timetable import Booking

__all__ = ["Before"]


@dataclass(frozen=True, slots=True)
class Before:
    """What there was before a review is planned again.

    Parameters
    ----------
    bookings
        The current timetable as far as it is still to come, by activity. It knows nobody who has left.
    ledger
        Who was invited to what.
    organiser
        Who invites; None if the review does not say, and nobody is invited.
    now
        What ends by then is over, and nobody is told anything of it.
    free
        Activities whose moves do not count: the user wants another time for them.
    proposals
        Other times that were proposed for bookings as they stand.
    left_out
        What stays left out of a partial timetable.
    """

    bookings: Mapping[str, Booking]
    ledger: Ledger
    organiser: Organiser | None
    now: datetime
    free: frozenset[str] = frozenset()
    proposals: tuple[PersonTime, ...] = ()
    left_out: tuple[LeftOut, ...] = ()

    @property
    def standing(self) -> Mapping[tuple[str, str], Issued]:
        """The invitations to what is still to come, by activity and recipient."""
        last = self.ledger.last().items()
        return {key: line for key, line in last if line.method is Method.REQUEST and line.told.end > self.now}

    @property
    def announced(self) -> frozenset[str]:
        """The activities that somebody is invited to."""
        return frozenset(activity for activity, _ in self.standing)

    def counted(self, over: Collection[str]) -> frozenset[str]:
        """Return the activities that were there before and whose moves count: what is `over` has not moved."""
        return frozenset(self.bookings).difference(self.free, over)

    def wanted_days(self, activity: str) -> tuple[date, ...]:
        """Return the days on which `activity` may lie without having moved any distance, in order.

        That of the current timetable, and those that were proposed instead; none for what is new or free to move.
        """
        if activity not in self.bookings or activity in self.free:
            return ()
        proposed = {proposal.start.date() for proposal in self.proposals if proposal.activity == activity}
        return tuple(sorted({self.bookings[activity].day, *proposed}))
