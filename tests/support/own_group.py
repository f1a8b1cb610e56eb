"""Run a program in a process group of its own: what it presses or kills reaches nobody else, and nothing stays."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from pathlib import Path

__all__ = ["run_in_own_group"]

ROOT = Path(__file__).parents[2]
HANGS_SECONDS = 900
"""Nothing takes as long on any machine; it is here only so that a hang ends as one."""


def run_in_own_group(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Python with `arguments` at the root of the repository, and return what it said when it has ended."""
    command = [sys.executable, *arguments]
    started = subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    try:
        said, errors = started.communicate(timeout=HANGS_SECONDS)
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(started.pid, signal.SIGKILL)
    return subprocess.CompletedProcess(command, started.returncode, said, errors)
