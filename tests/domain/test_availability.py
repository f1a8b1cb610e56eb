"""What a diary leaves of the working hours."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given

from ltsched.domain.availability import NO_DIARY, Availability, Diary, DiaryTime, Level
from ltsched.domain.people import OFFICE_HOURS, hours_of_all
from ltsched.domain.spans import Spans
from tests.domain.test_spans import as_set, spans
from tests.support.agendas import LONDON, at, day, span


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


def test_what_is_freed_is_neither_busy_nor_if_needed() -> None:
    """Whatever else the diary says of that time; what only was left out frees nobody."""
    times = (
        DiaryTime(0, 100, Level.BUSY, "x"),
        DiaryTime(100, 200, Level.IF_NEEDED, "x"),
        DiaryTime(50, 150, Level.FREE, "x", frees=True),
        DiaryTime(0, 20, Level.FREE, "x", "declined"),
    )
    made = Diary.of(times)
    assert (made.busy, made.if_needed, made.freed) == (Spans(((0, 50),)), Spans(((150, 200),)), Spans(((50, 150),)))
    assert Diary.of(times[:2]).with_freed(made.freed) == replace(made, entries=2, times=times[:2])


def test_of_a_whole_day_only_its_hours_are_freed() -> None:
    """Also where the day begins or ends within a longer time; what has an end of its own is meant as it stands."""
    hours = hours_of_all([OFFICE_HOURS], [day(0), day(1), day(2)], LONDON)
    freed = Spans.between(at(0, "19:00"), at(2, "10:00")) | span(2, "18:00", "19:00")
    found = Diary(freed=freed).freed_on([day(0), day(1), day(2)], hours, LONDON)
    assert found == span(1, "09:00", "17:00") | span(2, "09:00", "10:00") | span(2, "18:00", "19:00")
    assert not Diary(freed=freed).freed_on([], hours, LONDON)
