"""Planning a review under several options, one after another and side by side."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from ltsched.domain.availability import Diary
from ltsched.domain.comparison import Comparison, Outcome
from ltsched.domain.option import Kind
from ltsched.domain.people import Role
from ltsched.domain.review import HoldScope, Review
from ltsched.domain.spans import Spans
from ltsched.domain.timetable import Status
from ltsched.errors import InvalidReview, UnsoundTimetable
from ltsched.options.adapt import adapt
from ltsched.options.template import shipped_options
from ltsched.solve.many import compare as module
from ltsched.solve.many.compare import STOPPED, Limits, Task, compare, outcomes_of
from ltsched.solve.plan import plan
from ltsched.solve.result import Result
from tests.support.agendas import MONDAY, day, hold, span
from tests.support.planned_once import plan_once
from tests.support.small_reviews import CAST, small_review

NAMES = ("mid-range", "focused", "full")


@pytest.fixture(autouse=True)
def planned_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no review be planned twice: the planning itself has tests of its own."""
    monkeypatch.setattr(module, "plan", plan_once)


def without_times(comparison: Comparison) -> Comparison:
    """Return the comparison without how long it took."""
    return replace(comparison, outcomes=tuple(replace(each, seconds=0.0) for each in comparison.outcomes))


def interrupting(monkeypatch: pytest.MonkeyPatch, number: int) -> list[str]:
    """Let Ctrl-C be pressed while the option `number` is planned; return the list of what is planned."""
    planned: list[str] = []

    def stopped(review: Review, **limits: Any) -> Result:
        planned.append(review.option.name)
        return replace(plan_once(review, **limits), interrupted=len(planned) == number)

    monkeypatch.setattr(module, "plan", stopped)
    return planned


def test_outcomes_are_in_the_order_in_which_they_were_asked_for() -> None:
    """Each is heard of as soon as it is there, and all is told of the review that they share."""
    heard: list[Outcome] = []
    read = small_review(deadline=day(90))
    found = compare(read, NAMES, on_done=heard.append)
    assert tuple(each.option for each in found.outcomes) == NAMES
    assert tuple(heard) == found.outcomes
    assert (found.reference, found.kind, found.commissioned, found.deadline) == (
        read.reference,
        read.kind,
        MONDAY,
        day(90),
    )


def test_an_outcome_is_what_planning_alone_gives() -> None:
    """The timetable, its status, and what follows from it."""
    read = small_review(deadline=day(2))
    (found,) = compare(read, ["focused"]).outcomes
    alone = plan(adapt(read, "focused").review)
    assert found.timetable == alone.timetable
    assert (found.status, found.reasons, found.interrupted) == (Status.OPTIMAL, (), False)
    assert (found.title, found.fullness, found.lead_in_weeks, found.span_weeks) == ("Focused", 1, 0, 4)
    assert found.planned[Kind.EVENT] == 1
    assert sum(found.hours_by_role.values()) == sum(found.hours_by_agency.values())
    assert set(found.hours_by_role) == {Role.LEAD_REVIEWER, Role.REVIEW_TEAM, Role.CASE_GROUP}
    assert found.days_late is not None
    assert found.days_late > 0
    assert found.seconds > 0


def test_without_a_deadline_nothing_is_late() -> None:
    """Not 0 days either."""
    assert compare(small_review(), ["focused"]).outcomes[0].days_late is None


def test_all_that_are_shipped_unless_some_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """In their order."""
    planned = interrupting(monkeypatch, 1)
    assert tuple(each.option for each in compare(small_review()).outcomes) == shipped_options()
    assert planned == [shipped_options()[0]]


@pytest.mark.long
def test_side_by_side_is_as_one_after_another() -> None:
    """The same timetables, whichever process made them, and on_done is called for each."""
    heard: list[str] = []
    read = small_review(deadline=day(90))
    alone = compare(read, NAMES, processes=1)
    together = compare(read, NAMES, processes=2, on_done=lambda outcome: heard.append(outcome.option))
    assert without_times(together) == without_times(alone)
    assert sorted(heard) == sorted(NAMES)


def test_an_impossible_option_carries_its_reasons() -> None:
    """The others are planned all the same; evidence is what it would be if it could be held."""
    away = Spans.of(pair for number in range(7, 300) for pair in span(number, "00:00", "23:59"))
    read = small_review(diaries={"c2": Diary(away)}, numbers={"conversation-notice-working-days": 10})
    mid_range, focused = compare(read, ["mid-range", "focused"]).outcomes
    assert (mid_range.status, mid_range.timetable) == (Status.INFEASIBLE, None)
    assert any("c2" in reason.ids for reason in mid_range.reasons)
    assert (mid_range.evidence.heard, mid_range.hours_by_role, mid_range.days_late) == (2, {}, None)
    assert focused.status is Status.OPTIMAL


def test_what_was_assumed_is_told_and_the_key_staff_are_those_of_the_review() -> None:
    """Mid-range hears six of eight: the share is of all of them."""
    people = [*CAST[:2], *(replace(CAST[2], id=f"c{n}", conversation_rank=n) for n in range(1, 9))]
    (found,) = compare(small_review(people=people), ["mid-range"], limits=Limits(0)).outcomes
    assert found.assumed == ("conversations with the first 6 of 8 key staff, by rank",)
    assert (found.evidence.heard, found.evidence.key_staff) == (6, 8)


def test_a_time_limit_is_for_each_option() -> None:
    """None of nothing is found in no time, and that is no proof and no interruption."""
    found = compare(small_review(), ["focused", "mid-range"], limits=Limits(time_limit_seconds=0))
    assert [(each.status, each.interrupted) for each in found.outcomes] == [(Status.UNKNOWN, False)] * 2


def test_after_an_interruption_nothing_is_begun(monkeypatch: pytest.MonkeyPatch) -> None:
    """The one that ran has what it found; those after it say that they were not planned."""
    planned = interrupting(monkeypatch, 2)
    first, second, third, fourth = compare(small_review(), ["full", "focused", "mid-range", "themed"]).outcomes
    assert planned == ["full", "focused"]
    assert (first.interrupted, second.interrupted) == (False, True)
    assert second.timetable is not None
    for each in (third, fourth):
        assert (each.status, each.timetable, each.reasons) == (Status.UNKNOWN, None, (STOPPED,))
        assert each.interrupted


def test_what_was_not_planned_gives_nothing_up_for_that(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is on the agenda of an option is known without planning it."""
    read = small_review()
    whole = compare(read, ["focused", "full"])
    interrupting(monkeypatch, 1)
    stopped = compare(read, ["focused", "full"])
    assert stopped.outcomes[1].evidence == whole.outcomes[1].evidence
    assert stopped.outcomes[1].planned == whole.outcomes[1].planned


def test_an_option_that_does_not_exist_is_told_before_anything_is_planned(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that nobody waits for it."""
    planned = interrupting(monkeypatch, 9)
    with pytest.raises(InvalidReview, match="medium"):
        compare(small_review(), ["focused", "medium"])
    assert planned == []


@pytest.mark.parametrize("processes", [1, pytest.param(2, marks=pytest.mark.long)])
def test_an_error_while_planning_comes_out_whole(processes: int) -> None:
    """From another process, too, with its mistakes: here a hold on nothing, which adapting would prevent."""
    adapted = adapt(small_review(), "focused")
    held = hold(HoldScope.ACTIVITY, MONDAY, day(1), "nothing")
    wrong = replace(adapted, review=replace(adapted.review, holds=(held,)))
    tasks = [Task(each, adapted.review, Limits(5)) for each in (wrong, adapted)]
    with pytest.raises(InvalidReview) as caught:
        list(outcomes_of(tasks, processes))
    assert [mistake.where for mistake in caught.value.mistakes] == ["hold[1].scope"]


def test_a_bug_is_not_an_outcome(monkeypatch: pytest.MonkeyPatch) -> None:
    """A timetable that fails its check ends the comparison."""

    def unsound(review: Review, **limits: Any) -> Result:
        raise UnsoundTimetable(["a rule"])

    monkeypatch.setattr(module, "plan", unsound)
    with pytest.raises(UnsoundTimetable, match="a rule"):
        compare(small_review(), ["focused"])
