"""What a partial timetable leaves out."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["LeftOut"]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """One activity for which there is no room beside what is more important.

    Parameters
    ----------
    activity, title
        Its id, and what it is called.
    why
        Why it does not fit beside what is kept, as a sentence.
    cure
        The cheapest thing that would make room for it, as it was planned; empty if none is known.
    """

    activity: str
    title: str
    why: str
    cure: str = ""
