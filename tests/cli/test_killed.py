"""A run that is killed while it writes its files leaves a result that can be read, and the next run succeeds."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ltsched.files.timetable_file import read_timetable
from tests.agendas import at, moved
from tests.cli.conftest import Program
from tests.cli.made_up import Library, found, made_up_agenda, made_up_timetable

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no process can be killed with -9 there")

ROOT = Path(__file__).parents[2]
LONG_AFTER = 1_000_000
PLAN_AND_DIE = """
import os, signal, sys
import ltsched
from ltsched.cli.app import run
from tests.cli.made_up import Library, found, made_up_agenda

out, left = sys.argv[1], int(sys.argv[2])
library = Library(found(made_up_agenda()))
ltsched.read_review, ltsched.plan = library.read_review, library.plan
touched = 0

def count(event, arguments):
    \"\"\"Count what is done to files in the folder, and die just before the one that is asked for.\"\"\"
    global touched
    if arguments and str(arguments[0]).startswith(out):
        touched += 1
        if touched > left:
            os.kill(os.getpid(), signal.SIGKILL)

sys.addaudithook(count)
assert run(["plan", "x", "--out", out, "--quiet"]) == 0
print(touched)
"""


def plan_and_die(out: Path, left: int) -> subprocess.CompletedProcess[str]:
    """Plan into `out` in a process of its own, which is killed after `left` steps of writing."""
    return subprocess.run(
        [sys.executable, "-c", PLAN_AND_DIE, str(out), str(left)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )


def content(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_run_that_is_killed_leaves_a_whole_timetable(
    program: Program, library: Callable[..., Library], tmp_path: Path
) -> None:
    """At random steps of the writing: timetable.json is the old one or the new one, and the next run mends the rest."""
    whole = plan_and_die(tmp_path / "new", LONG_AFTER)
    assert whole.returncode == 0, whole.stderr
    steps, after = int(whole.stdout.split()[-1]), content(tmp_path / "new")
    agenda = made_up_agenda()
    earlier = moved(made_up_timetable(agenda), "conversation:c1", at(9, "14:00"))
    out = tmp_path / "out"
    for left in sorted(random.Random(3).sample(range(2, steps), 4)):
        library(found(agenda, earlier))
        assert program("plan", "x", "--out", out).code == 0
        before = content(out)
        assert plan_and_die(out, left).returncode == -signal.SIGKILL
        document = (out / "timetable.json").read_bytes()
        assert document in (before["timetable.json"], after["timetable.json"])
        read_timetable(out / "timetable.json")
        assert (out / "timetable.csv").read_bytes() in (before["timetable.csv"], after["timetable.csv"])
        library(found(agenda))
        assert program("plan", "x", "--out", out).code == 0
        assert content(out) == after
