"""Kinds 3 and 4: several entries with one UID, and entries without any."""

from __future__ import annotations

from tests.files.calendars.table.case import TEN, Case, days, hour
from tests.support.calendar_texts import calendar

ALL = "rota and timetable programs give one UID to many entries: all of them happen"
VERSIONS = "RFC 5546 2.1.5: of two versions, the higher SEQUENCE counts, then the later DTSTAMP"
DAYS = "06-07 06-08 06-09 10:00-11:00"
SERIES = "RRULE:FREQ=DAILY;COUNT=3"


def at(start: str, *lines: str, uid: str = "1@x", stamp: str = "20270101T090000Z") -> str:
    """Return an hour that was written at `stamp`."""
    return hour(start, "", *lines, uid=uid).replace("20270101T090000Z", stamp)


SAME = (
    Case(
        "three shifts under one UID",
        calendar(*(at(f"2027060{day}T100000", uid="rota") for day in (7, 8, 9))),
        DAYS,
        f"{ALL}; they could be versions, and it is said",
        doubt=True,
    ),
    Case(
        "three shifts under UID none",
        calendar(*(at(f"2027060{day}T100000", uid="none") for day in (7, 8, 9))),
        DAYS,
        f"{ALL}; none is no UID, so that nothing is in doubt",
    ),
    Case(
        "shifts under one UID that were made one after the other",
        calendar(*(at(f"2027060{day}T100000", f"CREATED:2027010{day}T090000Z", uid="rota") for day in (7, 8, 9))),
        DAYS,
        "RFC 5545 3.8.7.1: versions of one entry were made at one time, so that these are none",
    ),
    Case(
        "two series under one UID",
        calendar(
            at("20270607T100000", "RRULE:FREQ=WEEKLY;COUNT=2"), at("20270608T140000", "RRULE:FREQ=WEEKLY;COUNT=2")
        ),
        "06-07 06-14 10:00-11:00;06-08 06-15 14:00-15:00",
        ALL,
        doubt=True,
    ),
    Case(
        "a series and a single hour under one UID",
        calendar(at("20270607T100000", SERIES), at("20270611T140000")),
        f"{DAYS};06-11 14:00-15:00",
        ALL,
        doubt=True,
    ),
    Case(
        "a whole day and an hour under one UID",
        calendar(days("20270607"), at("20270609T100000")),
        "06-07;06-09 10:00-11:00",
        ALL,
        doubt=True,
    ),
    Case(
        "one entry twice, word for word", calendar(at("20270607T100000"), at("20270607T100000")), TEN, "it is the same"
    ),
    Case(
        "a higher SEQUENCE",
        calendar(at("20270607T100000", "SEQUENCE:0"), at("20270607T140000", "SEQUENCE:1")),
        "06-07 14:00-15:00",
        VERSIONS,
    ),
    Case(
        "a higher SEQUENCE comes first",
        calendar(at("20270607T140000", "SEQUENCE:10"), at("20270607T100000", "SEQUENCE:9")),
        "06-07 14:00-15:00",
        f"{VERSIONS}; as numbers",
    ),
    Case(
        "a higher SEQUENCE cancels",
        calendar(at("20270607T100000", "SEQUENCE:0"), at("20270607T100000", "SEQUENCE:1", "STATUS:CANCELLED")),
        "",
        VERSIONS,
    ),
    Case(
        "one SEQUENCE, a later DTSTAMP",
        calendar(at("20270607T100000", "SEQUENCE:1"), at("20270607T140000", "SEQUENCE:1", stamp="20270102T090000Z")),
        "06-07 14:00-15:00",
        VERSIONS,
    ),
    Case(
        "one SEQUENCE and DTSTAMP, a later LAST-MODIFIED",
        calendar(
            at("20270607T100000", "SEQUENCE:1", "LAST-MODIFIED:20270101T090000Z"),
            at("20270607T140000", "SEQUENCE:1", "LAST-MODIFIED:20270102T090000Z"),
        ),
        "06-07 14:00-15:00",
        "an export stamps all entries alike; LAST-MODIFIED tells when they were changed (RFC 5545 3.8.7.3)",
    ),
    Case(
        "a later version of a series",
        calendar(
            at("20270607T100000", SERIES, "SEQUENCE:0"),
            at("20270607T140000", "RRULE:FREQ=DAILY;COUNT=2", "SEQUENCE:2"),
        ),
        "06-07 06-08 14:00-15:00",
        VERSIONS,
    ),
    Case(
        "versions of a moved time",
        calendar(
            at("20270607T100000", SERIES),
            at("20270608T120000", "RECURRENCE-ID:20270608T100000", "SEQUENCE:1"),
            at("20270608T150000", "RECURRENCE-ID:20270608T100000", "SEQUENCE:2"),
        ),
        "06-07 06-09 10:00-11:00;06-08 15:00-16:00",
        VERSIONS,
    ),
    Case(
        "overrides only",
        calendar(*(at(f"2027060{day}T100000", f"RECURRENCE-ID:2027060{day}T100000", uid="g") for day in (7, 8, 9))),
        DAYS,
        "Google's free/busy export strips the series and leaves its times; they have one UID (RFC 5545 3.8.4.4)",
    ),
    Case(
        "overrides only, moved onto the day of another",
        calendar(
            at("20270608T140000", "RECURRENCE-ID:20270607T100000"),
            at("20270608T100000", "RECURRENCE-ID:20270608T100000"),
        ),
        "06-08 10:00-11:00;06-08 14:00-15:00",
        "RFC 5545 3.8.4.4: RECURRENCE-ID says which time it is, DTSTART when",
    ),
    Case(
        "the override before its series",
        calendar(at("20270608T150000", "RECURRENCE-ID:20270608T100000"), at("20270607T100000", SERIES)),
        "06-07 06-09 10:00-11:00;06-08 15:00-16:00",
        "RFC 5545 3.4: components come in any order",
    ),
    Case(
        "shifts of one UID in two calendars of a file",
        calendar(at("20270607T100000", uid="rota")) + calendar(at("20270608T100000", uid="rota")),
        "06-07 06-08 10:00-11:00",
        ALL,
        doubt=True,
    ),
)

WITHOUT = "an empty UID identifies nothing: as without one"
NONE = (
    Case(
        "two entries with an empty UID",
        calendar(at("20270607T100000", uid=""), at("20270608T100000", uid="")),
        "06-07 06-08 10:00-11:00",
        WITHOUT,
    ),
    Case(
        "two entries whose UID is a blank",
        calendar(at("20270607T100000", uid=" "), at("20270608T100000", uid=" ")),
        "06-07 06-08 10:00-11:00",
        WITHOUT,
    ),
    Case(
        "two entries without a UID",
        calendar(*(at(f"2027060{day}T100000").replace("UID:1@x\n", "") for day in (7, 8))),
        "06-07 06-08 10:00-11:00",
        "RFC 5545 3.6.1 wants one; exports without exist",
    ),
    Case(
        "a series and an hour with an empty UID",
        calendar(at("20270607T100000", SERIES, uid=""), at("20270611T140000", uid="")),
        f"{DAYS};06-11 14:00-15:00",
        WITHOUT,
    ),
    Case(
        "an empty UID with different SEQUENCE",
        calendar(at("20270607T100000", "SEQUENCE:0", uid=""), at("20270608T100000", "SEQUENCE:1", uid="")),
        "06-07 06-08 10:00-11:00",
        f"{WITHOUT}, so that SEQUENCE makes no versions of them",
    ),
)
