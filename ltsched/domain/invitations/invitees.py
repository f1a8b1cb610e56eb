"""Who is invited to what, and what each of them is told: no more than they need."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ltsched.domain.invitations.invitations import Invitation, Shown, Told
from ltsched.domain.people import Person, Role
from ltsched.domain.review import Organiser, Review
from ltsched.domain.timetable import Booking
from ltsched.domain.words.wording import listed, one_line

__all__ = ["Invitees", "invitees", "is_of_the_team", "subject"]

TEAM = (Role.LEAD_REVIEWER, Role.REVIEW_TEAM)


@dataclass(frozen=True, slots=True)
class Invitees:
    """The invitations of a timetable, and who gets none.

    Parameters
    ----------
    invitations
        In the order of the bookings; within one, of its attendees.
    unreachable
        Ids of attendees without an address, each with their activities.
    missing
        Ids of those who cannot come, each with the activities that they miss: they are not invited to them.
    naming
        Activities whose subject or room has the name of somebody, each with the id of that person: everybody who is
        invited would read it.
    """

    invitations: tuple[Invitation, ...]
    unreachable: tuple[tuple[str, tuple[str, ...]], ...]
    missing: tuple[tuple[str, tuple[str, ...]], ...]
    naming: tuple[tuple[str, str], ...]


def subject(reference: str, title: str) -> str:
    """Return what a booking is called outside: the code name and what it is, in lower case."""
    return f"{one_line(reference)}: {one_line(title).lower()}"


def invitees(review: Review, bookings: Sequence[Booking], organiser: Organiser, shown: Shown) -> Invitees:
    """Return who is invited to what, and what they are told.

    Everybody who attends a booking and has an address is invited to it. Each is told the code name, what it is, when
    and where. Who holds a conversation or an audit is told by ids with whom; nobody else hears of anybody, unless
    `shown` says so.

    Parameters
    ----------
    review, bookings
        Everybody and every room in the bookings must be known to the review.
    organiser
        Who invites.
    shown
        Whom the invitations show besides.
    """
    invitations: list[Invitation] = []
    unreachable: dict[str, list[str]] = {}
    missing: dict[str, list[str]] = {}
    people = {person.id: person for person in review.people}
    rooms = {room.id: one_line(room.name) for room in review.rooms}
    for booking in bookings:
        for id in booking.missing:
            missing.setdefault(id, []).append(booking.activity)
        for id in booking.attendees:
            if not people[id].email:
                unreachable.setdefault(id, []).append(booking.activity)
                continue
            invitations.append(
                Invitation(
                    Told(
                        activity=booking.activity,
                        recipient=id,
                        email=people[id].email,
                        summary=subject(review.reference, booking.title),
                        start=booking.start.astimezone(review.timezone),
                        end=booking.end.astimezone(review.timezone),
                        location=rooms[booking.room] if booking.room is not None else "",
                    ),
                    details=_with_whom(booking, id),
                    others=tuple(_others(booking, people[id], people)) if shown is Shown.REVIEW_TEAM else (),
                    organiser=organiser.email,
                )
            )
    return Invitees(
        invitations=tuple(invitations),
        unreachable=tuple((id, tuple(activities)) for id, activities in unreachable.items()),
        missing=tuple((id, tuple(activities)) for id, activities in missing.items()),
        naming=tuple(dict.fromkeys(_naming(invitations, review))),
    )


def _with_whom(booking: Booking, id: str) -> str:
    """Return for somebody who holds a booking with whom they do, by ids; empty for all others."""
    if id not in booking.panel:
        return ""
    fellows = [other for other in booking.panel if other != id]
    guests = [other for other in booking.attendees if other not in booking.panel]
    parts = [f"with {listed(guests)}"] if guests else []
    parts += [f"together with {listed(fellows)}"] if fellows else []
    text = ", ".join(parts)
    return f"{text[:1].upper()}{text[1:]}." if text else ""


def _others(booking: Booking, person: Person, people: dict[str, Person]) -> Iterator[tuple[str, str]]:
    """Yield names and addresses of the lead reviewers and the review team whom `person`, one of them, will meet."""
    if is_of_the_team(person):
        for other in (people[id] for id in booking.attendees if id != person.id):
            if is_of_the_team(other) and other.email:
                yield one_line(other.name), other.email


def is_of_the_team(person: Person) -> bool:
    """Return whether somebody belongs to those who review; who is a practitioner of the case too does not."""
    return any(person.has(role) for role in TEAM) and not person.has(Role.CASE_GROUP)


def _naming(invitations: list[Invitation], review: Review) -> Iterator[tuple[str, str]]:
    """Yield the activities in whose subject or room somebody's whole name stands, with their id."""
    names = {person.id: one_line(person.name).casefold() for person in review.people}
    for told in (invitation.told for invitation in invitations):
        text = f"{told.summary} {told.location}".casefold()
        for id, name in names.items():
            if " " in name and name in text:
                yield told.activity, id
