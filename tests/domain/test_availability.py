"""What a diary leaves of the working hours."""

from __future__ import annotations

from hypothesis import given

from ltsched.domain.availability import NO_DIARY, Availability, Diary
from ltsched.domain.spans import Spans
from tests.domain.test_spans import as_set, spans


@given(spans, spans, spans, spans)
def test_busy_wins_over_if_needed(hours: Spans, busy: Spans, if_needed: Spans, held: Spans) -> None:
    """Free is what is worked and not busy; "if needed" is a part of it; a hold takes both away."""
    found = Availability.from_diary(hours, Diary(busy, if_needed))
    assert as_set(found.free) == as_set(hours) - as_set(busy)
    assert as_set(found.if_needed) == as_set(if_needed) & as_set(found.free)
    left = found.without(held)
    assert as_set(left.free) == as_set(found.free) - as_set(held)
    assert as_set(left.if_needed) == as_set(found.if_needed) - as_set(held)


@given(spans)
def test_without_a_diary_all_hours_are_free(hours: Spans) -> None:
    """No entries, nothing taken."""
    assert Availability.from_diary(hours, NO_DIARY) == Availability(hours, Spans())
