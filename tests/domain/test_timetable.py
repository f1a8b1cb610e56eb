"""Bookings, stages and the table."""

from __future__ import annotations

import pytest

from ltsched.domain.timetable import StageResult
from tests.support.agendas import activity, agenda, at, booking, person, timetable

PLAN = agenda([person("t1"), person("t2")], [activity("a", expected=("t1",)), activity("b", expected=("t1", "t2"))])
FOUND = timetable(PLAN, [booking(PLAN, "a", at(0, "10:00")), booking(PLAN, "b", at(28, "10:00"), missing=("t2",))])


@pytest.mark.parametrize(
    ("value", "bound", "tolerance", "gap"), [(3, 3, 0, 0), (3, 1, 0, 2), (3, 1, 2, 0), (3, 1, 1, 1), (3, 3, 5, 0)]
)
def test_a_stage_is_proven_within_its_tolerance(value: int, bound: int, tolerance: int, gap: int) -> None:
    """What the tolerance allows is no gap."""
    stage = StageResult("finish", "working days", value, bound, tolerance)
    assert (stage.gap, stage.proven) == (gap, gap == 0)


def test_bookings_are_found_by_activity_and_by_person() -> None:
    """Whoever is missing does not have the booking."""
    assert FOUND.booking("b").day == at(28, "10:00").date()
    assert [each.activity for each in FOUND.of_person("t1")] == ["a", "b"]
    assert FOUND.of_person("t2") == ()
    with pytest.raises(KeyError):
        FOUND.booking("c")


def test_the_agenda_finds_an_activity() -> None:
    """By its id."""
    assert PLAN.activity("a").id == "a"
    with pytest.raises(KeyError):
        PLAN.activity("c")


def test_minutes_are_true_across_a_change_of_the_clocks() -> None:
    """From 00:30 to 03:30 on 28 March two hours pass."""
    plan = agenda([person("t1")], [activity("night")])
    night = booking(plan, "night", at(27, "00:30"))
    assert (night.end, night.minutes) == (at(27, "03:30"), 120)


def test_the_table_has_a_row_for_each_booking() -> None:
    """Times keep their zone on either side of a change of the clocks; an empty timetable has the same columns."""
    frame = FOUND.to_frame()
    assert list(frame.columns) == [
        "activity",
        "kind",
        "title",
        "start",
        "end",
        "room",
        "attendees",
        "missing",
        "unseated",
    ]
    assert list(frame["activity"]) == ["a", "b"]
    assert list(frame["start"]) == [at(0, "10:00"), at(28, "10:00")]
    assert str(frame["start"].dt.tz) == "Europe/London"
    assert list(frame["room"]) == [None, None]
    assert list(frame["missing"]) == [(), ("t2",)]
    empty = timetable(PLAN, []).to_frame()
    assert list(empty.columns) == list(frame.columns)
    assert len(empty) == 0
