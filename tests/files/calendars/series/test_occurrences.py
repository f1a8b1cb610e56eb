"""Repeating entries: which occurrences there are, where the clocks change and where some were moved."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ltsched.domain.spans import Spans
from tests.support.calendar_texts import LONDON, LONDON_BLOCK, WINDOW, busy, calendar, diary_of, event, local, read

START = ("UID:a", "DTSTART;TZID=Europe/London:20270322T100000", "DTEND;TZID=Europe/London:20270322T110000")


def starts(*parts: str) -> list[str]:
    """Return when the occurrences begin, in words."""
    return [text[:11] for text in local(diary_of(*parts).busy)]


class TestRule:
    """RRULE."""

    def test_keeps_to_the_local_hour(self) -> None:
        """A weekly meeting at ten stays at ten when the clocks change."""
        assert starts(event(*START, "RRULE:FREQ=WEEKLY;COUNT=3")) == ["03-22 10:00", "03-29 10:00", "04-05 10:00"]

    def test_several_rules_are_all_read(self) -> None:
        """RFC 5545 advises against a second rule and allows it: what any of them says is busy."""
        lines = (*START, "RRULE:FREQ=WEEKLY;COUNT=2", "RRULE:FREQ=DAILY;COUNT=2")
        assert starts(event(*lines)) == ["03-22 10:00", "03-23 10:00", "03-29 10:00"]

    def test_in_utc_keeps_to_utc(self) -> None:
        """One that is written in UTC moves by an hour."""
        lines = ("DTSTART:20270322T100000Z", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;COUNT=2")
        assert starts(event(*lines)) == ["03-22 10:00", "03-29 11:00"]

    def test_may_be_endless(self) -> None:
        """Only the window counts; so it is with a rule that began long ago."""
        assert diary_of(event("DTSTART:20150105T100000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY")).entries == 52

    @pytest.mark.parametrize(
        ("until", "last"),
        [
            ("20270405T090000Z", "04-05 10:00"),
            ("20270405T085959Z", "03-29 10:00"),
            ("20270405T100000", "04-05 10:00"),
            ("20270405", "04-05 10:00"),
            ("20270404", "03-29 10:00"),
            ("20270101", None),
            ("20200101", None),
        ],
    )
    def test_ends_with_until(self, until: str, last: str | None) -> None:
        """UNTIL is inclusive: in UTC it is that moment, a date is all of that day; before the start, nothing."""
        found = starts(event(*START, f"RRULE:FREQ=WEEKLY;UNTIL={until}"))
        assert (found[-1] if found else None) == last

    def test_of_whole_days(self) -> None:
        """Leave on each first Monday; the days are local days."""
        diary = diary_of(event("DTSTART;VALUE=DATE:20270301", "RRULE:FREQ=MONTHLY;BYDAY=1MO;UNTIL=20270405"))
        assert local(diary.busy) == ["03-01 00:00 to 03-02 00:00", "04-05 00:00 to 04-06 00:00"]

    def test_of_an_own_zone(self) -> None:
        """A zone of the file is taken for repetitions, too."""
        block = LONDON_BLOCK.format(name="Our own")
        lines = ("DTSTART;TZID=Our own:20270322T100000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;COUNT=2")
        assert starts(block, event(*lines)) == ["03-22 10:00", "03-29 10:00"]

    @pytest.mark.parametrize(
        ("day", "end", "expected"),
        [
            ("1030", "DURATION:PT8H", ["10-30 22:00 to 10-31 05:00", "11-06 22:00 to 11-07 06:00"]),
            ("1030", "DTEND:20271031T060000", ["10-30 22:00 to 10-31 06:00", "11-06 22:00 to 11-07 06:00"]),
            ("0327", "DURATION:PT8H", ["03-27 22:00 to 03-28 07:00", "04-03 22:00 to 04-04 06:00"]),
            ("0327", "DTEND:20270328T060000", ["03-27 22:00 to 03-28 06:00", "04-03 22:00 to 04-04 06:00"]),
            ("0320", "DURATION:PT8H", ["03-20 22:00 to 03-21 06:00", "03-27 22:00 to 03-28 07:00"]),
        ],
    )
    def test_that_begins_in_the_night_of_a_clock_change(self, day: str, end: str, expected: list[str]) -> None:
        """A length is counted by the clock each time (RFC 5545, 3.8.5.3), and an end is a local time."""
        lines = (f"DTSTART:2027{day}T220000", end, "RRULE:FREQ=WEEKLY;COUNT=2")
        assert local(diary_of(event(*lines)).busy) == expected

    def test_over_midnight_into_the_window(self) -> None:
        """The night of New Year's Eve began before the window."""
        lines = ("DTSTART:20261201T220000", "DURATION:PT8H", "RRULE:FREQ=DAILY;UNTIL=20261231")
        assert local(diary_of(event(*lines)).busy) == ["12-31 22:00 to 01-01 06:00"]


class TestDates:
    """RDATE and EXDATE."""

    def test_are_added(self) -> None:
        """Dates and periods of their own length."""
        more = ("RDATE;TZID=Europe/London:20270401T140000", "RDATE;VALUE=PERIOD:20270402T130000Z/PT3H")
        assert local(diary_of(event(*START, *more)).busy) == [
            "03-22 10:00 to 03-22 11:00",
            "04-01 14:00 to 04-01 15:00",
            "04-02 14:00 to 04-02 17:00",
        ]

    @pytest.mark.parametrize(
        "without",
        ["EXDATE;TZID=Europe/London:20270329T100000", "EXDATE:20270329T090000Z", "EXDATE;VALUE=DATE:20270329"],
    )
    def test_are_taken_out(self, without: str) -> None:
        """An EXDATE in the zone, in UTC or as a day."""
        assert starts(event(*START, "RRULE:FREQ=WEEKLY;COUNT=3", without)) == ["03-22 10:00", "04-05 10:00"]

    def test_are_taken_out_in_every_form_at_once(self) -> None:
        """One entry may have them all, several to a line."""
        without = ("EXDATE;VALUE=DATE:20270329", "EXDATE:20270405T090000Z", "EXDATE:20270412T100000,20270419T100000")
        lines = (*START, "RRULE:FREQ=WEEKLY;COUNT=6")
        assert starts(event(*lines, *without)) == ["03-22 10:00", "04-26 10:00"]

    def test_are_taken_out_of_whole_days(self) -> None:
        """Outlook writes the days that are taken out as midnights."""
        lines = ("DTSTART;VALUE=DATE:20270301", "RRULE:FREQ=DAILY;COUNT=3", "EXDATE:20270302T000000")
        assert starts(event(*lines)) == ["03-01 00:00", "03-03 00:00"]


class TestChange:
    """RECURRENCE-ID: one occurrence that is another than the rule says."""

    def change(self, *lines: str, of: str = "RECURRENCE-ID;TZID=Europe/London:20270329T100000") -> list[str]:
        """Return the occurrences of three weeks with a change in the second."""
        return starts(event(*START, "RRULE:FREQ=WEEKLY;COUNT=3"), event("UID:a", of, *lines))

    def test_moves(self) -> None:
        """The occurrence is where it was moved to, and no longer where it was."""
        moved = ("DTSTART;TZID=Europe/London:20270331T150000", "DURATION:PT1H")
        assert self.change(*moved) == ["03-22 10:00", "03-31 15:00", "04-05 10:00"]
        assert self.change(*moved, of="RECURRENCE-ID:20270329T090000Z") == ["03-22 10:00", "03-31 15:00", "04-05 10:00"]

    def test_cancels(self) -> None:
        """A cancelled occurrence blocks nothing."""
        gone = ("DTSTART;TZID=Europe/London:20270329T100000", "DURATION:PT1H", "STATUS:CANCELLED")
        assert self.change(*gone) == ["03-22 10:00", "04-05 10:00"]

    def test_makes_tentative(self) -> None:
        """Only that occurrence is if-needed."""
        lines = ("DTSTART;TZID=Europe/London:20270329T100000", "DURATION:PT1H", "STATUS:TENTATIVE")
        changed = event("UID:a", "RECURRENCE-ID;TZID=Europe/London:20270329T100000", *lines)
        diary = diary_of(event(*START, "RRULE:FREQ=WEEKLY;COUNT=3"), changed)
        assert (diary.entries, local(diary.if_needed)) == (3, ["03-29 10:00 to 03-29 11:00"])

    def test_moves_into_the_window(self) -> None:
        """An occurrence of the year before was put off until January."""
        series = event("UID:b", "DTSTART:20261201T100000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;COUNT=2")
        put_off = event("UID:b", "RECURRENCE-ID:20261208T100000", "DTSTART:20270104T100000", "DURATION:PT1H")
        assert starts(series, put_off) == ["01-04 10:00"]

    def test_lasts(self) -> None:
        """This and all that follow are two hours later."""
        of = "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/London:20270329T100000"
        moved = ("DTSTART;TZID=Europe/London:20270329T120000", "DURATION:PT1H")
        assert self.change(*moved, of=of) == ["03-22 10:00", "03-29 12:00", "04-05 12:00"]

    def test_without_its_series(self) -> None:
        """Some exports have only the occurrences that somebody is invited to."""
        lines = ("RECURRENCE-ID:20270329T100000Z", "DTSTART:20270329T140000", "DURATION:PT1H")
        assert starts(event("UID:c", *lines)) == ["03-29 14:00"]

    def test_of_the_series_itself(self) -> None:
        """Of two states of a series, that with the higher SEQUENCE counts."""
        new = (*START[:1], "SEQUENCE:2", "DTSTART:20270401T100000", "DURATION:PT1H")
        assert starts(event(*START, "SEQUENCE:1", "RRULE:FREQ=WEEKLY;COUNT=3"), event(*new)) == ["04-01 10:00"]


@settings(max_examples=40, deadline=None)
@given(
    first=st.datetimes(datetime(2026, 6, 1), datetime(2027, 6, 1)),
    minutes=st.integers(1, 3 * 24 * 60),
    interval=st.integers(1, 40),
    count=st.integers(1, 60),
    frequency=st.sampled_from([("DAILY", timedelta(days=1)), ("WEEKLY", timedelta(weeks=1))]),
    taken_out=st.sets(st.integers(0, 59), max_size=5),
    utc=st.booleans(),
)
def test_a_rule_is_what_counting_gives(
    first: datetime,
    minutes: int,
    interval: int,
    count: int,
    frequency: tuple[str, timedelta],
    taken_out: set[int],
    utc: bool,
) -> None:
    """Daily and weekly rules against plain addition, in London and in UTC, within the window."""
    first = first.replace(second=0, microsecond=0, hour=first.hour % 20 + 3)  # 01:30 does not exist in one night
    zone, mark, end = (UTC, "Z", "") if utc else (LONDON, "", ";TZID=Europe/London")
    name, step = frequency
    length = timedelta(minutes=minutes)
    all_starts = [first + step * interval * i for i in range(count)]
    lines = [
        f"DTSTART{end}:{first:%Y%m%dT%H%M%S}{mark}",
        f"DTEND{end}:{first + length:%Y%m%dT%H%M%S}{mark}",
        f"RRULE:FREQ={name};INTERVAL={interval};COUNT={count}",
        *(f"EXDATE{end}:{all_starts[i]:%Y%m%dT%H%M%S}{mark}" for i in taken_out if i < count),
    ]
    kept = [start for i, start in enumerate(all_starts) if i not in taken_out]
    year = Spans.between(*(datetime.combine(day, datetime.min.time(), LONDON) for day in WINDOW))
    expected = busy(*((start.replace(tzinfo=zone), (start + length).replace(tzinfo=zone)) for start in kept))
    assert diary_of(event(*lines)).busy & year == expected & year


@pytest.mark.parametrize("zone", ["Europe/Berlin", "Asia/Tokyo", "W. Europe Standard Time"])
def test_a_series_to_the_end_of_time_goes_on(zone: str) -> None:
    """The last moment of the year 9999 in UTC has no local time east of London, and none is needed."""
    lines = (f"DTSTART;TZID={zone}:20270301T100000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;UNTIL=99991231T235959Z")
    assert diary_of(event(*lines)).entries == 44


def test_many_weekly_series_are_no_hostile_size() -> None:
    """A room, or a mailbox of many years."""
    lines = ("DURATION:PT30M", "RRULE:FREQ=WEEKLY;BYDAY=TU")
    starts = [f"DTSTART;TZID=Europe/London:20260901T{9 + i % 8:02}{i % 60:02}00" for i in range(300)]
    assert diary_of(*(event(start, *lines) for start in starts)).entries == 300 * 52


@pytest.mark.parametrize(("length", "end"), [("PT48H", "03-29 13:00"), ("P2D", "03-29 12:00"), ("P1W", "04-03 12:00")])
def test_hours_are_counted_by_the_clock_and_days_by_the_calendar(length: str, end: str) -> None:
    """Also where there are 24 of them or more (RFC 5545, 3.3.6)."""
    diary = diary_of(event("DTSTART;TZID=Europe/London:20270327T120000", f"DURATION:{length}"))
    assert local(diary.busy) == [f"03-27 12:00 to {end}"]


def test_a_rota_of_which_one_shift_was_changed_is_all_busy() -> None:
    """Two entries of one number are no two versions of another: nothing tells, and that is said."""
    shifts = [
        event("UID:rota", f"DTSTART:2027030{day}T090000", "DURATION:PT8H", *(["SEQUENCE:1"] if day == 4 else []))
        for day in range(1, 5)
    ]
    diary, doubts, _ = read(calendar(*shifts))
    assert (diary.entries, [doubt.where for doubt in doubts]) == (4, ["UID"])


def test_an_older_version_is_shown_as_left_out() -> None:
    """So that it can be asked about."""
    old = event("UID:a", "SEQUENCE:1", "DTSTART:20270301T090000", "DURATION:PT1H")
    diary = diary_of(old, event("UID:a", "SEQUENCE:2", "DTSTART:20270302T090000", "DURATION:PT1H"))
    assert [(time.level, time.why) for time in diary.times] == [
        ("free", "an older version of another entry"),
        ("busy", ""),
    ]
