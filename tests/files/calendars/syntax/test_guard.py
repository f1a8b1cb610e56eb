"""Rules that would take for ever: no calendar can make the program hang, and none is passed over without a word."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.calendar_texts import LONDON_BLOCK, calendar, event, reading

MONDAY = ("DTSTART:20270104T100000Z", "DTEND:20270104T110000Z")
NEVER = "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"


def rule(text: str, *start: str) -> str:
    """Return a calendar with one repeating entry."""
    return calendar(event(*(start or MONDAY), f"RRULE:{text}"))


def numbers(count: int, least: int = 0) -> str:
    """Return many numbers in a list."""
    return ",".join(map(str, range(least, least + count)))


def many_dates(years: range) -> list[str]:
    """Return 2,688 moments for each year."""
    days = [f"{month:02}{day:02}T{hour:02}" for month in range(1, 13) for day in range(1, 29) for hour in range(8)]
    return [f"{year}{day}0000Z" for year in years for day in days]


def _zone_of_many_changes(number: int) -> str:
    """Return a time zone that is like no other."""
    half = (
        "BEGIN:STANDARD\nDTSTART:19{}0101T020000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0000\nRRULE:FREQ=YEARLY\nEND:STANDARD"
    )
    halves = "\n".join(half.format((number + i) % 90 + 10) for i in range(100))
    return f"BEGIN:VTIMEZONE\nTZID:Z{number}\n{halves}\nEND:VTIMEZONE"


REFUSED: dict[str, Callable[[], str]] = {
    "every second since 1970": lambda: rule("FREQ=SECONDLY", "DTSTART:19700101T000000Z", "DURATION:PT1S"),
    "every second": lambda: rule("FREQ=SECONDLY"),
    "a billion seconds": lambda: rule("FREQ=SECONDLY;COUNT=1000000000"),
    "every second, written as a list": lambda: rule(
        f"FREQ=YEARLY;BYHOUR={numbers(24)};BYMINUTE={numbers(60)};BYSECOND={numbers(60)}"
    ),
    "a thousand that hardly happen": lambda: calendar(
        *[event(*MONDAY, "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29;BYDAY=FR")] * 1000
    ),
    "a thousand that hardly happen, counted": lambda: calendar(
        *[event(*MONDAY, "RRULE:FREQ=DAILY;COUNT=9;BYMONTH=2;BYMONTHDAY=29;BYDAY=FR")] * 1000
    ),
    "a thousand times daily": lambda: calendar(
        *[event("DTSTART:20000101T100000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY")] * 1000
    ),
    "too many dates": lambda: calendar(event(*MONDAY, "RDATE:" + ",".join(many_dates(range(2027, 2035)) * 10))),
    "more entries than anybody has": lambda: calendar(*[event(*MONDAY)] * 30_001),
    "a hundred time zones, each with a hundred changes": lambda: calendar(
        *(_zone_of_many_changes(number) for number in range(100)),
        *(event(f"DTSTART;TZID=Z{number}:20270104T100000", "DURATION:PT1H") for number in range(100)),
    ),
    "a calendar within a calendar within": lambda: "BEGIN:VCALENDAR\n" * 200_000,
    "an entry within an entry within": lambda: calendar(*["BEGIN:VEVENT"] * 50_000, *["END:VEVENT"] * 50_000),
}
"""Millions of repeats, and what no person has: the file is refused."""

DOUBTED: dict[str, tuple[Callable[[], str], int]] = {
    "every minute": (lambda: rule("FREQ=MINUTELY"), 523560),
    "the 30th of February, by days": (lambda: rule("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"), 60),
    "the 30th of February, by years": (lambda: rule("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"), 60),
    "the 30th of February, by minutes": (lambda: rule("FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=30"), 60),
    "the 99th of a month": (lambda: rule("FREQ=MONTHLY;BYMONTHDAY=99"), 60),
    "a Tuesday, always a week after a Monday": (lambda: rule("FREQ=DAILY;INTERVAL=7;BYDAY=TU"), 60),
    "no step forward": (lambda: rule("FREQ=DAILY;INTERVAL=0"), 60),
    "steps backward": (lambda: rule("FREQ=DAILY;INTERVAL=-1"), 60),
    "a step of ages": (lambda: rule(f"FREQ=SECONDLY;INTERVAL={10**18}"), 60),
    "every second of the first hour": (lambda: rule("FREQ=SECONDLY;BYHOUR=0"), 523560),
    "a list of a million": (lambda: rule(f"FREQ=DAILY;BYSECOND={'0,' * 1_000_000}0"), 60),
    "all positions of a year": (lambda: rule(f"FREQ=YEARLY;BYDAY=MO;BYSETPOS={numbers(366, 1)}"), 523560),
    "an hour that is none": (lambda: rule("FREQ=DAILY;BYHOUR=25"), 60),
    "until a length": (lambda: rule("FREQ=DAILY;UNTIL=PT1H"), 60),
    "two counts": (lambda: rule("FREQ=DAILY;COUNT=1,2"), 60),
    "parts that nobody knows": (lambda: rule("FREQ=DAILY;BYEASTER=0"), 60),
    "a century each day": (lambda: rule("FREQ=DAILY", "DTSTART:20000101T000000Z", "DTEND:21000101T000000Z"), 531360),
    "a thousand that never happen": (
        lambda: calendar(*[event(*MONDAY, "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30")] * 1000),
        60,
    ),
    "a zone that changes every second": (
        lambda: calendar(
            LONDON_BLOCK.format(name="Wild").replace("FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3", "FREQ=SECONDLY"),
            event("DTSTART;TZID=Wild:20270104T100000", "DURATION:PT1H"),
        ),
        60,
    ),
}
"""What is busy in minutes: the start alone, or, of a rule that repeats too often, all of its time."""

ANSWERED: dict[str, tuple[Callable[[], str], int]] = {
    "every hour since 1900": (lambda: rule("FREQ=HOURLY", "DTSTART:19000101T000000Z", "DURATION:PT1M"), 8760),
    "daily since the year 1": (lambda: rule("FREQ=DAILY", "DTSTART:00010101T000000Z", "DURATION:PT1H"), 365),
    "changes for all that follows": (
        lambda: calendar(
            event("UID:a", *MONDAY, "RRULE:FREQ=DAILY"),
            *(
                event("UID:a", f"RECURRENCE-ID;RANGE=THISANDFUTURE:{day}", *MONDAY)
                for day in many_dates(range(2027, 2028))
            ),
        ),
        3408,  # each change has a time of its own, also where the series has none
    ),
    "a billion days": (lambda: rule("FREQ=DAILY;COUNT=1000000000"), 362),
    "a hundred calendars with a time zone each, all alike": (
        lambda: (
            calendar(LONDON_BLOCK.format(name="Ours"), event("DTSTART;TZID=Ours:20270104T100000", "DURATION:PT1H"))
            * 100
        ),
        100,
    ),
    "without end": (lambda: rule("FREQ=DAILY"), 362),
    "weekly since the year 1": (lambda: rule("FREQ=WEEKLY", "DTSTART:00010101T000000Z", "DURATION:PT1H"), 52),
    "a birthday without a year": (lambda: rule("FREQ=YEARLY", "DTSTART;VALUE=DATE:16040229"), 0),
    "ten seconds": (lambda: rule("FREQ=SECONDLY;COUNT=10", MONDAY[0], "DURATION:PT1S"), 10),
    "a never that begins later": (lambda: rule(NEVER, "DTSTART:20990101T100000Z", "DURATION:PT1H"), 0),
    "a never that is over before it begins": (lambda: rule(f"{NEVER};UNTIL=20260101", *MONDAY), 0),
    "a never that is over": (lambda: rule(f"{NEVER};UNTIL=20000101", "DTSTART:19900101", "DURATION:P1D"), 0),
    "a rule that is over": (lambda: rule("FREQ=SECONDLY;UNTIL=19700102", "DTSTART:19700101", "DURATION:P1D"), 0),
    "the last working day": (lambda: rule("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"), 13),
    "half-hours of the day": (lambda: rule("FREQ=MINUTELY;INTERVAL=30;BYHOUR=9;COUNT=20", MONDAY[0]), 0),
    "a hundred thousand dates taken out": (
        lambda: calendar(event(*MONDAY, "RRULE:FREQ=DAILY", "EXDATE:" + ",".join(many_dates(range(1990, 2027))))),
        362,
    ),
    "a hundred thousand dates, most of them long ago": (
        lambda: calendar(event(*MONDAY, "RDATE:" + ",".join(many_dates(range(1990, 2028))))),
        2689,
    ),
    "a thousand changes": (
        lambda: calendar(
            event("UID:a", *MONDAY, "RRULE:FREQ=DAILY"),
            *(
                event("UID:a", f"RECURRENCE-ID:{day}", *MONDAY, "RRULE:FREQ=DAILY")
                for day in many_dates(range(2027, 2028))
            ),
        ),
        3050,
    ),
    "a description of megabytes": (lambda: calendar(event(*MONDAY, "DESCRIPTION:" + "x\n " * 1_000_000)), 1),
}


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED.keys())
def test_refused(text: Callable[[], str]) -> None:
    """One mistake tells why; without the guard it would take for ever."""
    _, mistakes = reading(text())
    assert len(mistakes) == 1
    assert mistakes[0].found
    assert mistakes[0].expected


@pytest.mark.parametrize(("text", "busy"), DOUBTED.values(), ids=DOUBTED.keys())
def test_doubted(text: Callable[[], str], busy: int) -> None:
    """What is known of its time is busy, and what was assumed is told."""
    found, mistakes = reading(text())
    assert mistakes == []
    assert found.diary.busy.minutes() == busy
    assert found.doubts
    assert all((doubt.found and "busy" in doubt.assumed) or doubt.where == "TZID" for doubt in found.doubts)
    assert {doubt.day for doubt in found.doubts} <= {date(2027, 1, 4), date(2000, 1, 1)}


@pytest.mark.parametrize(("text", "entries"), ANSWERED.values(), ids=ANSWERED.keys())
def test_answered(text: Callable[[], str], entries: int) -> None:
    """It looks as bad and is none: everything is understood."""
    found, mistakes = reading(text())
    assert mistakes == []
    assert found.doubts == ()
    assert found.diary.entries == entries


VALUES = st.lists(st.integers(-400, 400), min_size=1, max_size=4).map(lambda values: ",".join(map(str, values)))
PARTS = st.dictionaries(
    st.sampled_from(["BYMONTH", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYSETPOS", "BYHOUR", "BYMINUTE", "BYSECOND"]),
    VALUES | st.integers(1, 12).map(str),
    max_size=3,
)


@settings(max_examples=60, deadline=None)
@given(
    frequency=st.sampled_from(["SECONDLY", "MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY"]),
    interval=st.sampled_from([1, 2, 7, 12, 60, 1440, 86400]),
    parts=PARTS,
    day=st.sampled_from(["", ";BYDAY=MO", ";BYDAY=TU,TH", ";BYDAY=5MO", ";BYDAY=-1SU"]),
    end=st.sampled_from(["", ";COUNT=5", ";COUNT=100000", ";UNTIL=20270601"]),
    year=st.sampled_from([1, 1604, 1970, 2015, 2027]),
)
def test_no_rule_takes_long(
    frequency: str, interval: int, parts: dict[str, str], day: str, end: str, year: int
) -> None:
    """Whatever a rule says, it comes to an end and never raises; one that begins in the months is never lost."""
    by_parts = "".join(f";{name}={value}" for name, value in parts.items())
    text = rule(
        f"FREQ={frequency};INTERVAL={interval}{by_parts}{day}{end}", f"DTSTART:{year:04}0104T100000", "DURATION:PT1M"
    )
    found, mistakes = reading(text)
    assert found.diary.busy or found.doubts or mistakes or found.unread or year != 2027
