"""The block of an .ics file that explains its time zone."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from icalendar import Timezone

__all__ = ["vtimezone"]

TZID = re.compile(r"^TZID:.*$", re.MULTILINE)
# Remarks that say nothing about the offsets; some readers, dateutil among them, refuse what they do not know.
REMARK = re.compile(r"^(?:X-|TZUNTIL|LAST-MODIFIED).*\n", re.MULTILINE)


def vtimezone(zone: ZoneInfo, moments: Iterable[datetime]) -> Timezone | None:
    """Return the VTIMEZONE of `zone`, with yearly rules, named as the zone is.

    A block that lists every change as an RDATE, as icalendar makes it, is read an hour wrong by Thunderbird in the
    first days after a change; those of ics_vtimezones have rules.

    Parameters
    ----------
    zone
        The zone.
    moments
        The times that will be written in it. Countries change their rules, and the blocks are some years old: each
        moment is checked against the system's zone.

    Returns
    -------
    Timezone or None
        None if there is no block for the zone, or an outdated one: then write the times in UTC.
    """
    text = _block(zone.key)
    if text is None or not _agrees(text, zone, moments):
        return None
    from icalendar import Calendar, Timezone

    block = Calendar.from_ical(text).walk("VTIMEZONE")[0]
    assert isinstance(block, Timezone)
    return block


def _block(name: str | None) -> str | None:
    """Return the calendar in which the block of the zone `name` lies, with the plain name as its TZID."""
    from ics_vtimezones import ZONEINFO_DIR, is_vtimezone_ics_file

    # Only the very name: the package's own search is content with the end of it.
    file = ZONEINFO_DIR / f"{name}.ics"
    if not name or not is_vtimezone_ics_file(file):
        return None
    return TZID.sub(f"TZID:{name}", REMARK.sub("", file.read_text(encoding="utf-8")))


def _agrees(text: str, zone: ZoneInfo, moments: Iterable[datetime]) -> bool:
    from dateutil.tz import tzical

    block = text[text.index("BEGIN:VTIMEZONE") : text.index("END:VCALENDAR")]
    told = tzical(io.StringIO(block)).get()
    local = [moment.astimezone(zone).replace(tzinfo=None) for moment in moments]
    return all(told.utcoffset(moment) == zone.utcoffset(moment.replace(tzinfo=zone)) for moment in local)
