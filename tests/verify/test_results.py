"""What is told of a timetable follows from its bookings: each thing that does not is named, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from ltsched.domain.review import StageSettings
from ltsched.domain.stages.table import PREFERENCES
from ltsched.domain.timetable import Milestone, StageResult, Status
from tests.support.agendas import (
    at,
    day,
    moved,
    retold,
)
from tests.support.sample import (
    FAMILY,
    SHAPES,
    Break,
    Named,
    good,
    named,
    plan_with,
    with_stage,
)

BROKEN: dict[str, tuple[Break, Named]] = {
    "the family after the report": (
        lambda plan, found: retold(plan, moved(found, FAMILY, at(28, "10:00"))),
        [("before the report", (FAMILY,))],
    ),
    "another review": (
        lambda plan, found: replace(found, reference="LT-OTHER"),
        [("reference", ("LT-OTHER",))],
    ),
    "another option": (
        lambda plan, found: replace(found, option="full"),
        [("option", ("full",))],
    ),
    "a milestone too early": (
        lambda plan, found: replace(
            found,
            milestones=tuple(
                replace(each, date=each.date - timedelta(days=1)) if each.id == "comments" else each
                for each in found.milestones
            ),
        ),
        [("milestones", ("comments",))],
    ),
    "a milestone left out": (
        lambda plan, found: replace(found, milestones=found.milestones[:-1]),
        [("milestones", ("publication",))],
    ),
    "a milestone invented": (
        lambda plan, found: replace(found, milestones=(*found.milestones, Milestone("party", "Party", day(50)))),
        [("milestones", ("party",))],
    ),
    "a stage told better than it is": (
        lambda plan, found: with_stage(found, "missed attendance", value=0, bound=0),
        [("stage value", ("missed attendance",))],
    ),
    "a report after the deadline told as in time": (
        lambda plan, found: with_stage(found, "late days", value=0, bound=0),
        [("stage value", ("late days",))],
    ),
    "preferences told better than they are": (
        lambda plan, found: with_stage(found, "preferences: trips", value=0, bound=0),
        [("stage value", ("preferences: trips",))],
    ),
    "a stage left out": (
        lambda plan, found: replace(found, stages=found.stages[1:]),
        [("stage missing", ("late days",))],
    ),
    "stages in another order": (
        lambda plan, found: replace(found, stages=(*found.stages[1::-1], *found.stages[2:])),
        [
            (
                "stage order",
                ("missed attendance", "late days", "missed twice", "if-needed", "shape", "finish", *PREFERENCES),
            )
        ],
    ),
    "another unit": (
        lambda plan, found: with_stage(found, "finish", unit="days"),
        [("stage unit", ("finish",))],
    ),
    "a tolerance that nobody gave": (
        lambda plan, found: with_stage(found, "finish", tolerance=3),
        [("stage tolerance", ("finish",))],
    ),
    "a bound above the value": (
        lambda plan, found: with_stage(found, "missed attendance", bound=2),
        [("bound", ("missed attendance",))],
    ),
    "a bound below nothing": (
        lambda plan, found: with_stage(replace(found, status=Status.FEASIBLE), "if-needed", bound=-1),
        [("bound", ("if-needed",))],
    ),
    "optimal without the proof": (
        lambda plan, found: with_stage(found, "missed attendance", bound=0),
        [("status", ("missed attendance",))],
    ),
    "infeasible, and yet a timetable": (
        lambda plan, found: replace(found, status=Status.INFEASIBLE),
        [("status", ())],
    ),
    "a measure told better than it is": (
        lambda plan, found: replace(found, measures={**found.measures, "staff_hours": 1.0}),
        [("measure", ("staff_hours",))],
    ),
}


@pytest.mark.parametrize(("mutate", "expected"), BROKEN.values(), ids=BROKEN.keys())
def test_what_is_broken_is_named(mutate: Break, expected: Named) -> None:
    """One false statement about the whole is named."""
    plan = plan_with()
    assert named(plan, mutate(plan, good(plan))) == expected


def test_stages_follow_the_order_and_tolerances_of_the_review() -> None:
    """What ``[stages]`` says is what the timetable must tell; a tolerance counts as proven."""
    stages = StageSettings(("shape", "finish", "missed-attendance"), {"missed-attendance": 1})
    plan = plan_with(SHAPES["spread"], stages=stages)
    told = {stage.name: stage for stage in good(plan).stages}
    told["missed attendance"] = replace(told["missed attendance"], bound=0, tolerance=1)
    order = ("shape", "evenness", "finish", "missed attendance", "late days", "missed twice", "if-needed", *PREFERENCES)
    found = replace(good(plan), stages=tuple(told[name] for name in order))
    assert named(plan, found) == []


def test_the_family_may_be_heard_on_the_day_of_the_final_report() -> None:
    """On or before that day: the report of a meeting on day 14 is due on day 25."""
    plan = plan_with()
    assert named(plan, retold(plan, moved(good(plan), FAMILY, at(25, "10:00")))) == []


def test_further_stages_are_checked_for_their_bounds_alone() -> None:
    """Stages of other commands have no value that the check can recompute."""
    plan = plan_with()
    found = good(plan)
    right = replace(found, stages=(StageResult("moves", "bookings", 7, 7), *found.stages))
    assert named(plan, right) == []
    wrong = replace(found, stages=(StageResult("moves", "bookings", 7, 8), *found.stages))
    assert named(plan, wrong) == [("bound", ("moves",))]


def test_what_is_not_proven_is_not_optimal_and_may_be_feasible() -> None:
    """A gap in a stage is no violation of a timetable that does not claim to be optimal."""
    plan = plan_with()
    found = with_stage(good(plan), "missed attendance", bound=0)
    assert named(plan, replace(found, status=Status.FEASIBLE)) == []
