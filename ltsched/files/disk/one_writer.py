"""One writer at a time: two runs that write the same file or folder do so one after the other."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from ltsched.errors import UnwritableOutput

__all__ = ["lock_file", "one_writer"]

PATIENCE_SECONDS = 20.0


def lock_file(path: Path) -> Path:
    """Return the lock of `path`: a hidden, empty file beside it.

    It stays when the writing is done, since a lock file that is taken away could let two runs in.
    """
    return path.with_name(f".{path.name}.lock")


@contextlib.contextmanager
def one_writer(path: Path, patience_seconds: float = PATIENCE_SECONDS) -> Iterator[None]:
    """Keep other runs from writing the file or folder `path`; missing parent folders are made.

    The lock ends with the process that holds it, so a killed run keeps nobody out.

    Raises
    ------
    UnwritableOutput
        The lock file cannot be made, or another run still writes `path` after `patience_seconds`.
    """
    from filelock import FileLock, Timeout

    path = path.resolve()  # ".." has no name of its own, and two ways to one place share one lock
    lock = FileLock(lock_file(path), timeout=patience_seconds)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock.acquire()
    except Timeout:
        text = f"cannot write {path}: another run is writing into it; try again when it has ended"
        raise UnwritableOutput(text, path=str(path)) from None
    except OSError as error:
        raise UnwritableOutput(f"cannot write {path}: {error.strerror or error}", path=str(path)) from error
    try:
        yield
    finally:
        lock.release()
