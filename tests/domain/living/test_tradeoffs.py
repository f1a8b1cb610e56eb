"""What a frontier and its points say of themselves."""

from __future__ import annotations

from dataclasses import replace

from ltsched.domain.living.tradeoffs import absences_beyond
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
