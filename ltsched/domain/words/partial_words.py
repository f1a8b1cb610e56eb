"""A partial timetable in words: how much it leaves out, and how sure it is that this is the least."""

from __future__ import annotations

from ltsched.domain.timetable import Timetable

__all__ = ["most_kept_words", "partial_text"]


def partial_text(timetable: Timetable) -> str:
    """Return that the timetable is partial, and of how much: ``PARTIAL: 2 of 25 activities are left out``."""
    out = len(timetable.left_out)
    every = out + len(timetable.bookings) + len(timetable.waiting)
    return f"PARTIAL: {out} of {every} activities {'is' if out == 1 else 'are'} left out, for which there is no room"


def most_kept_words(timetable: Timetable) -> str:
    """Return how sure it is that no more can be kept."""
    if timetable.most_kept:
        return "Proven: by what the activities count, no more can be kept than this."
    return "Not proven: it may be that more can be kept than this."
