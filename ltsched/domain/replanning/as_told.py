"""What somebody was told of a booking, found again: the ledger keeps a hash of it, and not who holds it with them."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from functools import cached_property

from ltsched.domain.activities import Activity
from ltsched.domain.invitations.invitations import Invitation, Issued, Shown
from ltsched.domain.invitations.invitees import invitees, is_of_the_team
from ltsched.domain.replanning.before import Before
from ltsched.domain.review import Review
from ltsched.domain.timetable import Booking
from ltsched.domain.words.wording import one_line

__all__ = ["AsTold"]


class AsTold:
    """Finds the bookings of which people were told, as they would have to be for nobody to hear anything new."""

    def __init__(self, review: Review, before: Before) -> None:
        self._review = review
        self._before = before
        self._people = {person.id: person for person in review.people}
        self._standing = before.standing

    def booking(self, activity: Activity, line: Issued) -> Booking | None:
        """Return a booking of `activity` of which the recipient of `line` would hear just what they were told.

        Who holds it, and the other attendees as far as the recipient sees them, are those of whom they were told. None
        if there is no such booking any more: whatever is planned, they get a message.
        """
        for one in self._possible(activity, line):
            invitation = self._invitations(one).get(line.told.recipient)
            if invitation is not None and invitation.hash() == line.hash:
                return one
        return None

    def sees_others(self, person: str) -> bool:
        """Return whether the invitations of `person` show the others of the review team."""
        return self._before.ledger.shown is Shown.REVIEW_TEAM and is_of_the_team(self._people[person])

    def knows_of(self, activity: Activity, person: str) -> tuple[str, ...]:
        """Return those expected at `activity` whose coming or not shows in the invitation of `person`.

        Who holds it is told of every guest; who sees others, of those of the review team who have an address.
        """
        if activity.panel is not None and person in activity.panel.pool:
            return activity.expected
        if not self.sees_others(person):
            return ()
        others = (id for id in activity.expected if id != person and self.sees_others(id))
        return tuple(id for id in others if self._people[id].email)

    def _invitations(self, booking: Booking) -> dict[str, Invitation]:
        organiser = self._before.organiser
        assert organiser is not None
        found = invitees(self._review, [booking], organiser, self._before.ledger.shown).invitations
        return {each.told.recipient: each for each in found}

    @cached_property
    def _rooms_by_name(self) -> dict[str, str]:
        return {one_line(room.name): room.id for room in self._review.rooms}

    def _possible(self, activity: Activity, line: Issued) -> Iterator[Booking]:
        """Yield what the recipient may have been told of: first the booking as it is now, which it mostly was.

        Else those came whom the ledger has as invited; who cannot be reached is not in it, and may have come or not.
        """
        told, now = line.told, self._before.bookings.get(activity.id)
        if now is not None and (now.start, now.end) == (told.start, told.end):
            yield now
        room = self._rooms_by_name.get(told.location)
        if told.location and room is None:
            return
        come = tuple(id for id in activity.expected if self._may_have_come(activity, id))
        for held_by in self._panels(activity):
            yield Booking(
                activity.id,
                activity.kind,
                activity.title,
                told.start,
                told.end,
                room,
                (*activity.must, *come, *held_by),
                panel=held_by,
            )

    def _may_have_come(self, activity: Activity, id: str) -> bool:
        """Return whether somebody expected was invited, or cannot be reached and comes as things are now."""
        if self._people[id].email:
            return (activity.id, id) in self._standing
        now = self._before.bookings.get(activity.id)
        return now is not None and id in now.attendees

    def _panels(self, activity: Activity) -> Iterator[tuple[str, ...]]:
        """Yield who may have held it: those invited, and as many others who cannot be reached as it takes."""
        panel = activity.panel
        if panel is None:
            yield ()
            return
        invited = tuple(id for id in panel.pool if (activity.id, id) in self._standing)
        unreachable = [id for id in panel.pool if not self._people[id].email]
        for others in itertools.combinations(unreachable, max(0, panel.size - len(invited))):
            yield tuple(id for id in panel.pool if id in invited or id in others)
