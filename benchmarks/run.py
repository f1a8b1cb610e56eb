"""Compare ltsched with the textbook model: ``python -m benchmarks.run [SCENARIO…]``; README.md says what that means."""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import time
from importlib.metadata import version
from pathlib import Path
from typing import Any

from benchmarks.asked import SHIPPED, shipped, whole_number
from benchmarks.comparison.ltsched_run import run_ltsched
from benchmarks.comparison.runs import Disagreement, middle, require_agreement
from benchmarks.comparison.tables import Comparison
from benchmarks.comparison.textbook_run import run_textbook
from ltsched import InvalidReview, read_review

SCENARIOS = Path(__file__).parents[1] / "scenarios"


CLOCKS = {"wall": time.monotonic, "processor": time.process_time}
"""The second one counts only the time in which this process is at work, so that others do not spoil what it shows."""


def compare(folder: Path, asked: argparse.Namespace) -> Comparison:
    """Run both models, by turns and as often as asked for, on the scenario in `folder`.

    Raises
    ------
    Disagreement
        Both have proven a stage, and not the same value.
    """
    review = read_review(folder)
    ours, textbook = [], []
    how = {"time_limit_seconds": asked.time_limit, "workers": asked.workers, "now": CLOCKS[asked.clock]}
    for _ in range(asked.repeat):
        run, result = run_ltsched(review, **how)
        ours.append(run)
        textbook.append(run_textbook(result.agenda, cut=asked.cut, **how).run)
        require_agreement(ours[-1], textbook[-1])
    return Comparison(
        scenario=folder.name,
        people=len(review.people),
        activities=len(result.agenda.activities),
        ours=middle(ours),
        textbook=middle(textbook),
        our_totals=tuple(sorted(run.total_seconds for run in ours)),
        textbook_totals=tuple(sorted(run.total_seconds for run in textbook)),
    )


def machine(asked: argparse.Namespace) -> dict[str, Any]:
    """Return where and how it was measured."""
    return {
        "system": f"{platform.system()} {platform.machine()}",
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "ortools": version("ortools"),
        "workers": asked.workers,
        "time_limit_seconds": asked.time_limit,
        "clock": asked.clock,
        "textbook_starts": "cut" if asked.cut else "all",
    }


def limit(text: str) -> float:
    """Return `text` as seconds, more than none."""
    if not 0 < (seconds := float(text)) < float("inf"):
        raise ValueError(text)
    return seconds


def arguments() -> argparse.Namespace:
    """Return what was asked for."""
    parser = argparse.ArgumentParser(description="Compare ltsched with the textbook model.")
    of = f"of {', '.join(SHIPPED)}"
    parser.add_argument("scenarios", nargs="*", type=shipped, default=SHIPPED, metavar="SCENARIO", help=of)
    parser.add_argument("--time-limit", type=limit, default=120.0, metavar="SECONDS", help="for each run (120)")
    parser.add_argument("--repeat", type=whole_number, default=1, metavar="N", help="runs of each; the middle counts")
    parser.add_argument("--workers", type=whole_number, default=1, metavar="N", help="threads of CP-SAT (1)")
    parser.add_argument("--cut", action="store_true", help="hand the textbook model the starts that ltsched has cut")
    parser.add_argument("--clock", choices=CLOCKS, default="wall", help="what is measured: time, or time at work")
    parser.add_argument("--json", action="store_true", help="print the result as JSON")
    return parser.parse_args()


def main() -> int:
    """Compare what was asked for; 1 if the two disagree."""
    asked = arguments()
    where = machine(asked)
    told = []
    if not asked.json:
        for key, value in where.items():
            print(f"{key.replace('_', ' ')}: {value}")
    for name in asked.scenarios:
        try:
            compared = compare(SCENARIOS / name, asked)
        except (Disagreement, InvalidReview, RuntimeError) as error:
            print(f"{name}: {error}", file=sys.stderr)
            return 1
        told.append(compared.as_dict())
        if not asked.json:
            print("", *compared.lines(), sep="\n", flush=True)
    if asked.json:
        print(json.dumps({"machine": where, "scenarios": told}, indent=2))
    return 0


if __name__ == "__main__":
    sys.exit(main())
