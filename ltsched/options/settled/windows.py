"""The windows of review.toml: which activities they are about, and what they leave of somebody's time."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, datetime, time, timedelta

from ltsched.domain.availability import Availability
from ltsched.domain.review import Review
from ltsched.domain.settled import WishedWindow
from ltsched.domain.spans import Spans, day_span

__all__ = ["windows_of", "within_windows"]

ONE_DAY = timedelta(days=1)


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
        spans: list[tuple[int, int]] = []
        for window in (window for window in review.windows if window.person == person):
            spans += _spans(window, review, end)
        allowed = Spans.of(spans)
        found[person] = Availability(found[person].free & allowed, found[person].if_needed & allowed)
    return found


def _spans(window: WishedWindow, review: Review, end: date) -> list[tuple[int, int]]:
    """Return the minutes of each day before `end` on which `window` is open."""
    first = max(filter(None, (review.commissioned, window.first)))
    last = min(filter(None, (end, window.last)))
    spans = []
    for day in (first + timedelta(days=number) for number in range((last - first).days + 1)):
        if window.weekdays and day.weekday() not in window.weekdays:
            continue
        low, high = day_span(day, day, review.timezone)
        if window.opens is not None:
            low = _minute(day, window.opens, review)
        if window.closes is not None:
            high = _minute(day, window.closes, review)
        spans.append((low, high))
    return spans


def _minute(day: date, clock: time, review: Review) -> int:
    return int(datetime.combine(day, clock, review.timezone).timestamp() // 60)
