"""The relaxation by day patterns: where it is tight, where a careless one would cut off the optimum, and at random."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings

from ltsched.domain.activities import Activity
from ltsched.domain.agenda import Agenda
from ltsched.domain.people import Role
from ltsched.domain.rules import Blocks, Early, OneWeek, Precedence
from ltsched.domain.spans import Spans
from ltsched.domain.stages.table import FINISH, IF_NEEDED, MISSED_ATTENDANCE, SHAPE, stages_of
from ltsched.domain.timetable import Status
from ltsched.model.build import Model, build, build_bound
from ltsched.model.patterns import best, find
from ltsched.model.patterns.build import build_patterns
from ltsched.model.patterns.room import Room
from ltsched.solve.run import Runner
from ltsched.solve.search import Goal, Search, goals_of
from tests.solve.test_small_agendas import FEW
from tests.support.agendas import MONDAY, activity, agenda, conversation, day, person, span
from tests.support.packed import packed
from tests.support.solving import SECONDS, candidates_of, fits

PEOPLE = [
    person("l1", Role.LEAD_REVIEWER, agency=""),
    person("t1"),
    person("t2"),
    *(person(id, Role.CASE_GROUP, agency="school") for id in ("c1", "c2", "c3")),
]
TALKS = [conversation(id, ["l1", "t1"], leads=["l1"]) for id in ("c1", "c2", "c3")]


def week(
    made: Sequence[Activity], busy: Mapping[str, Spans], days: int = 1, order: Sequence[Precedence] = ()
) -> Agenda:
    """Return a review in the first days of one week."""
    shape = OneWeek(tuple(each.id for each in made), MONDAY)
    return agenda(PEOPLE, made, busy=busy, shape=shape, days=days, precedences=order)


def least(plan: Agenda, stage: str, *, of: str = "patterns") -> int | None:
    """Return the least of a stage in the relaxation by patterns, or that of the meetings alone, or in the whole."""
    free, candidates = candidates_of(plan)
    model: Model | None
    if of == "patterns":
        model = build_patterns(plan, free, candidates)
    else:
        model = (build if of == "whole" else build_bound)(plan, free, candidates)
    assert model is not None
    search = Search(model, Runner(time.monotonic() + SECONDS), linearization=2)
    search.improve([Goal(stage)])
    return None if search.status is Status.INFEASIBLE else search.values[stage]


MEETING = activity("m", must=("l1",), expected=("t2",), quorum=1, minutes=60)
BESIDE_THREE = week([MEETING, *TALKS], {"t2": span(0, "09:00", "10:00") | span(0, "11:00", "17:00")})
"""Who is expected at the meeting could come at ten; three conversations leave it only the hour from nine to ten."""


def test_a_meeting_that_suits_all_may_leave_too_little_room() -> None:
    """The meetings alone do not see it: the time is enough. The patterns of the day do, as the whole does."""
    assert least(BESIDE_THREE, MISSED_ATTENDANCE, of="alone") == 0
    assert least(BESIDE_THREE, MISSED_ATTENDANCE) == 1
    assert least(BESIDE_THREE, MISSED_ATTENDANCE, of="whole") == 1


def test_it_is_planned_and_proven() -> None:
    """With all conversations, and without who was to come."""
    found = fits(BESIDE_THREE)
    assert found.booking("m").missing == ("t2",)


def test_the_cheapest_layout_alone_would_be_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a look at the room that a layout leaves, the one that suits all is the only one, and nothing fits."""
    monkeypatch.setattr(best, "_leaves", lambda one, other: True)
    assert least(BESIDE_THREE, MISSED_ATTENDANCE) is None


HALVES = week(
    [activity("m", must=("l1",), minutes=300, end=day(1)), *TALKS[:2]],
    {"c1": span(0, "12:00", "17:00") | span(1, "09:00", "17:00")},
    days=2,
)
"""The meeting could be in the morning or in the afternoon; one conversation is possible in that morning alone."""


def test_it_matters_which_conversations_still_fit(monkeypatch: pytest.MonkeyPatch) -> None:
    """How many starts are left is not enough to know: after a meeting in the morning there are more, but not for it."""

    def as_many(one: Room, other: Room) -> bool:
        return all(one[key].bit_count() >= bits.bit_count() for key, bits in other.items())

    assert least(HALVES, FINISH) == least(HALVES, FINISH, of="whole") is not None
    monkeypatch.setattr(best, "_leaves", as_many)
    assert least(HALVES, FINISH) is None


def test_two_conversations_that_want_the_same_hours_take_two_days() -> None:
    """Both at nine, though the day has time for three conversations: only a pair tells it."""
    shape = Blocks(tuple(each.id for each in TALKS), (), 3, 0, 0)
    late = span(0, "11:00", "17:00") | span(1, "11:00", "17:00") | span(2, "11:00", "17:00")
    plan = agenda(PEOPLE, TALKS, busy={"c1": late, "c2": late}, shape=shape, days=3)
    assert least(plan, SHAPE, of="alone") == 1
    assert least(plan, SHAPE) == least(plan, SHAPE, of="whole") == 2


@pytest.mark.parametrize(("who", "asked"), [("c1", 1), ("l1", 1), ("t1", 1), ("t2", 0)])
def test_a_conversation_may_take_time_that_somebody_gives_only_if_needed(who: str, asked: int) -> None:
    """The meeting has the morning, as whoever comes to it wants; the conversation has the afternoon."""
    made = [activity("m", must=("l1",), minutes=180), TALKS[0]]
    shape = OneWeek(("m", TALKS[0].id), MONDAY)
    plan = agenda(
        PEOPLE,
        made,
        busy={"c1": span(0, "09:00", "13:00"), "l1": span(0, "12:00", "13:00")},
        if_needed={who: span(0, "13:00", "17:00")},
        shape=shape,
        days=1,
    )
    assert least(plan, IF_NEEDED, of="alone") == 0
    assert least(plan, IF_NEEDED) == least(plan, IF_NEEDED, of="whole") == asked


def test_who_holds_it_gladly_is_looked_for() -> None:
    """One lead reviewer is asked for the afternoon, the other gives it gladly: to one conversation, not to both."""
    people = [*PEOPLE, person("l2", Role.LEAD_REVIEWER, agency="")]
    talks = [conversation(id, ["l1", "l2", "t1", "t2"], leads=["l1", "l2"]) for id in ("c1", "c2")]
    plan = agenda(
        people,
        talks,
        busy={id: span(0, "09:00", "14:30") for id in ("c1", "c2")},
        if_needed={"l1": span(0, "09:00", "17:00")},
        shape=OneWeek(tuple(each.id for each in talks), MONDAY),
        days=1,
    )
    assert least(plan, IF_NEEDED) == least(plan, IF_NEEDED, of="whole") == 1
    one = replace(plan, activities=plan.activities[:1], shape=OneWeek(("conversation:c1",), MONDAY))
    assert least(one, IF_NEEDED) == least(one, IF_NEEDED, of="whole") == 0


def test_the_pause_between_blocks_counts_all_that_is_in_them() -> None:
    """The conversation of the first block cannot be before Tuesday: the pause of two days begins then."""
    made = [activity("a", must=("l1",)), TALKS[0], activity("b", must=("l1",), expected=("t2",), quorum=1)]
    shape = Blocks(("a", TALKS[0].id), ("b",), 2, 0, 2)
    plan = agenda(
        PEOPLE,
        made,
        busy={"c1": span(0, "09:00", "17:00"), "t2": span(0, "09:00", "17:00") | span(3, "09:00", "17:00")},
        shape=shape,
        days=5,
    )
    for stage in (MISSED_ATTENDANCE, SHAPE, FINISH):
        assert least(plan, stage) == least(plan, stage, of="whole")
    tight = replace(plan, shape=replace(shape, least_days=2, most_days=2))
    assert least(tight, FINISH) == least(tight, FINISH, of="whole")
    assert least(tight, FINISH, of="alone") == least(tight, FINISH, of="whole")


def test_where_nothing_is_packed_there_are_no_patterns() -> None:
    """Nor where nobody holds anything."""
    plan = replace(BESIDE_THREE, shape=Early(("m",), MONDAY))
    assert build_patterns(plan, *candidates_of(plan)) is None
    plan = week([MEETING], {})
    assert build_patterns(plan, *candidates_of(plan)) is None


def test_too_many_layouts_are_not_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    """The meetings alone bound the review then, and it is planned to the same end."""
    monkeypatch.setattr(find, "MOST_LAYOUTS", 5)
    assert build_patterns(BESIDE_THREE, *candidates_of(BESIDE_THREE)) is None
    assert fits(BESIDE_THREE).booking("m").missing == ("t2",)


@settings(FEW, max_examples=25)
@given(plan=packed())
def test_whatever_the_whole_can_reach_the_patterns_can_reach(plan: Agenda) -> None:
    """Stage by stage, and an impossible day is one in the whole too."""
    free, candidates = candidates_of(plan)
    model = build_patterns(plan, free, candidates) if all(own.starts for own in candidates.values()) else None
    if model is None:
        return
    runner = Runner(float("inf"))
    stages = [stage for stage in goals_of(stages_of(plan)) if stage.name in model.terms]
    whole = Search(build(plan, free, candidates), runner)
    whole.improve(stages)
    bound = Search(model, runner, linearization=2)
    bound.improve(stages)
    if whole.status is Status.OPTIMAL:
        assert bound.status is Status.OPTIMAL
        assert [bound.bounds[each.name] for each in stages] <= [whole.values[each.name] for each in stages]
