"""The frontier is that of all timetables there are; each point is planned for real, and its stages come to it again."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from ltsched.domain.agenda import Agenda
from ltsched.domain.availability import Diary
from ltsched.domain.living.tradeoffs import Frontier, FrontierPoint
from ltsched.domain.review import Review, StageSettings
from ltsched.domain.spans import NEVER, Spans
from ltsched.domain.stages.table import FINISH, LATE_DAYS, MISSED_ATTENDANCE, MISSED_TWICE
from ltsched.domain.timetable import Status
from ltsched.errors import WrongUse
from ltsched.solve.many.choosing import Chooser
from ltsched.solve.many.compare import Limits
from ltsched.solve.many.tradeoffs import choose, tradeoffs, walk_along
from ltsched.solve.plan import plan
from ltsched.solve.run import Runner
from ltsched.verify import verify
from tests.solve.test_small_agendas import FEW, MOST_COMBINATIONS
from tests.support.agendas import activity, agenda, day, person, span
from tests.support.brute_force import all_values, combinations
from tests.support.shipped import shipped_review
from tests.support.small_agendas import small_agendas
from tests.support.small_reviews import small_review
from tests.support.solving import SECONDS, plan_agenda, values

LIMITS = Limits(time_limit_seconds=SECONDS)


def frontiers_of(plan: Agenda) -> tuple[Frontier, ...]:
    """Return the frontiers of an agenda that was made by hand; none where nothing fits."""
    chooser = Chooser.on(plan, Runner(time.monotonic() + SECONDS))
    return walk_along(chooser, LIMITS) if chooser.usual.values else ()


def best_pairs(found: Iterable[Mapping[str, int]], traded: str, held: Mapping[str, int]) -> list[tuple[int, int]]:
    """Return the pairs of what is given up and working days to the report that no other pair is as good as."""
    pairs = sorted({(it[traded], it[FINISH]) for it in found if all(it[name] <= most for name, most in held.items())})
    best: list[tuple[int, int]] = []
    for cost, finish in pairs:
        if not best or finish < best[-1][1]:
            best.append((cost, finish))
    return best


@settings(FEW, max_examples=25)
@given(plan=small_agendas(), due=st.one_of(st.none(), st.integers(8, 20)))
def test_the_points_are_those_that_trying_everything_finds(plan: Agenda, due: int | None) -> None:
    """All of them and no others, each proven, in time or late; and the stages of a point come to it again."""
    assume(combinations(plan) <= MOST_COMBINATIONS)
    plan = replace(plan, review=replace(plan.review, deadline=None if due is None else day(due)))
    everything = list(all_values(plan))
    frontiers = frontiers_of(plan)
    assert bool(frontiers) == bool(everything)
    for frontier in frontiers:
        points = [(point.value, point.finish) for point in frontier.points]
        assert points == best_pairs(everything, frontier.traded, frontier.held)
        assert frontier.proven
        for point in frontier.points:
            again = replace(plan, review=replace(plan.review, stages=point.stages))
            assert plan_agenda(again).timetable == point.timetable
            assert verify(again, point.timetable) == ()
    if frontiers:
        names = (LATE_DAYS, MISSED_ATTENDANCE, MISSED_TWICE)
        held = dict(zip(names, min(tuple(it[name] for name in names) for it in everything), strict=True))
        if due is None:
            del held[LATE_DAYS]
        assert dict(frontiers[1].held) == held


def crowded(**more: Any) -> Agenda:
    """Return one meeting of l1 and of t1, t2 and t3 who are expected, in one week.

    Two of them are away on Monday, l1 on Tuesday, one on Wednesday and on Thursday, nobody on Friday.
    """
    people = [person(id) for id in ("l1", "t1", "t2", "t3")]
    meeting = activity("meeting", must=("l1",), expected=("t1", "t2", "t3"), quorum=2, end=day(5))
    away = {"t1": (0, 2), "t2": (0,), "t3": (3,), "l1": (1,)}
    busy = {id: union(span(number, "09:00", "17:00") for number in days) for id, days in away.items()}
    return agenda(people, [meeting], busy=busy, **more)


def union(spans: Iterable[Spans]) -> Spans:
    found = NEVER
    for each in spans:
        found |= each
    return found


def test_a_frontier_that_can_be_counted_by_hand() -> None:
    """Nobody missing on Friday, one on Wednesday, two on Monday: each gives up more, and none lies between two."""
    missed, if_needed = frontiers_of(crowded())
    assert [point.value for point in missed.points] == [0, 1, 2]
    assert [point.timetable.booking("meeting").day for point in missed.points] == [day(4), day(2), day(0)]
    assert [missed.gain(number) for number in (1, 2)] == [(2, 2), (4, 2)]  # over a weekend
    assert missed.complete
    assert [dict(point.stages.tolerances) for point in missed.points] == [
        {},
        {"missed-attendance": 1},
        {"missed-attendance": 2},
    ]
    assert [point.value for point in if_needed.points] == [0]


def test_if_needed_is_given_up_with_as_few_missing_as_there_can_be() -> None:
    """l1 would rather not come before Friday: with nobody missing, there is no earlier day to ask for."""
    held = {"l1": span(2, "09:00", "17:00") | span(4, "09:00", "17:00")}
    missed, if_needed = frontiers_of(crowded(if_needed=held))
    assert [point.value for point in missed.points] == [0, 1, 2]
    assert [point.value for point in if_needed.points] == [1]
    assert if_needed.points[0].asked == (("l1", "meeting"),)
    meeting = activity("meeting", must=("l1",), expected=("t1",), quorum=1, end=day(5))
    asked = {"t1": span(0, "09:00", "17:00") | span(1, "09:00", "17:00")}
    _, if_needed = frontiers_of(agenda([person("l1"), person("t1")], [meeting], if_needed=asked))
    assert [(point.value, point.timetable.booking("meeting").day) for point in if_needed.points] == [
        (0, day(2)),
        (1, day(0)),
    ]
    assert dict(if_needed.held) == {MISSED_ATTENDANCE: 0, MISSED_TWICE: 0}
    assert if_needed.points[1].asked == (("t1", "meeting"),)


def test_points_that_are_late_give_the_deadline_up() -> None:
    """Where fewer are missing only if the report is late, the late days do not come first; they do in all others."""
    due = frontiers_of(crowded())[0].points[1].final_report
    missed, if_needed = frontiers_of(crowded(deadline=due))
    assert [(point.value, point.late_days) for point in missed.points] == [(0, 2), (1, 0), (2, 0)]
    assert [point.stages.order[0] for point in missed.points] == ["missed-attendance", "late-days", "late-days"]
    assert [dict(point.stages.tolerances) for point in missed.points] == [{}, {}, {"missed-attendance": 1}]
    assert dict(missed.held) == {}
    assert dict(if_needed.held) == {LATE_DAYS: 0, MISSED_ATTENDANCE: 1, MISSED_TWICE: 0}


def test_what_the_review_asks_for_besides_is_kept() -> None:
    """The other stages keep the order and the tolerances of review.toml, after those that choose the point."""
    own = StageSettings(("preferences", "finish", "shape"), {"shape": 1, "missed-attendance": 7})
    point = frontiers_of(crowded(stages=own))[0].points[1]
    assert point.stages.order == ("late-days", "missed-attendance", "finish", "preferences", "shape")
    assert dict(point.stages.tolerances) == {"missed-attendance": 1, "shape": 1}


def away(*days: int) -> Review:
    """Return the small review, whose c2 is away on these days."""
    busy = union(span(number, "09:00", "17:00") for number in days)
    return small_review(diaries={"c2": Diary(busy, NEVER)})


def test_choosing_a_point_plans_exactly_that() -> None:
    """The timetable is the one of the point, and says what was chosen; a number between two points takes the one
    below.
    """
    review = away(*range(20))
    found = tradeoffs(review, limits=LIMITS)
    assert found.status is Status.OPTIMAL
    first, last = found.frontiers[0].points[0], found.frontiers[0].points[-1]
    assert first.value < last.value
    for point in found.frontiers[0].points:
        chosen = choose(review, MISSED_ATTENDANCE, point.value, limits=LIMITS)
        assert chosen.stages == point.stages
        assert plan(chosen).timetable == point.timetable
    more = plan(choose(review, MISSED_ATTENDANCE, last.value + 3, limits=LIMITS)).timetable
    assert more is not None
    assert more.chosen == f"missed-attendance={last.value + 3}"
    assert values(more)[FINISH] == last.finish


def test_less_than_there_can_be_is_wrong_use() -> None:
    review = away(*range(120))
    with pytest.raises(WrongUse, match="missed attendance cannot be 0: 2 people missing is the least there can be"):
        choose(review, MISSED_ATTENDANCE, 0, limits=LIMITS)


def test_an_impossible_review_has_reasons_and_no_points() -> None:
    """Choosing leaves it as it is, so that planning tells why."""
    busy = union(span(number, "09:00", "17:00") for number in range(120))
    review = small_review(diaries={"l1": Diary(busy, NEVER)})
    found = tradeoffs(review, limits=LIMITS)
    assert (found.status, found.frontiers) == (Status.INFEASIBLE, ())
    assert found.reasons
    assert choose(review, MISSED_ATTENDANCE, 0, limits=LIMITS) == review


def test_ctrl_c_keeps_the_points_so_far() -> None:
    """Stopped at the first point: it is there and proven, the frontier is not said to be whole."""
    runner = Runner(time.monotonic() + SECONDS)
    chooser = Chooser.on(crowded(), runner)

    def stop(point: FrontierPoint) -> None:
        runner.interrupted = True

    (missed,) = walk_along(chooser, LIMITS, stop)
    assert [point.value for point in missed.points] == [0]
    assert missed.points[0].proven
    assert not missed.complete
    assert not missed.proven


@pytest.mark.long
@pytest.mark.parametrize(
    ("name", "points"),
    [
        ("mid-range", [(3, 10), (4, 0), (5, 0), (7, 0)]),
        ("full", [(13, 0)]),
    ],
)
def test_the_points_of_shipped_reviews(name: str, points: list[tuple[int, int]]) -> None:
    """All proven; those after the first have an earlier report; one that is chosen is planned again as it was."""
    review = shipped_review(name)
    found = tradeoffs(review, limits=LIMITS)
    missed = found.frontiers[0]
    assert found.status is Status.OPTIMAL
    assert [(point.value, point.late_days) for point in missed.points] == points
    finishes = [point.finish for point in missed.points]
    assert finishes == sorted(set(finishes), reverse=True)
    chosen = missed.points[-1]
    assert plan(choose(review, MISSED_ATTENDANCE, chosen.value, limits=LIMITS)).timetable == chosen.timetable
