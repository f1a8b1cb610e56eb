"""Kind 8: exceptions, moved and added times of another form than the series."""

from __future__ import annotations

from tests.files.calendars.table.case import Case, block, days, hour
from tests.support.calendar_texts import LONDON_BLOCK, calendar

AS_MEANT = "compared as what they mean in the zone of the series (RFC 5545 3.8.5.1, 3.8.4.4)"
FIVE = "RRULE:FREQ=DAILY;COUNT=5"
WITHOUT_23 = "06-21..06-22;06-24..06-25"
TEN_WITHOUT_23 = "06-21 06-22 06-24 06-25 10:00-11:00"
BERLIN = block("W. Europe Standard Time", standard="+0100", daylight="+0200", fall="03")


def whole(*lines: str, first: str = "20270621") -> str:
    """Return five whole days."""
    return days(first, "", FIVE, *lines)


def timed(*lines: str, zone: str = "Europe/London", start: str = "20270621T100000") -> str:
    """Return an hour on five days."""
    return hour(start, zone, FIVE, *lines)


REMOVED = (
    Case(
        "whole days without local midnight in UTC",
        calendar(whole("EXDATE:20270622T230000Z")),
        WITHOUT_23,
        f"Outlook; {AS_MEANT}",
    ),
    Case(
        "whole days without local midnight in London",
        calendar(whole("EXDATE;TZID=Europe/London:20270623T000000")),
        WITHOUT_23,
        AS_MEANT,
    ),
    Case(
        "whole days without midnight of the mailbox",
        calendar(BERLIN, whole("EXDATE;TZID=W. Europe Standard Time:20270623T000000")),
        WITHOUT_23,
        f"Exchange writes midnight on the clock of the mailbox, and means its date; {AS_MEANT}",
    ),
    Case("whole days without a floating midnight", calendar(whole("EXDATE:20270623T000000")), WITHOUT_23, AS_MEANT),
    Case(
        "whole days without UTC midnight in winter",
        calendar(whole("EXDATE:20270113T000000Z", first="20270111")),
        "01-11..01-12;01-14..01-15",
        AS_MEANT,
    ),
    Case("whole days without a date", calendar(whole("EXDATE;VALUE=DATE:20270623")), WITHOUT_23, "RFC 5545 3.8.5.1"),
    Case(
        "whole days without a date that is not said to be one", calendar(whole("EXDATE:20270623")), WITHOUT_23, AS_MEANT
    ),
    Case("a timed series without a date", calendar(timed("EXDATE;VALUE=DATE:20270623")), TEN_WITHOUT_23, AS_MEANT),
    Case("a timed series without a bare date", calendar(timed("EXDATE:20270623")), TEN_WITHOUT_23, AS_MEANT),
    Case(
        "a timed series without its start in UTC",
        calendar(timed("EXDATE:20270623T090000Z")),
        TEN_WITHOUT_23,
        f"Google; {AS_MEANT}",
    ),
    Case(
        "a timed series without its start on no clock",
        calendar(timed("EXDATE:20270623T100000")),
        TEN_WITHOUT_23,
        AS_MEANT,
    ),
    Case(
        "a timed series without its start in New York",
        calendar(timed("EXDATE;TZID=America/New_York:20270623T050000")),
        TEN_WITHOUT_23,
        AS_MEANT,
    ),
    Case(
        "dates and times in one list",
        calendar(
            timed("EXDATE;TZID=Europe/London:20270621T100000,20270622T100000", "EXDATE;VALUE=DATE:20270623,20270624")
        ),
        "06-25 10:00-11:00",
        AS_MEANT,
    ),
    Case(
        "another hour of the day takes nothing out",
        calendar(timed("EXDATE;TZID=Europe/London:20270623T110000")),
        "06-21 06-22 06-23 06-24 06-25 10:00-11:00",
        "RFC 5545 3.8.5.1: no time of the series begins then",
    ),
    Case(
        "late on the evening before, in UTC",
        calendar(timed("EXDATE:20270622T233000Z", zone="Europe/London", start="20270621T003000")),
        "06-21 06-22 06-24 06-25 00:30-01:30",
        "00:30 in London is 23:30 UTC of the day before",
    ),
)

MOVED = (
    Case(
        "a whole day moved, named by local midnight in UTC",
        calendar(whole(), days("20270628", "", "RECURRENCE-ID:20270622T230000Z")),
        f"{WITHOUT_23};06-28",
        AS_MEANT,
    ),
    Case(
        "a whole day moved, named by midnight of the mailbox",
        calendar(BERLIN, whole(), days("20270628", "", "RECURRENCE-ID;TZID=W. Europe Standard Time:20270623T000000")),
        f"{WITHOUT_23};06-28",
        f"Exchange; {AS_MEANT}",
    ),
    Case(
        "a time moved, named by its date",
        calendar(timed(), hour("20270628T100000", "Europe/London", "RECURRENCE-ID;VALUE=DATE:20270623")),
        f"{TEN_WITHOUT_23};06-28 10:00-11:00",
        AS_MEANT,
    ),
    Case(
        "a time moved, named in UTC",
        calendar(timed(), hour("20270628T100000", "Europe/London", "RECURRENCE-ID:20270623T090000Z")),
        f"{TEN_WITHOUT_23};06-28 10:00-11:00",
        f"Nextcloud, Google; {AS_MEANT}",
    ),
    Case(
        "a time moved, named in Auckland",
        calendar(
            timed(), hour("20270628T100000", "Europe/London", "RECURRENCE-ID;TZID=Pacific/Auckland:20270623T210000")
        ),
        f"{TEN_WITHOUT_23};06-28 10:00-11:00",
        f"DAVx5 writes the zone of the new time; {AS_MEANT}",
    ),
    Case(
        "a time moved to a whole day",
        calendar(timed(), days("20270628", "", "RECURRENCE-ID;TZID=Europe/London:20270623T100000")),
        f"{TEN_WITHOUT_23};06-28",
        "RFC 5545 3.8.4.4",
    ),
    Case(
        "a time cancelled, named in UTC",
        calendar(
            timed(), hour("20270623T100000", "Europe/London", "RECURRENCE-ID:20270623T090000Z", "STATUS:CANCELLED")
        ),
        TEN_WITHOUT_23,
        AS_MEANT,
    ),
    Case(
        "this and all after it moved",
        calendar(
            timed(),
            hour(
                "20270623T140000",
                "Europe/London",
                "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/London:20270623T100000",
            ),
        ),
        "06-21 06-22 10:00-11:00;06-23 06-24 06-25 14:00-15:00",
        "RFC 5545 3.8.4.4: the times after it are moved by as much",
    ),
    Case(
        "named by midnight of a timed series",
        calendar(timed(), hour("20270628T100000", "Europe/London", "RECURRENCE-ID:20270623T000000")),
        "06-21 06-22 06-23 06-24 06-25 06-28 10:00-11:00",
        "no time of the series begins at midnight: what is moved is not known, so that both count",
    ),
)

ADDED = (
    Case(
        "this and all after it moved, where nothing is left of the series",
        calendar(
            timed().replace("COUNT=5", "COUNT=2"),
            hour(
                "20270628T140000",
                "Europe/London",
                "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/London:20270623T100000",
            ),
        ),
        "06-21 06-22 10:00-11:00;06-28 14:00-15:00",
        "programs end the series and write a change of what came after it: its own time is known",
    ),
    Case(
        "a date added to a timed series",
        calendar(timed("RDATE;VALUE=DATE:20270628")),
        "06-21 06-22 06-23 06-24 06-25 06-28 10:00-11:00",
        AS_MEANT,
    ),
    Case(
        "a whole day added by local midnight in UTC",
        calendar(days("20270621", "", "RDATE:20270627T230000Z")),
        "06-21;06-28",
        AS_MEANT,
    ),
    Case(
        "a whole day added by midnight of London",
        calendar(days("20270621", "", "RDATE;TZID=Europe/London:20270628T000000")),
        "06-21;06-28",
        AS_MEANT,
    ),
    Case(
        "a time added in UTC",
        calendar(hour("20270621T100000", "Europe/London", "RDATE:20270628T130000Z")),
        "06-21 10:00-11:00;06-28 14:00-15:00",
        "RFC 5545 3.8.5.2",
    ),
    Case(
        "a period added",
        calendar(
            hour(
                "20270621T100000",
                "Europe/London",
                "RDATE;VALUE=PERIOD:20270628T130000Z/PT2H,20270629T130000Z/20270629T160000Z",
            )
        ),
        "06-21 10:00-11:00;06-28 14:00-16:00;06-29 14:00-17:00",
        "RFC 5545 3.8.5.2",
    ),
    Case(
        "a time added and taken out in another form",
        calendar(
            LONDON_BLOCK.format(name="Own"),
            hour("20270621T100000", "Own", "RDATE;TZID=Own:20270628T100000", "EXDATE:20270628T090000Z"),
        ),
        "06-21 10:00-11:00",
        AS_MEANT,
    ),
)
