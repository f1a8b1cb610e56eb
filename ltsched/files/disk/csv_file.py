"""CSV files as Excel opens them."""

from __future__ import annotations

from pathlib import Path

from ltsched.files.disk.atomic import replace_file

__all__ = ["write_csv"]


def write_csv(path: Path, text: str) -> Path:
    """Write `text` to the file `path`, whole or not at all, and return the path.

    Raises
    ------
    UnwritableOutput
        The disk refuses; the file is as it was.
    """
    # Excel takes a file for UTF-8 only if it starts with this mark.
    replace_file(path, text.encode("utf-8-sig"))
    return path
