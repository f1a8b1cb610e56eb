"""How far a timetable is from the one before: what moves, who has to be told, and how far it is."""

from __future__ import annotations

from collections.abc import Sequence

from ltsched.domain.agenda import Agenda
from ltsched.domain.invitations.invitations import Due, what_is_due
from ltsched.domain.invitations.invitees import invitees
from ltsched.domain.replanning.before import Before
from ltsched.domain.timetable import Booking

__all__ = ["distance", "messages", "moved", "moved_unannounced", "told", "told_messages"]


def _before(agenda: Agenda) -> Before:
    """Return what there was before `agenda`, which is one of replanning."""
    if agenda.before is None:
        raise ValueError("the agenda is not one of replanning")
    return agenda.before


def moved(agenda: Agenda, bookings: Sequence[Booking]) -> int:
    """Count the bookings that somebody is invited to, and that start at another time than before."""
    before = _before(agenda)
    announced = before.announced
    return sum(
        one.start != before.bookings[one.activity].start
        for one in _counted(agenda, bookings)
        if one.activity in announced
    )


def moved_unannounced(agenda: Agenda, bookings: Sequence[Booking]) -> int:
    """Count the bookings that nobody has been told of, and that start at another time, or are held by others."""
    before = _before(agenda)
    announced = before.announced
    return sum(
        (one.start, set(one.panel)) != (before.bookings[one.activity].start, set(before.bookings[one.activity].panel))
        for one in _counted(agenda, bookings)
        if one.activity not in announced
    )


def _counted(agenda: Agenda, bookings: Sequence[Booking]) -> list[Booking]:
    """Return the bookings that were there before and whose moves count."""
    counted = _before(agenda).counted(agenda.over)
    return [one for one in bookings if one.activity in counted]


def told(agenda: Agenda, bookings: Sequence[Booking]) -> int:
    """Count the people who get a message because something that was announced is otherwise than they were told.

    The first invitations to what nobody was invited to do not count, nor do messages of what is free to move.
    """
    return len({due.invitation.told.recipient for due in _messages_that_count(agenda, bookings)})


def told_messages(agenda: Agenda, bookings: Sequence[Booking]) -> int:
    """Count the messages that these people get: one for each booking that is otherwise."""
    return len({due.invitation.told.key for due in _messages_that_count(agenda, bookings)})


def _messages_that_count(agenda: Agenda, bookings: Sequence[Booking]) -> list[Due]:
    before = _before(agenda)
    counted = before.announced - before.free
    return [due for due in messages(agenda, bookings) if due.invitation.told.activity in counted]


def messages(agenda: Agenda, bookings: Sequence[Booking]) -> tuple[Due, ...]:
    """Return the messages that bring everybody from what they were told to `bookings`; none before the first."""
    before = _before(agenda)
    if not before.ledger.issued or before.organiser is None:
        return ()
    wanted = invitees(agenda.review, bookings, before.organiser, before.ledger.shown).invitations
    held = frozenset(one.activity for one in bookings)
    return what_is_due(before.ledger, wanted, before.now, held=held)


def distance(agenda: Agenda, bookings: Sequence[Booking]) -> int:
    """Add up the working days by which bookings have moved, from where they were or were proposed to be."""
    before = _before(agenda)
    total = 0
    for one in _counted(agenda, bookings):
        days = before.wanted_days(one.activity)
        if days:
            total += min(abs(agenda.working_days.count(one.day, day)) for day in days)
    return total
