"""What a frontier and its points say of themselves."""

from __future__ import annotations

from dataclasses import replace

from ltsched.domain.living.tradeoffs import absences_beyond, asked_if_needed
from tests.support.agendas import span
from tests.support.planned import planned
from tests.support.traded import MEETING, only_one, tradeoffs


def test_a_point_is_proven_if_neither_less_would_do_nor_more_be_gained() -> None:
    missed, if_needed = tradeoffs().frontiers
    assert [point.proven for point in (*missed.points, *if_needed.points)] == [True, True, True, False]
    cheaper = replace(missed.points[1], bound=1)
    assert not cheaper.proven
    assert missed.proven
    assert not if_needed.proven
    assert not replace(missed, complete=False).proven


def test_the_gain_is_told_in_days_and_in_working_days() -> None:
    """In working days alone where the review has no final report."""
    missed = tradeoffs().frontiers[0]
    assert missed.gain(1) == (11, 7)
    timetable = replace(missed.points[0].timetable, milestones=())
    without = replace(missed, points=(replace(missed.points[0], timetable=timetable), missed.points[1]))
    assert without.gain(1) == (0, 7)


def test_a_choice_takes_two_points() -> None:
    assert tradeoffs().choice
    assert not only_one().choice


def test_absences_are_told_against_another_timetable() -> None:
    """Who misses what there too is left out, whenever it is."""
    first, second = (point.timetable for point in tradeoffs().frontiers[0].points)
    assert absences_beyond(first, None) == (("c2", MEETING),)
    assert absences_beyond(second, first) == (("t2", MEETING),)
    assert absences_beyond(first, second) == ()


def test_who_comes_only_if_needed_is_told_with_the_booking() -> None:
    """Whoever marked some of the time and comes; who marked another time, or is missing, is not asked."""
    marked = span(30, "09:00", "11:00")
    plan, found = planned(if_needed={"t1": marked, "c2": marked, "c1": span(29, "09:00", "17:00")})
    assert asked_if_needed(plan, found) == (("t1", MEETING),)
