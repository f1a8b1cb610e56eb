"""What an option comes to, in few words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ltsched.domain.timetable import StageResult, Status
from ltsched.domain.words.explaining.telling_of import telling_of
from ltsched.report.words.outcome_words import fullness_words, status_line, why_line
from tests.support.comparisons import comparison, outcome
from tests.support.explained import explained, explained_agenda
from tests.support.reasons import because


def test_places_in_the_order_of_fullness() -> None:
    """Equals share a place, the next one counts all before it, and who is not ranked has none."""
    outcomes = [outcome(f"o{n}", fullness=rank) for n, rank in enumerate((4, 3, 3, 2, 0))]
    all_of_them = comparison(*outcomes)
    assert [fullness_words(each, all_of_them) for each in outcomes] == ["1", "2=", "2=", "4", "not ranked"]


@pytest.mark.parametrize(
    ("status", "reasons", "said"),
    [
        (Status.OPTIMAL, (), "proven"),
        (Status.INFEASIBLE, (), "impossible"),
        (
            Status.INFEASIBLE,
            ("l1 is away", "it would fit without l1"),
            "impossible: l1 is away; it would fit without l1",
        ),
        (Status.UNKNOWN, (), "nothing found in time"),
        (Status.UNKNOWN, ("stopped before it was planned",), "nothing found in time: stopped before it was planned"),
    ],
)
def test_the_status_in_words(status: Status, reasons: tuple[str, ...], said: str) -> None:
    """Impossible is proven, and nothing found is not; both with their reasons."""
    assert status_line(outcome(status=status, reasons=because(*reasons))) == said


def test_what_is_not_proven_says_by_how_much() -> None:
    """Each stage with a gap; those that are proven, within their tolerance too, are left out."""
    stages = (
        StageResult("late days", "working days", 3, 3),
        StageResult("missed attendance", "people", 5, 2, tolerance=1),
        StageResult("finish", "working days", 9, 7, tolerance=2),
        StageResult("shape", "working days", 9, 8),
    )
    found = outcome(status=Status.FEASIBLE)
    assert found.timetable is not None
    unsure = replace(found, timetable=replace(found.timetable, stages=stages))
    assert status_line(unsure) == "best found, not proven: missed attendance might be 2 less, shape might be 1 less"


def test_of_a_clash_that_is_not_the_smallest_the_reasons_say_more() -> None:
    """They are told with names, where they have any."""
    reasons = (replace(*because("l1 is away"), names="Ann Lee (l1) is away"),)
    telling = telling_of(explained(), explained_agenda())
    unsure = replace(telling, clashes=tuple(replace(clash, smallest=False) for clash in telling.clashes))
    made = outcome(status=Status.INFEASIBLE, reasons=reasons)
    assert why_line(replace(made, telling=telling)) == f"impossible: {telling.clashes[0].said.names}"
    assert why_line(replace(made, telling=unsure)) == "impossible: Ann Lee (l1) is away"
    assert why_line(replace(made, telling=unsure, reasons=())) == f"impossible: {telling.clashes[0].said.names}"
