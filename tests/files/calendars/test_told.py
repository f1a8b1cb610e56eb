"""What is told of a calendar before anybody plans with it."""

from __future__ import annotations

from datetime import date

import pytest

from ltsched.domain.availability import Level
from ltsched.errors import Notice
from ltsched.files.calendars.owner import Owner
from ltsched.files.calendars.told import MOST_TOLD, doubt_mistakes, reading_notices
from tests.support.calendar_texts import OWNER, calendar, event, local, reading

MONTHS = (date(2027, 1, 11), date(2027, 9, 6))
TODAY = date(2027, 1, 10)
STAMP = "DTSTAMP:20270108T090000Z"
LATE = event(STAMP, "DTSTART:20270901T100000Z", "DURATION:PT1H")
"""An entry near the end of the months."""

FREE_DAYS = ("DTSTART;VALUE=DATE:20270111", "DTEND;VALUE=DATE:20270123", "TRANSP:TRANSPARENT", STAMP)


def notices(*parts: str, owner: Owner = OWNER, today: date | None = TODAY) -> list[Notice]:
    """Return what is told of a calendar of these parts."""
    found, mistakes = reading(calendar(*parts), owner=owner)
    assert mistakes == []
    return reading_notices(found, owner, "calendars/p07.ics", MONTHS, today)


def texts(*parts: str, owner: Owner = OWNER, today: date | None = TODAY) -> list[str]:
    return [notice.text for notice in notices(*parts, owner=owner, today=today)]


def test_nothing_is_told_of_a_calendar_in_which_all_is_well() -> None:
    """It covers the months, is new, and everything in it is understood."""
    assert texts(LATE) == []


class TestDoubts:
    """What was not understood of an entry."""

    def test_name_person_file_line_day_and_what_was_assumed(self) -> None:
        """So that somebody can be rung up."""
        (notice,) = notices(LATE, event("DTSTART:20270301T100000Z", "DTEND:20270301T090000Z"))
        assert notice.text == (
            "N. Elderbrook (p07): calendars/p07.ics, line 9, DTEND (Mon 1 Mar 2027): the entry starts at "
            "2027-03-01T10:00+00:00 and ends at 2027-03-01T09:00+00:00; only its start is taken as busy"
        )
        assert (notice.path, notice.id, notice.line, notice.private) == ("calendars/p07.ics", "p07", 9, True)

    def test_that_say_the_same_are_one_sentence(self) -> None:
        """A thousand entries in an unknown zone have one cause."""
        away = event("DTSTART;TZID=Mars/Base:20270301T100000", "DURATION:PT1H")
        (text,) = texts(LATE, *[away] * 1000)
        assert "line 9 and 999 others, TZID" in text
        few = texts(LATE, away, away)[0]
        assert "lines 9 and 13, TZID" in few

    def test_are_not_told_without_end(self) -> None:
        """After twenty, a last one says how many there are more."""
        wrong = [event("DTSTART:20270301T100000Z", f"DTEND:x{number}") for number in range(30)]
        found = texts(LATE, *wrong)
        assert len(found) == MOST_TOLD + 1
        assert "10 further entries could not be understood" in found[-1]

    def test_of_old_entries_are_only_counted(self) -> None:
        """Nobody mends an entry of years ago."""
        old = [event(f"DTSTART:201{number}0301T100000Z", "DTEND:x") for number in range(3)]
        assert texts(LATE, *old) == ["N. Elderbrook (p07): 3 old entries of calendars/p07.ics could not be read"]

    def test_are_mistakes_to_a_strict_reader(self) -> None:
        """With all that a mistake says."""
        found, _ = reading(calendar(event("DTSTART:20270301T100000Z", "DTEND:x")))
        (mistake,) = doubt_mistakes(found.doubts, "calendars/p07.ics")
        assert str(mistake) == (
            "calendars/p07.ics, line 4, DTEND: found x; without --strict: only its start is taken as busy."
        )


class TestWholeDaysShownAsFree:
    """Outlook shows whole days as free unless that is changed: a fortnight of leave that blocks nothing."""

    def test_are_if_needed_and_asked_about(self) -> None:
        """By the name of the person, in the words of the calendar."""
        found, _ = reading(calendar(event(*FREE_DAYS)))
        assert local(found.diary.if_needed) == ["01-11 00:00 to 01-23 00:00"]
        (text,) = texts(LATE, event(*FREE_DAYS))
        assert text.startswith("N. Elderbrook (p07): whole days shown as free, 11–22 Jan 2027: leave?")

    @pytest.mark.parametrize("level", Level)
    def test_are_what_somebody_has_settled(self, level: Level) -> None:
        """And are asked about no more."""
        owner = Owner("p07", all_day_free=level)
        found, _ = reading(calendar(LATE, event(*FREE_DAYS)), owner=owner)
        day = ["01-11 00:00 to 01-23 00:00"]
        assert local(found.diary.if_needed) == (day if level is Level.IF_NEEDED else [])
        assert local(found.diary.busy)[:-1] == (day if level is Level.BUSY else [])
        assert texts(LATE, event(*FREE_DAYS), owner=owner) == []

    @pytest.mark.parametrize(
        "lines",
        [
            ("DTSTART;VALUE=DATE:20270111", "TRANSP:TRANSPARENT", "RRULE:FREQ=YEARLY"),
            ("DTSTART;VALUE=DATE:19700111", "TRANSP:TRANSPARENT", "RRULE:FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=11"),
            ("DTSTART;VALUE=DATE:20270111", "TRANSP:TRANSPARENT", "RRULE:FREQ=MONTHLY;INTERVAL=12"),
            ("DTSTART;VALUE=DATE:20270111", "TRANSP:TRANSPARENT", "STATUS:CANCELLED"),
            ("DTSTART:20270111T090000", "DTEND:20270111T170000", "TRANSP:TRANSPARENT"),
        ],
        ids=str,
    )
    def test_are_not_birthdays_cancelled_or_hours(self, lines: tuple[str, ...]) -> None:
        """These stay free, without a word."""
        found, _ = reading(calendar(event(*lines)))
        assert local(found.diary.if_needed) == []
        assert texts(LATE, event(STAMP, *lines)) == []

    @pytest.mark.parametrize(
        "lines",
        [
            ("DTSTART:20270111T000000", "DTEND:20270112T000000", "TRANSP:TRANSPARENT"),
            ("DTSTART:20270111T000000Z", "DTEND:20270112T000000Z", "X-MICROSOFT-CDO-BUSYSTATUS:FREE"),
            ("DTSTART;VALUE=DATE:20270111", "X-MICROSOFT-CDO-BUSYSTATUS:FREE"),
            ("DTSTART;VALUE=DATE:20270111", "TRANSP:TRANSPARENT", "RRULE:FREQ=DAILY;COUNT=1"),
        ],
        ids=str,
    )
    def test_are_known_in_every_form(self, lines: tuple[str, ...]) -> None:
        """From midnight to midnight, by Outlook's own word, or repeated."""
        found, _ = reading(calendar(event(*lines)))
        assert local(found.diary.if_needed) == ["01-11 00:00 to 01-12 00:00"]

    def test_are_told_together_where_they_touch(self) -> None:
        """A week that was entered day by day is one stretch; those after the months are not asked about."""
        days = [
            event(f"DTSTART;VALUE=DATE:2027{day}", "TRANSP:TRANSPARENT", STAMP)
            for day in ("0111", "0112", "0113", "0228", "0301", "1224")
        ]
        (text,) = texts(LATE, *days)
        assert "11–13 Jan 2027, 28 Feb–1 Mar 2027: leave?" in text


class TestCoverage:
    """An export of thirty days reads as 99 % free."""

    def test_by_the_word_of_the_file(self) -> None:
        """X-CALEND of Outlook: the last day that it covers."""
        covers = "X-CALSTART:20270110T000000Z\nX-CALEND:20270210T000000Z"
        (text,) = texts(covers, event(STAMP, "DTSTART:20270201T100000Z", "DURATION:PT1H"))
        assert "calendars/p07.ics covers the time until Tue 9 Feb 2027 only" in text

    def test_by_the_last_entry(self) -> None:
        """Four weeks without an entry before the end of the months may be the end of the export."""
        (text,) = texts(event(STAMP, "DTSTART:20270301T100000Z", "DURATION:PT1H"))
        assert "calendars/p07.ics has no entry after Mon 1 Mar 2027" in text
        assert texts(event(STAMP, "DTSTART:20270820T100000Z", "DURATION:PT1H")) == []

    def test_of_what_repeats_without_end(self) -> None:
        """It covers everything."""
        assert texts(event(STAMP, "DTSTART:20270301T100000Z", "DURATION:PT1H", "RRULE:FREQ=WEEKLY")) == []

    def test_that_begins_late(self) -> None:
        """A file that begins in March tells nothing of January."""
        (text,) = texts("X-CALSTART:20270301T000000Z\nX-CALEND:20280101T000000Z", LATE)
        assert "covers the time from Mon 1 Mar 2027 on only" in text

    def test_of_a_table_of_busy_times(self) -> None:
        """A VFREEBUSY says from when until when it holds."""
        table = "BEGIN:VFREEBUSY\nDTSTAMP:20270108T090000Z\nDTSTART:20270110T000000Z\nDTEND:20270310T000000Z\n"
        (text,) = texts(f"{table}FREEBUSY:20270301T100000Z/PT1H\nEND:VFREEBUSY")
        assert "covers the time until Tue 9 Mar 2027 only" in text

    def test_of_nothing(self) -> None:
        """An export of the wrong months looks like a free diary."""
        (text,) = texts(event(STAMP, "DTSTART:20250301T100000Z", "DURATION:PT1H"))
        assert "(p07): calendars/p07.ics has no busy time from Mon 11 Jan 2027 until" in text

    def test_of_nothing_where_the_file_says_when_it_ends(self) -> None:
        """Then the day on which it ends is what should be known; own invitations alone are the right calendar."""
        (text,) = texts(f"X-CALEND:20270201T000000Z\n{event(STAMP, 'DTSTART:20260301T100000Z', 'DURATION:PT1H')}")
        assert "covers the time until Sun 31 Jan 2027 only" in text
        declined = "ATTENDEE;PARTSTAT=DECLINED:mailto:p07@agency.example"
        assert texts(event(STAMP, "DTSTART:20270901T100000Z", "DURATION:PT1H", declined)) == []


class TestAge:
    """A calendar of a month ago has no meeting of yesterday."""

    def test_of_more_than_a_month_is_told(self) -> None:
        """By the newest entry, which an export stamps."""
        (text,) = texts(LATE, today=date(2027, 2, 20))
        assert "calendars/p07.ics is 43 days old, of Fri 8 Jan 2027" in text
        (text,) = texts(LATE, today=date(2027, 8, 1))
        assert "calendars/p07.ics is 6 months old" in text

    def test_of_less_is_not(self) -> None:
        """Nor where nobody asks."""
        assert texts(LATE, today=date(2027, 2, 8)) == []
        assert texts(LATE, today=None) == []
