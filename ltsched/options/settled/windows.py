"""The windows of review.toml: which activities they are about, and what they leave of somebody's time."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from ltsched.domain.availability import Availability
from ltsched.domain.review import Review
from ltsched.domain.settled import WishedWindow
from ltsched.domain.spans import Spans

__all__ = ["windows_of", "within_windows"]


def windows_of(review: Review, names: Collection[str]) -> tuple[tuple[WishedWindow, ...], ...]:
    """Return the windows of an activity that goes by `names` (its id, its template, its kind).

    Windows of one name are alternatives; each name gives a group of its own.
    """
    groups: dict[str, list[WishedWindow]] = {}
    for window in review.windows:
        if window.activity and window.activity in names:
            groups.setdefault(window.activity, []).append(window)
    return tuple(tuple(group) for group in groups.values())


def within_windows(available: Mapping[str, Availability], review: Review, end: date) -> dict[str, Availability]:
    """Return the availability, cut to the windows of each person who has any; several of one are alternatives."""
    found = dict(available)
    for person in dict.fromkeys(window.person for window in review.windows if window.person):
        if person not in found:
            continue
        allowed = Spans()
        for window in (window for window in review.windows if window.person == person):
            allowed |= window.spans(review.commissioned, end, review.timezone)
        found[person] = Availability(found[person].free & allowed, found[person].if_needed & allowed)
    return found
