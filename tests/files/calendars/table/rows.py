"""The table: every row, by the number of its kind."""

from __future__ import annotations

from collections.abc import Mapping

from tests.files.calendars.table import (
    ends,
    exceptions,
    guards,
    levels,
    odd_bytes,
    own_bookings,
    same_uid,
    shown_zones,
    until,
    zones,
)
from tests.files.calendars.table.case import Case

KINDS: Mapping[str, tuple[Case, ...]] = {
    "1 names that are no place": zones.NO_PLACES,
    "2 zone rules with hours": zones.WITH_HOURS,
    "3 one UID for several": same_uid.SAME,
    "4 no UID": same_uid.NONE,
    "5 where a series ends": until.ENDS,
    "6 line ends": odd_bytes.LINE_ENDS,
    "7 several calendars": shown_zones.SEVERAL,
    "8 taken out in another form": exceptions.REMOVED,
    "8 moved in another form": exceptions.MOVED,
    "8 added in another form": exceptions.ADDED,
    "9 control characters": odd_bytes.CONTROLS,
    "10 bytes": odd_bytes.CODES,
    "11 names as they are shown": shown_zones.SHOWN_NAMES,
    "12 dates with times": ends.MIXED,
    "13 ends before starts": ends.WRONG,
    "14 declined": levels.DECLINED,
    "15 if needed": levels.IF_NEEDED,
    "16 travel": levels.ON_THE_WAY,
    "17 own invitations": own_bookings.BY_UID,
    "trap a: whole days shown as free": levels.WHOLE_DAYS,
    "trap c: own bookings without their UID": own_bookings.BY_TIME,
    "guards: clocks": guards.CLOCKS,
    "guards: series": guards.SERIES,
}
ROWS = {case.name: case for cases in KINDS.values() for case in cases}
