"""Write files and folders whole or not at all: whoever looks sees the old content or the new, never a part."""

from __future__ import annotations

import contextlib
import glob
import os
import secrets
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePath

from ltsched.errors import UnwritableOutput

__all__ = ["remove_folder", "replace_file", "replace_folder"]

LITTER = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
"""What desktops leave in any folder that somebody has looked at."""


def replace_file(path: Path, data: bytes) -> None:
    """Put `data` in the file `path`, in place of what is there.

    The bytes reach the disk in a temporary file beside `path`, which is then renamed; a symbolic link at `path` is
    replaced, not followed. Missing parent folders are made. What a killed run left is removed.

    Raises
    ------
    UnwritableOutput
        The file is as it was before, and nothing is left beside it.
    """
    with _told(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        for leftover in path.parent.glob(f".{glob.escape(path.name)}.*.part"):
            leftover.unlink(missing_ok=True)
        temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
        try:
            _write(temporary, data)
            temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)
        _sync_folder(path.parent)


def replace_folder(path: Path, files: Mapping[str, bytes]) -> None:
    """Put a folder with exactly `files` (name to content) at `path`, in place of the one that is there.

    The new folder is written beside `path`, then the two change places. If a run dies between these two renames, the
    next one first puts the old folder back; it also removes what any other dead run left.

    Raises
    ------
    UnwritableOutput
        A name is not a plain file name; `path` is a symbolic link; the folder that is there holds something other
        than files of the kinds in `files`, which may be somebody's work; or the disk refuses. The folder is as it was.
    """
    for name in files:
        if not _is_plain(name):
            raise UnwritableOutput(f"cannot write {path}: {name!r} is not a plain file name", path=str(path))
    new, old = _beside(path)
    with _told(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        if old.is_dir() and not old.is_symlink() and not path.exists():
            old.rename(path)
        _refuse_foreign(path, frozenset(PurePath(name).suffix for name in files))
        _remove(new)
        _remove(old)
        try:
            new.mkdir()
            for name, data in files.items():
                _write(new / name, data)
            _sync_folder(new)
            _swap(new, path, old)
        finally:
            _remove(new)
        _sync_folder(path.parent)
        with contextlib.suppress(OSError):  # The new folder is in its place; the next run tries again.
            _remove(old)


def remove_folder(path: Path, suffixes: frozenset[str]) -> None:
    """Remove the folder `path`, if it is there, and what a run that died while it replaced the folder left of it.

    Raises
    ------
    UnwritableOutput
        It is a symbolic link, holds something other than files with these `suffixes`, or the disk refuses.
    """
    with _told(path):
        _refuse_foreign(path, suffixes)
        for leftover in _beside(path):
            _remove(leftover)
        _remove(path)


def _beside(path: Path) -> tuple[Path, Path]:
    """Return where a folder lies while it is written, and where the one before lies while the two change places."""
    return path.with_name(f".{path.name}.ltsched-new"), path.with_name(f".{path.name}.ltsched-old")


def _swap(new: Path, path: Path, old: Path) -> None:
    if not path.exists():
        new.rename(path)
        return
    path.rename(old)
    try:
        new.rename(path)
    except BaseException:
        old.rename(path)
        raise


def _refuse_foreign(path: Path, suffixes: frozenset[str]) -> None:
    if path.is_symlink():
        raise OSError("it is a symbolic link")
    if not path.exists():
        return
    if not path.is_dir():
        raise OSError("it is a file, not a folder")
    for entry in sorted(path.iterdir()):
        ours = entry.is_file() and not entry.is_symlink() and (not suffixes or entry.suffix in suffixes)
        if not ours and entry.name not in LITTER:
            raise OSError(f"it holds {entry.name}, which ltsched did not write; move it elsewhere")


def _is_plain(name: str) -> bool:
    return name not in ("", ".", "..") and not any(c in "/\\:" or not c.isprintable() for c in name)


def _write(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _sync_folder(path: Path) -> None:
    if os.name == "nt":  # Windows cannot open a folder as a file.
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        with contextlib.suppress(OSError):  # Some network drives refuse; the rename is done all the same.
            os.fsync(handle)
    finally:
        os.close(handle)


@contextlib.contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        if isinstance(error, PermissionError):
            reason += "; if it is open in another program, close it there"
        raise UnwritableOutput(f"cannot write {path}: {reason}", path=str(path)) from error
