"""Stage after stage: their order, their tolerances, and what is proven of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from ltsched.domain.agenda import Agenda
from ltsched.domain.people import Role
from ltsched.domain.review import StageSettings
from ltsched.domain.rules import Early, Spread
from ltsched.domain.stages.table import EVENNESS, FINISH, LATE_DAYS, MISSED_ATTENDANCE, ordered_stages, stage_names
from ltsched.domain.timetable import Status
from ltsched.solve.known_bounds import KnownBounds
from ltsched.solve.progress import SILENT
from ltsched.solve.run import Attempt, Runner
from ltsched.solve.search import Goal, Search, goals_of, hand_over
from tests.support.agendas import MONDAY, activity, agenda, conversation, day, person, span
from tests.support.solving import built, fits, values

L1, T1, T2 = person("l1", Role.LEAD_REVIEWER, agency=""), person("t1"), person("t2")
C1 = person("c1", Role.CASE_GROUP, agency="school")
EARLY = Early(("a",), MONDAY)
RUNNER_SECONDS = float("inf")


def away_early(days: int = 5, **more: Any) -> Agenda:
    """Return a meeting that one misses on the first day, another on the second, and nobody on the third."""
    busy = {"t1": span(0, "09:00", "17:00"), "t2": span(0, "09:00", "17:00") | span(1, "09:00", "17:00")}
    meeting = activity("a", must=("l1",), expected=("t1", "t2"))
    return agenda([L1, T1, T2], [meeting], busy=busy, days=days, **more)


def test_the_usual_order() -> None:
    """As designed; only a spread has its evenness."""
    names = [stage.name for stage in goals_of(ordered_stages(EARLY, StageSettings()))]
    assert names == list(stage_names(EARLY))
    assert EVENNESS not in names
    assert EVENNESS in [stage.name for stage in goals_of(ordered_stages(Spread((), (), 0, ()), StageSettings()))]


def test_an_order_and_a_tolerance_of_ones_own() -> None:
    """What is named comes first; a tolerance belongs to its stage."""
    stages = goals_of(ordered_stages(EARLY, StageSettings(order=("finish",), tolerances={"missed-attendance": 2})))
    assert stages[0] == Goal(FINISH)
    assert Goal(MISSED_ATTENDANCE, 2) in stages


@pytest.mark.parametrize(("tolerance", "missed", "on"), [(0, 0, 2), (1, 1, 1), (2, 2, 0), (9, 2, 0)])
def test_a_tolerance_is_used_up_for_the_next_stage(tolerance: int, missed: int, on: int) -> None:
    """Up to so many more may miss the meeting if the review ends earlier; and it is still proven."""
    found = fits(away_early(stages=StageSettings(tolerances={"missed-attendance": tolerance})))
    assert (values(found)[MISSED_ATTENDANCE], found.booking("a").day) == (missed, day(on))
    stage = next(stage for stage in found.stages if stage.name == MISSED_ATTENDANCE)
    assert (stage.bound, stage.tolerance, stage.proven) == (0, tolerance, True)


def test_a_preference_before_everything_else() -> None:
    """Trips first: the two meetings share a day, although attendance suffers."""
    talk = conversation("c1", ["l1", "t1"], leads=["l1"])
    meeting = activity("a", must=("l1",), expected=("t2",), first=day(1))
    busy = {"c1": span(1, "09:00", "17:00"), "t2": span(2, "09:00", "17:00")}
    usual = fits(agenda([L1, T1, T2, C1], [talk, meeting], busy=busy, days=3))
    assert values(usual)["missed attendance"] == 0
    first = StageSettings(order=("preferences",))
    other = fits(agenda([L1, T1, T2, C1], [talk, meeting], busy=busy, days=3, stages=first))
    assert values(other)["preferences: trips"] == 1
    assert values(other)["missed attendance"] == 1


def test_a_tolerance_of_lunch_is_used_up_for_the_trips() -> None:
    """Three conversations of two hours keep lunch free on two days only; giving up one lunch saves a day."""
    staff = [person(f"c{n}", Role.CASE_GROUP, agency="school") for n in range(1, 4)]
    talks = [conversation(each.id, ["l1", "t1"], gap_minutes=0) for each in staff]
    late = activity("z", must=("t2",), first=day(3))
    people = [L1, T1, T2, *staff]
    usual = fits(agenda(people, [*talks, late], days=4))
    assert (values(usual)["preferences: lunch"], values(usual)["preferences: trips"]) == (0, 2)
    giving = StageSettings(tolerances={"preferences": 1})
    found = fits(agenda(people, [*talks, late], days=4, stages=giving))
    assert (values(found)["preferences: lunch"], values(found)["preferences: trips"]) == (1, 1)


def test_a_search_keeps_each_stage_at_its_best() -> None:
    """Values, bounds and limits agree after a whole search, and the last solution is the incumbent."""
    search = Search(built(away_early()), Runner(RUNNER_SECONDS), SILENT)
    search.improve([Goal(LATE_DAYS), Goal(MISSED_ATTENDANCE), Goal(FINISH)])
    assert search.status is Status.OPTIMAL
    assert (search.values[MISSED_ATTENDANCE], search.bounds[MISSED_ATTENDANCE]) == (0, 0)
    assert search.limits[FINISH] == search.values[FINISH] == search.bounds[FINISH]
    assert search.incumbent is not None


def test_a_known_bound_that_is_reached_needs_no_proof() -> None:
    """A bound that is known already is taken; the values do not change."""
    known = KnownBounds({MISSED_ATTENDANCE: 0, FINISH: 10}, {MISSED_ATTENDANCE: 0, FINISH: 10})
    search = Search(built(away_early()), Runner(RUNNER_SECONDS), SILENT, known=known)
    search.improve([Goal(MISSED_ATTENDANCE), Goal(FINISH)])
    assert (search.status, search.values[FINISH], search.bounds[FINISH]) == (Status.OPTIMAL, 10, 10)


def test_a_search_without_time_knows_nothing() -> None:
    """No incumbent, and no verdict but unknown."""
    search = Search(built(away_early()), Runner(0.0), SILENT)
    search.improve([Goal(MISSED_ATTENDANCE)])
    assert (search.status, search.incumbent) == (Status.UNKNOWN, None)


def test_a_solution_is_handed_over_by_the_names_of_the_variables() -> None:
    """Another model of the same agenda gets the incumbent as a hint."""
    one, other = (Search(built(away_early()), Runner(RUNNER_SECONDS), SILENT) for _ in range(2))
    hand_over(one, other)
    assert list(other.model.cp.proto.solution_hint.vars) == []
    one.improve([Goal(MISSED_ATTENDANCE)])
    hand_over(one, other)
    assert list(other.model.cp.proto.solution_hint.values) == list(one.incumbent or ())


@pytest.mark.parametrize(
    ("says", "status"),
    [
        ([Status.INFEASIBLE], Status.INFEASIBLE),
        ([Status.UNKNOWN, Status.INFEASIBLE], Status.INFEASIBLE),
        ([Status.UNKNOWN, Status.UNKNOWN], Status.UNKNOWN),
    ],
)
def test_impossible_is_believed_when_another_configuration_says_so(
    says: list[Status], status: Status, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the one without presolve does not come to an end, one with a little of it is asked; else it is open."""
    asked: list[bool] = []

    def solve(self: Runner, model: object, **flags: Any) -> Attempt:
        asked.append(flags.get("presolved", False))
        return Attempt(says[len(asked) - 1], None, 0)

    search = Search(built(away_early()), Runner(RUNNER_SECONDS))
    search.status = Status.INFEASIBLE
    monkeypatch.setattr(Runner, "solve", solve)
    search.confirm_infeasible()
    assert search.status is status
    assert asked == [False, True][: len(says)]


def test_a_measure_may_see_less_than_the_term() -> None:
    """Who comes to the minute though not by whole slots: what the term cannot reach is no limit for what follows."""
    model = built(away_early(span_days=1, days=1))

    def measure(solution: Sequence[int]) -> Mapping[str, int]:
        return {MISSED_ATTENDANCE: 1, FINISH: 8}

    search = Search(model, Runner(RUNNER_SECONDS), measure=measure)
    search.improve([Goal(MISSED_ATTENDANCE), Goal(FINISH)])
    assert (search.status, search.limits[MISSED_ATTENDANCE]) == (Status.OPTIMAL, 2)
