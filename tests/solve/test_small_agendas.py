"""Properties of planning, over random small agendas."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from ltsched.domain.agenda import Agenda
from ltsched.domain.availability import Availability
from ltsched.domain.review import StageSettings
from ltsched.domain.rules import DailyLoad, Precedence
from ltsched.domain.stages.table import MISSED_TWICE, PREFERENCES, ordered_stages, stage_names, stages_of
from ltsched.domain.timetable import Status
from ltsched.model.build import build, build_bound, build_diaries_by_day, build_leads_alone
from ltsched.solve.progress import SILENT
from ltsched.solve.run import Runner
from ltsched.solve.search import Search, goals_of
from ltsched.verify import verify
from tests.support.agendas import day
from tests.support.brute_force import best_values, combinations
from tests.support.small_agendas import PEOPLE, days_of, small_agendas, some_time
from tests.support.solving import candidates_of, plan_agenda, values

MOST_COMBINATIONS = 20_000
FEW = settings(
    deadline=None,
    derandomize=True,
    database=None,
    # An example is small as it is; to shrink one would plan thousands.
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def best(plan: Agenda, *, seed: int = 0, workers: int = 1) -> tuple[int, ...] | None:
    """Return the proven values of the stages in their order; None if the agenda is proven impossible."""
    result = plan_agenda(plan, seed=seed, workers=workers)
    if result.timetable is None:
        assert result.status is Status.INFEASIBLE
        return None
    assert result.status is Status.OPTIMAL
    return tuple(values(result.timetable)[name] for name in ordered_stages(plan.shape, plan.review.stages))


def no_better(one: tuple[int, ...] | None, other: tuple[int, ...] | None) -> bool:
    """Return whether `one` is no better than `other`: an impossible agenda is no better than any."""
    return one is None or (other is not None and one >= other)


@settings(FEW, max_examples=30)
@given(plan=small_agendas())
def test_the_solver_finds_what_trying_everything_finds(plan: Agenda) -> None:
    """The proven optimum, stage by stage, is that of all timetables there are; and where there are none, it says so."""
    assume(combinations(plan) <= MOST_COMBINATIONS)
    right = best_values(plan)
    result = plan_agenda(plan)
    if right is None:
        assert result.status is Status.INFEASIBLE
        assert result.reasons
    else:
        assert result.status is Status.OPTIMAL
        assert result.timetable is not None
        assert values(result.timetable) == right
        assert all(stage.bound <= stage.value for stage in result.timetable.stages)
        assert verify(plan, result.timetable) == ()


@settings(FEW, max_examples=30)
@given(plan=small_agendas(roomed=True))
def test_with_few_seats_it_finds_what_trying_everything_finds(plan: Agenda) -> None:
    """Rooms that two meetings want, fewer seats than people, people who could be elsewhere: it is the optimum."""
    assume(combinations(plan) <= MOST_COMBINATIONS)
    right = best_values(plan)
    result = plan_agenda(plan)
    if right is None:
        assert result.status is Status.INFEASIBLE
        assert result.reasons
    else:
        assert result.status is Status.OPTIMAL
        assert result.timetable is not None
        assert values(result.timetable) == right
        assert verify(plan, result.timetable) == ()


ORDERS = st.permutations(
    ("late-days", "missed-attendance", "missed-twice", "if-needed", "shape", "finish", "preferences")
)
TOLERANCES = st.dictionaries(
    st.sampled_from(("missed-attendance", "missed-twice", "if-needed", "finish")), st.integers(1, 2), max_size=1
)


@settings(FEW, max_examples=12)
@given(plan=small_agendas(roomed=True), order=ORDERS, tolerances=TOLERANCES)
def test_everything_is_proven_in_any_order_of_the_stages(
    plan: Agenda, order: list[str], tolerances: dict[str, int]
) -> None:
    """Nobody is left out for the sake of a stage that comes before attendance: then its bound would be out of reach."""
    stages = StageSettings(tuple(order), tolerances)
    result = plan_agenda(replace(plan, review=replace(plan.review, stages=stages)))
    assert result.status in (Status.OPTIMAL, Status.INFEASIBLE)


@settings(FEW, max_examples=10)
@given(plan=small_agendas(), data=st.data())
def test_a_busy_hour_more_never_helps(plan: Agenda, data: st.DataObject) -> None:
    """Somebody's diary gets fuller: the best is as good as before, or worse, or gone."""
    id = data.draw(st.sampled_from([each.id for each in PEOPLE]))
    busy = data.draw(some_time(0, 8))
    fuller = {**plan.availability, id: plan.availability[id].without(busy)}
    assert no_better(best(replace(plan, availability=fuller)), best(plan))


@settings(FEW, max_examples=15)
@given(roomed=st.booleans(), data=st.data())
def test_more_free_people_never_make_it_worse(roomed: bool, data: st.DataObject) -> None:
    """Who becomes free, and gladly, finds a seat, or leaves everything as good as it was.

    A lead reviewer who need not come may come then, on a day more: up to the preferences nothing is worse. Where seats
    are few, they may find one that somebody else had, who misses more of a kind then: up to that nothing is worse.
    """
    plan = data.draw(small_agendas(roomed=roomed))
    id = data.draw(st.sampled_from([each.id for each in PEOPLE]))
    busy = data.draw(some_time(0, 8))
    own = plan.availability[id]
    fuller = replace(plan, availability={**plan.availability, id: own.without(busy)})
    freer = replace(plan, availability={**plan.availability, id: Availability(own.free, own.if_needed - busy)})
    names = stage_names(plan.shape)
    most = names.index(MISSED_TWICE) if roomed else len(names) - len(PREFERENCES)
    worse, better = best(fuller), best(freer)
    assert no_better(worse and worse[:most], better and better[:most])


@settings(FEW, max_examples=10)
@given(plan=small_agendas(roomed=True))
def test_the_meetings_alone_bound_the_whole_where_seats_are_few(plan: Agenda) -> None:
    """They do not know who else wants a room, and never promise less than there is."""
    free, candidates = candidates_of(plan)
    assume(all(own.starts for own in candidates.values()))
    runner = Runner(float("inf"))
    stages = goals_of(stages_of(plan))
    for relaxation in (build_bound, build_leads_alone, build_diaries_by_day):
        alone = relaxation(plan, free, candidates)
        shared = [stage for stage in stages if stage.name in alone.terms]
        whole = Search(build(plan, free, candidates), runner, SILENT)
        whole.improve(shared)
        bound = Search(alone, runner, SILENT)
        bound.improve(shared)
        if whole.status is Status.OPTIMAL:
            assert bound.status is Status.OPTIMAL
            assert [bound.bounds[each.name] for each in shared] <= [whole.values[each.name] for each in shared]


@settings(FEW, max_examples=10)
@given(plan=small_agendas(), data=st.data())
def test_a_rule_more_never_helps(plan: Agenda, data: st.DataObject) -> None:
    """A held day, a precedence or a smaller daily load: the best is as good as before, or worse, or gone."""
    ids = [activity.id for activity in plan.activities]
    assume(len(ids) > 1)
    rule = data.draw(st.sampled_from(["hold", "precedence", "load"]))
    if rule == "hold":
        held = frozenset({data.draw(st.sampled_from(days_of(0, 8)))})
        more = replace(plan, activities=tuple(replace(each, held=held) for each in plan.activities))
    elif rule == "precedence":
        least = data.draw(st.integers(0, 2))
        one, other = data.draw(st.permutations(ids))[:2]
        more = replace(plan, precedences=(*plan.precedences, Precedence(one, other, least)))
    else:
        more = replace(plan, daily_loads=(*plan.daily_loads, DailyLoad(tuple(ids), 1)))
    assert no_better(best(more), best(plan))


@settings(FEW, max_examples=10)
@given(plan=small_agendas())
def test_the_meetings_alone_bound_the_whole(plan: Agenda) -> None:
    """Whatever the whole can reach, the relaxation can reach too, stage by stage with the same stages before."""
    free, candidates = candidates_of(plan)
    assume(all(own.starts for own in candidates.values()))
    runner = Runner(float("inf"))
    stages = goals_of(stages_of(plan))
    whole = Search(build(plan, free, candidates), runner, SILENT)
    whole.improve(stages)
    alone = build_bound(plan, free, candidates)
    shared = [stage for stage in stages if stage.name in alone.terms]
    bound = Search(alone, runner, SILENT)
    bound.improve(shared)
    if whole.status is Status.OPTIMAL:
        assert bound.status is Status.OPTIMAL
        assert [bound.bounds[stage.name] for stage in shared] <= [whole.values[stage.name] for stage in shared]


@settings(FEW, max_examples=6)
@given(plan=small_agendas())
def test_two_runs_give_the_same_timetable(plan: Agenda) -> None:
    """With equal input, seed and workers, the bookings are equal, one by one."""
    one, other = plan_agenda(plan), plan_agenda(plan)
    assert one.timetable == other.timetable
    assert one.reasons == other.reasons


@settings(FEW, max_examples=6)
@given(plan=small_agendas())
def test_other_seeds_give_values_as_good(plan: Agenda) -> None:
    """The optimum does not hang on the way to it."""
    assert best(plan) == best(plan, seed=7) == best(plan, seed=3, workers=2)


def test_the_order_of_values_is_that_of_the_stages() -> None:
    """An impossible agenda is no better than any; a smaller first value beats everything after it."""
    assert no_better(None, (0,))
    assert no_better((1, 0), (0, 9))
    assert not no_better((0, 9), (1, 0))
    assert not no_better((0,), None)
    assert days_of(0, 8)[0] == day(0)
