"""What the program's exit code means."""

from __future__ import annotations

from enum import IntEnum

__all__ = ["ExitCode"]


class ExitCode(IntEnum):
    """How a command ended."""

    DONE = 0
    BUG = 1
    WRONG_INPUT = 2
    IMPOSSIBLE = 3
    NOTHING_FOUND = 4
    STOPPED = 130
    """Ctrl-C outside the planning itself: what shells expect, and typer returns."""
