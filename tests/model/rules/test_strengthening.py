"""The rules that only help the proof: with them or without, the least value of a stage is the same."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ortools.sat.python import cp_model

from ltsched.domain.agenda import Agenda
from ltsched.domain.people import Role
from ltsched.domain.preferences import LUNCH, TRIPS
from ltsched.domain.rules import Blocks, DailyLoad, Early
from ltsched.domain.spans import NEVER, Spans
from ltsched.domain.stage_values import SHAPE
from ltsched.model.build import build
from ltsched.model.rules import shapes, trips
from tests.agendas import MONDAY, activity, agenda, conversation, person, span
from tests.solving import candidates_of

HELPING = ((shapes, "_enough_hours"), (trips._Days, "_load"), (trips._Days, "_pairs"))
CLOCKS = tuple(f"{hour:02}:{minute}" for hour in range(9, 17) for minute in ("00", "30"))


@st.composite
def diaries(draw: st.DrawFn, days: int) -> Spans:
    """Return a diary with up to three engagements of half an hour or two hours on each day."""
    found = NEVER
    for number in range(days):
        for clock in draw(st.lists(st.sampled_from(CLOCKS), max_size=3)):
            hours, minutes = int(clock[:2]), clock[3:]
            end = draw(st.sampled_from((f"{hours:02}:59", f"{min(hours + 2, 17)}:{minutes}")))
            found |= span(number, clock, end)
    return found


@st.composite
def crowded(draw: st.DrawFn) -> Agenda:
    """Return conversations and a meeting of one or two lead reviewers in few days cut up by other engagements."""
    days = draw(st.integers(1, 3))
    leads = [person(id, Role.LEAD_REVIEWER, agency="") for id in ("l1", "l2")[: draw(st.integers(1, 2))]]
    staff = [person(f"c{number}", Role.CASE_GROUP, agency="school") for number in range(draw(st.integers(2, 4)))]
    ids = [lead.id for lead in leads]
    gap_minutes = draw(st.sampled_from((0, 30)))
    made = [conversation(each.id, [*ids, "t1"], leads=ids, minutes=90, gap_minutes=gap_minutes) for each in staff]
    load = DailyLoad(tuple(each.id for each in made), draw(st.integers(2, 3)))
    made += [activity("m", must=tuple(ids))] if draw(st.booleans()) else []
    everything = tuple(each.id for each in made)
    block = Blocks(everything, (), draw(st.integers(1, 2)), 0, 0)
    return agenda(
        [*leads, person("t1"), *staff],
        made,
        busy={id: draw(diaries(days)) for id in (*ids, "t1")},
        daily_loads=[load],
        shape=draw(st.sampled_from((block, Early(everything, MONDAY)))),
        days=days,
    )


def least(plan: Agenda, stage: str) -> int | None:
    """Return the least value of a stage alone; None if nothing fits."""
    free, candidates = candidates_of(plan)
    if not all(own.starts for own in candidates.values()):
        return None
    model = build(plan, free, candidates)
    model.cp.minimize(model.terms[stage])
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.catch_sigint_signal = False
    status = solver.solve(model.cp)
    assert status in (cp_model.OPTIMAL, cp_model.INFEASIBLE)
    return round(solver.objective_value) if status == cp_model.OPTIMAL else None


@pytest.mark.parametrize("stage", [SHAPE, LUNCH, TRIPS])
def test_what_helps_the_proof_forbids_nothing(stage: str) -> None:
    """Whatever the diaries: no timetable is lost, and no value changes."""

    @given(plan=crowded())
    @settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
    def holds(plan: Agenda) -> None:
        helped = least(plan, stage)
        with pytest.MonkeyPatch.context() as patch:
            for owner, name in HELPING:
                patch.setattr(owner, name, lambda *given: None)
            assert least(plan, stage) == helped

    holds()
