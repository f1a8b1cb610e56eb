"""Kinds 12 and 13: starts and ends that do not fit together, and rules that never or always happen."""

from __future__ import annotations

from tests.files.calendars.table.case import TEN, Case, days, hour
from tests.support.calendar_texts import calendar, event

FROM_TO = "whole days from the one to the other"
LONG = "06-07..06-09"


def entry(*lines: str) -> str:
    """Return an entry with these lines."""
    return calendar(event("UID:1@x", "DTSTAMP:20270101T090000Z", *lines))


DATE = "DTSTART;VALUE=DATE:20270607"
MIXED = (
    Case("a date and no days", entry(DATE, "DURATION:PT0S"), "06-07", "a date is all of its day"),
    Case("a date to its own midnight", entry(DATE, "DTEND:20270607T000000"), "06-07", "a date is all of its day"),
    Case(
        "ten o'clock to a date", entry("DTSTART:20270607T100000", "DTEND;VALUE=DATE:20270609"), "06-07..06-08", FROM_TO
    ),
    Case(
        "times as ISO 8601 writes them",
        entry("DTSTART:2027-06-07T10:00:00+01:00", "DTEND:2027-06-07T10:00:00Z"),
        TEN,
        "scripts; what is meant is clear",
    ),
    Case(
        "24 o'clock",
        entry("DTSTART:20270607T220000", "DTEND:20270607T240000"),
        "06-07 22:00-06-08 00:00",
        "scripts; ISO 8601",
    ),
    Case(
        "UTC with the name of a zone",
        entry("DTSTART;TZID=America/New_York:20270607T090000Z", "DTEND;TZID=America/New_York:20270607T100000Z"),
        TEN,
        "RFC 5545 3.2.19: not allowed, and Z says it",
    ),
    Case(
        "a date in a parameter",
        entry('DTSTART;X-WAS="at:20270101T100000";TZID=Europe/Berlin:20270607T110000', "DURATION:PT1H"),
        TEN,
        "RFC 5545 3.2: a quoted parameter may hold a colon",
    ),
    Case("a date to local midnight in UTC", entry(DATE, "DTEND:20270609T230000Z"), LONG, FROM_TO),
    Case("a date to midnight in London", entry(DATE, "DTEND;TZID=Europe/London:20270610T000000"), LONG, FROM_TO),
    Case("a date to midnight on no clock", entry(DATE, "DTEND:20270610T000000"), LONG, FROM_TO),
    Case(
        "a date to midnight in UTC, in winter",
        entry("DTSTART;VALUE=DATE:20270111", "DTEND:20270113T000000Z"),
        "01-11..01-12",
        FROM_TO,
    ),
    Case(
        "a date to the last second of the day",
        entry(DATE, "DTEND;VALUE=DATE:20270607T235959"),
        "06-07",
        f"ownCloud imports; {FROM_TO}",
    ),
    Case("a date to noon", entry(DATE, "DTEND:20270608T120000"), "06-07..06-08", f"{FROM_TO}: noon is of the second"),
    Case(
        "local midnight in UTC to a date", entry("DTSTART:20270606T230000Z", "DTEND;VALUE=DATE:20270610"), LONG, FROM_TO
    ),
    Case(
        "midnight in London to a date",
        entry("DTSTART;TZID=Europe/London:20270607T000000", "DTEND;VALUE=DATE:20270610"),
        LONG,
        FROM_TO,
    ),
    Case(
        "dates that are not said to be dates",
        entry("DTSTART:20270607", "DTEND:20270610"),
        LONG,
        "schools' programs; the form shows that it is a date",
    ),
    Case(
        "dates that are said to be times",
        entry("DTSTART;VALUE=DATE-TIME:20270607", "DTEND;VALUE=DATE-TIME:20270610"),
        LONG,
        "ics.js; the form shows that it is a date",
    ),
    Case(
        "a date that ends on itself",
        entry(DATE, "DTEND;VALUE=DATE:20270607"),
        "06-07",
        "many programs; RFC 5545 3.6.1 wants the day after",
    ),
    Case("a bare date that ends on itself", entry("DTSTART:20270607", "DTEND:20270607"), "06-07", "Gimme; as above"),
    Case("a date and hours", entry(DATE, "DURATION:PT24H"), "06-07", "RFC 5545 3.6.1 wants days; 24 hours are one"),
    Case("a date and two days", entry(DATE, "DURATION:P2D"), "06-07..06-08", "RFC 5545 3.8.2.5"),
    Case("a date and one week", entry(DATE, "DURATION:P1W"), "06-07..06-13", "RFC 5545 3.3.6"),
    Case(
        "a date with a zone",
        entry("DTSTART;TZID=Europe/London;VALUE=DATE:20270607", "DTEND;TZID=Europe/London;VALUE=DATE:20270608"),
        "06-07",
        "RFC 5545 3.2.19 forbids it and nothing else is meant",
    ),
    Case(
        "a day that repeats, to midnight in UTC",
        entry(DATE, "DTEND:20270607T230000Z", "RRULE:FREQ=DAILY;COUNT=3"),
        LONG,
        FROM_TO,
    ),
    Case(
        "start in one zone, end in another",
        entry("DTSTART;TZID=Europe/London:20270607T100000", "DTEND;TZID=Europe/Berlin:20270607T120000"),
        TEN,
        "a flight; RFC 5545 3.8.2.2",
    ),
    Case(
        "start in a zone, end in UTC",
        entry("DTSTART;TZID=Europe/London:20270607T100000", "DTEND:20270607T100000Z"),
        TEN,
        "RFC 5545 3.8.2.2",
    ),
)

START = "06-07 10:00-10:01"
SAID = "an error of its program: the start counts, and it is said"
OLD = "it cannot touch the months: passed over, and counted"
WRONG = (
    Case(
        "every minute since June",
        entry("DTSTART:20270607T100000", "DTEND:20270607T100100", "RRULE:FREQ=MINUTELY"),
        "06-07 10:00-06-08 00:00;06-08..12-31",
        "the union of the times; no diary is so",
        doubt=True,
    ),
    Case(
        "a part of a rule twice",
        entry("DTSTART:20270607T100000", "DTEND:20270607T110000", "RRULE:FREQ=WEEKLY;BYDAY=MO;BYDAY=TU;COUNT=4"),
        TEN,
        f"RFC 5545 3.3.10: each part once; {SAID}",
        doubt=True,
    ),
    Case(
        "a rule of vCalendar 1.0",
        entry("DTSTART:20270607T100000", "DTEND:20270607T110000", "RRULE:D1 #3"),
        TEN,
        SAID,
        doubt=True,
    ),
    Case(
        "an end without its zone",
        entry("DTSTART;TZID=America/New_York:20270607T050000", "DTEND:20270607T060000"),
        START,
        SAID,
        doubt=True,
    ),
    Case("ends an hour before", entry("DTSTART:20270607T100000", "DTEND:20270607T090000"), START, SAID, doubt=True),
    Case("ends a week before", entry("DTSTART:20270607T100000", "DTEND:20270531T100000"), START, SAID, doubt=True),
    Case("lasts less than nothing", entry("DTSTART:20270607T100000", "DURATION:-PT1H"), START, SAID, doubt=True),
    Case("whole days that end before", entry(DATE, "DTEND;VALUE=DATE:20270601"), "06-07", SAID, doubt=True),
    Case("ended before it began in 2020", entry("DTSTART:20200607T100000", "DTEND:20200607T090000"), "", OLD, unread=1),
    Case(
        "a series that ends before it begins",
        entry("DTSTART:20270607T100000", "DTEND:20270607T090000", "RRULE:FREQ=DAILY;COUNT=2"),
        "06-07 06-08 10:00-10:01",
        SAID,
        doubt=True,
    ),
    Case(
        "30 February",
        entry("DTSTART:20270607T100000", "DTEND:20270607T110000", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"),
        TEN,
        SAID,
        doubt=True,
    ),
    Case(
        "31 April and June",
        entry("DTSTART:20270607T100000", "DTEND:20270607T110000", "RRULE:FREQ=YEARLY;BYMONTH=4,6;BYMONTHDAY=31"),
        TEN,
        SAID,
        doubt=True,
    ),
    Case(
        "every minute of a morning",
        entry("DTSTART:20270607T100000", "DTEND:20270607T100500", "RRULE:FREQ=MINUTELY;UNTIL=20270607T110000"),
        "06-07 10:00-11:05",
        "the union of the times",
    ),
    Case(
        "every minute for ever",
        entry("DTSTART:20271230T100000", "DTEND:20271230T100100", "RRULE:FREQ=MINUTELY"),
        "12-30 10:00-12-31 00:00;12-31",
        "the union of the times, to the end of the months",
        doubt=True,
    ),
    Case(
        "a rule that is none",
        entry("DTSTART:20270607T100000", "DTEND:20270607T110000", "RRULE:every Monday"),
        TEN,
        SAID,
        doubt=True,
    ),
    Case(
        "a rule without FREQ",
        entry("DTSTART:20270607T100000", "DTEND:20270607T110000", "RRULE:COUNT=3"),
        TEN,
        SAID,
        doubt=True,
    ),
    Case(
        "an empty rule",
        entry("DTSTART:20270607T100000", "DTEND:20270607T110000", "RRULE:"),
        TEN,
        "nothing repeats",
        doubt=True,
    ),
    Case(
        "a day that does not exist",
        entry("DTSTART:20270631T100000", "DTEND:20270631T110000"),
        "",
        "nothing is known of its time",
        doubt=True,
    ),
    Case(
        "a rule that ended in 2020 and is no rule",
        entry("DTSTART:20200607T100000", "DTEND:20200607T110000", "RRULE:FREQ=SOMETIMES;UNTIL=20200610T100000"),
        "",
        OLD,
        unread=1,
    ),
    Case(
        "takes no time",
        entry("DTSTART:20270607T100000", "DTEND:20270607T100000"),
        "",
        "RFC 5545 3.6.1: a start without an end takes no time; reminders",
    ),
    Case(
        "good entries around a bad one",
        calendar(
            hour("20270607T100000"), event("DTSTART:20270608T100000", "DTEND:never"), hour("20270609T100000", uid="3@x")
        ),
        "06-07 06-09 10:00-11:00;06-08 10:00-10:01",
        "one entry never stops a review",
        doubt=True,
    ),
    Case(
        "a whole day that is a month old", calendar(days("20261101", "20261001", uid="0@x"), hour()), TEN, OLD, unread=1
    ),
)
