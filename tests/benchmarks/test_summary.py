"""What rows of results come to: lines, comparisons, contradictions."""

from __future__ import annotations

from typing import Any

import pytest

from benchmarks.measuring.results import Row
from benchmarks.measuring.summary import (
    Line,
    compared,
    comparison_lines,
    contradictions,
    summarised,
    table_lines,
)


def stage(name: str, value: int, bound: int, seconds: float | None) -> dict[str, Any]:
    return {"name": name, "value": value, "bound": bound, "seconds": seconds}


def row(source: str = "aaa", seconds: float = 10.0, **other: Any) -> Row:
    """A row of an instance of two stages, both proven; the floor takes half a second."""
    found: Row = {
        "instance": "week",
        "content": "c",
        "source": source,
        "described": f"git-{source}",
        "what": "plan",
        "prove": False,
        "workers": 1,
        "seed": 0,
        "time_limit_seconds": 60.0,
        "turn": 1,
        "status": "optimal",
        "seconds": seconds,
        "floor_seconds": 0.5,
        "times_the_floor": seconds / 0.5,
        "peak_mib": 100.0,
        "read_seconds": 1.0,
        "first_seconds": 2.0,
        "stages": [stage("finish", 7, 7, 4.0), stage("preferences: lunch", 3, 3, 9.0)],
    }
    return found | other


def test_times_are_multiples_of_the_floor_and_the_report_comes_before_the_preferences() -> None:
    [line] = summarised([row()])
    assert (line.read, line.first, line.report, line.all) == (2.0, 4.0, 8.0, 20.0)
    assert line.proven
    assert line.result == "optimal"


def test_of_several_runs_the_middle_counts() -> None:
    lines = summarised([row(seconds=10.0), row(seconds=40.0, turn=2), row(seconds=12.0, turn=3)])
    assert [(line.runs, line.all) for line in lines] == [(3, 24.0)]


def test_what_is_not_proven_is_named_with_its_bound() -> None:
    """And has no moment at which it was."""
    open_stages = [stage("finish", 7, 5, None), stage("preferences: lunch", 3, 0, None)]
    [line] = summarised([row(status="feasible", stages=open_stages)])
    assert line.result == "feasible, finish 7 ≥ 5, lunch 3 ≥ 0"
    assert line.report is None
    assert not line.proven


def test_a_stage_within_its_tolerance_is_proven() -> None:
    [line] = summarised([row(stages=[stage("finish", 7, 5, 4.0)])])
    assert line.proven
    assert line.result == "optimal"


def test_impossible_is_a_proof_and_nothing_found_is_none() -> None:
    without: dict[str, Any] = {"stages": [], "first_seconds": None}
    [impossible] = summarised([row(status="infeasible", **without)])
    [unknown] = summarised([row(status="unknown", **without)])
    assert impossible.proven
    assert not unknown.proven
    assert impossible.first is impossible.report is None


def test_the_table_is_no_wider_than_a_screen() -> None:
    """What does not fit is cut, and says so."""
    long = [stage(f"preferences: number {k}", 30, 0, None) for k in range(5)]
    lines = list(table_lines(summarised([row(), row(instance="a-review-of-many-people", stages=long)])))
    assert max(map(len, lines)) <= 80
    assert lines[-1].endswith("…")


def versions() -> list[Line]:
    return summarised([row("aaa", 20.0), row("bbb", 10.0), row("bbb", 10.0, instance="other"), row("bbb", seed=1)])


def test_two_versions_are_compared_where_both_were_run_with_the_same_settings() -> None:
    [(new, old)] = compared(versions(), "git-bbb", "aaa")
    assert (new.source, old.source) == ("bbb", "aaa")
    shown = list(comparison_lines([(new, old)]))
    assert "2.00" in shown[1]
    assert shown[-1] == "geometric mean of 1: 2.00"
    assert compared(versions(), "bbb", "ccc") == []


def test_the_ratio_of_a_run_without_proof_is_a_limit() -> None:
    ended: dict[str, Any] = {"status": "unknown", "stages": []}
    [pair] = compared(summarised([row("aaa", 20.0, **ended), row("bbb", 10.0)]), "bbb", "aaa")
    assert ">2.00" in list(comparison_lines([pair]))[1]


@pytest.mark.parametrize(
    ("status", "verdict", "wrong"),
    [
        ("optimal", "possible", False),
        ("feasible", "impossible", True),
        ("infeasible", "possible", True),
        ("infeasible", "impossible", False),
        ("unknown", "impossible", False),
    ],
)
def test_a_verdict_other_than_the_known_one_is_told(status: str, verdict: str, wrong: bool) -> None:
    rows = [row(status=status)]
    assert bool(list(contradictions(summarised(rows), rows, {"week": verdict}))) is wrong


def test_two_proofs_of_one_stage_that_differ_are_told() -> None:
    """But only where all stages before it have the same values, and both are proofs."""
    other = [stage("finish", 6, 6, 4.0), stage("preferences: lunch", 4, 4, 9.0)]
    rows = [row("aaa"), row("bbb", stages=other)]
    assert list(contradictions(summarised(rows), rows, {})) == [
        "week: finish is proven as 7 in git-aaa, and as 6 in git-bbb"
    ]
    worse = [stage("finish", 8, 6, None), stage("preferences: lunch", 4, 4, None)]
    rows = [row("aaa"), row("bbb", stages=worse)]
    assert not list(contradictions(summarised(rows), rows, {}))
