"""What has to be planned again."""

from __future__ import annotations

from dataclasses import replace

from ltsched.domain.agenda import Agenda
from ltsched.domain.replanning.before import Before
from ltsched.domain.review import Review
from ltsched.options.expand import expand

__all__ = ["agenda_again"]


def agenda_again(review: Review, before: Before) -> Agenda:
    """Return what has to be planned again.

    What is held only where it fits (``auto``) is on it just where it was on the timetable before.
    """
    agenda = expand(review)
    if agenda.optional and not set(agenda.optional) <= set(before.bookings):
        agenda = expand(review, hold_optional=False)
    return replace(agenda, before=before)
