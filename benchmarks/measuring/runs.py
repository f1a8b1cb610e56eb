"""Run instances, one after another, each in a process of its own, and add a row for each."""

from __future__ import annotations

import json
import os
import platform
import statistics
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import Any

import ltsched

from .one_run import prove_or_not
from .processes import FLOOR, Ended, run_process
from .results import KEY, Row, add_row, key_of, read_rows
from .sources import ROOT, content_hash, described, source_hash

__all__ = ["Settings", "run_all"]

FLOORS = 5
"""So many of the last runs of the floor are looked at, and the middle one counts."""

PATIENCE = 20.0
"""A run is killed that takes so many times its limit on the wall: it hangs, or the machine has no time for it."""

ENDLESS_SECONDS = 86_400.0
"""The limit by the clock on the wall that a run is given; it ends by the other one."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How to run.

    Parameters
    ----------
    time_limit_seconds
        Processor time after which a run is told to end with the best it has: on a busy machine it gets as far.
    prove
        Go on until everything is proven, the preferences too.
    whole
        Measure the whole ``ltsched plan``, files and table included, instead of reading and planning alone.
    repeat
        How often.
    """

    time_limit_seconds: float = 60.0
    workers: int = 1
    seed: int = 0
    prove: bool = False
    whole: bool = False
    repeat: int = 1


@dataclass(slots=True)
class Floor:
    """How much processor time the floor takes now, measured again with every run."""

    seconds: list[float] = field(default_factory=list)

    def measured(self) -> float:
        """Measure it, three times at first, and return the middle one of the last ones."""
        for _ in range(1 if self.seconds else 3):
            ended = run_process(FLOOR, most_seconds=600)
            if ended.exit_code != 0:
                raise RuntimeError(f"the floor cannot be run: {ended.stderr.strip()}")
            self.seconds.append(ended.seconds)
        return statistics.median(self.seconds[-FLOORS:])


def run_all(
    folders: Sequence[Path], path: Path, settings: Settings, tell: Callable[[str, Row | None], None]
) -> list[Row]:
    """Run each of `folders` as often as asked for, by turns, and add a row to `path` for each run.

    What is there already of the same instance, source and settings is not run again, and `tell` hears None for it;
    else it hears the row. All rows that were asked for are returned.
    """
    known = {key_of(row): row for row in read_rows(path)}
    alike = {
        "ortools": version("ortools"),
        "python": platform.python_version(),
        "what": "whole" if settings.whole else "plan",
        "prove": settings.prove,
        "workers": settings.workers,
        "seed": settings.seed,
        "time_limit_seconds": settings.time_limit_seconds,
    }
    floor = Floor()
    rows = []
    for turn in range(1, settings.repeat + 1):
        for folder in folders:
            # Looked at each time: somebody may be at work on either.
            now = {"content": content_hash(folder), "source": source_hash()}
            head = {"instance": folder.name, **now, **alike, "turn": turn}
            row = known.get(tuple(head[name] for name in KEY))
            if row is None:
                row = head | _run(folder, settings, floor.measured())
                add_row(path, row)
                tell(folder.name, row)
            else:
                tell(folder.name, None)
            rows.append(row)
    return rows


def _run(folder: Path, settings: Settings, floor_seconds: float) -> Row:
    """Run once and return what it came to; all seconds but one are processor time."""
    most_seconds = settings.time_limit_seconds * PATIENCE + 60
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    with tempfile.TemporaryDirectory(prefix="ltsched-benchmark-") as out:
        limited = ["benchmarks.measuring.limited", str(settings.time_limit_seconds)]
        command = [sys.executable, "-m", *limited, *_arguments(folder, settings, Path(out) / "out")]
        ended = run_process(command, most_seconds=most_seconds, environment=environment)
    found = _found(ended, whole=settings.whole)
    return {
        "version": ltsched.__version__,
        "described": described(),
        "machine": f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores",
        "exit_code": ended.exit_code,
        "floor_seconds": round(floor_seconds, 3),
        "seconds": round(ended.seconds, 3),
        "times_the_floor": round(ended.seconds / floor_seconds, 2),
        "wall_seconds": round(ended.wall_seconds, 3),
        "peak_mib": round(ended.peak_mib, 1),
        **found,
    }


def _arguments(folder: Path, settings: Settings, out: Path) -> list[str]:
    limits = ["--time-limit", str(ENDLESS_SECONDS), "--workers", str(settings.workers)]
    limits += ["--seed", str(settings.seed)]
    if not settings.whole:
        prove = ["--prove"] if settings.prove else []
        return ["benchmarks.measuring.one_run", str(folder), *limits, *prove]
    prove = ["--prove"] if any(prove_or_not(ltsched.plan, settings.prove).values()) else []
    return ["ltsched", "plan", str(folder), *limits, *prove, "--json", "--quiet", "--out", str(out)]


def _found(ended: Ended, *, whole: bool) -> dict[str, Any]:
    """Return what the process printed; of ``ltsched plan``, which does not say when, without times."""
    nothing: dict[str, Any] = {"read_seconds": None, "first_seconds": None, "stages": []}
    if ended.exit_code is None:
        return {"status": "killed", **nothing}
    try:
        told = json.loads(ended.stdout)
        if not whole:
            return nothing | {key: _rounded(value) for key, value in told.items()}
        stages = [
            {**{key: s[key] for key in ("name", "value", "bound")}, "seconds": None} for s in told.get("stages", [])
        ]
        return {"status": told["status"], **nothing, "stages": stages}
    except (ValueError, KeyError, TypeError):
        return {"status": "failed", **nothing, "error": ended.stderr.strip()[-2000:]}


def _rounded(told: Any) -> Any:
    if isinstance(told, float):
        return round(told, 3)
    if isinstance(told, dict):
        return {key: _rounded(value) for key, value in told.items()}
    return [_rounded(value) for value in told] if isinstance(told, list) else told
