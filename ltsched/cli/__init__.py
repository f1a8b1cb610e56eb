"""The command line: one file for each command. Nothing else of ltsched prints."""

from __future__ import annotations

import gc
import sys

__all__ = ["main"]

STOPPED = 130  # as in exit_codes, which is not loaded here: Ctrl-C is answered from the first moment on
MADE = 100_000
"""How many objects are made before Python looks for circles among them; its own 700 has it look for most of the time
while modules are loaded and values read, and find nothing."""


def main() -> None:
    """Run the program as a command and exit."""
    gc.set_threshold(MADE)
    try:
        from ltsched.cli.app import main as run_and_exit

        run_and_exit()
    except KeyboardInterrupt:
        print("error: stopped by you", file=sys.stderr)
        sys.exit(STOPPED)
    finally:
        # What is there goes with the process: to look through all modules for circles at its end takes a tenth of it.
        gc.freeze()
