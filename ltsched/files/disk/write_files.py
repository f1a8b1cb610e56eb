"""The one place that writes results: whatever makes them returns bytes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from ltsched.files.disk.atomic import replace_file, replace_folder
from ltsched.files.disk.one_writer import one_writer

__all__ = ["Files", "write_files"]

Files = Mapping[str, "bytes | Mapping[str, bytes]"]
"""Contents by the names of files; a mapping in the place of a content is a folder with just these files."""


def write_files(folder: Path, files: Files) -> tuple[Path, ...]:
    """Write `files` into `folder` in their order, and return the paths of what was written.

    Each file is written whole or not at all, and so is each folder in it, in which nothing else is left. The last file
    is new only when all the others are.

    Raises
    ------
    UnwritableOutput
        The disk refuses, or another run is writing there and does not end. The file or the folder at which this
        happened is as it was, and so are those that come after it.
    """
    with one_writer(folder):
        return tuple(path for name, content in files.items() for path in _written(folder / name, content))


def _written(path: Path, content: bytes | Mapping[str, bytes]) -> Iterator[Path]:
    if isinstance(content, bytes):
        replace_file(path, content)
        yield path
    else:
        replace_folder(path, content)
        yield from (path / name for name in content)
