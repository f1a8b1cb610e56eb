"""The variables of one activity, in both ways of writing them, give the same answers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ortools.sat.python import cp_model

from ltsched.model.candidates import Candidates
from ltsched.model.placements import ByInterval, ByStart, domain_of
from tests.support.agendas import activity

SLOTS_A_DAY = 10
STARTS = (3, 5, 12, 27)
OWN = Candidates(activity("a", must=("l1",)), 2, 0, STARTS, {}, {}, {}, {}, {})
WAYS = pytest.mark.parametrize("way", [ByStart, ByInterval])


def solved(model: cp_model.CpModel, *expressions: cp_model.LinearExprT) -> list[int] | None:
    """Return the values of expressions in a solution; None if there is none."""
    solver = cp_model.CpSolver()
    solver.parameters.catch_sigint_signal = False  # its handler would let the next Ctrl-C kill without a trace
    solver.parameters.num_workers = 1
    if solver.solve(model) not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return None
    return [solver.value(each) for each in expressions]


@given(bits=st.integers(1, 2**20 - 1))
def test_a_bit_set_becomes_a_domain(bits: int) -> None:
    """Run by run."""
    domain = domain_of(bits)
    assert [slot for slot in range(20) if domain.contains(slot)] == [slot for slot in range(20) if bits >> slot & 1]


@WAYS
@pytest.mark.parametrize("start", STARTS)
def test_a_table_by_day(way: type[ByStart | ByInterval], start: int) -> None:
    """Any table, whether it counts on with the days or not."""
    for table in ([0, 1, 2], [5, 6, 7], [4, 0, 9]):
        model = cp_model.CpModel()
        placement = way(model, OWN, SLOTS_A_DAY)
        model.add(placement.start == start)
        assert solved(model, placement.of_day(table)) == [table[start // SLOTS_A_DAY]]


@WAYS
def test_only_candidates_are_starts(way: type[ByStart | ByInterval]) -> None:
    """Nothing between them."""
    for start in range(30):
        model = cp_model.CpModel()
        placement = way(model, OWN, SLOTS_A_DAY)
        model.add(placement.start == start)
        assert (solved(model) is not None) == (start in STARTS)


@WAYS
def test_a_start_is_counted(way: type[ByStart | ByInterval]) -> None:
    """At least where its weight is 1, and where it is minimised, exactly there."""
    for start in STARTS:
        model = cp_model.CpModel()
        placement = way(model, OWN, SLOTS_A_DAY)
        count = placement.count_starts(lambda slot: int(slot in (5, 27)))
        model.add(placement.start == start)
        model.minimize(count)
        assert solved(model, count) == [int(start in (5, 27))]


@WAYS
def test_a_restriction_holds_if_its_literal_does(way: type[ByStart | ByInterval]) -> None:
    """literal ⇒ start among some."""
    for start in STARTS:
        model = cp_model.CpModel()
        placement = way(model, OWN, SLOTS_A_DAY)
        literal = model.new_bool_var("literal")
        placement.restrict(1 << 5 | 1 << 12, literal)
        model.add(placement.start == start)
        model.maximize(literal)
        assert solved(model, literal) == [int(start in (5, 12))]


@WAYS
def test_a_day_implies_its_literal_or_is_forbidden(way: type[ByStart | ByInterval]) -> None:
    """Day 0 implies, day 1 implies something else, day 2 is forbidden."""
    for start in STARTS:
        model = cp_model.CpModel()
        placement = way(model, OWN, SLOTS_A_DAY)
        literal = model.new_bool_var("literal")
        placement.imply({0: literal, 1: model.new_bool_var("other")}.get)
        model.add(placement.start == start)
        model.minimize(literal)
        assert solved(model, literal) == (None if start == 27 else [int(start < 10)])


def test_the_days_of_an_interval_have_literals() -> None:
    """Exactly one is true: that of the day."""
    model = cp_model.CpModel()
    placement = ByInterval(model, OWN, SLOTS_A_DAY)
    days = placement.day_literals()
    assert placement.day_literals() is days
    model.add(placement.start == 12)
    assert solved(model, *days.values()) == [0, 1, 0]
