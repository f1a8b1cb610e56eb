"""Do something in a process of its own that hears of each step it takes in a folder, and may be killed at any."""

from __future__ import annotations

import itertools
import os
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

__all__ = ["apart", "killed_at"]


@dataclass
class Steps:
    """Hears of each step that is about to be done in a folder.

    Steps are what Python reports of files (open, rename, remove and so on), and each time that bytes go to a file or
    to the disk, so that empty and half-written files are met with too.
    """

    folder: str
    hear: Callable[[], object]
    hearing: bool = False

    def audit(self, event: str, arguments: tuple[object, ...]) -> None:
        """Take note of an event of `sys.addaudithook`."""
        if arguments and isinstance(arguments[0], (str, os.PathLike)) and str(arguments[0]).startswith(self.folder):
            self.take()

    def profile(self, frame: FrameType, event: str, function: object) -> None:
        """Take note of an event of `sys.setprofile`."""
        if event == "c_call" and getattr(function, "__name__", "") in ("flush", "fsync"):
            self.take()

    def take(self) -> None:
        """Hear of a step, but not of those that hearing takes."""
        if not self.hearing:
            self.hearing = True
            self.hear()
            self.hearing = False


def apart(work: Callable[[], object], folder: Path, hear: Callable[[], object], said: Callable[[], bytes]) -> bytes:
    """Do `work` in a process of its own that hears of each step in `folder`.

    Returns
    -------
    bytes
        What it `said` in the end; nothing if it was killed.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        status = 1
        try:
            steps = Steps(str(folder), hear)
            sys.addaudithook(steps.audit)
            sys.setprofile(steps.profile)
            work()
            sys.setprofile(None)
            steps.hearing = True
            with os.fdopen(writing, "wb") as telling:
                telling.write(said())
            status = 0
        finally:
            os._exit(status)
    os.close(writing)
    with os.fdopen(reading, "rb") as told:
        heard = told.read()
    _, status = os.waitpid(child, 0)
    assert (os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL) or os.WEXITSTATUS(status) == 0
    return heard


def killed_at(step: int, work: Callable[[], object], folder: Path) -> bool:
    """Do `work` in a process of its own that is killed before its step number `step`; tell whether it was."""
    left = itertools.count(step, -1)

    def hear() -> None:
        if next(left) == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    return apart(work, folder, hear, lambda: b"ended") == b""
