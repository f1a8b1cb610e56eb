"""Which calendars are old, and who has none."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ltsched.domain.invitations.invitations import Ledger
from ltsched.domain.people import Role
from ltsched.domain.review import Review
from ltsched.domain.standing.standing import OLD_DAYS, Calendars, OldCalendar
from ltsched.domain.standing.words import ids_text

__all__ = ["calendars_on", "named"]


def calendars_on(review: Review, ledger: Ledger, today: date) -> Calendars:
    """Return which calendars are older than two weeks on `today`, or than the last invitations that were issued.

    How old one is tell its entries, or else its file. Administrators are not booked: theirs do not count.
    """
    issued = max((line.issued_at.astimezone(review.timezone).date() for line in ledger.issued), default=None)
    booked = [person for person in review.people if set(person.roles) != {Role.ADMINISTRATOR}]
    owners = [*(person.id for person in booked), *(room.id for room in review.rooms)]
    written = {id: covers.written for id in owners if (covers := review.diary(id).coverage) is not None}
    found = [
        OldCalendar(id, day, (today - day).days, issued is not None and day < issued)
        for id, day in written.items()
        if day is not None and ((today - day).days > OLD_DAYS or (issued is not None and day < issued))
    ]
    return Calendars(
        known=sum(review.diary(id).has_calendar for id in owners),
        old=tuple(sorted(found, key=lambda each: (each.written, each.id))),
        none=tuple(person.id for person in booked if not review.diary(person.id).has_calendar),
    )


def named(calendars: Calendars, found: Sequence[OldCalendar]) -> str:
    """Return whose calendars those `found` are: ``l1 and t3``, or ``all 28`` where there are no others."""
    if len(found) == calendars.known > 1:
        return f"all {calendars.known}"
    return ids_text([each.id for each in found])
