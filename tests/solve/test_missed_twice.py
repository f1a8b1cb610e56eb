"""Who is left out of everything: what is proven of it is what trying every timetable finds."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import assume, given, settings

from ltsched.domain.agenda import Agenda
from ltsched.domain.review import StageSettings
from ltsched.domain.stages.table import IF_NEEDED, LATE_DAYS, MISSED_ATTENDANCE, MISSED_TWICE
from ltsched.domain.timetable import Status
from ltsched.model.build import build, build_bound, build_diaries_by_day, build_leads_alone, build_unhindered
from ltsched.solve.run import Runner
from ltsched.solve.search import Goal, Search
from ltsched.verify import verify
from tests.solve.test_small_agendas import FEW, MOST_COMBINATIONS, ORDERS, TOLERANCES
from tests.support.brute_force import best_values, combinations
from tests.support.left_out import left_out
from tests.support.solving import candidates_of, plan_agenda, values

STAGES = (Goal(LATE_DAYS), Goal(MISSED_ATTENDANCE), Goal(MISSED_TWICE), Goal(IF_NEEDED))


def check(plan: Agenda) -> None:
    """Hold the proven values and bounds against those of all timetables that there are."""
    assume(combinations(plan) <= MOST_COMBINATIONS)
    right = best_values(plan)
    result = plan_agenda(plan)
    if right is None:
        assert result.status is Status.INFEASIBLE
        return
    assert result.status is Status.OPTIMAL
    assert result.timetable is not None
    assert verify(plan, result.timetable) == ()
    assert list(values(result.timetable)) == list(right)
    for stage in result.timetable.stages:
        assert stage.bound <= right[stage.name] <= stage.value <= right[stage.name] + stage.tolerance


@settings(FEW, max_examples=15)
@given(plan=left_out())
def test_it_finds_what_trying_everything_finds(plan: Agenda) -> None:
    """Two or three meetings of a kind on three days, half of the people away for half of the time."""
    check(plan)


@settings(FEW, max_examples=15)
@given(plan=left_out(roomed=True))
def test_who_has_no_seat_misses_it_as_well(plan: Agenda) -> None:
    """With fewer seats than people, and rooms that several meetings want."""
    check(plan)


@settings(FEW, max_examples=15)
@given(plan=left_out(roomed=True), order=ORDERS, tolerances=TOLERANCES)
def test_it_does_so_in_any_order_of_the_stages(plan: Agenda, order: list[str], tolerances: dict[str, int]) -> None:
    """Also where it comes before missed attendance, or more may be missing than have to."""
    check(replace(plan, review=replace(plan.review, stages=StageSettings(tuple(order), tolerances))))


@settings(FEW, max_examples=80)
@given(plan=left_out(roomed=True))
def test_the_relaxations_promise_no_less_than_there_is(plan: Agenda) -> None:
    """Whatever the whole can reach in it, with the stages before it at their best, each relaxation can reach too."""
    free, candidates = candidates_of(plan)
    assume(all(own.starts for own in candidates.values()))
    runner = Runner(float("inf"))
    whole = Search(build(plan, free, candidates), runner)
    whole.improve(STAGES)
    assume(whole.status is Status.OPTIMAL)
    for relaxation in (build_bound, build_leads_alone, build_diaries_by_day, build_unhindered):
        alone = Search(relaxation(plan, free, candidates), runner)
        alone.improve(STAGES)
        assert alone.status is Status.OPTIMAL
        assert [alone.bounds[each.name] for each in STAGES] <= [whole.values[each.name] for each in STAGES]
