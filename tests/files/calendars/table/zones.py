"""Kinds 1 and 2: names of time zones, and the blocks that define them."""

from __future__ import annotations

from tests.files.calendars.table.case import TEN, Case, block, fixed, hour
from tests.support.calendar_texts import calendar

EASTERN = """BEGIN:VTIMEZONE
TZID:{name}
BEGIN:STANDARD
DTSTART:19501105T020000
TZOFFSETFROM:-0400
TZOFFSETTO:-0500
RRULE:FREQ=YEARLY;BYMINUTE=0;BYHOUR=2;BYDAY=1SU;BYMONTH=11
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19500312T020000
TZOFFSETFROM:-0500
TZOFFSETTO:-0400
RRULE:FREQ=YEARLY;BYMINUTE=0;BYHOUR=2;BYDAY=2SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE"""
"""As Lotus Notes 9 writes it."""

HALF = """BEGIN:VTIMEZONE
TZID:{name}
BEGIN:STANDARD
DTSTART:16010101T000000
TZOFFSETFROM:{offset}
TZOFFSETTO:{offset}
END:STANDARD
END:VTIMEZONE"""
EMPTY = "BEGIN:VTIMEZONE\nTZID:Europe/Amsterdam\nX-LIC-LOCATION:Europe/Amsterdam\nEND:VTIMEZONE"

OWN_BLOCK = "RFC 5545 3.2.19: a TZID is what the VTIMEZONE of the file says; {0}"
KNOWN = "an Area/City or a Windows name means its place, even where the block is cut short"

NO_PLACES = (
    Case(
        "GMT with a summer time of its own",
        calendar(block("GMT"), hour(zone="GMT")),
        TEN,
        OWN_BLOCK.format("Lotus and Zimbra call London GMT"),
    ),
    Case(
        "GMT with a summer time of its own, in winter",
        calendar(block("GMT"), hour("20270111T100000", "GMT")),
        "01-11 10:00-11:00",
        OWN_BLOCK.format("Lotus"),
    ),
    Case(
        "UTC with a summer time of its own",
        calendar(block("UTC"), hour(zone="UTC")),
        TEN,
        OWN_BLOCK.format("a script that names everything UTC"),
    ),
    Case(
        "EST with the summer time of New York",
        calendar(EASTERN.format(name="EST"), hour("20270607T050000", "EST")),
        TEN,
        OWN_BLOCK.format("Lotus: EST is five hours behind only in winter"),
    ),
    Case(
        "CET without a summer time",
        calendar(fixed("CET", "+0100"), hour(zone="CET")),
        TEN,
        OWN_BLOCK.format("here it has no summer time, so that 10:00 is 09:00 UTC and 10:00 in London"),
    ),
    Case(
        "GMT without a block",
        calendar(hour(zone="GMT")),
        "06-07 11:00-12:00",
        "the zone database has GMT, which is UTC: 11:00 in summer",
    ),
    Case(
        "a series in GMT over the change of the clocks",
        calendar(block("GMT"), hour("20270322T100000", "GMT", "RRULE:FREQ=WEEKLY;COUNT=2")),
        "03-22 03-29 10:00-11:00",
        OWN_BLOCK.format("10:00 on the clock before and after"),
    ),
    Case(
        "Customized Time Zone",
        calendar(block("Customized Time Zone", standard="+0100", daylight="+0200"), hour(zone="Customized Time Zone")),
        "06-07 09:00-10:00",
        OWN_BLOCK.format("Outlook, when the zone was made by hand"),
    ),
    Case(
        "a name that nobody explains",
        calendar(hour(zone="Customized Time Zone")),
        TEN,
        "the hour is taken as local, and it is said",
        doubt=True,
    ),
    Case(
        "London cut short",
        calendar(HALF.format(name="Europe/London", offset="+0000"), hour(zone="Europe/London")),
        TEN,
        KNOWN,
    ),
    Case(
        "GMT Standard Time cut short",
        calendar(HALF.format(name="GMT Standard Time", offset="+0000"), hour(zone="GMT Standard Time")),
        TEN,
        KNOWN,
    ),
    Case("Amsterdam with an empty block", calendar(EMPTY, hour(zone="Europe/Amsterdam")), "06-07 09:00-10:00", KNOWN),
    Case("Windows name without a block", calendar(hour(zone="GMT Standard Time")), TEN, "Exchange; Windows' name"),
    Case("Windows name in small letters", calendar(hour(zone="gmt standard time")), TEN, "names of zones have no case"),
    Case(
        "Evolution's name of Berlin",
        calendar(hour(zone="/freeassociation.sourceforge.net/Europe/Berlin")),
        "06-07 09:00-10:00",
        "RFC 5545 3.2.19: a name with a slash before it is of a registry; the place is at its end",
    ),
    Case(
        "Mozilla's name of Berlin",
        calendar(hour(zone="/mozilla.org/20050126_1/Europe/Berlin")),
        "06-07 09:00-10:00",
        "old Thunderbird, Sunbird",
    ),
    Case(
        "Evolution's own block",
        calendar(block("/citadel.org/20210210_1/Europe/London"), hour(zone="/citadel.org/20210210_1/Europe/London")),
        TEN,
        "Citadel",
    ),
)

LOTUS = "Lotus and HCL write hour and minute beside the day: they repeat what DTSTART says"
WITH_HOURS = (
    Case(
        "offsets with colons",
        calendar(block("Own", standard="+00:00", daylight="+01:00"), hour(zone="Own")),
        TEN,
        "scripts; ISO 8601 writes them so",
    ),
    Case(
        "offsets with seconds",
        calendar(block("Own", standard="+000000", daylight="+010000"), hour(zone="Own")),
        TEN,
        "RFC 5545 3.3.14",
    ),
    Case(
        "a block that names its own zone inside",
        calendar(block("Own").replace("DTSTART:", "DTSTART;TZID=Own:"), hour(zone="Own")),
        TEN,
        "RFC 5545 3.6.5: it is local there, whatever it names",
    ),
    Case(
        "a block with remarks inside",
        calendar(
            block("Own").replace("END:STANDARD", "TZNAME;LANGUAGE=en:GMT\nCOMMENT:x\nX-A:1\nEND:STANDARD"),
            hour(zone="Own"),
        ),
        TEN,
        "RFC 5545 3.6.5",
    ),
    Case(
        "BYHOUR and BYMINUTE in the block",
        calendar(block("Lotus London", rule="{};BYHOUR={hour};BYMINUTE=0"), hour(zone="Lotus London")),
        TEN,
        LOTUS,
    ),
    Case(
        "BYHOUR before the day in the block, in winter",
        calendar(block("GMT", rule="BYMINUTE=0;BYHOUR={hour};{}"), hour("20271101T100000", "GMT")),
        "11-01 10:00-11:00",
        LOTUS,
    ),
    Case(
        "BYSECOND, WKST and INTERVAL in the block",
        calendar(block("Own", rule="WKST=MO;INTERVAL=1;{};BYHOUR={hour};BYMINUTE=0;BYSECOND=0"), hour(zone="Own")),
        TEN,
        LOTUS,
    ),
    Case(
        "New York of Lotus under a name of its own",
        calendar(EASTERN.format(name="Eastern"), hour("20270607T050000", "Eastern")),
        TEN,
        LOTUS,
    ),
    Case(
        "New York of Lotus in the fortnight when only America has summer time",
        calendar(EASTERN.format(name="Eastern"), hour("20270315T050000", "Eastern")),
        "03-15 09:00-10:00",
        "05:00 EDT is 09:00 UTC; London changes on 28 March",
    ),
    Case(
        "a series of a block with hours over both changes",
        calendar(
            block("GMT", rule="{};BYHOUR={hour};BYMINUTE=0"),
            hour("20270327T100000", "GMT", "RRULE:FREQ=DAILY;COUNT=3"),
            hour("20271030T100000", "GMT", "RRULE:FREQ=DAILY;COUNT=3", uid="2@x"),
        ),
        "03-27 03-28 03-29 10-30 10-31 11-01 10:00-11:00",
        LOTUS,
    ),
    Case(
        "BYHOUR in the rule of the entry repeats its start",
        calendar(hour(*("20270607T100000", ""), "RRULE:FREQ=DAILY;COUNT=2;BYHOUR=10;BYMINUTE=0")),
        "06-07 06-08 10:00-11:00",
        "RFC 5545 3.3.10",
    ),
    Case(
        "the last Sunday as days of the month",
        calendar(
            block("Own", rule="{}").replace("BYDAY=-1SU;", "BYMONTHDAY=25,26,27,28,29,30,31;BYDAY=SU;"),
            hour("20270327T100000", "Own", "RRULE:FREQ=DAILY;COUNT=3"),
        ),
        "03-27 03-28 03-29 10:00-11:00",
        "Apple, and vzic for old programs",
    ),
)
