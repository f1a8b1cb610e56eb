"""Which entries of a calendar are the review's own bookings: they are to be planned, and keep nobody from it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from ltsched.domain.availability import Level
from ltsched.files.calendars.entry.entries import Entry
from ltsched.files.calendars.own_uid import uid_key
from ltsched.files.calendars.owner import Owner
from ltsched.files.calendars.series.occurrences import Occurrence
from ltsched.files.calendars.syntax.parts import CalendarPart
from ltsched.files.calendars.syntax.properties import read_property
from ltsched.files.calendars.syntax.values import parse_moment

__all__ = ["BY_TIME", "BY_UID", "left_out"]

BY_UID = "an invitation of this review"
BY_TIME = "a booking of this review, by its time"


def left_out(
    found: Sequence[Occurrence], entries: Sequence[Entry], parts: Sequence[CalendarPart], owner: Owner
) -> dict[int, str]:
    """Return which of the occurrences are the review's own, by their index, and how they are known again.

    An export keeps the UID of an invitation, or has lost it ("availability only"). Then a time that is exactly that of
    a booking to which its owner was invited is that booking: one for each, and not where the calendar says that it was
    there before the invitation.
    """
    if not owner.own_uids:
        return {}
    own_lines = {entry.line for entry in entries if entry.uid and uid_key(entry.uid) in owner.own_uids}
    aside = {i: BY_UID for i, each in enumerate(found) if each.line in own_lines}
    known = {found[i].exact for i in aside}
    written = _written(entries, parts)
    for i, each in enumerate(found):
        if i in aside or each.exact not in owner.invited or each.exact in known or each.busy.level is Level.FREE:
            continue
        when = written.get(each.line, (False, None))
        if not when[0] and not (when[1] is not None and when[1] < owner.invited[each.exact]):
            aside[i] = BY_TIME
            known.add(each.exact)
    return aside


def _written(entries: Sequence[Entry], parts: Sequence[CalendarPart]) -> Mapping[int, tuple[bool, datetime | None]]:
    """Return for each line on which something begins whether it repeats, and when it was written, if that is known."""
    found: dict[int, tuple[bool, datetime | None]] = {}
    for entry in entries:
        repeats = bool(entry.rules or entry.more or entry.whole_days)
        found[entry.line] = repeats, entry.created or entry.changed
    for part in parts:
        if part.name == "VFREEBUSY":
            for line in part.lines:
                prop = read_property(line, is_date=True)
                if prop is not None and prop.name == "DTSTAMP":
                    found[part.line] = False, _stamp(prop.value)
    return found


def _stamp(text: str) -> datetime | None:
    try:
        moment = parse_moment(text)
    except (ValueError, OverflowError):
        return None
    return moment if isinstance(moment, datetime) and moment.tzinfo is not None else None
