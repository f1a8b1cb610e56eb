"""The command line: one file for each command. Nothing else of ltsched prints."""

from __future__ import annotations

import sys

__all__ = ["main"]

STOPPED = 130  # as in exit_codes, which is not loaded here: Ctrl-C is answered from the first moment on


def main() -> None:
    """Run the program as a command and exit."""
    try:
        from ltsched.cli.app import main as run_and_exit

        run_and_exit()
    except KeyboardInterrupt:
        print("error: stopped by you", file=sys.stderr)
        sys.exit(STOPPED)
