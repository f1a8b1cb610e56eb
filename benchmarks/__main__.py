"""Measure ltsched on the hard instances: ``python -m benchmarks run`` and ``python -m benchmarks summarise``."""

from __future__ import annotations

import json
import signal
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from benchmarks.hard.index import INSTANCES, read_index
from benchmarks.measuring.results import RESULTS, Row, read_rows
from benchmarks.measuring.runs import Settings, run_all
from benchmarks.measuring.sources import content_hash
from benchmarks.measuring.summary import Line, compared, comparison_lines, contradictions, summarised, table_lines

app = typer.Typer(add_completion=False, no_args_is_help=True, help=__doc__, pretty_exceptions_enable=False)

ResultsFlag = Annotated[Path, typer.Option("--results", metavar="FILE", help="Where the rows are.")]
OnlyFlag = Annotated[
    list[str] | None,
    typer.Option("--only", metavar="NAME", help="Only this one, or all that begin so; may be repeated."),
]
FolderFlag = Annotated[Path, typer.Option("--instances", metavar="FOLDER", help="Where the instances are.")]


@app.command()
def run(
    only: OnlyFlag = None,
    time_limit: Annotated[float, typer.Option(min=0.1, metavar="SECONDS", help="Of processor time.")] = 60.0,
    workers: Annotated[int, typer.Option(min=1, max=64, metavar="NUMBER", help="Threads of CP-SAT.")] = 1,
    seed: Annotated[int, typer.Option(min=0, max=2**31 - 1, metavar="NUMBER", help="Start the search elsewhere.")] = 0,
    prove: Annotated[bool, typer.Option("--prove", help="Go on until everything is proven.")] = False,
    whole: Annotated[bool, typer.Option("--whole", help="Measure the whole `ltsched plan`, files included.")] = False,
    repeat: Annotated[int, typer.Option(min=1, metavar="NUMBER", help="How often, by turns.")] = 1,
    instances: FolderFlag = INSTANCES,
    results: ResultsFlag = RESULTS,
) -> None:
    """Run instances, each in a process of its own, and add a row for each; what is there is not run again."""
    names = [path.parent.name for path in sorted(instances.glob("*/review.toml"))]
    if not names:
        print(f"there are no instances in {instances}: it has no folder with a review.toml", file=sys.stderr)
        raise typer.Exit(2)
    wanted = _wanted(names, only)
    settings = Settings(time_limit, workers, seed, prove, whole, repeat)

    def tell(name: str, row: Row | None) -> None:
        if row is None:
            print(f"{name}: is there")
            return
        [line] = summarised([row])
        print(f"{name}: {row['seconds']:.1f} s, {line.all:.1f} times the floor; {line.result}", flush=True)

    # Who ends this ends the run that it waits for, too.
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))
    rows = run_all([instances / name for name in wanted], results, settings, tell)
    failed = [row["instance"] for row in rows if row["status"] in ("failed", "killed")]
    for name in dict.fromkeys(failed):
        print(f"{name}: no result; see the row in {results}", file=sys.stderr)
    if _contradict(rows, instances) or failed:
        raise typer.Exit(1)


@app.command()
def summarise(
    only: OnlyFlag = None,
    against: Annotated[
        tuple[str, str] | None,
        typer.Option("--against", metavar="OLD NEW", help="Two versions, as git calls them or by their hash."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Write it as JSON.")] = False,
    instances: FolderFlag = INSTANCES,
    results: ResultsFlag = RESULTS,
) -> None:
    """Show what the results come to, in multiples of the floor: see README.md."""
    rows = read_rows(results)
    if not rows:
        print(f"there are no results in {results}; `python -m benchmarks run` makes some", file=sys.stderr)
        raise typer.Exit(2)
    wanted = _wanted(list(dict.fromkeys(row["instance"] for row in rows)), only)
    rows = [row for row in rows if row["instance"] in wanted]
    now = [row for row in rows if _is_now(row, instances)]
    if len(now) < len(rows):
        print(f"{len(rows) - len(now)} of {len(rows)} rows are of instances that have changed since", file=sys.stderr)
        rows = now
    lines = summarised(rows)
    if against:
        pairs = compared(lines, against[1], against[0])
        if not pairs:
            there = ", ".join(dict.fromkeys(f"{line.described} ({line.source})" for line in lines))
            print(f"nothing was run with both {against[0]} and {against[1]}; there are {there}", file=sys.stderr)
            raise typer.Exit(2)
        if as_json:
            print(json.dumps([{"new": one.as_dict(), "old": other.as_dict()} for one, other in pairs], indent=2))
        else:
            print(
                f"in multiples of the floor: {against[1]} and {against[0]}, and how many times longer the latter takes"
            )
            print(*comparison_lines(pairs), sep="\n")
    elif as_json:
        print(json.dumps([line.as_dict() for line in lines], indent=2))
    else:
        _show(lines)
    if _contradict(rows, instances):
        raise typer.Exit(1)


def _show(lines: list[Line]) -> None:
    groups: dict[tuple[Any, ...], list[Line]] = {}
    for line in lines:
        groups.setdefault((line.source, *line.settings.values()), []).append(line)
    for number, group in enumerate(groups.values()):
        if number:
            print()
        print(group[0].title)
        print(*table_lines(group), sep="\n")


def _wanted(names: list[str], only: list[str] | None) -> list[str]:
    """Return those of `names` that are asked for; end with a message where one asked for is none."""
    if not only:
        return names
    for asked in only:
        if not any(name.startswith(asked) for name in names):
            print(f"there is no instance {asked!r}; there are {', '.join(names)}", file=sys.stderr)
            raise typer.Exit(2)
    return [name for name in names if any(name.startswith(asked) for asked in only)]


def _is_now(row: Row, instances: Path) -> bool:
    """Return whether the instance of `row` is still what it was; one that is not here may be."""
    folder = instances / row["instance"]
    return not folder.is_dir() or content_hash(folder) == row["content"]


def _contradict(rows: list[Row], instances: Path) -> bool:
    """Say what cannot be, and return whether there is any of it."""
    index = instances / "index.toml"
    verdicts = {known.name: known.verdict for known in read_index(instances)} if index.exists() else {}
    found = list(contradictions(summarised(rows), rows, verdicts))
    for text in found:
        print(f"error: {text}", file=sys.stderr)
    return bool(found)


if __name__ == "__main__":
    app()
