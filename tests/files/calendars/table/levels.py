"""Kinds 14, 15 and 16 and trap a: what is declined, what counts if needed, and the way there."""

from __future__ import annotations

from dataclasses import replace

from ltsched.domain.availability import Level
from tests.files.calendars.table.case import TEN, Case, days, hour
from tests.support.calendar_texts import OWNER, calendar

ME = "mailto:p07@agency.example"
NOT_GOING = "they have declined it: they are not going (RFC 5545 3.2.12)"
SERIES = "RRULE:FREQ=DAILY;COUNT=3"
THREE = "06-07 06-08 06-09 10:00-11:00"


def lines(*more: str) -> str:
    """Return a calendar of one hour with more lines."""
    return calendar(hour("20270607T100000", "", *more))


DECLINED = (
    Case("declined", lines(f"ATTENDEE;PARTSTAT=DECLINED:{ME}"), "", NOT_GOING, aside=1),
    Case(
        "declined in capitals",
        lines("ATTENDEE;PARTSTAT=DECLINED:MAILTO:P07@Agency.Example"),
        "",
        f"Exchange; {NOT_GOING}",
        aside=1,
    ),
    Case(
        "declined in small letters",
        lines(f"attendee;partstat=declined:{ME}"),
        "",
        f"RFC 5545 2: no case; {NOT_GOING}",
        aside=1,
    ),
    Case("declined in quotes", lines(f'ATTENDEE;PARTSTAT="DECLINED":{ME}'), "", NOT_GOING, aside=1),
    Case(
        "declined with a blank before the address",
        lines("ATTENDEE;PARTSTAT=DECLINED:MAILTO: p07@agency.example"),
        "",
        "ical-generator once",
        aside=1,
    ),
    Case(
        "declined by an address without mailto",
        lines("ATTENDEE;PARTSTAT=DECLINED:p07@agency.example"),
        "",
        f"scripts; {NOT_GOING}",
        aside=1,
    ),
    Case(
        "declined with the address as a parameter",
        lines('ATTENDEE;CN="N. Elderbrook";EMAIL="p07@agency.example";PARTSTAT=DECLINED:urn:uuid:8601c255-65fc'),
        "",
        f"Apple's iCloud, Calendar Server; {NOT_GOING}",
        aside=1,
    ),
    Case(
        "declined by somebody else",
        lines("ATTENDEE;PARTSTAT=DECLINED:mailto:t3@agency.example", f"ATTENDEE;PARTSTAT=ACCEPTED:{ME}"),
        TEN,
        "only one's own answer counts",
    ),
    Case(
        "declined by several others, not answered",
        lines("ATTENDEE;PARTSTAT=DECLINED:mailto:t3@agency.example", f"ATTENDEE;PARTSTAT=NEEDS-ACTION:{ME}"),
        TEN,
        "not answered is not declined",
    ),
    Case(
        "declined with a comment in quotes",
        lines(
            f'ATTENDEE;CN="Elderbrook; N: here";X-RESPONSE-COMMENT="No: I am away; sorry, all";PARTSTAT=DECLINED:{ME}'
        ),
        "",
        "Google; RFC 5545 3.2: quoted parameters hold any sign",
        aside=1,
    ),
    Case(
        "a series declined",
        calendar(hour("20270607T100000", "", SERIES, f"ATTENDEE;PARTSTAT=DECLINED:{ME}")),
        "",
        NOT_GOING,
        aside=3,
    ),
    Case(
        "one time of a series declined",
        calendar(
            hour("20270607T100000", "", SERIES, f"ATTENDEE;PARTSTAT=ACCEPTED:{ME}"),
            hour("20270608T100000", "", "RECURRENCE-ID:20270608T100000", f"ATTENDEE;PARTSTAT=DECLINED:{ME}"),
        ),
        "06-07 06-09 10:00-11:00",
        NOT_GOING,
        aside=1,
    ),
    Case(
        "a series declined but for one time",
        calendar(
            hour("20270607T100000", "", SERIES, f"ATTENDEE;PARTSTAT=DECLINED:{ME}"),
            hour("20270608T100000", "", "RECURRENCE-ID:20270608T100000", f"ATTENDEE;PARTSTAT=ACCEPTED:{ME}"),
        ),
        "06-08 10:00-11:00",
        NOT_GOING,
        aside=2,
    ),
    Case(
        "a whole day declined",
        calendar(days("20270607", "20270608", f"ATTENDEE;PARTSTAT=DECLINED:{ME}")),
        "",
        NOT_GOING,
        aside=1,
    ),
    Case(
        "an address that only ends as one's own",
        lines("ATTENDEE;PARTSTAT=DECLINED:mailto:xp07@agency.example"),
        TEN,
        "it is another person",
    ),
)

ELSEWHERE = "they work, elsewhere: MS-OXCICAL 2.1.3.1.1.20.31"
STATUS = "X-MICROSOFT-CDO-BUSYSTATUS:{}"
IF_NEEDED = (
    Case("working elsewhere", lines(STATUS.format("WORKINGELSEWHERE")), "", ELSEWHERE, TEN),
    Case("working elsewhere in small letters", lines(STATUS.format("workingElsewhere")), "", ELSEWHERE, TEN),
    Case("working elsewhere and opaque", lines("TRANSP:OPAQUE", STATUS.format("WORKINGELSEWHERE")), "", ELSEWHERE, TEN),
    Case(
        "a whole day of working elsewhere",
        calendar(days("20270607", "20270608", STATUS.format("WORKINGELSEWHERE"))),
        "",
        ELSEWHERE,
        "06-07",
    ),
    Case(
        "a series of working elsewhere, once busy",
        calendar(
            hour("20270607T100000", "", SERIES, STATUS.format("WORKINGELSEWHERE")),
            hour("20270608T100000", "", "RECURRENCE-ID:20270608T100000", STATUS.format("BUSY")),
        ),
        "06-08 10:00-11:00",
        ELSEWHERE,
        "06-07 06-09 10:00-11:00",
    ),
    Case(
        "working elsewhere and busy at once",
        calendar(hour("20270607T100000", "", STATUS.format("WORKINGELSEWHERE")), hour("20270607T103000", uid="2@x")),
        "06-07 10:30-11:30",
        "busy wins",
        TEN,
    ),
    Case("tentative", lines("STATUS:TENTATIVE"), "", "RFC 5545 3.8.1.11", TEN),
    Case("tentative as Outlook says it", lines(STATUS.format("TENTATIVE")), "", "MS-OXCICAL", TEN),
    Case("out of office", lines(STATUS.format("OOF")), TEN, "MS-OXCICAL: they are away"),
    Case("transparent", lines("TRANSP:TRANSPARENT"), "", "RFC 5545 3.8.2.7: it takes no time"),
    Case("cancelled", lines("STATUS:CANCELLED"), "", "RFC 5545 3.8.1.11"),
    Case(
        "a table of busy times",
        calendar(
            "BEGIN:VFREEBUSY\nUID:f\nDTSTAMP:20270101T090000Z\nFREEBUSY;FBTYPE=BUSY:20270607T090000Z/PT1H\nFREEBUSY;FBTYPE=BUSY-TENTATIVE:20270608T090000Z/20270608T100000Z\nFREEBUSY;FBTYPE=FREE:20270609T090000Z/PT1H\nEND:VFREEBUSY"
        ),
        TEN,
        "RFC 5545 3.6.4",
        "06-08 10:00-11:00",
    ),
)

TRAVEL = "X-APPLE-TRAVEL-DURATION;VALUE=DURATION:{}"
THE_WAY = "Apple: the way there is busy, too"
ON_THE_WAY = (
    Case("travel of half an hour", lines(TRAVEL.format("PT30M")), "06-07 09:30-11:00", THE_WAY),
    Case("travel without a type", lines("X-APPLE-TRAVEL-DURATION:PT1H30M"), "06-07 08:30-11:00", THE_WAY),
    Case(
        "travel to each time of a series",
        calendar(hour("20270607T100000", "", SERIES, TRAVEL.format("PT30M"))),
        "06-07 06-08 06-09 09:30-11:00",
        THE_WAY,
    ),
    Case(
        "travel to one time of a series",
        calendar(
            hour("20270607T100000", "", SERIES),
            hour("20270608T100000", "", "RECURRENCE-ID:20270608T100000", TRAVEL.format("PT45M")),
        ),
        "06-07 06-09 10:00-11:00;06-08 09:15-11:00",
        THE_WAY,
    ),
    Case(
        "travel with its route",
        lines(
            'X-APPLE-TRAVEL-START;ROUTING=CAR;VALUE=URI;X-ADDRESS="1 High St: Leeds";X-TITLE=Home:',
            TRAVEL.format("PT15M"),
        ),
        "06-07 09:45-11:00",
        f"{THE_WAY}; the route is private",
    ),
    Case(
        "travel to what may not happen",
        lines("STATUS:TENTATIVE", TRAVEL.format("PT30M")),
        "",
        THE_WAY,
        "06-07 09:30-11:00",
    ),
    Case(
        "travel to what is shown as free", lines("TRANSP:TRANSPARENT", TRAVEL.format("PT30M")), "", "RFC 5545 3.8.2.7"
    ),
    Case(
        "travel over midnight",
        calendar(hour("20270607T001500", "", TRAVEL.format("PT30M"))),
        "06-06 23:45-06-07 01:15",
        THE_WAY,
    ),
    Case(
        "travel as others name it", lines("X-MOZ-TRAVEL-TIME:PT15M"), "06-07 09:45-11:00", "the way there is busy, too"
    ),
    Case("travel of nothing", lines(TRAVEL.format("PT0S")), TEN, "there is no way"),
    Case("travel that is no duration", lines(TRAVEL.format("soon")), TEN, "the entry itself is known", doubt=True),
)

FREE = "Outlook shows whole days as free unless that is changed: a fortnight of leave may stand so"
LEAVE = calendar(days("20270111", "20270123", "TRANSP:TRANSPARENT", STATUS.format("FREE")))
WHOLE_DAYS = (
    Case("a fortnight shown as free", LEAVE, "", FREE, "01-11..01-22"),
    Case(
        "a fortnight shown as free that counts as busy",
        LEAVE,
        "01-11..01-22",
        "as [calendars] says",
        owner=replace(OWNER, all_day_free=Level.BUSY),
    ),
    Case(
        "a fortnight shown as free that counts as free",
        LEAVE,
        "",
        "as [calendars] says",
        aside=1,
        owner=replace(OWNER, all_day_free=Level.FREE),
    ),
    Case("one day shown as free", calendar(days("20270607", "", "TRANSP:TRANSPARENT")), "", FREE, "06-07"),
    Case(
        "a birthday",
        calendar(days("20000607", "20000608", "TRANSP:TRANSPARENT", "RRULE:FREQ=YEARLY")),
        "",
        "whole days that repeat yearly stay free: birthdays",
    ),
    Case(
        "a bank holiday",
        calendar(days("20000607", "20000608", "TRANSP:TRANSPARENT", "RRULE:FREQ=YEARLY;BYMONTH=6;BYDAY=1MO")),
        "",
        "whole days that repeat yearly stay free",
    ),
    Case(
        "a fortnight shown as free in hours from midnight",
        calendar(
            hour("20270111T000000", "Europe/London", "TRANSP:TRANSPARENT", "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE").replace(
                "DTEND;TZID=Europe/London:20270111T010000", "DTEND;TZID=Europe/London:20270123T000000"
            )
        ),
        "",
        f"{FREE}; Exchange writes whole days as times from midnight to midnight",
        "01-11..01-22",
    ),
    Case(
        "a fortnight as busy",
        calendar(days("20270111", "20270123", STATUS.format("OOF"))),
        "01-11..01-22",
        "they are away",
    ),
    Case(
        "an hour shown as free", lines("TRANSP:TRANSPARENT", STATUS.format("FREE")), "", "only whole days are in doubt"
    ),
    Case(
        "every Friday shown as free",
        calendar(days("20270604", "", "TRANSP:TRANSPARENT", "RRULE:FREQ=WEEKLY;COUNT=2")),
        "",
        FREE,
        "06-04;06-11",
    ),
    Case(
        "a cancelled day shown as free",
        calendar(days("20270607", "", "TRANSP:TRANSPARENT", "STATUS:CANCELLED")),
        "",
        "RFC 5545 3.8.1.11",
    ),
)
