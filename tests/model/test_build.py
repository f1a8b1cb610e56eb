"""The models as a whole: what each leaves out makes it a bound of the next."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

from hypothesis import HealthCheck, assume, given, settings

from ltsched.domain.agenda import Agenda
from ltsched.domain.people import Role
from ltsched.domain.spans import Spans
from ltsched.domain.stages.table import BALANCE, PREFERENCES, TRIPS, stage_names
from ltsched.domain.timetable import Status
from ltsched.model.build import Model, build, build_bound, build_diaries_by_day, build_leads_alone
from ltsched.model.candidates import Candidates
from ltsched.model.decode import decode
from ltsched.model.free_time import FreeTime
from ltsched.solve.progress import SILENT
from ltsched.solve.run import Runner
from ltsched.solve.search import Goal, Search
from tests.support.agendas import activity, agenda, conversation, person, span
from tests.support.small_agendas import small_agendas
from tests.support.solving import SECONDS, candidates_of

Builder = Callable[[Agenda, FreeTime, dict[str, Candidates]], Model]
PLAN = agenda(
    [person("l1"), person("t1"), person("c1")], [activity("a", must=("l1",)), conversation("c1", ["l1", "t1"])]
)


def least(model_of: Builder, plan: Agenda, name: str) -> int | None:
    """Return the least value of one stage alone in a model; None if there is no solution."""
    search = Search(model_of(plan, *candidates_of(plan)), Runner(time.monotonic() + SECONDS), SILENT)
    search.improve([Goal(name)])
    return None if search.status is Status.INFEASIBLE else search.values[name]


def test_the_whole_model_knows_every_stage() -> None:
    """And without the panels all but those about panels; the meetings alone know as many."""
    free, candidates = candidates_of(PLAN)
    names = stage_names(PLAN.shape)
    assert set(build(PLAN, free, candidates).terms) == set(names)
    about_panels = set(list(PREFERENCES)[-2:])
    assert set(build(PLAN, free, candidates, panels_too=False).terms) == set(names) - about_panels
    assert set(build_bound(PLAN, free, candidates).terms) == set(names) - about_panels


def test_the_meetings_alone_have_no_panels() -> None:
    """The conversation is left out."""
    free, candidates = candidates_of(PLAN)
    assert set(build_bound(PLAN, free, candidates).context.placements) == {"a", "conversation:c1"}


def test_a_solution_is_read_back() -> None:
    """Every activity with a start among its candidates, and a panel that may hold it."""
    free, candidates = candidates_of(PLAN)
    model = build(PLAN, free, candidates)
    answer = Runner(time.monotonic() + SECONDS).solve(model.cp)
    assert answer.solution is not None
    placed = {one.activity.id: one for one in decode(model, answer.solution)}
    assert set(placed) == {"a", "conversation:c1"}
    assert all(one.start in candidates[id].starts for id, one in placed.items())
    assert set(placed["conversation:c1"].panel) == {"l1", "t1"}
    assert placed["a"].panel == ()


@given(plan=small_agendas())
@settings(max_examples=15, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_the_lead_reviewers_alone_make_no_more_trips(plan: Agenda) -> None:
    """Leaving out everybody else's diary can only make it less."""
    _, candidates = candidates_of(plan)
    assume(all(own.starts for own in candidates.values()))
    whole = least(build, plan, TRIPS)
    if whole is not None:
        alone, by_day = least(build_leads_alone, plan, TRIPS), least(build_diaries_by_day, plan, TRIPS)
        assert alone is not None
        assert by_day is not None
        assert alone <= by_day <= whole


def three_talks(busy: Spans) -> Agenda:
    """Return three conversations on one day; one of the two who could hold them with the lead reviewer is `busy`."""
    staff = [person(id, Role.CASE_GROUP, agency="school") for id in ("c1", "c2", "c3")]
    talks = [conversation(each.id, ["l1", "t1", "t2"], leads=["l1"]) for each in staff]
    team = [person("l1", Role.LEAD_REVIEWER, agency=""), person("t1"), person("t2")]
    return agenda([*team, *staff], talks, busy={"t2": busy}, days=1)


def test_diaries_by_day_know_who_has_no_time_on_a_day() -> None:
    """One holds all three then: without the diaries of others the lead reviewers alone do not know it."""
    away = three_talks(span(0, "09:00", "17:00"))
    assert least(build_leads_alone, away, BALANCE) == 0
    assert least(build_diaries_by_day, away, BALANCE) == least(build, away, BALANCE) == 2


def test_a_busy_hour_is_no_busy_day() -> None:
    """If it were, the bound would lie above what there is."""
    hour = three_talks(span(0, "09:00", "10:00"))

    def wrong(plan: Agenda, free: FreeTime, candidates: dict[str, Candidates]) -> Model:
        return build_diaries_by_day(plan, replace(free, free={**free.free, "t2": 0}), candidates)

    assert least(build_diaries_by_day, hour, BALANCE) == least(build, hour, BALANCE) == 0
    assert least(wrong, hour, BALANCE) == 2
