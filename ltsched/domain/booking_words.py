"""A booking in a few words, for a cell of a table."""

from __future__ import annotations

from ltsched.domain.timetable import Booking
from ltsched.domain.wording import one_line

__all__ = ["subject", "what"]


def subject(booking: Booking) -> str:
    """Return what tells it from others of its kind: ``2`` of ``review-team-meeting:2``; empty where nothing does."""
    return one_line(booking.activity.partition(":")[2])


def what(booking: Booking) -> str:
    """Return its title, with the part of the id that tells it from others of its kind: ``Conversation p06``."""
    title, part = one_line(booking.title), subject(booking)
    return title if not part or title.endswith(part) else f"{title} {part}"
