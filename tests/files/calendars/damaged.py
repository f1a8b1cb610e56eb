"""What must be read of a damaged calendar: at least what its entries say that were not touched."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ltsched.domain.spans import Spans
from tests.files.calendars.mutations import CONTROLS, Mutated
from tests.support.calendar_texts import reading

__all__ = ["Base", "base_of", "lost"]

PART = re.compile(rb"^BEGIN:(VEVENT|VFREEBUSY|VTIMEZONE)\r?$.*?^END:\1\r?\n", re.DOTALL | re.MULTILINE)
UID = re.compile(rb"^UID:(.*(?:\r?\n[ \t].*)*)", re.MULTILINE)
FOLD = re.compile(rb"[\r\n]+[ \t]")
TZID = re.compile(rb'TZID="?([^":;\r\n]*)')
PLACES = frozenset((b"Europe/London", b"GMT Standard Time"))
"""What keeps its meaning whatever becomes of the VTIMEZONE of that name."""


@dataclass(frozen=True, slots=True)
class Group:
    """The entries of one UID, which belong together, and what they say by themselves.

    `explained` is whether that depends on what the file says of time zones.
    """

    blocks: tuple[bytes, ...]
    uid: bytes
    busy: Spans
    taken: Spans
    explained: bool


@dataclass(frozen=True, slots=True)
class Base:
    """A calendar that is not damaged."""

    name: str
    data: bytes
    zones: tuple[bytes, ...]
    groups: tuple[Group, ...]


def base_of(name: str, data: bytes) -> Base:
    """Take a calendar apart; each group is read in a file without the others."""
    zones: list[bytes] = []
    by_uid: dict[bytes, list[bytes]] = {}
    for number, match in enumerate(PART.finditer(data)):
        if match[1] == b"VTIMEZONE":
            zones.append(match[0])
        else:
            uid = UID.search(match[0])
            key = FOLD.sub(b"", uid[1]).strip() if uid else b"\n%d" % number
            by_uid.setdefault(key, []).append(match[0])
    return Base(name, data, tuple(zones), tuple(_group(data, uid, blocks) for uid, blocks in by_uid.items()))


def _group(data: bytes, uid: bytes, blocks: Sequence[bytes]) -> Group:
    alone = PART.sub(lambda match: match[0] if match[1] == b"VTIMEZONE" or match[0] in blocks else b"", data)
    found, mistakes = reading(alone)
    assert mistakes == []
    text = FOLD.sub(b"", b"".join(blocks))
    explained = not PLACES.issuperset(TZID.findall(text)) or b"VALUE=DATE" in text
    return Group(tuple(blocks), uid, found.diary.busy, found.diary.busy | found.diary.if_needed, explained)


def lost(base: Base, mutated: Mutated, busy: Spans, if_needed: Spans) -> list[tuple[bytes, Spans]]:
    """Return the busy time of entries that were not touched and that is busy no longer, with their UID."""
    zones_hit = (
        mutated.frame_hit
        or not all(_stands_in(zone, mutated.data) for zone in base.zones)
        or any(b"X-WR-TIMEZONE" in line or b"TZID:" in line or b"VTIMEZONE" in line for line in mutated.touched)
    )
    found: list[tuple[bytes, Spans]] = []
    taken = busy | if_needed
    for group in base.groups:
        if (zones_hit and group.explained) or not all(_stands_in(block, mutated.data) for block in group.blocks):
            continue
        missing = (group.busy - busy) | (group.taken - taken)
        if missing and not _touched_by(group, mutated.data):
            found.append((group.uid, missing))
    return found


def _stands_in(block: bytes, data: bytes) -> bool:
    return b"\n" + block in data


def _touched_by(group: Group, data: bytes) -> bool:
    """Return whether an entry that was touched now has the UID of the group: then it may be a new version."""
    rest = data
    for block in group.blocks:
        rest = rest.replace(block, b"")
    plain = FOLD.sub(b"", rest).translate(None, CONTROLS)
    return not group.uid.startswith(b"\n") and group.uid.lower() in plain.lower()
