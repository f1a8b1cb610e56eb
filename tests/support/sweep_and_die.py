"""A sweep that is killed in its middle: run as ``python -m tests.support.sweep_and_die FOLDER``."""

from __future__ import annotations

import os
import signal
import sys
from typing import Any

from ltsched.cli.app import run
from ltsched.files.results.sweep_file import SweepFile
from tests.support.sweeping import FIRST, LAST, TODAY


def die(self: SweepFile, point: Any) -> None:
    """Write half of the second line and die, as a power cut might have it."""
    if len(self.points()) == 1:
        with self._path.open("ab") as file:
            file.write(b'{"label": "2027-01-18", "opt')
        os.kill(os.getpid(), signal.SIGKILL)
    add(self, point)


add = SweepFile.add

if __name__ == "__main__":
    SweepFile.add = die  # type: ignore[method-assign]  # to die at a moment that is known
    asked = ["compare", sys.argv[1], "--option", "focused", "--from", FIRST, "--to", LAST, "--processes", "1"]
    sys.exit(run([*asked, "--today", TODAY]))
