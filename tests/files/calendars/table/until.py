"""Kind 5: where a series ends."""

from __future__ import annotations

from tests.files.calendars.table.case import Case, days, hour
from tests.support.calendar_texts import calendar

WEEK = "06-21..06-25"
MIDNIGHT = "the end is local midnight, written in UTC: as an instant it is the last day itself, which counts"


def daily(until: str, first: str = "20270621", freq: str = "DAILY", *lines: str) -> str:
    """Return whole days up to `until`."""
    return days(first, "", f"RRULE:FREQ={freq};UNTIL={until}", *lines)


def timed(until: str, first: str = "20270621T100000") -> str:
    """Return a daily hour in London up to `until`."""
    return hour(first, "Europe/London", f"RRULE:FREQ=DAILY;UNTIL={until}")


ENDS = (
    Case("local midnight in UTC, in summer", calendar(daily("20270624T230000Z")), WEEK, f"Outlook, Etar: {MIDNIGHT}"),
    Case("local midnight in UTC, in winter", calendar(daily("20270115T000000Z", "20270111")), "01-11..01-15", MIDNIGHT),
    Case("a series of one day, in summer", calendar(daily("20270624T230000Z", "20270625")), "06-25", MIDNIGHT),
    Case("a series of one day, in winter", calendar(daily("20270115T000000Z", "20270115")), "01-15", MIDNIGHT),
    Case("a date", calendar(daily("20270625")), WEEK, "RFC 5545 3.3.10: UNTIL is inclusive, and a date as DTSTART is"),
    Case("local midnight without a zone", calendar(daily("20270625T000000")), WEEK, MIDNIGHT),
    Case(
        "the last second of a day in winter", calendar(daily("20270115T235959Z", "20270111")), "01-11..01-15", "scripts"
    ),
    Case(
        "Mondays and Fridays up to local midnight",
        calendar(daily("20270624T230000Z", "20270621", "WEEKLY;BYDAY=MO,FR")),
        "06-21;06-25",
        MIDNIGHT,
    ),
    Case(
        "the last Tuesdays of months, from summer into winter",
        calendar(daily("20271130T000000Z", "20270928", "MONTHLY;BYDAY=-1TU")),
        "09-28;10-26;11-30",
        f"Outlook Google Calendar Sync lost the last one: {MIDNIGHT}",
    ),
    Case(
        "from winter into summer",
        calendar(daily("20270407T230000Z", "20270325", "WEEKLY")),
        "03-25;04-01;04-08",
        MIDNIGHT,
    ),
    Case(
        "midnight in UTC in summer is an hour into the day",
        calendar(daily("20270625T000000Z")),
        WEEK,
        "01:00 on 25 June in London; the 25th began before it",
    ),
    Case(
        "local midnight in the zone of the mailbox",
        calendar("X-WR-TIMEZONE:Europe/Berlin", daily("20270624T220000Z")),
        WEEK,
        "Google, Exchange and DAVx5: 22:00 UTC is the 25th in Berlin, where the calendar is kept",
    ),
    Case(
        "a timed series to its last start",
        calendar(timed("20270625T090000Z")),
        "06-21 06-22 06-23 06-24 06-25 10:00-11:00",
        "RFC 5545 3.3.10",
    ),
    Case(
        "a timed series to a second before its last start",
        calendar(timed("20270625T085959Z")),
        "06-21 06-22 06-23 06-24 10:00-11:00",
        "RFC 5545 3.3.10: that start is later than UNTIL",
    ),
    Case(
        "a timed series to midnight UTC in winter",
        calendar(timed("20270115T000000Z", "20270111T100000")),
        "01-11 01-12 01-13 01-14 10:00-11:00",
        "the 15th at 10:00 is later than UNTIL",
    ),
    Case(
        "a timed series of one day to its midnight",
        calendar(timed("20270621T000000Z")),
        "06-21 10:00-11:00",
        "RFC 5545 3.8.5.3: DTSTART is the first time of the series; programs write the day as its midnight",
    ),
    Case(
        "a timed series that was over before it began",
        calendar(timed("20270601T090000Z")),
        "",
        "Google leaves such a series when all of it is deleted",
    ),
    Case(
        "a timed series to a date",
        calendar(timed("20270625")),
        "06-21 06-22 06-23 06-24 06-25 10:00-11:00",
        "a date is the whole day; Zimbra, scripts",
    ),
    Case(
        "a timed series to a local time",
        calendar(timed("20270625T100000")),
        "06-21 06-22 06-23 06-24 06-25 10:00-11:00",
        "iPhone writes it so: on the clock of the series",
    ),
    Case(
        "a floating series to a time in UTC",
        calendar(hour("20270621T100000", "", "RRULE:FREQ=DAILY;UNTIL=20270625T090000Z")),
        "06-21 06-22 06-23 06-24 06-25 10:00-11:00",
        "floating is local in London: 09:00 UTC is 10:00",
    ),
    Case(
        "a series in Berlin to its last start in UTC",
        calendar(hour("20270621T110000", "Europe/Berlin", "RRULE:FREQ=DAILY;UNTIL=20270625T090000Z")),
        "06-21 06-22 06-23 06-24 06-25 10:00-11:00",
        "RFC 5545 3.3.10",
    ),
)
