"""The program as a process: how it ends."""

from __future__ import annotations

import subprocess
import sys

INTERRUPTED_WHILE_LOADING = """
import sys

class CtrlC:
    def find_spec(self, name, path=None, target=None):
        if name == "ltsched.cli.plan":
            raise KeyboardInterrupt

sys.meta_path.insert(0, CtrlC())
from ltsched.cli import main
main()
"""


def test_ctrl_c_while_the_program_loads_is_answered_without_a_traceback() -> None:
    """An impatient user stops it before it has begun; that is 130 and one line, as later on."""
    ran = subprocess.run(
        [sys.executable, "-c", INTERRUPTED_WHILE_LOADING], capture_output=True, text=True, timeout=600, check=False
    )
    assert (ran.returncode, ran.stdout, ran.stderr) == (130, "", "error: stopped by you\n")
