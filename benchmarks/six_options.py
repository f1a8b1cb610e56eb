"""Compare all six options against single plans: ``python -m benchmarks.six_options [SCENARIO]``; see README.md."""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from pathlib import Path

import ltsched

SCENARIOS = Path(__file__).parents[1] / "scenarios"
PLANS = 3


def measured(folder: Path, processes: int, time_limit_seconds: float) -> dict[str, object]:
    """Return how long three single plans take one after another, and how long the comparison takes after them.

    Each includes reading the folder once for each command that a user would give.
    """
    began = time.monotonic()
    plans = [ltsched.plan(ltsched.read_review(folder), time_limit_seconds=time_limit_seconds) for _ in range(PLANS)]
    between = time.monotonic()
    comparison = ltsched.compare(
        ltsched.read_review(folder), processes=processes, time_limit_seconds=time_limit_seconds
    )
    ended = time.monotonic()
    return {
        "scenario": folder.name,
        "processes": processes,
        "cores": os.cpu_count(),
        "three_plans_seconds": round(between - began, 2),
        "comparison_seconds": round(ended - between, 2),
        "ratio": round((ended - between) / (between - began), 2),
        "plan": str(plans[0].status),
        "options": {
            outcome.option: {"status": str(outcome.status), "seconds": round(outcome.seconds, 2)}
            for outcome in comparison.outcomes
        },
    }


def main() -> int:
    """Measure, and write what was found as JSON."""
    names = sorted(path.parent.name for path in SCENARIOS.glob("*/review.toml"))
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("scenario", nargs="?", default="full", choices=names)
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--time-limit", type=float, default=60.0, metavar="SECONDS", help="for each plan")
    asked = parser.parse_args()
    print(json.dumps(measured(SCENARIOS / asked.scenario, asked.processes, asked.time_limit), indent=2))
    return 0


if __name__ == "__main__":
    sys.exit(main())
