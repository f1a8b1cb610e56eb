"""The web page and the pictures of a result, as files."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ltsched.files.disk.atomic import replace_file
from ltsched.files.disk.one_writer import one_writer

__all__ = ["page_name", "write_pages"]


def page_name(only: str | None) -> str:
    """Return the name of the page of the whole review, or of that of the person `only`."""
    return "report.html" if only is None else f"report-{only}.html"


def write_pages(folder: Path, files: Mapping[str, str | bytes]) -> tuple[Path, ...]:
    """Write `files` (name to content) into `folder`, each whole or not at all, and return their paths.

    Raises
    ------
    UnwritableOutput
        The disk refuses, or another run is writing there and does not end.
    """
    with one_writer(folder):
        for name, content in files.items():
            replace_file(folder / name, content.encode() if isinstance(content, str) else content)
    return tuple(folder / name for name in files)
