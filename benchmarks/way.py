"""What `ltsched plan` costs besides the solver: ``python -m benchmarks.way [SCENARIO …]``; see README.md."""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.asked import SHIPPED, shipped, whole_number

SCENARIOS = Path(__file__).parents[1] / "scenarios"
FLOOR = "import ortools.sat.python.cp_model, pandas, icalendar, typer"
PARTS = ("start", "reading", "loading", "planning", "writing", "showing", "solver")

PLAN = """
import sys, time
import ltsched
from ltsched.cli import main

taken = {}
marks = [("start", 0.0)]

def mark(part):
    now = time.process_time()
    before, since = marks[-1]
    taken[before] = taken.get(before, 0.0) + now - since
    marks.append((part, now))

def timed(part, call, after):
    def work(*args, **named):
        mark(part)
        try:
            return call(*args, **named)
        finally:
            mark(after)
    return work

def plan(*args, **named):
    mark("loading")
    from ltsched.solve.plan import plan as planned
    from ltsched.solve.run import Runner
    Runner._in_thread = timed("solver", Runner._in_thread, "planning")
    return timed("planning", planned, "showing")(*args, **named)

def write(*args, **named):
    mark("writing")
    from ltsched.library.writing import write as written
    return timed("writing", written, "showing")(*args, **named)

def read_review(*args, **named):
    mark("reading")
    from ltsched.library.reading import read_review as read
    return timed("reading", read, "showing")(*args, **named)

ltsched.read_review, ltsched.plan, ltsched.write = read_review, plan, write
sys.argv = ["ltsched", "plan", *sys.argv[1:]]
try:
    main()
except SystemExit as end:
    code = end.code
mark("end")
import json
with open("taken.json", "w") as file:
    json.dump(taken, file)
sys.exit(code)
"""


def seconds(command: list[str], place: Path) -> float:
    """Run a command and return its processor seconds, those of the interpreter's start among them."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, cwd=place, env=environment, capture_output=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode != 0:
        raise SystemExit(done.stderr.decode(errors="replace"))
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def measure(name: str, repeat: int, place: Path) -> dict[str, float]:
    """Return the middle of so many turns, in processor seconds, and the ratio of the way to the floor."""
    folder = Path(shutil.copytree(SCENARIOS / name, place / name, ignore=shutil.ignore_patterns("out")))
    python = sys.executable
    found: dict[str, list[float]] = {}
    for turn in range(repeat + 1):
        row = {
            "floor": seconds([python, "-c", FLOOR], place),
            "help": seconds([python, "-m", "ltsched", "--help"], place),
            "check": seconds([python, "-m", "ltsched", "check", str(folder)], place),
            "plan": seconds([python, "-c", PLAN, str(folder)], place),
        }
        parts = json.loads((place / "taken.json").read_text(encoding="utf-8"))
        row |= {part: parts.get(part, 0.0) for part in PARTS}
        row["ending"] = row["plan"] - sum(parts.values())
        row["way"] = row["plan"] - row["solver"]
        for key, value in row.items() if turn else ():  # the first turn compiles what is compiled once
            found.setdefault(key, []).append(value)
    middle = {key: round(statistics.median(values), 3) for key, values in found.items()}
    return {**middle, "ratio": round(middle["way"] / middle["floor"], 2)}


def main() -> int:
    """Measure, and write what was found as JSON, a scenario a line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "scenario", nargs="*", type=shipped, default=SHIPPED, help="shipped scenarios; all of them if left out"
    )
    parser.add_argument(
        "--repeat", type=whole_number, default=5, metavar="N", help="how often; the middle one counts (5)"
    )
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        for name in asked.scenario:
            print(json.dumps({"scenario": name, **measure(name, asked.repeat, Path(place))}), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
