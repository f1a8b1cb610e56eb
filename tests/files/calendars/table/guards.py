"""What must stay as it is: floating times, the changes of the clocks, and ordinary series."""

from __future__ import annotations

from tests.files.calendars.table.case import TEN, Case, days, hour
from tests.support.calendar_texts import LONDON_BLOCK, calendar

CLOCK = "RFC 5545 3.3.5: a series in a zone stays on its clock"
LOCAL = "RFC 5545 3.3.5: a floating time is local wherever one is; a diary of London is read there"
THREE = "RRULE:FREQ=DAILY;COUNT=3"


def ordinary(name: str, rule: str, busy: str, *more: str, start: str = "20270607T100000") -> Case:
    """Return a row about a rule that every program writes."""
    return Case(name, calendar(hour(start, "Europe/London", f"RRULE:{rule}", *more)), busy, "RFC 5545 3.3.10")


CLOCKS = (
    Case("floating in winter", calendar(hour("20270111T100000")), "01-11 10:00-11:00", LOCAL),
    Case("floating in summer", calendar(hour()), TEN, LOCAL),
    Case(
        "floating over the change in spring",
        calendar(hour("20270327T100000", "", THREE)),
        "03-27 03-28 03-29 10:00-11:00",
        LOCAL,
    ),
    Case(
        "in UTC over the change in spring",
        calendar(hour("20270327T100000Z", "", THREE)),
        "03-27 10:00-11:00;03-28 03-29 11:00-12:00",
        "RFC 5545 3.3.5: UTC knows no summer time",
    ),
    Case(
        "a weekly hour over both changes",
        calendar(hour("20270315T100000", "Europe/London", "RRULE:FREQ=MONTHLY;COUNT=9")),
        " ".join(f"{month:02}-15" for month in range(3, 12)) + " 10:00-11:00",
        CLOCK,
    ),
    Case(
        "a weekly hour in New York over both its changes",
        calendar(hour("20270312T090000", "America/New_York", "RRULE:FREQ=WEEKLY;COUNT=4")),
        "03-12 14:00-15:00;03-19 03-26 13:00-14:00;04-02 14:00-15:00",
        f"{CLOCK}; between 14 and 28 March London is four hours ahead",
    ),
    Case(
        "a weekly hour of an own block over both changes",
        calendar(
            LONDON_BLOCK.format(name="Own"),
            hour("20270322T100000", "Own", "RRULE:FREQ=WEEKLY;COUNT=2"),
            hour("20271025T100000", "Own", "RRULE:FREQ=WEEKLY;COUNT=2", uid="2@x"),
        ),
        "03-22 03-29 10-25 11-01 10:00-11:00",
        CLOCK,
    ),
    Case(
        "a night when an hour is left out",
        calendar(
            hour("20270327T220000", "Europe/London").replace(
                "DTEND;TZID=Europe/London:20270327T230000", "DTEND;TZID=Europe/London:20270328T060000"
            )
        ),
        "03-27 22:00-03-28 06:00",
        CLOCK,
    ),
    Case(
        "eight hours from the evening when an hour is left out",
        calendar(
            hour("20270327T220000", "Europe/London").replace(
                "DTEND;TZID=Europe/London:20270327T230000", "DURATION:PT8H"
            )
        ),
        "03-27 22:00-03-28 07:00",
        "RFC 5545 3.3.6: hours are exact",
    ),
    Case(
        "a day from the evening when an hour is left out",
        calendar(
            hour("20270327T220000", "Europe/London").replace("DTEND;TZID=Europe/London:20270327T230000", "DURATION:P1D")
        ),
        "03-27 22:00-03-28 22:00",
        "RFC 5545 3.3.6: days are on the clock",
    ),
    Case(
        "an hour that is left out",
        calendar(hour("20270328T013000", "Europe/London")),
        "03-28 02:30-03:30",
        "RFC 5545 3.3.5: as with the offset before the gap; it lasts as long as the clock says",
    ),
    Case(
        "half an hour around the end of the hour that is left out",
        calendar(hour("20270328T014500", "Europe/London").replace("T024500", "T021500")),
        "03-28 02:45-03:15",
        "as above",
    ),
    Case(
        "a daily hour that is left out once",
        calendar(hour("20270327T013000", "Europe/London", THREE)),
        "03-27 03-29 01:30-02:30;03-28 02:30-03:30",
        "as above",
    ),
    Case(
        "an hour that comes twice",
        calendar(hour("20271031T003000", "Europe/London")),
        "10-31 00:30-01:30",
        "RFC 5545 3.3.5: the first of the two",
    ),
    Case(
        "whole days over the change",
        calendar(days("20270327", "20270330")),
        "03-27..03-29",
        "RFC 5545 3.3.4: a day is as long as it is",
    ),
    Case(
        "a calendar in Berlin with floating times",
        calendar("X-WR-TIMEZONE:Europe/Berlin", hour()),
        TEN,
        f"{LOCAL}; X-WR-TIMEZONE is where it was shown",
    ),
)

SERIES = (
    ordinary(
        "every other Tuesday",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;COUNT=3",
        "06-08 06-22 07-06 10:00-11:00",
        start="20270608T100000",
    ),
    ordinary(
        "every working day",
        "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;COUNT=6",
        "06-07 06-08 06-09 06-10 06-11 06-14 10:00-11:00",
    ),
    ordinary(
        "the last working day of the month",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=2",
        "06-30 07-30 10:00-11:00",
        start="20270630T100000",
    ),
    ordinary(
        "the 31st", "FREQ=MONTHLY;BYMONTHDAY=31;COUNT=3", "05-31 07-31 08-31 10:00-11:00", start="20270531T100000"
    ),
    ordinary(
        "the second Monday from years ago",
        "FREQ=MONTHLY;BYDAY=2MO;UNTIL=20270301T000000Z",
        "01-11 02-08 10:00-11:00",
        start="20200113T100000",
    ),
    ordinary("a rule whose first day is not of it", "FREQ=WEEKLY;BYDAY=TU;COUNT=2", "06-07 06-08 06-15 10:00-11:00"),
    ordinary(
        "weeks that begin on Sunday",
        "FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=SU,MO;COUNT=4",
        "06-07 06-20 06-21 07-04 10:00-11:00",
    ),
    ordinary(
        "weeks that begin on Monday",
        "FREQ=WEEKLY;INTERVAL=2;WKST=MO;BYDAY=SU,MO;COUNT=4",
        "06-07 06-13 06-21 06-27 10:00-11:00",
    ),
    ordinary(
        "all times taken out", "FREQ=DAILY;COUNT=2", "", "EXDATE;TZID=Europe/London:20270607T100000,20270608T100000"
    ),
    ordinary(
        "two hours a day", "FREQ=DAILY;BYHOUR=10,15;BYMINUTE=0;COUNT=3", "06-07 06-08 10:00-11:00;06-07 15:00-16:00"
    ),
)
