"""A first plan is found at once where there is room: by effort that no machine's speed decides."""

from __future__ import annotations

import time
from datetime import date
from typing import Any

import pytest

from ltsched.domain.people import Role
from ltsched.domain.review import Review
from ltsched.domain.rules import Early, Precedence
from ltsched.domain.stages.table import MISSED_ATTENDANCE, stages_of
from ltsched.domain.timetable import Status
from ltsched.model.build import build, build_bound
from ltsched.model.candidates import find_candidates
from ltsched.model.free_time import FreeTime
from ltsched.model.grid import lay_grid
from ltsched.model.narrow import narrow
from ltsched.options.expand import expand
from ltsched.solve.known_bounds import KnownBounds
from ltsched.solve.progress import SILENT
from ltsched.solve.run import Runner
from ltsched.solve.search import Goal, Search, goals_of
from ltsched.solve.steps.extend import look_everywhere, look_near, near_meetings
from tests.support.agendas import MONDAY, activity, agenda, conversation, day, person, review, span
from tests.support.reading import sound
from tests.support.solving import SECONDS, candidates_of

OPTIONS = ("full", "intensive", "speed-plus", "mid-range", "focused", "themed")


def easy(option: str, talks: int, **more: Any) -> Review:
    """Return a review of two lead reviewers, two of the review team and two or more practitioners, nobody ever busy."""
    people = [person(f"l{n}", Role.LEAD_REVIEWER, agency="") for n in (1, 2)]
    people += [person("t1", agency="Council"), person("t2", agency="Health")]
    people += [
        person(f"c{n}", Role.CASE_GROUP, agency=f"School {n}", conversation_rank=n if n <= talks else None)
        for n in range(1, max(talks, 2) + 1)
    ]
    people += [person(f"a{n}", Role.AUDITOR, agency=f"Agency {n}") for n in (1, 2, 3)] if option == "themed" else []
    return review(people, option=sound(option), commissioned=date(2027, 1, 11), **more)


def extended(made: Review) -> Search:
    """Return what is known of the whole of a review after the look near the days of the meetings alone."""
    plan = expand(made)
    free = FreeTime.of(plan, lay_grid(plan))
    candidates = narrow(plan, free.grid, find_candidates(plan, free))
    runner = Runner(time.monotonic() + SECONDS)
    stages = goals_of(stages_of(plan))
    bound = Search(build_bound(plan, free, candidates), runner, SILENT)
    bound.improve([stage for stage in stages if stage.name in bound.model.terms])
    search = Search(build(plan, free, candidates, panels_too=False), runner, SILENT, known=bound.known_bounds)
    look_near(search, near_meetings(search, bound, candidates), stages)
    return search


@pytest.mark.parametrize("talks", [2, 4])
@pytest.mark.parametrize("option", OPTIONS)
def test_empty_diaries_are_planned_at_once(option: str, talks: int) -> None:
    """Whatever the option, the first plan has all that the meetings alone can have: nothing is left to prove."""
    search = extended(easy(option, talks))
    assert search.incumbent is not None
    assert {name: search.values[name] for name in search.known.values} == search.known.values


def test_a_plan_that_reaches_less_is_a_start() -> None:
    """On the best day for the meeting there is no time for the conversation before it: the next best is found."""
    people = [person("l1", Role.LEAD_REVIEWER, agency=""), person("t1"), person("t2"), person("c1")]
    made = [
        conversation("c1", ["l1", "t1"], leads=["l1"], gap_minutes=0),
        activity("m", must=("l1",), expected=("t2",), quorum=1, minutes=240),
    ]
    plan = agenda(
        people,
        made,
        precedences=[Precedence("conversation:c1", "m")],
        busy={"t2": span(0, "13:00", "17:00") | span(1, "09:00", "17:00"), "l1": span(0, "15:00", "17:00")},
        shape=Early(("m",), MONDAY),
        days=2,
    )
    free, candidates = candidates_of(plan)
    stages = [Goal(MISSED_ATTENDANCE)]
    runner = Runner(time.monotonic() + SECONDS)
    bound = Search(build_bound(plan, free, candidates), runner, SILENT)
    bound.improve(stages)
    search = Search(
        build(plan, free, candidates, panels_too=False),
        runner,
        SILENT,
        known=KnownBounds({MISSED_ATTENDANCE: 0}, {MISSED_ATTENDANCE: 0}),
    )
    look_near(search, near_meetings(search, bound, candidates), [*stages, Goal("shape")])
    assert search.values[MISSED_ATTENDANCE] == 1
    search.improve(stages)
    assert search.status is Status.OPTIMAL


def test_without_a_day_to_be_near_all_days_are_looked_at() -> None:
    """The meetings alone have no plan to be near to: the bound is reached all the same."""
    plan = agenda([person("l1")], [activity("a", must=("l1",), first=day(1))], days=5)
    free, candidates = candidates_of(plan)
    search = Search(
        build(plan, free, candidates),
        Runner(time.monotonic() + SECONDS),
        SILENT,
        known=KnownBounds({"shape": 1}, {"shape": 1}),
    )
    look_near(search, None, [Goal("shape")])
    assert search.values["shape"] == 1


def test_a_plan_as_good_as_the_bounds_is_not_looked_for_again() -> None:
    """Nothing is solved any more."""
    plan = agenda([person("l1")], [activity("a", must=("l1",))], days=5)
    free, candidates = candidates_of(plan)
    search = Search(
        build(plan, free, candidates),
        Runner(time.monotonic() + SECONDS),
        SILENT,
        known=KnownBounds({"shape": 0}, {"shape": 0}),
    )
    search.improve([Goal("shape")])
    before = search.incumbent
    search.runner.interrupted = True
    look_everywhere(search, [Goal("shape")])
    assert search.incumbent is before
