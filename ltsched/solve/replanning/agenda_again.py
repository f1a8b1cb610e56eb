"""What has to be planned again."""

from __future__ import annotations

from dataclasses import replace

from ltsched.domain.agenda import Agenda
from ltsched.domain.availability import Availability
from ltsched.domain.partial.kept import still_left_out, with_left_out
from ltsched.domain.replanning.before import Before
from ltsched.domain.replanning.waiting import waiting_for, with_waiting
from ltsched.domain.review import Review
from ltsched.domain.spans import Spans
from ltsched.options.expand import expand

__all__ = ["agenda_again"]


def agenda_again(review: Review, before: Before) -> Agenda:
    """Return what has to be planned again.

    What is held only where it fits (``auto``) is on it just where it was on the timetable before. What a hold without
    an end has put off is not on it: it waits. What stays left out of a partial timetable is not, either.
    """
    agenda = expand(review)
    if agenda.optional and not set(agenda.optional) <= set(before.bookings):
        agenda = expand(review, hold_optional=False)
    agenda = with_left_out(agenda, still_left_out(agenda, before.left_out, before.bookings))
    days = {id: booking.day for id, booking in before.bookings.items()}
    agenda = _free_as_proposed(with_waiting(agenda, waiting_for(agenda, days)), before)
    return replace(agenda, before=before)


def _free_as_proposed(agenda: Agenda, before: Before) -> Agenda:
    """Return `agenda` with everybody free at the times that they propose themselves, whatever their diaries say."""
    available = dict(agenda.availability)
    for proposal in before.proposals:
        if proposal.person in available and proposal.start.date() >= agenda.review.earliest:
            own = available[proposal.person]
            span = Spans.between(proposal.start, proposal.end)
            available[proposal.person] = Availability(own.free | span, own.if_needed)
    return replace(agenda, availability=available)
