"""The calendars of those who are invited, on a CalDAV server: mails are taken into them, and what they show is read."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.interop.programs import READERS, SCRIPTS, python_with, run

__all__ = ["Entry", "MailPrograms", "Shown"]


class Entry(NamedTuple):
    """What a calendar shows of an event; start and end in seconds since the epoch."""

    uid: str
    start: int
    end: int
    location: str
    summary: str
    status: str = "CONFIRMED"


Shown = Mapping[str, Sequence[Entry]]
"""What the calendar of each address shows."""


@dataclass(frozen=True)
class MailPrograms:
    """A mail program for each address: mails go in through caldav, and what then lies on the server is read by libical.

    Parameters
    ----------
    url
        The address of the CalDAV server.
    folder
        For what is passed to the programs.
    """

    url: str
    folder: Path

    def after(self, deliveries: Mapping[str, Sequence[Path]]) -> Mapping[str, Shown]:
        """Return by name what calendars show that each take in the mails of a delivery, in this order."""
        python = python_with("caldav") or pytest.skip("caldav is not installed")
        mails = {name: [str(mail) for mail in each] for name, each in deliveries.items()}
        job = self._job("mails", {"url": self.url, "deliveries": mails})
        kept = json.loads(run([python, SCRIPTS / "receive_with_caldav.py", job], NO_PROXY="127.0.0.1"))
        files: dict[str, tuple[str, str]] = {}
        for name, diaries in kept.items():
            for address, texts in diaries.items():
                for text in texts:
                    file = self.folder / f"{len(files)}.ics"
                    file.write_bytes(text.encode())
                    files[str(file)] = name, address
        read = READERS["libical"].read(self._job("kept", {"files": list(files), "answered": [], "answers": {}}))
        shown: dict[str, dict[str, list[Entry]]] = {
            name: {address: [] for address in diaries} for name, diaries in kept.items()
        }
        for path, (name, address) in files.items():
            shown[name][address].append(_entry(read[path]["facts"]))
        return shown

    def _job(self, name: str, job: Mapping[str, Any]) -> Path:
        file = self.folder / f"{name}.json"
        file.write_text(json.dumps(job), encoding="utf-8")
        return file


def _entry(facts: Mapping[str, Any]) -> Entry:
    return Entry(facts["uid"], facts["start"], facts["end"], facts["location"] or "", facts["summary"], facts["status"])
