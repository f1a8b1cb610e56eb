"""Several processes at a time, and Ctrl-C at any moment of their lives."""

from __future__ import annotations

import contextlib
import os
import select
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from ltsched.solve.many.side_by_side import side_by_side
from tests.support.long_work import AT_ONCE, FAILS, HANGS_SECONDS, STOPPED, WHOLE, work
from tests.support.own_group import run_in_own_group

ROOT = Path(__file__).parents[3]

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="there are no process groups there")


def stopped_at(moment: str, folder: Path) -> list[str]:
    """Return what becomes of a short task and four long ones when Ctrl-C is pressed, in the order of the tasks."""
    ended = run_in_own_group("-m", "tests.support.long_work", moment, str(folder / "pipe"))
    assert (ended.returncode, ended.stderr) == (0, "")
    done = dict(line.split(" ", 1) for line in ended.stdout.splitlines())
    return [done[str(number)] for number in range(5)]


def test_everything_is_done_once() -> None:
    """Each with its number, whatever the order; more processes than tasks do no harm."""
    assert sorted(side_by_side(work, [AT_ONCE] * 3, 4)) == [(number, WHOLE) for number in range(3)]


def test_what_the_work_raises_is_raised() -> None:
    """With its own kind."""
    with pytest.raises(LookupError, match=FAILS):
        list(side_by_side(work, [AT_ONCE, FAILS], 2))


@posix_only
def test_ctrl_c_reaches_what_runs_and_nothing_is_begun_after_it(tmp_path: Path) -> None:
    """What runs ends early with what it has; what was done is kept; there is no traceback.

    Neither what waits in a queue of the pool is begun nor what waits before it.
    """
    assert stopped_at("middle", tmp_path) == [WHOLE, STOPPED, STOPPED, "None", "None"]


@posix_only
def test_nothing_is_begun_by_a_process_that_heard_of_ctrl_c_before_this_one(tmp_path: Path) -> None:
    """It does not need to be told by the one that waits."""
    assert stopped_at("late", tmp_path) == [WHOLE, STOPPED, STOPPED, "None", "None"]


@posix_only
@pytest.mark.parametrize("moment", ["start", "unpacking"])
def test_ctrl_c_while_the_processes_begin_kills_none_of_them_and_is_not_forgotten(tmp_path: Path, moment: str) -> None:
    """It all ends, without a traceback, and no long task is done whole: each is stopped, or not begun."""
    short, *long = stopped_at(moment, tmp_path)
    assert short in {WHOLE, "None"}
    assert set(long) <= {STOPPED, "None"}


@posix_only
def test_nobody_outlives_a_kill(tmp_path: Path) -> None:
    """After kill -9 of the process that waits, those of the pool end, too, long before they have done what they do."""
    started = subprocess.Popen(
        [sys.executable, "-m", "tests.support.long_work", "never", str(tmp_path / "pipe")],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert started.stdout is not None
    try:
        assert started.stdout.readline() == f"0 {WHOLE}\n"
        started.kill()
        # The pipe ends when the last process that could write into it has ended.
        ended, _, _ = select.select([started.stdout], [], [], HANGS_SECONDS / 2)
        assert ended
        assert started.stdout.read() == ""
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(started.pid, signal.SIGKILL)
        started.communicate()
