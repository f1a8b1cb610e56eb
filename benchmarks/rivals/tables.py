"""What the comparison shows: a table for each review, and a line for each at the end; at most 80 columns wide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .compare import Row
from .judged import Judged

__all__ = ["row_lines", "summary_lines"]

NAME, COLUMN = 24, 14


def row_lines(row: Row) -> Iterator[str]:
    """Yield the table of one review: a stage a line."""
    yield f"{row.instance}: {row.status} in {row.seconds:.2f} s"
    if row.left_out:
        yield f"  the others were not asked: {row.left_out}"
        return
    if row.stages or any(judged.values for judged in row.others.values()):
        yield _line("", ["ltsched", *row.others])
        for index, name in enumerate(_stage_names(row)):
            ours = "–"
            if row.stages:
                stage = row.stages[index]
                ours = str(stage.value) if stage.proven else f"{stage.value} (≥ {stage.bound})"
            theirs = [str(judged.values[name]) if judged.values else "–" for judged in row.others.values()]
            yield _line(name, [ours, *theirs])
        yield _line("found after seconds", ["", *(_seconds(judged) for judged in row.others.values())])
        yield _line("of seconds", [f"{row.seconds:.2f}", *(_given(row, name) for name in row.others)])
    for name in row.others:
        yield f"  {name}: {_verdict(row, name)}"


def summary_lines(rows: Sequence[Row]) -> Iterator[str]:
    """Yield a line for each review and each of the others, then how often each was better, as good or worse."""
    names = list(dict.fromkeys(name for row in rows for name in row.others))
    if not names:
        return
    yield f"{'against ltsched':<{NAME}}{'better':>8}{'as good':>9}{'worse':>8}{'neither has one':>17}"
    for name in names:
        counts = {"better": 0, "as good": 0, "worse": 0, "neither": 0}
        for row in rows:
            if name in row.others:
                counts[_word(row, name)] += 1
        better, good, worse, neither = counts.values()
        yield f"{name:<{NAME}}{better:>8}{good:>9}{worse:>8}{neither:>17}"


def _word(row: Row, name: str) -> str:
    if row.better_at(name):
        return "better"
    if row.worse_at(name):
        return "worse"
    return "as good" if row.values else "neither"


def _verdict(row: Row, name: str) -> str:
    judged = row.others[name]
    if at := row.better_at(name):
        bound = next((f", proven at least {stage.bound}" for stage in row.stages if stage.name == at), "")
        return f"BETTER: {at}{_against(row, name, at)}{bound}"
    if at := row.worse_at(name):
        if judged.broken:
            more = f" and {len(judged.broken) - 1} more" if len(judged.broken) > 1 else ""
            return f"worse: no timetable; what it has breaks a rule ({judged.broken[0]}{more})"
        return f"worse: {at}{_against(row, name, at)}" if judged.values else "worse: found no timetable"
    return "as good in every stage" if row.values else "found no timetable either"


def _against(row: Row, name: str, at: str) -> str:
    theirs, ours = row.others[name].values, row.values
    return f" {theirs[at]} against {ours[at]}" if theirs and ours else ""


def _stage_names(row: Row) -> list[str]:
    """Return the stages, in order: all who have a timetable have the same."""
    if row.values:
        return list(row.values)
    return next(list(judged.values) for judged in row.others.values() if judged.values)


def _seconds(judged: Judged) -> str:
    return "–" if judged.seconds is None else f"{judged.seconds:.2f}"


def _given(row: Row, name: str) -> str:
    return f"{row.limits[name]:.2f}" if name in row.limits else ""


def _line(name: str, cells: Sequence[str]) -> str:
    return f"{name:<{NAME}}{''.join(f'{cell:>{COLUMN}}' for cell in cells)}".rstrip()
