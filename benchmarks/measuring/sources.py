"""What exactly was measured: hashes of the code and of the instances, and the words of people for them."""

from __future__ import annotations

import hashlib
import subprocess
from collections.abc import Iterable
from pathlib import Path

import ltsched

__all__ = ["content_hash", "described", "source_hash"]

ROOT = Path(__file__).parents[2]
DIGITS = 12


def content_hash(folder: Path) -> str:
    """Return a hash of the files that ltsched reads in `folder`; what it has written there does not count."""
    files = (path for path in folder.rglob("*") if path.suffix in (".toml", ".csv", ".ics") and path.is_file())
    return _hash(folder, (path for path in files if "out" not in path.relative_to(folder).parts))


def source_hash() -> str:
    """Return a hash of all of ltsched that may change a result: its code and its options."""
    package = Path(ltsched.__file__).parent
    return _hash(package, (path for path in package.rglob("*") if path.suffix in (".py", ".toml")))


def described() -> str:
    """Return what git calls the state of this folder, such as ``846c74c-dirty``; the version where there is no git."""
    command = ["git", "-C", str(ROOT), "describe", "--always", "--dirty", "--exclude", "*"]
    try:
        found = subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8").stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        found = ""
    return found or ltsched.__version__


def _hash(folder: Path, files: Iterable[Path]) -> str:
    found = hashlib.sha256()
    for path in sorted(files):
        data = path.read_bytes()
        found.update(f"{path.relative_to(folder).as_posix()}\0{len(data)}\0".encode())
        found.update(data)
    return found.hexdigest()[:DIGITS]
