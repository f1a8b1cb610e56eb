"""Of the plans that move least the best is found, in one model as well as with bounds of the meetings alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ltsched.domain.agenda import Agenda
from ltsched.domain.invitations.invitations import Ledger
from ltsched.domain.people import Role
from ltsched.domain.replanning.before import Before
from ltsched.domain.timetable import Status
from ltsched.solve.replanning import best_of_these as rest
from tests.solve.replanning.test_trying_everything_again import FEW, require_the_least
from tests.support.agendas import activity, agenda, at, booking, conversation, day, person, span
from tests.support.small_changes import CHANGES, agendas_again
from tests.support.solving import replan_agenda, values

NOW = datetime(2027, 2, 1, tzinfo=UTC)
PEOPLE = [
    person("l1", Role.LEAD_REVIEWER, agency=""),
    *(person(id) for id in ("t1", "t2")),
    person("c1", Role.CASE_GROUP),
]
ALL_DAY = ("09:00", "17:00")


@pytest.fixture(params=[-1, 1_000_000], ids=["much is open", "little is open"], scope="module")
def either_way(request: pytest.FixtureRequest) -> Iterator[None]:
    """Let the rest be planned as if much were open, and as if little were."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rest, "FEW_STARTS", request.param)
        yield


def again(free: tuple[str, ...] = ()) -> Agenda:
    """Return an agenda in which a meeting has to leave Monday, and a conversation lies on Thursday."""
    made = [
        activity("a", must=("l1",), expected=("t1", "t2"), quorum=1, end=day(4)),
        conversation("c1", ("l1", "t1", "t2"), leads=("l1",), end=day(4)),
    ]
    busy = {"l1": span(0, *ALL_DAY), "t1": span(1, *ALL_DAY)}
    plan = agenda(PEOPLE, made, busy=busy, days=4)
    before = {
        "a": booking(plan, "a", at(0, "12:00")),
        "conversation:c1": booking(plan, "conversation:c1", at(3, "10:00"), panel=("l1", "t1")),
    }
    return replace(plan, before=Before(before, Ledger("LT-TEST-1"), plan.review.organiser, NOW, frozenset(free)))


@pytest.mark.usefixtures("either_way")
def test_what_moves_least_comes_before_who_misses_it() -> None:
    """A day's distance is Tuesday, on which t1 is away; there it does not take lunch, as it did."""
    result = replan_agenda(again())
    assert result.status is Status.OPTIMAL
    assert result.timetable is not None
    assert result.timetable.booking("a").day == day(1)
    told = values(result.timetable)
    assert (told["moved unannounced"], told["distance"], told["missed attendance"]) == (1, 1, 1)
    assert told["preferences: lunch"] == 0


@pytest.mark.usefixtures("either_way")
def test_what_is_free_is_where_it_is_best() -> None:
    """Its distance does not count: everybody can come on Thursday, too, and that is a trip less; the other stays."""
    result = replan_agenda(again(("a",)))
    assert result.status is Status.OPTIMAL
    assert result.timetable is not None
    assert result.timetable.booking("a").day == day(3)
    assert result.timetable.booking("conversation:c1").start == at(3, "10:00")
    assert values(result.timetable)["missed attendance"] == 0
    assert all(stage.proven for stage in result.timetable.stages)


@pytest.mark.usefixtures("either_way")
@pytest.mark.parametrize("change", ["busy", "new", "longer", "room lost"])
@settings(FEW, max_examples=4, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_it_is_what_trying_everything_finds(change: str, data: st.DataObject) -> None:
    """Whichever way the rest is planned: each stage is at its proven best."""
    require_the_least(data.draw(agendas_again(change, roomed=change == "room lost")))


@pytest.mark.long
@pytest.mark.usefixtures("either_way")
@pytest.mark.parametrize("change", CHANGES)
@settings(FEW, max_examples=12, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_it_is_so_in_many_more(change: str, data: st.DataObject) -> None:
    """The same, many more times, with rooms and without."""
    require_the_least(data.draw(agendas_again(change, roomed=change == "room lost" or data.draw(st.booleans()))))
