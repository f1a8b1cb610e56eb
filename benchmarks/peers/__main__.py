"""Plan the instances of others: ``python -m benchmarks.peers csplib|workbooks FOLDER``; see README.md."""

from __future__ import annotations

import argparse
import dataclasses
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.peers.checks import ProblemRow, WorkbookRow, check_problem, check_workbook
from benchmarks.peers.csplib import NotUnderstood, problems, verdicts
from benchmarks.peers.workbook import read_workbook
from benchmarks.run import limit

INSTANCES, RESULTS = "instances.md", "results.md"


def problem_rows(asked: argparse.Namespace) -> Iterator[ProblemRow]:
    """Yield how each instance of CSPLib 046 went; the results are looked at if they are there."""
    folder: Path = asked.folder
    results = folder / RESULTS
    published = verdicts(results.read_text(encoding="utf-8")) if results.is_file() else {}
    found = problems((folder / INSTANCES).read_text(encoding="utf-8"))
    if not found:
        raise NotUnderstood(f"{INSTANCES}: there is no line **Instance #1**")
    for problem in found:
        if not asked.only or str(problem.number) in asked.only:
            yield check_problem(problem, published, asked.time_limit)


def workbook_rows(asked: argparse.Namespace) -> Iterator[WorkbookRow]:
    """Yield how each workbook went: with everybody and, where that is not possible or not found, those required."""
    for path in sorted(asked.folder.glob("*.xlsx"), key=lambda path: (len(path.stem), path.stem)):
        if not asked.only or any(path.stem.startswith(name) for name in asked.only):
            book = read_workbook(path)
            row = check_workbook(book, True, asked.time_limit)
            yield row
            if row.hard is None:
                yield check_workbook(book, False, asked.time_limit)


def problem_line(row: ProblemRow) -> str:
    """Return one line of the table."""
    published = {True: "solution", False: "impossible", None: "–"}[row.published]
    searched = "too hard" if not row.search_told else "impossible" if row.searched is None else str(row.searched)
    ours = "impossible" if row.status == "infeasible" else "unknown" if row.last is None else str(row.last)
    if row.last is not None and row.bound != row.last:
        ours += f" (≥ {row.bound})"
    return f"{row.number:>8}  {published:<12}{searched:>12}{ours:>14}{row.seconds:>10.2f}"


def workbook_line(row: WorkbookRow) -> str:
    """Return one line of the table."""
    missed = (
        "–" if row.missed is None else str(row.missed) if row.missed == row.bound else f"{row.missed} (≥ {row.bound})"
    )
    worth = "–" if row.hard is None else f"{row.hard} / {row.medium} / {row.soft}"
    who = "everybody" if row.everybody else "required"
    return f"{row.meetings:>8}  {who:<11}{row.status:<12}{missed:>11}{worth:>21}{row.seconds:>10.2f}"


def arguments() -> argparse.Namespace:
    """Return what was asked for."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.peers",
        description="Plan the instances of others, and check what comes of it; their files are not part of this.",
    )
    kinds = parser.add_subparsers(dest="kind", required=True)
    for kind, words in (
        ("csplib", f"problem 046 of CSPLib: FOLDER has {INSTANCES} and, if it is to be compared, {RESULTS}"),
        ("workbooks", "OptaPlanner's meeting scheduling: FOLDER has .xlsx files"),
    ):
        own = kinds.add_parser(kind, help=words, description=words)
        own.add_argument("folder", type=Path, metavar="FOLDER")
        own.add_argument("--only", nargs="+", metavar="NAME", help="numbers, or beginnings of names (all)")
        own.add_argument("--time-limit", type=limit, default=60.0, metavar="SECONDS", help="for each plan (60)")
        own.add_argument("--json", action="store_true", help="print the result as JSON")
    asked = parser.parse_args()
    wanted = INSTANCES if asked.kind == "csplib" else "*.xlsx"
    if not any(asked.folder.glob(wanted)):
        parser.error(f"{asked.folder} has no {wanted}: README.md says where it comes from")
    return asked


def main() -> int:
    """Plan what was asked for; 1 if something does not fit together, 2 if a file is not understood."""
    asked = arguments()
    csplib = asked.kind == "csplib"
    told, wrong = [], []
    if not asked.json and csplib:
        print(f"{'instance':>8}  {'published':<12}{'by search':>12}{'ltsched':>14}{'seconds':>10}")
    elif not asked.json:
        print(f"{'meetings':>8}  {'must come':<11}{'status':<12}{'missed':>11}{'hard/medium/soft':>21}{'seconds':>10}")
    try:
        for row in problem_rows(asked) if csplib else workbook_rows(asked):
            told.append(dataclasses.asdict(row))
            name = str(row.number) if isinstance(row, ProblemRow) else row.name
            wrong += [f"{name}: {fault}" for fault in row.faults]
            if asked.json:
                continue
            print(problem_line(row) if isinstance(row, ProblemRow) else workbook_line(row), flush=True)
            if isinstance(row, ProblemRow) and row.published_faults:
                print(f"          the published solution does not hold: {'; '.join(row.published_faults)}")
    except NotUnderstood as error:
        print(error, file=sys.stderr)
        return 2
    if asked.json:
        print(json.dumps(told, indent=2))
    for text in wrong:
        print(f"Does not fit: {text}", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
