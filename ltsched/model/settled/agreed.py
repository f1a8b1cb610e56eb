"""What is settled, for the model: it lies where people agreed on, to the minute."""

from __future__ import annotations

from ltsched.domain.activities import Activity
from ltsched.domain.agenda import Agenda
from ltsched.domain.spans import minute_after, minute_before

__all__ = ["apart", "exact_span", "is_fixed"]


def is_fixed(agenda: Agenda, activity: Activity) -> bool:
    """Return whether nothing about the time of `activity` is to be chosen: it is over, or people have agreed on it."""
    return activity.agreed is not None or activity.id in agenda.over


def exact_span(activity: Activity) -> tuple[int, int]:
    """Return the minutes ``[start, end)`` of an activity that was agreed on; ValueError for another."""
    start, end = activity.agreed, activity.agreed_end
    if start is None or end is None:
        raise ValueError(f"nobody has agreed on a time for {activity.id}")
    return minute_before(start), minute_after(end)


def apart(one: Activity, other: Activity) -> bool:
    """Return whether two activities that were agreed on have no minute in common, whatever slots they cover."""
    first, second = exact_span(one), exact_span(other)
    return first[1] <= second[0] or second[1] <= first[0]
