"""Whether a result is still one of what lies in the folder of a review."""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from pathlib import Path

from ltsched.domain.words.file_names import BUSY_FILE, CALENDARS, LEDGER_FILE, PEOPLE_FILE, ROOMS_FILE
from ltsched.version import VERSION

__all__ = ["fingerprint"]


def fingerprint(folder: Path, *settings: object) -> str:
    """Return a hash of all that a result depends on: the files of the review, the version of ltsched, the settings.

    Parameters
    ----------
    folder
        The folder of the review; what ltsched itself writes there does not count.
    settings
        Values whose ``repr`` says all about them.
    """
    digest = hashlib.sha256(repr((VERSION, settings)).encode())
    tables = [folder / name for name in (PEOPLE_FILE, ROOMS_FILE, BUSY_FILE)]
    # review.toml, and options of the user's own
    for path in [*sorted(folder.rglob("*.toml")), *tables, *sorted((folder / CALENDARS).glob("*"))]:
        if path.is_file():
            data = path.read_bytes()
            digest.update(f"{path.relative_to(folder).as_posix()} {len(data)}\n".encode() + data)
    digest.update(repr(_own_uids(folder)).encode())
    return digest.hexdigest()


def _own_uids(folder: Path) -> list[str]:
    """Return the UIDs of the ledger, which keep nobody busy; a ledger that cannot be read is told elsewhere."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        ledger = json.loads((folder / LEDGER_FILE).read_bytes())
        return sorted({str(line["uid"]) for line in ledger["issued"]})
    return []
