"""Press Ctrl-C in every process of a group as soon as its processes have told of what must have happened before."""

from __future__ import annotations

import os
import signal
import threading
from pathlib import Path

__all__ = ["press", "press_when_told", "tell"]


def press() -> None:
    """Press Ctrl-C: it reaches every process of the group."""
    os.killpg(0, signal.SIGINT)


def press_when_told(pipe: Path, times: int) -> None:
    """Make `pipe`, and press Ctrl-C when `tell` has been called for it so many times, in whatever processes."""
    os.mkfifo(pipe)
    # Held open for writing too, it does not end between one who tells and the next.
    told = os.open(pipe, os.O_RDWR)

    def listen() -> None:
        for _ in range(times):
            os.read(told, 1)
        press()

    threading.Thread(target=listen, daemon=True).start()


def tell(pipe: Path) -> None:
    """Tell once."""
    with pipe.open("wb") as telling:
        telling.write(b".")
