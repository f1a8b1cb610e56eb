"""Run once, in this process, and print what it came to as JSON: ``python -m benchmarks.measuring.one_run FOLDER``."""

from __future__ import annotations

import argparse
import json
import time
from inspect import signature
from pathlib import Path
from typing import Any

__all__ = ["main", "plan_once", "prove_or_not"]


def plan_once(folder: Path, *, time_limit_seconds: float, workers: int, seed: int, prove: bool) -> dict[str, Any]:
    """Plan the review in `folder` and return what it came to; all seconds are processor time of this process."""
    import ltsched

    review = ltsched.read_review(folder)
    read = time.process_time()
    from benchmarks.measuring.watching import Watcher

    watcher = Watcher(time.process_time)
    watcher.watch()
    result = ltsched.plan(
        review,
        time_limit_seconds=time_limit_seconds,
        workers=workers,
        seed=seed,
        listener=watcher,
        **prove_or_not(ltsched.plan, prove),
    )
    watcher.look()
    stages = result.timetable.stages if result.timetable else ()
    return {
        "status": str(result.status),
        "read_seconds": read,
        "first_seconds": watcher.first_seconds if result.timetable else None,
        "stages": [
            {"name": stage.name, "value": stage.value, "bound": stage.bound, "seconds": seconds}
            for stage, seconds in zip(stages, watcher.settled_seconds(stages), strict=True)
        ],
    }


def prove_or_not(plan: Any, prove: bool) -> dict[str, Any]:
    """Return the argument that asks for a proof of everything; a version that has none always goes on to the end."""
    return {"prove": prove} if "prove" in signature(plan).parameters else {}


def main() -> None:
    """Run what was asked for."""
    parser = argparse.ArgumentParser(description="Plan one review and print what it came to as JSON.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--time-limit", type=float, default=120.0)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--prove", action="store_true")
    asked = parser.parse_args()
    how = {"time_limit_seconds": asked.time_limit, "workers": asked.workers, "seed": asked.seed, "prove": asked.prove}
    print(json.dumps(plan_once(asked.folder, **how)))


if __name__ == "__main__":
    main()
