"""What the comparison prints: ratios that do not claim more than was measured, in lines that fit a terminal."""

from __future__ import annotations

from benchmarks.comparison.runs import Run, Settled, middle
from benchmarks.comparison.tables import Comparison
from ltsched.domain.stages.table import PREFERENCES

NAMES = ("late days", "missed attendance", "if-needed", "shape", "evenness", "finish", *PREFERENCES)


def run(seconds_a_stage: float, proven: int = len(NAMES), *, prepared: float = 0.0) -> Run:
    """A run that proved the first `proven` stages, each in `seconds_a_stage`, and was ended in the next one."""
    reached = NAMES[: proven + 1]
    stages = tuple(
        Settled(name, 123_456, 123_456 if number <= proven else 0, prepared + number * seconds_a_stage)
        for number, name in enumerate(reached, 1)
    )
    return Run(stages, prepared, stages[-1].seconds)


def comparison(ours: Run, textbook: Run) -> Comparison:
    """A comparison of two runs, the totals of three runs told."""
    return Comparison("speed-plus", 30, 27, ours, textbook, (1.0, 2.0, 1000.0), (1.0, 2.0, 1000.0))


def test_the_ratio_is_of_the_time_to_the_last_proof_of_the_group() -> None:
    """Ten times the time for each stage is ten times the time for the first two, and for all."""
    compared = comparison(run(1.0), run(10.0))
    assert [compared.ratio(names) for names in compared.groups().values()] == [(10.0, True)] * 3


def test_a_textbook_run_that_was_ended_gives_the_least_the_ratio_can_be() -> None:
    """It proved five stages in 50 s and was ended at 60 s: ltsched needed 2 s for two and 10 s for all ten."""
    compared = comparison(run(1.0), run(10.0, proven=5))
    assert [compared.ratio(names) for names in compared.groups().values()] == [
        (10.0, True),
        (10.0, False),
        (6.0, False),
    ]
    assert any("> 6.0×" in line for line in compared.lines())


def test_without_a_proof_of_ltsched_there_is_no_ratio() -> None:
    """A stage that ltsched has not proven is no success to be counted."""
    compared = comparison(run(1.0, proven=5), run(10.0))
    assert list(compared.groups()) == ["first two stages", "up to finish", "all stages"]
    assert compared.ratio(NAMES) is None
    assert any("not proven" in line for line in compared.lines())


def test_solving_leaves_out_the_diaries_on_both_sides() -> None:
    """2 s of 12 s and 5 s of 105 s went to the diaries; 10 s and 100 s to the models."""
    compared = comparison(run(1.0, prepared=2.0), run(10.0, prepared=5.0))
    assert compared.ratio(NAMES) == (105 / 12, True)
    assert compared.ratio(NAMES, solving=True) == (10.0, True)


def test_the_table_fits_eighty_columns() -> None:
    """Long names, large numbers and runs of different lengths included."""
    lines = list(comparison(run(111.0), run(1111.0, proven=3)).lines())
    assert all(name in "\n".join(lines) for name in NAMES)
    assert max(map(len, lines)) <= 80


def test_the_middle_run_is_the_one_that_counts() -> None:
    """Of three runs the one in the middle, of two the faster one."""
    fast, usual, slow = run(1.0), run(2.0), run(9.0)
    assert middle([slow, fast, usual]) is usual
    assert middle([slow, usual]) is usual
