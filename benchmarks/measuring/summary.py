"""What the results come to: a line for each instance, and one version against another."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from ltsched.domain.stages.table import PREFERENCES

from .results import Row

__all__ = ["Line", "compared", "comparison_lines", "contradictions", "summarised", "table_lines"]

SETTINGS = ("what", "prove", "workers", "seed", "time_limit_seconds")


@dataclass(frozen=True, slots=True)
class Line:
    """One instance in one version and with the same settings; of several runs the middle ones.

    Parameters
    ----------
    read, first, report, all
        Multiples of the floor: when the review was read, when the first timetable was there, when all stages up to the
        report date were proven, and when the process ended. None where there is no such moment.
    proven
        Whether everything was: every stage, or that there is no timetable.
    result
        In words.
    """

    instance: str
    content: str
    described: str
    source: str
    runs: int
    read: float | None
    first: float | None
    report: float | None
    all: float
    peak_mib: float
    status: str
    proven: bool
    result: str
    settings: Mapping[str, Any]

    @property
    def title(self) -> str:
        """What it shares with the other instances: the version and the settings, in words."""
        how = self.settings
        what = "whole command" if how["what"] == "whole" else "planning"
        proof = ", all proven" if how["prove"] else ""
        workers = f"{how['workers']} worker{'s' if how['workers'] > 1 else ''}"
        limit = f"limit {how['time_limit_seconds']:g} s"
        return f"{self.described} ({self.source}): {what}{proof}, {workers}, seed {how['seed']}, {limit}"

    def as_dict(self) -> dict[str, Any]:
        """Return it in the types of JSON."""
        return asdict(self)


def summarised(rows: Iterable[Row]) -> list[Line]:
    """Return a line for each instance, version and settings, in the order in which they came first."""
    groups: dict[tuple[Any, ...], list[Row]] = {}
    for row in rows:
        key = (row["instance"], row["content"], row["source"], *(row[name] for name in SETTINGS))
        groups.setdefault(key, []).append(row)
    return [_line(group) for group in groups.values()]


def _line(rows: Sequence[Row]) -> Line:
    middle = sorted(rows, key=lambda row: row["times_the_floor"])[(len(rows) - 1) // 2]
    stages = middle["stages"]
    return Line(
        instance=middle["instance"],
        content=middle["content"],
        described=middle["described"],
        source=middle["source"],
        runs=len(rows),
        read=_middle(rows, lambda row: row["read_seconds"]),
        first=_middle(rows, lambda row: row["first_seconds"]),
        report=_middle(rows, _report_seconds),
        all=statistics.median(row["times_the_floor"] for row in rows),
        peak_mib=statistics.median(row["peak_mib"] for row in rows),
        status=middle["status"],
        proven=middle["status"] == "infeasible" or (bool(stages) and all(_is_proven(stage) for stage in stages)),
        result=_result(middle),
        settings={name: middle[name] for name in SETTINGS},
    )


def _middle(rows: Sequence[Row], seconds: Any) -> float | None:
    found = [seconds(row) / row["floor_seconds"] for row in rows if seconds(row) is not None]
    return statistics.median(found) if len(found) == len(rows) else None


def _report_seconds(row: Row) -> float | None:
    found = [stage["seconds"] for stage in row["stages"] if stage["name"] not in PREFERENCES]
    return None if not found or None in found else max(found)


def _is_proven(stage: Mapping[str, Any]) -> bool:
    """Return whether it is at its bound, or within what the review tolerates beyond that."""
    return stage["value"] <= stage["bound"] or stage["seconds"] is not None


def _result(row: Row) -> str:
    """Return how it ended, and what is not proven: ``optimal, lunch 3 ≥ 2``."""
    short = [
        f"{stage['name'].removeprefix('preferences: ')} {stage['value']} ≥ {stage['bound']}"
        for stage in row["stages"]
        if not _is_proven(stage)
    ]
    return ", ".join([row["status"], *short])


def table_lines(lines: Sequence[Line], width: int = 80) -> Iterator[str]:
    """Yield a table, at most `width` columns wide."""
    name = max([8, *(len(line.instance) for line in lines)])
    yield f"{'instance':<{name}}{'read':>6}{'first':>6}{'report':>7}{'all':>7}{'MiB':>5}  result"
    for line in lines:
        left = (
            f"{line.instance:<{name}}{_times(line.read):>6}{_times(line.first):>6}{_times(line.report):>7}"
            f"{_times(line.all):>7}{line.peak_mib:>5.0f}  "
        )
        told = f"{line.result} ({line.runs} runs)" if line.runs > 1 else line.result
        room = width - len(left)
        yield left + (told if len(told) <= room else told[: room - 1] + "…")


def _times(number: float | None) -> str:
    return "–" if number is None else f"{number:.1f}"


def compared(lines: Sequence[Line], one: str, other: str) -> list[tuple[Line, Line]]:
    """Return the lines of version `one` with those of `other` for the same instance and settings.

    A version is told by what git calls it, or by the beginning of the hash of its source. The last one counts.
    """

    def of(version: str) -> dict[tuple[Any, ...], Line]:
        return {
            (line.instance, *line.settings.values()): line
            for line in lines
            if line.described == version or line.source.startswith(version)
        }

    ours, theirs = of(one), of(other)
    return [(line, theirs[key]) for key, line in ours.items() if key in theirs]


def comparison_lines(pairs: Sequence[tuple[Line, Line]]) -> Iterator[str]:
    """Yield a table of how many times longer the second one of each pair takes, and their geometric mean."""
    name = max([8, *(len(one.instance) for one, _ in pairs)])
    yield f"{'instance':<{name}}{'first':>14}{'report':>14}{'all':>14}{'ratio':>7}"
    ratios = []
    for one, other in pairs:
        ratios.append(other.all / one.all)
        both = ((one.first, other.first), (one.report, other.report), (one.all, other.all))
        cells = "".join(f"{_times(ours) + ' ' + _times(theirs):>14}" for ours, theirs in both)
        # A run that was ended before its proof says only how long it took at least.
        sign = ("" if one.proven else "<") + ("" if other.proven else ">")
        yield f"{one.instance:<{name}}{cells}{sign + format(ratios[-1], '.2f'):>7}"
    if ratios:
        yield f"geometric mean of {len(ratios)}: {statistics.geometric_mean(ratios):.2f}"


def contradictions(lines: Sequence[Line], rows: Iterable[Row], verdicts: Mapping[str, str]) -> Iterator[str]:
    """Yield what cannot be: a verdict other than the known one, or two proofs of the same stage that differ."""
    for line in lines:
        expected = verdicts.get(line.instance)
        found = {"optimal": "possible", "feasible": "possible", "infeasible": "impossible"}.get(line.status)
        if expected and found and expected != found:
            yield f"{line.instance}: {found} in {line.described}, and known to be {expected}"
    proofs: dict[tuple[str, str, tuple[Any, ...]], tuple[int, str]] = {}
    for row in rows:
        before: tuple[Any, ...] = ()
        for stage in row["stages"]:
            if not _is_proven(stage):
                break
            key = (row["instance"], row["content"], (*before, stage["name"]))
            value, described = proofs.setdefault(key, (stage["value"], row["described"]))
            if value != stage["value"]:
                yield (
                    f"{row['instance']}: {stage['name']} is proven as {value} in {described}, "
                    f"and as {stage['value']} in {row['described']}"
                )
                break
            before = (*before, stage["name"], stage["value"])
