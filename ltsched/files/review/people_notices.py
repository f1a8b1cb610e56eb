"""What should be known of the people of a review, though it stops nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ltsched.domain.people import Person, Role
from ltsched.domain.words.file_names import PEOPLE_FILE
from ltsched.errors import Notice

__all__ = ["lead_reviewer_notices", "people_notices"]

SATURDAY = 5
OF_AN_AGENCY = frozenset({Role.REVIEW_TEAM, Role.CASE_GROUP})


def people_notices(people: Sequence[Person]) -> list[Notice]:
    """Return what should be known of single people and of the way they are written."""
    return [
        *_emails(people),
        *_agencies(people),
        *_weekends(people),
    ]


def lead_reviewer_notices(people: Sequence[Person]) -> list[Notice]:
    """Return what should be known of the lead reviewers: usually two, and independent of all agencies."""
    leads = [person for person in people if person.has(Role.LEAD_REVIEWER)]
    taking_part = {person.agency.casefold() for person in people if OF_AN_AGENCY & set(person.roles)} - {""}
    found = []
    if len(leads) == 1:
        text = f"only one lead reviewer, {leads[0].id}: there are usually two"
        found.append(Notice(text, PEOPLE_FILE, leads[0].id))
    for lead in leads:
        if lead.agency.casefold() in taking_part:
            text = f"lead reviewer {lead.id} is of {lead.agency}, which takes part: lead reviewers are independent"
            found.append(Notice(text, PEOPLE_FILE, lead.id))
    return found


def _emails(people: Sequence[Person]) -> Iterator[Notice]:
    without = [person.id for person in people if not person.email and set(person.roles) != {Role.ADMINISTRATOR}]
    if without:
        yield Notice(f"no email for {_listed(without)}: they cannot be sent an invitation", PEOPLE_FILE)
    by_address: dict[str, list[str]] = {}
    for person in people:
        if person.email:
            by_address.setdefault(person.email.casefold(), []).append(person.id)
    for ids in by_address.values():
        if len(ids) > 1:
            yield Notice(f"{_listed(ids)} have the same email", PEOPLE_FILE, ids[0])


def _agencies(people: Sequence[Person]) -> Iterator[Notice]:
    without = [person.id for person in people if not person.agency and OF_AN_AGENCY & set(person.roles)]
    if without:
        text = f"no agency for {_listed(without)}: nobody can tell whether a reviewer is independent of them"
        yield Notice(text, PEOPLE_FILE)
    spellings: dict[str, dict[str, None]] = {}
    for person in people:
        spellings.setdefault(person.agency.casefold(), {})[person.agency] = None
    for written in spellings.values():
        if len(written) > 1:
            names = " and ".join(f'"{name}"' for name in written)
            yield Notice(f"{names} are taken for one agency: they differ only in capitals", PEOPLE_FILE)


def _weekends(people: Sequence[Person]) -> Iterator[Notice]:
    at_weekends = [person.id for person in people if any(day >= SATURDAY for day, _, _ in person.works.hours)]
    if at_weekends:
        text = (
            f"working hours of {_listed(at_weekends)} on Saturday or Sunday are not used: bookings lie on working days"
        )
        yield Notice(text, PEOPLE_FILE)


def _listed(ids: Iterable[str]) -> str:
    return ", ".join(ids)
