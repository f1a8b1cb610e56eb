"""The meetings alone know how many days the conversations between them take."""

from __future__ import annotations

import time

import pytest

from ltsched.domain.agenda import Agenda
from ltsched.domain.people import Role
from ltsched.domain.rules import Blocks, Early, OneWeek, Precedence, Spread
from ltsched.domain.stages.table import LUNCH, SHAPE
from ltsched.domain.timetable import Status
from ltsched.model.build import build, build_bound
from ltsched.model.stages.terms import START_COSTS
from ltsched.solve.progress import SILENT
from ltsched.solve.run import Runner
from ltsched.solve.search import Goal, Search
from tests.support.agendas import MONDAY, activity, agenda, conversation, day, person, span
from tests.support.solving import SECONDS, candidates_of

L1, T1 = person("l1", Role.LEAD_REVIEWER, agency=""), person("t1")
STAFF = [person(f"c{number}", Role.CASE_GROUP, agency="school") for number in range(7)]
TALKS = [conversation(each.id, ["l1", "t1"], leads=["l1"]) for each in STAFF]
IDS = tuple(talk.id for talk in TALKS)
ENDS = [activity("a", must=("l1",), minutes=240), activity("b", must=("l1",), minutes=240)]
ORDER = [rule for id in IDS for rule in (Precedence("a", id), Precedence(id, "b"))]


def review(count: int, **more: object) -> Agenda:
    """Return so many conversations between two meetings."""
    order = [rule for rule in ORDER if {rule.before, rule.after} <= {*IDS[:count], "a", "b"}]
    return agenda([L1, T1, *STAFF], [*ENDS, *TALKS[:count]], precedences=order, **more)  # type: ignore[arg-type]


def least_shape(plan: Agenda, *, whole: bool = False) -> int | None:
    """Return the least of the stage `shape` of the meetings alone, or of the whole; None if there is no plan."""
    free, candidates = candidates_of(plan)
    search = Search(
        (build if whole else build_bound)(plan, free, candidates), Runner(time.monotonic() + SECONDS), SILENT
    )
    search.improve([Goal(SHAPE)])
    return None if search.status is Status.INFEASIBLE else search.values[SHAPE]


@pytest.mark.parametrize(("count", "least"), [(1, 1), (3, 1), (4, 1), (7, 2)])
def test_the_days_that_conversations_take_lie_between_the_meetings(count: int, least: int) -> None:
    """Three a day of one pair, at the best: seven end on the third day. No more is said than is true of the whole."""
    plan = review(count, shape=Early(("a", "b"), MONDAY), days=12)
    found = least_shape(plan)
    assert found == least
    whole = least_shape(plan, whole=True)
    assert whole is not None
    assert found <= whole


@pytest.mark.parametrize(("count", "least"), [(1, 2), (2, 2), (3, 3)])
def test_in_a_block_meetings_and_conversations_share_the_hours(count: int, least: int) -> None:
    """Four hours of a meeting leave a day room for one conversation and its gap: that is exact."""
    plan = review(count, shape=Blocks(("a", "b", *IDS[:count]), (), 5, 0, 0), days=12)
    assert least_shape(plan) == least_shape(plan, whole=True) == least


def test_days_on_which_nothing_can_be_held_do_not_count() -> None:
    """With Tuesday and Wednesday taken, the seventh conversation is on Friday."""
    away = span(1, "00:00", "23:59") | span(2, "00:00", "23:59")
    plan = review(7, shape=Early(("a", "b"), MONDAY), busy={"t1": away}, days=12)
    assert least_shape(plan) == 4


def test_too_few_days_are_seen_by_the_meetings_alone() -> None:
    """Seven conversations do not fit into two days, whatever the shape."""
    for shape in (Early(IDS, MONDAY), OneWeek((*IDS, "a", "b"), MONDAY)):
        assert least_shape(review(7, shape=shape, days=2)) is None


def test_who_is_to_lie_evenly_is_not_stood_in_for() -> None:
    """The day of each of them is measured, and no first and last can tell it."""
    plan = review(3, shape=Spread(IDS[:3], (0, 2, 4), 3, tuple(day(n) for n in range(5))), days=5)
    assert set(build_bound(plan, *candidates_of(plan)).context.placements) == {"a", "b"}


def test_stand_ins_lie_where_a_start_costs_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever a stage counts: else they could cost more than what they stand for, and the bound would be none."""
    plan = review(3, shape=Early(("a", "b"), MONDAY), days=12)
    free, candidates = candidates_of(plan)
    first_hours = free.grid.slots_a_day // 4

    def early(slot: int) -> int:
        return int(slot % free.grid.slots_a_day < first_hours)

    monkeypatch.setitem(START_COSTS, LUNCH, lambda context, own: early)
    placements = build_bound(plan, free, candidates).context.placements
    stand_ins = [placements[id] for id in IDS if id in placements]
    assert len(stand_ins) == 2
    assert not any(early(slot) for one in stand_ins for slot in one.candidates.starts)
