"""Plan again after one new busy time, against planning once: ``python -m benchmarks.replanning``; see README.md."""

from __future__ import annotations

import argparse
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from datetime import time as clock
from pathlib import Path

import ltsched
from benchmarks.asked import SHIPPED, shipped
from ltsched.domain.people import Role
from ltsched.domain.review import Review

SCENARIOS = Path(__file__).parents[1] / "scenarios"


def announced(name: str, folder: Path) -> date:
    """Make a scenario that is no rehearsal, planned and announced on the day of commissioning; return that day."""
    shutil.copytree(SCENARIOS / name, folder, ignore=shutil.ignore_patterns("out", "invitations.json"))
    file = folder / "review.toml"
    file.write_text(re.sub(r"(?m)^today.*\n", "", file.read_text(encoding="utf-8")), encoding="utf-8")
    review = ltsched.read_review(folder)
    day = review.commissioned
    ltsched.write(ltsched.plan(ltsched.read_review(folder, today=day)), folder / "out")
    evening = datetime.combine(day, clock(18), review.timezone)
    ltsched.invite(ltsched.read_review(folder, today=day), now=evening)
    return day


def seconds(work: Callable[[], object]) -> float:
    """Return the processor time that some work takes."""
    began = time.process_time()
    work()
    return time.process_time() - began


def away_on(review: Review) -> Iterator[tuple[str, date]]:
    """Yield the first lead reviewer and the first of the team, each with a day on which they have a booking."""
    current = ltsched.replan(review).current
    for role in (Role.LEAD_REVIEWER, Role.REVIEW_TEAM):
        id = review.with_role(role)[0].id
        own = [one.day for one in current.of_person(id) if one.day > review.commissioned + timedelta(days=1)]
        yield id, own[len(own) // 2]


def measure(name: str, place: Path) -> None:
    """Print a line for each of the two busy times."""
    base = place / name
    day = announced(name, base)
    review = ltsched.read_review(base, today=day)
    reading = seconds(lambda: ltsched.read_review(base, today=day))
    planning = seconds(lambda: ltsched.plan(review))
    for id, away in away_on(review):
        folder = Path(shutil.copytree(base, place / f"{name}-{id}"))
        busy = folder / "busy.csv"
        rows = busy.read_text(encoding="utf-8").rstrip("\n") if busy.exists() else "id,start,end,level,note"
        busy.write_text(f"{rows}\n{id},{away},{away},busy,\n", encoding="utf-8")
        changed = ltsched.read_review(folder, today=day)
        began = time.process_time()
        found = ltsched.replan(changed)
        again = time.process_time() - began
        moved = "–" if found.result.timetable is None else str(found.result.timetable.stage_value("moved"))
        ratio = (reading + again) / (reading + planning)
        print(
            f"| {name} | {id} | {reading + planning:.2f} | {reading + again:.2f} | {ratio:.2f} | {moved} |", flush=True
        )


def main() -> int:
    """Measure, and write a table of seconds of processor time."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "scenario", nargs="*", type=shipped, default=SHIPPED, help="shipped scenarios; all of them if left out"
    )
    asked = parser.parse_args()
    print("| scenario | away | reading and planning | reading and planning again | ratio | moved |")
    print("|---|---|--:|--:|--:|--:|")
    with tempfile.TemporaryDirectory() as place:
        for name in asked.scenario:
            measure(name, Path(place))
    return 0


if __name__ == "__main__":
    sys.exit(main())
