"""The calendars of those who are invited: what lies in them after every message was taken in, as RFC 5546 has it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from icalendar import Calendar

__all__ = ["Entry", "Mailboxes", "batches_of"]

Entry = tuple[str, datetime, datetime, str]
"""What a calendar shows of an event: its UID, start and end in UTC, and where it is."""


def batches_of(folder: Path) -> list[list[Path]]:
    """Return the messages of each run of `invite`, in the order of the runs."""
    runs = sorted(path for path in (folder / "out" / "invitations").glob("*") if path.is_dir())
    return [sorted(run.glob("*.ics")) for run in runs]


class Mailboxes:
    """A calendar for each address: it keeps by UID what has the highest SEQUENCE, and knows what was cancelled.

    Of two messages with one SEQUENCE the later DTSTAMP counts. A message that is behind what is known changes nothing,
    so that a run may be taken in in any order.
    """

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], tuple[tuple[int, datetime], Entry | None]] = {}

    def take_in(self, messages: Iterable[Path]) -> None:
        """Take in messages, in this order."""
        for path in messages:
            calendar: Any = Calendar.from_ical(path.read_bytes())
            (event,) = calendar.walk("VEVENT")
            address = str(event["ATTENDEE"]).removeprefix("mailto:").casefold()
            self._take(address, event, cancelled=str(calendar["METHOD"]) == "CANCEL")

    def _take(self, address: str, event: Any, *, cancelled: bool) -> None:
        version = (int(event.get("SEQUENCE", 0)), event["DTSTAMP"].dt.astimezone(UTC))
        key = address, str(event["UID"])
        if key in self._known and self._known[key][0] > version:
            return
        start, end = (event[name].dt.astimezone(UTC) for name in ("DTSTART", "DTEND"))
        entry = (key[1], start, end, str(event.get("LOCATION", "")))
        self._known[key] = version, None if cancelled else entry

    def shown_to(self, address: str) -> frozenset[Entry]:
        """Return what the calendar of an address shows."""
        known = self._known.items()
        return frozenset(entry for (whose, _), (_, entry) in known if whose == address.casefold() and entry is not None)

    def addresses(self) -> frozenset[str]:
        """Return all addresses that anything was sent to."""
        return frozenset(address for address, _ in self._known)
