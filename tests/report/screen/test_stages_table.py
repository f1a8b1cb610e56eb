"""How good a timetable is, in words and as a table."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from ltsched.domain.timetable import StageResult, Status
from ltsched.report.screen.stages_table import measures_line, stages_table, verdict
from tests.support.made_up import made_up_agenda, made_up_timetable
from tests.support.printing import printed


@pytest.mark.parametrize(
    ("stage", "said"),
    [
        (StageResult("finish", "working days", 9, 9), "finish 9 9 working days proven"),
        (StageResult("finish", "working days", 9, 7), "finish 9 7 working days might be 2 less"),
        (StageResult("finish", "working days", 9, 7, 2), "finish 9 7 working days proven, with the tolerance of 2"),
    ],
)
def test_a_stage_says_what_is_proven_about_it(stage: StageResult, said: str) -> None:
    found = replace(made_up_timetable(made_up_agenda()), stages=(stage,))
    assert printed(stages_table(found)).splitlines()[-1] == said


def test_the_verdict_names_each_open_stage() -> None:
    stages = (
        StageResult("late days", "working days", 0, 0),
        StageResult("finish", "working days", 9, 7, 1),
        StageResult("trips", "days", 3, 0),
    )
    found = replace(made_up_timetable(made_up_agenda()), stages=stages, status=Status.FEASIBLE)
    assert verdict(found).plain == "Best found; not proven: finish might be 1 less, trips 3."


UP_TO_THE_REPORT = "Proven up to the report date: no timetable is better there."
LUNCH_IS_OPEN = (StageResult("finish", "working days", 9, 9), StageResult("preferences: lunch", "bookings", 3, 2))


@pytest.mark.parametrize(
    ("ended", "said"),
    [
        ({}, "Not proven: lunch 3, at least 2 (--prove goes on)."),
        ({"proving": True}, "Not proven: lunch 3, at least 2."),
        ({"interrupted": True}, "Stopped by you; not proven: lunch 3, at least 2."),
        ({"interrupted": True, "proving": True}, "Stopped by you; not proven: lunch 3, at least 2."),
        (
            {"time_limit_seconds": 25.0, "proving": True},
            "Not proven in 25 seconds: lunch 3, at least 2 (a longer --time-limit goes on).",
        ),
    ],
)
def test_why_a_preference_is_open_is_told_and_what_goes_on(ended: dict[str, Any], said: str) -> None:
    """Nobody is told to add a flag that was given, nor left without a word of what ended the planning."""
    found = replace(made_up_timetable(made_up_agenda()), stages=LUNCH_IS_OPEN)
    assert verdict(found, **ended).plain == f"{UP_TO_THE_REPORT}\n{said}"


def test_what_was_planned_again_is_proven_among_those_that_move_as_little() -> None:
    found = made_up_timetable(made_up_agenda())
    moved = replace(found, stages=(StageResult("moved", "bookings", 1, 1), *found.stages))
    assert verdict(moved).plain == "Proven: no timetable that moves as little is better in any stage."


def test_a_proof_with_tolerances_says_so() -> None:
    found = made_up_timetable(made_up_agenda())
    assert verdict(found).plain == "Proven: no timetable is better in any stage."
    tolerant = replace(found, stages=(StageResult("finish", "working days", 9, 7, 2),))
    assert verdict(tolerant).plain == "Proven: no timetable is better in any stage by more than its tolerance."


def test_what_lies_beyond_the_span_is_told() -> None:
    found = made_up_timetable(made_up_agenda())
    measures = {"elapsed_weeks": 24.6, "staff_hours": 312.5, "attendance_share": 0.934, "days_beyond_span": 3}
    told = "24.6 weeks to the final report, 312.5 staff hours, 93% of the places filled"
    beyond = "the last meeting lies 3 working days beyond the span"
    assert measures_line(replace(found, measures=measures)).plain == f"{told}; {beyond}"
    assert measures_line(replace(found, measures={**measures, "days_beyond_span": 0})).plain == told
