"""Planning again, held against trying everything: what can stay stays, stage by stage, and what is proven is so."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from ltsched.domain.agenda import Agenda
from ltsched.domain.stages.table import PREFERENCES
from ltsched.domain.timetable import Status
from ltsched.verify import verify
from tests.support.brute_force import best_values, combinations
from tests.support.small_changes import CHANGES, agendas_again
from tests.support.solving import replan_agenda

MOST_COMBINATIONS = 4_000
FEW = settings(
    deadline=None,
    derandomize=True,
    database=None,
    # An example is small as it is; to shrink one would plan thousands.
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)


def require_the_least(plan: Agenda) -> None:
    """Hold the plan made again against all that there are: it is the least, no bound is beyond it, and it is sound."""
    assume(combinations(plan) <= MOST_COMBINATIONS)
    right = best_values(plan)
    result = replan_agenda(plan)
    if right is None:
        assert result.status is Status.INFEASIBLE
        return
    assert result.timetable is not None, result.reasons
    # A preference may be told as proven though a message less would leave it more room: that is an estimate there.
    stages = [stage for stage in result.timetable.stages if stage.name not in PREFERENCES]
    told = {stage.name: (stage.value, stage.bound) for stage in stages}
    assert {name: value for name, (value, _) in told.items()} == {name: right[name] for name in told}
    assert all(bound <= right[name] for name, (_, bound) in told.items()), (told, right)
    assert result.status is Status.OPTIMAL
    assert verify(plan, result.timetable) == ()


@pytest.mark.parametrize("change", CHANGES)
@settings(FEW, max_examples=6)
@given(data=st.data())
def test_planning_again_finds_what_trying_everything_finds(change: str, data: st.DataObject) -> None:
    """After any change, whoever was invited: late days, moves, people, messages, distance, and then the rest."""
    roomed = change == "room lost" or data.draw(st.booleans())
    require_the_least(data.draw(agendas_again(change, roomed=roomed)))


@pytest.mark.long
@pytest.mark.parametrize(
    ("change", "roomed"),
    [(change, roomed) for change in CHANGES for roomed in (False, True) if roomed or change != "room lost"],
)
@settings(FEW, max_examples=10)
@given(data=st.data())
def test_it_does_so_in_many_more(change: str, roomed: bool, data: st.DataObject) -> None:
    """The same, many more times, with rooms and without."""
    require_the_least(data.draw(agendas_again(change, roomed=roomed)))
