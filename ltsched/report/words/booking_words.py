"""A booking in a few words, for a cell of a table."""

from __future__ import annotations

from ltsched.domain.timetable import Booking, Timetable
from ltsched.domain.words.wording import one_line

__all__ = ["missed_by", "over_word", "subject", "what"]


def subject(booking: Booking) -> str:
    """Return what tells it from others of its kind: ``2`` of ``review-team-meeting:2``; empty where nothing does."""
    return one_line(booking.activity.partition(":")[2])


def missed_by(booking: Booking, id: str, words: str) -> str:
    """Return `words`, which tell that the person `id` is missing, with the reason if that is not their diary."""
    return f"{words} (no seat)" if id in booking.unseated else words


def what(booking: Booking) -> str:
    """Return its title, with the part of the id that tells it from others of its kind: ``Conversation p06``."""
    title, part = one_line(booking.title), subject(booking)
    return title if not part or title.endswith(part) else f"{title} {part}"


def over_word(timetable: Timetable, booking: Booking) -> str:
    """Return ``over`` for a booking before the day of planning, ``today`` for one on it; nothing for what is to come.

    Both stay as they are.
    """
    if not timetable.is_over(booking):
        return ""
    return "today" if booking.day == timetable.today else "over"
