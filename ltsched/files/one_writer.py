"""One writer at a time: two runs that end in the same folder write one after the other."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Iterator
from pathlib import Path

from ltsched.errors import UnwritableOutput

__all__ = ["one_writer"]

PATIENCE_SECONDS = 20.0
PAUSE_SECONDS = 0.05


@contextlib.contextmanager
def one_writer(folder: Path, patience_seconds: float = PATIENCE_SECONDS) -> Iterator[None]:
    """Keep other runs from writing into `folder`, which is made if it is not there.

    The lock is on the folder itself and ends with the process that holds it, so a killed run leaves nothing behind.
    Where the system has no such locks (Windows, some network drives), this does nothing.

    Raises
    ------
    UnwritableOutput
        The folder cannot be made, or another run still writes into it after `patience_seconds`.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UnwritableOutput(f"cannot write {folder}: {error.strerror or error}", path=str(folder)) from error
    try:
        import fcntl
    except ImportError:
        yield
        return
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError as error:
        raise UnwritableOutput(f"cannot write {folder}: {error.strerror or error}", path=str(folder)) from error
    try:
        give_up = time.monotonic() + patience_seconds
        with contextlib.suppress(OSError):  # a drive without locks
            while True:
                try:
                    fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    break
                except BlockingIOError:
                    if time.monotonic() > give_up:
                        text = f"cannot write {folder}: another run is writing into it; try again when it has ended"
                        raise UnwritableOutput(text, path=str(folder)) from None
                    time.sleep(PAUSE_SECONDS)
        yield
    finally:
        os.close(handle)
