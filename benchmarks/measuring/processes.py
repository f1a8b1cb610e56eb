"""Run a command in a process of its own, and say what it cost."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

__all__ = ["FLOOR", "Ended", "run_process"]

FLOOR = (sys.executable, "-c", "import ortools.sat.python.cp_model, pandas, icalendar, typer")
"""Only imports what ltsched cannot do without: less than this no plan can take."""

POLL_SECONDS = 0.05


@dataclass(frozen=True, slots=True)
class Ended:
    """How a process ended.

    Parameters
    ----------
    exit_code
        None if it was killed because it did not end in time.
    seconds, wall_seconds
        The processor time it used, and the time that passed.
    peak_mib
        The most memory it had at a time; never less than that of the process that started it, from which it begins.
    """

    exit_code: int | None
    seconds: float
    wall_seconds: float
    peak_mib: float
    stdout: str
    stderr: str


def run_process(command: Sequence[str], *, most_seconds: float, environment: Mapping[str, str] | None = None) -> Ended:
    """Run `command` and wait for it; kill it once `most_seconds` have passed on the wall."""
    began = time.monotonic()
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        # Files, for a pipe that nobody reads would fill up.
        process = subprocess.Popen(command, stdout=out, stderr=err, stdin=subprocess.DEVNULL, env=environment)
        killed = False
        try:
            while True:
                pid, status, usage = os.wait4(process.pid, os.WNOHANG)
                if pid:
                    break
                if time.monotonic() - began > most_seconds:
                    process.kill()
                    killed = True
                time.sleep(POLL_SECONDS)
        except BaseException:
            process.kill()
            raise
        process.returncode = os.waitstatus_to_exitcode(status)
        texts = []
        for file in (out, err):
            file.seek(0)
            texts.append(file.read().decode("utf-8", "replace"))
        # Linux counts in KiB, macOS in bytes.
        peak = usage.ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)
        return Ended(
            None if killed else process.returncode,
            usage.ru_utime + usage.ru_stime,
            time.monotonic() - began,
            peak,
            *texts,
        )
