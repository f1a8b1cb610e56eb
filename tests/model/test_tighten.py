"""Cutting the candidates to what the order leaves: never a start that some timetable could have."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from ltsched.domain.agenda import Agenda
from ltsched.domain.people import Role
from ltsched.domain.rules import LagUnit, Precedence
from ltsched.model.candidates import find_candidates
from ltsched.model.free_time import FreeTime
from ltsched.model.grid import lay_grid
from ltsched.model.tighten import tighten
from tests.support.agendas import activity, agenda, at, day, person
from tests.support.small_agendas import small_agendas

L1, L2 = person("l1", Role.LEAD_REVIEWER, agency=""), person("l2", Role.LEAD_REVIEWER, agency="")
A, B = activity("a", must=("l1",)), activity("b", must=("l2",))


def ends(plan: Agenda) -> dict[str, tuple[object, object] | None]:
    """Return the first and the last start that are left of each activity."""
    free = FreeTime.of(plan, lay_grid(plan))
    left = tighten(plan, free.grid, find_candidates(plan, free))
    return {
        id: (free.grid.start(own.starts[0]), free.grid.start(own.starts[-1])) if own.starts else None
        for id, own in left.items()
    }


def test_one_ends_before_the_other_starts() -> None:
    """The second cannot be at nine, nor the first at the end of the day."""
    assert ends(agenda([L1, L2], [A, B], precedences=[Precedence("a", "b")], days=1)) == {
        "a": (at(0, "09:00"), at(0, "13:00")),
        "b": (at(0, "11:00"), at(0, "15:00")),
    }


def test_lags_cut_days() -> None:
    """Two working days at least; from Monday to Friday that leaves three days for each."""
    left = ends(agenda([L1, L2], [A, B], precedences=[Precedence("a", "b", 2)], days=5))
    assert left == {"a": (at(0, "09:00"), at(2, "15:00")), "b": (at(2, "09:00"), at(4, "15:00"))}


def test_a_greatest_lag_cuts_the_other_way() -> None:
    """If the second cannot be before Friday, the first cannot be before Thursday."""
    late = activity("b", must=("l2",), first=day(4))
    rule = Precedence("a", "b", 0, 1, LagUnit.DAYS)
    assert ends(agenda([L1, L2], [A, late], precedences=[rule], days=5))["a"] == (at(3, "09:00"), at(4, "13:00"))


def test_a_chain_is_followed_to_its_end() -> None:
    """What the first does to the second reaches the third."""
    three = [A, B, activity("c", must=("l1",))]
    left = ends(agenda([L1, L2], three, precedences=[Precedence("a", "b", 1), Precedence("b", "c", 1)], days=3))
    assert left["c"] == (at(2, "09:00"), at(2, "15:00"))


def test_rules_that_go_round_leave_nothing_and_do_not_hang() -> None:
    """Each cuts the other until one of them is empty."""
    left = ends(agenda([L1, L2], [A, B], precedences=[Precedence("a", "b"), Precedence("b", "a")], days=2))
    assert None in left.values()


@settings(deadline=None, derandomize=True, max_examples=30, suppress_health_check=list(HealthCheck))
@given(plan=small_agendas())
def test_no_pair_that_keeps_the_order_is_lost(plan: Agenda) -> None:
    """For each rule alone, a start that has a partner before the cut has it afterwards, and is still there."""
    free = FreeTime.of(plan, lay_grid(plan))
    whole = find_candidates(plan, free)
    left = tighten(plan, free.grid, whole)
    if len(plan.precedences) != 1:
        assert left.keys() == whole.keys()
        return
    (rule,) = plan.precedences
    before, after = whole[rule.before], whole[rule.after]

    def fits(one: int, other: int) -> bool:
        lag = rule.lag(free.grid.start(one).date(), free.grid.start(other).date(), plan.working_days)
        within = rule.least <= lag and (rule.most is None or lag <= rule.most)
        return other >= one + before.length and within

    pairs = [(one, other) for one in before.starts for other in after.starts if fits(one, other)]
    assert {one for one, _ in pairs} <= set(left[rule.before].starts)
    assert {other for _, other in pairs} <= set(left[rule.after].starts)
