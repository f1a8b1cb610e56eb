"""Who is better, and what must not be: said in a table, and told as a contradiction."""

from __future__ import annotations

import sys

import pytest

from benchmarks.rivals.__main__ import main
from benchmarks.rivals.compare import Row, contradictions
from benchmarks.rivals.judged import Judged, better
from benchmarks.rivals.tables import row_lines, summary_lines
from ltsched.domain.timetable import StageResult


def row(theirs: dict[str, int] | None, *, bounds: tuple[int, int] = (0, 5), status: str = "optimal") -> Row:
    """A review of two stages, 0 late days and 5 missed by ltsched, against one other."""
    values = (0, 5)
    names = ("late days", "missed attendance")
    ours = tuple(StageResult(name, "", v, b) for name, v, b in zip(names, values, bounds, strict=True))
    stages = () if status == "infeasible" else ours
    return Row("tiny", status, 1.0, stages, {"by hand": Judged(theirs)}, {})


def test_the_first_stage_that_differs_decides() -> None:
    """Better in a later stage is no better if an earlier one is worse."""
    assert better({"a": 1, "b": 0}, {"a": 1, "b": 2}) == "b"
    assert better({"a": 2, "b": 0}, {"a": 1, "b": 2}) is None
    assert better({"a": 1, "b": 2}, {"a": 1, "b": 2}) is None


def test_below_a_bound_is_a_contradiction() -> None:
    """Who is better than a bound has shown that it is wrong; who is better than an open value has not."""
    found = {"late days": 0, "missed attendance": 4}
    assert contradictions(row(found)) == ["tiny: by hand has missed attendance 4, proven to be at least 5"]
    assert contradictions(row(found, bounds=(0, 3))) == []
    assert contradictions(row({"late days": 1, "missed attendance": 0})) == []
    assert contradictions(row({"late days": 0, "missed attendance": 5})) == []
    assert contradictions(row(None)) == []


def test_a_timetable_of_what_is_impossible_is_a_contradiction() -> None:
    """A timetable that has passed the check, where there is said to be none."""
    found = row({"late days": 0, "missed attendance": 4}, status="infeasible")
    assert contradictions(found) == ["tiny: by hand has a timetable, proven to be impossible"]
    assert contradictions(row(None, status="infeasible")) == []


@pytest.mark.parametrize(
    ("theirs", "bounds", "words"),
    [
        ({"late days": 0, "missed attendance": 5}, (0, 5), "by hand: as good in every stage"),
        ({"late days": 0, "missed attendance": 7}, (0, 5), "by hand: worse: missed attendance 7 against 5"),
        ({"late days": 0, "missed attendance": 4}, (0, 3), "BETTER: missed attendance 4 against 5, proven at least 3"),
        (None, (0, 5), "by hand: worse: found no timetable"),
    ],
)
def test_the_table_says_who_is_better(theirs: dict[str, int] | None, bounds: tuple[int, int], words: str) -> None:
    """One sentence for each of the others, within 80 columns; the summary counts it."""
    lines = [*row_lines(row(theirs, bounds=bounds)), *summary_lines([row(theirs, bounds=bounds)])]
    assert words in "\n".join(lines)
    assert all(len(line) <= 80 for line in lines)


def test_a_review_that_is_not_there_is_wrong_use(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One message names it; exit code 2."""
    monkeypatch.setattr(sys, "argv", ["rivals", "nowhere"])
    with pytest.raises(SystemExit) as left:
        main()
    assert left.value.code == 2
    assert "no scenario, no instance and no folder with a review.toml: nowhere" in capsys.readouterr().err


def test_missing_timefold_is_told_with_what_goes_without(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 2, what to install, and the flag that leaves it out."""
    monkeypatch.setattr("benchmarks.rivals.timefold._jars", lambda: None)
    monkeypatch.setattr(sys, "argv", ["rivals", "focused"])
    assert main() == 2
    assert "Without Timefold: --no-timefold" in capsys.readouterr().err
