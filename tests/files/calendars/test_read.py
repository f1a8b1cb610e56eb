"""Calendars as programs export them: what is busy, what is not, and what a mistake says."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from ltsched.domain.spans import NEVER
from ltsched.errors import Mistake
from ltsched.files.calendars.owner import Owner
from ltsched.files.calendars.read import read_calendar
from ltsched.files.calendars.series.window import CalendarWindow
from tests.support.calendar_texts import (
    LONDON,
    OWNER,
    WINDOW,
    calendar,
    diary_of,
    event,
    local,
    read,
    reading,
)

TEN = ("DTSTART:20270301T100000", "DTEND:20270301T110000")
TEN_IN_WORDS = ["03-01 10:00 to 03-01 11:00"]


class TestOneEntry:
    """Single entries: when they are."""

    @pytest.mark.parametrize(
        ("lines", "expected"),
        [
            (("DTSTART:20270301T100000Z", "DTEND:20270301T110000Z"), "03-01 10:00 to 03-01 11:00"),
            (("DTSTART:20270701T100000Z", "DTEND:20270701T110000Z"), "07-01 11:00 to 07-01 12:00"),
            (("DTSTART:20270701T100000", "DTEND:20270701T110000"), "07-01 10:00 to 07-01 11:00"),
            (("DTSTART;TZID=Europe/Paris:20270701T100000", "DURATION:PT1H30M"), "07-01 09:00 to 07-01 10:30"),
            (('DTSTART;TZID="Europe/Paris":20270701T100000', "DURATION:PT1H"), "07-01 09:00 to 07-01 10:00"),
            (("DTSTART;TZID=GMT Standard Time:20270701T100000", "DURATION:PT1H"), "07-01 10:00 to 07-01 11:00"),
            (("DTSTART;TZID=tzone://Microsoft/Utc:20270701T100000", "DURATION:PT1H"), "07-01 11:00 to 07-01 12:00"),
            (
                ("DTSTART;TZID=/x.example/2019_1/Europe/Paris:20270701T100000", "DURATION:PT1H"),
                "07-01 09:00 to 07-01 10:00",
            ),
            (("DTSTART;VALUE=DATE:20270301",), "03-01 00:00 to 03-02 00:00"),
            (("DTSTART;VALUE=DATE:20270301", "DTEND;VALUE=DATE:20270301"), "03-01 00:00 to 03-02 00:00"),
            (("DTSTART;VALUE=DATE:20270328", "DTEND;VALUE=DATE:20270330"), "03-28 00:00 to 03-30 00:00"),
            (("DTSTART;VALUE=DATE:20270301", "DURATION:P2D"), "03-01 00:00 to 03-03 00:00"),
            (("DTSTART:20270327T120000", "DURATION:P1D"), "03-27 12:00 to 03-28 12:00"),
            (("DTSTART:20270327T120000", "DURATION:PT23H30M"), "03-27 12:00 to 03-28 12:30"),
            (("DTSTART:20270301T100000Z", "DTEND;TZID=Europe/Paris:20270301T120000"), "03-01 10:00 to 03-01 11:00"),
            (("dtstart:20270301T100000", "dtend:20270301T110000"), "03-01 10:00 to 03-01 11:00"),
        ],
        ids=lambda value: value if isinstance(value, str) else value[0],
    )
    def test_is_busy(self, lines: tuple[str, ...], expected: str) -> None:
        """Times in UTC, of a zone, floating, days and lengths, before and after the clocks change."""
        diary = diary_of(event(*lines))
        assert local(diary.busy) == [expected]
        assert diary.entries == 1
        assert diary.has_calendar

    def test_is_local_where_the_review_is(self) -> None:
        """Floating times and whole days are those of the review's zone."""
        diary = diary_of(event("DTSTART:20270301T100000", "DURATION:PT1H"), zone=ZoneInfo("America/New_York"))
        assert local(diary.busy) == ["03-01 15:00 to 03-01 16:00"]

    def test_takes_no_time_without_an_end(self) -> None:
        """A time without DTEND or DURATION is a moment and blocks nothing (RFC 5545, 3.6.1)."""
        diary = diary_of(event("DTSTART:20270301T100000"))
        assert (diary.busy, diary.if_needed, diary.entries, diary.has_calendar) == (NEVER, NEVER, 0, True)

    def test_counts_only_in_the_window(self) -> None:
        """An entry counts if it touches the window, to the minute."""
        before = event("DTSTART:20261231T230000", "DTEND:20270101T000000")
        into = event("DTSTART:20261231T230000", "DTEND:20270101T000100")
        out = event("DTSTART:20271231T235900", "DTEND:20280101T010000")
        after = event("DTSTART:20280101T000000", "DTEND:20280101T010000")
        diary = diary_of(before, into, out, after)
        assert diary.entries == 2
        assert local(diary.busy) == ["12-31 23:00 to 01-01 00:01", "12-31 23:59 to 01-01 01:00"]

    def test_may_last_for_ever(self) -> None:
        """The years 1 and 9999 have no moments in some zones; what reaches so far covers the window."""
        for start in ("DTSTART:00010101T000000", "DTSTART;VALUE=DATE:00010101", "DTSTART:00010101T000000Z"):
            diary = diary_of(event(start, start.replace("START", "END").replace("00010101", "99991231")))
            assert diary.busy.covers(diary.busy.pairs[0][0], diary.busy.pairs[0][1])
            assert diary.busy.minutes() > 365 * 24 * 60

    @pytest.mark.parametrize("zone", ["Europe/London", "Asia/Tokyo", "America/New_York"])
    @pytest.mark.parametrize("day", ["00010101", "99991231"])
    def test_may_be_at_the_ends_of_time(self, day: str, zone: str) -> None:
        """Nothing can be added to the last day that there is: the rest of the file is read all the same."""
        said = (f"X-CALSTART:{day}T000000Z", f"X-CALEND:{day}T235959Z")
        table = f"BEGIN:VFREEBUSY\nDTEND:{day}\nFREEBUSY:{day}T235959Z/P2W,{day}T990000Z/P1D\nEND:VFREEBUSY"
        entries = [event(f"DTSTART:{day}T{clock}", "DURATION:P9W") for clock in ("000000", "235959", "235959Z")]
        days = event(f"DTSTART;VALUE=DATE:{day}"), event("DTSTART;VALUE=DATE:20280301", f"DTEND;VALUE=DATE:{day}")
        for first in ((), said):
            text = calendar(*first, table, event(*TEN), *entries, *days)
            diary, _, mistakes = read(text, zone=ZoneInfo(zone))
            assert mistakes == []
            assert local(diary.busy, ZoneInfo(zone)) == TEN_IN_WORDS
            assert diary.coverage is not None
            assert diary.coverage.short_of(date(2027, 6, 1)) == day.startswith("0")


class TestLevel:
    """How busy an entry makes."""

    @pytest.mark.parametrize(
        ("lines", "busy", "if_needed"),
        [
            ((), 1, 0),
            (("STATUS:CONFIRMED", "TRANSP:OPAQUE", "X-MICROSOFT-CDO-BUSYSTATUS:BUSY"), 1, 0),
            (("X-MICROSOFT-CDO-BUSYSTATUS:OOF",), 1, 0),
            (("STATUS:TENTATIVE",), 0, 1),
            (("X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE",), 0, 1),
            (("status:tentative",), 0, 1),
            (("STATUS:CANCELLED",), 0, 0),
            (("TRANSP:TRANSPARENT",), 0, 0),
            (("X-MICROSOFT-CDO-BUSYSTATUS:FREE",), 0, 0),
            (("STATUS:TENTATIVE", "TRANSP:TRANSPARENT"), 0, 0),
        ],
        ids=str,
    )
    def test_follows_status_and_transparency(self, lines: tuple[str, ...], busy: int, if_needed: int) -> None:
        """Cancelled, transparent and free block nothing; tentative is if-needed; all else is busy."""
        diary = diary_of(event(*TEN, *lines))
        assert (len(diary.busy.pairs), len(diary.if_needed.pairs)) == (busy, if_needed)
        assert diary.entries == busy + if_needed

    def test_of_free_busy_tables(self) -> None:
        """A VFREEBUSY has periods of four kinds; times are in UTC, ends may be lengths."""
        diary = diary_of(
            "BEGIN:VFREEBUSY",
            "DTSTART:20270101T000000Z",
            "FREEBUSY:20270701T100000Z/20270701T110000Z,20270702T100000Z/PT30M",
            "FREEBUSY;FBTYPE=BUSY-UNAVAILABLE:20270703T100000Z/PT30M",
            "FREEBUSY;FBTYPE=BUSY-TENTATIVE:20270704T100000Z/PT30M",
            "FREEBUSY;FBTYPE=FREE:20270705T100000Z/PT30M",
            "END:VFREEBUSY",
        )
        assert local(diary.busy) == [
            "07-01 11:00 to 07-01 12:00",
            "07-02 11:00 to 07-02 11:30",
            "07-03 11:00 to 07-03 11:30",
        ]
        assert local(diary.if_needed) == ["07-04 11:00 to 07-04 11:30"]
        assert diary.entries == 4

    def test_is_none_for_tasks_and_alarms(self) -> None:
        """VTODO and VJOURNAL are no engagements; the DURATION of an alarm is not that of its entry."""
        alarm = "BEGIN:VALARM\nTRIGGER:-PT15M\nDURATION:PT8H\nREPEAT:4\nEND:VALARM"
        todo = "BEGIN:VTODO\nDTSTART:20270305T100000\nDUE:20270305T120000\nEND:VTODO"
        assert local(diary_of(event(alarm, *TEN), todo, todo.replace("VTODO", "VJOURNAL")).busy) == TEN_IN_WORDS


class TestFile:
    """The file as a whole."""

    def test_may_have_several_calendars(self) -> None:
        """All of them are read."""
        other = calendar(event("DTSTART:20270302T100000", "DURATION:PT1H"))
        diary, doubts, mistakes = read(calendar(event(*TEN)) + other)
        assert (diary.entries, doubts, mistakes) == (2, [], [])

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
    @pytest.mark.parametrize("line_break", ["\r\n", "\n", "\r"])
    def test_may_be_encoded_in_many_ways(self, encoding: str, line_break: str) -> None:
        """UTF-8 with and without a mark, Windows-1252 and UTF-16, with any line ends."""
        text = calendar(event("SUMMARY:Café – é", *TEN)).replace("\r\n", line_break)
        diary, doubts, mistakes = read(text.encode(encoding))
        assert (doubts, mistakes) == ([], [])
        assert local(diary.busy) == TEN_IN_WORDS

    def test_may_fold_its_lines_anywhere(self) -> None:
        """A folded line goes on in the next, after one blank or tab."""
        assert local(diary_of(event("DTSTA\n RT:2027\n\t0301T100000", "DTE\n ND:20270301T110000")).busy) == TEN_IN_WORDS

    @pytest.mark.parametrize(
        ("data", "found"),
        [
            (b"", "the file is empty"),
            (b" \r\n\r\n", "the file is empty"),
            (b"<html>Sign in</html>", "no BEGIN:VCALENDAR"),
            (b"\x89PNG\r\n\x1a\n\0\0\0", "no BEGIN:VCALENDAR"),
            (bytes(range(256)), "no BEGIN:VCALENDAR"),
            (b"x" * (20 * 1024 * 1024 + 1), "more than 20 MB"),
            (calendar(event(*TEN)).encode()[:-30], "the file ends within the VEVENT"),
            (b"BEGIN:VCALENDAR\nEND:VEVENT\n", "the file ends within the VCALENDAR"),
            (b"END:VCALENDAR\n", "no BEGIN:VCALENDAR"),
        ],
        ids=["empty", "blank", "html", "png", "garbage", "large", "cut short", "wrong end", "only an end"],
    )
    def test_that_is_none_is_refused(self, data: bytes, found: str) -> None:
        """One mistake tells what is wrong with the file, and nothing is taken for free without a word."""
        _, _, mistakes = read(data)
        assert len(mistakes) == 1
        assert found in str(mistakes[0])
        assert mistakes[0].path == "calendars/p07.ics"

    def test_that_cannot_be_opened_is_refused(self, tmp_path: Path) -> None:
        """A folder, or a file that is not there."""
        for path in (tmp_path, tmp_path / "none.ics"):
            mistakes: list[Mistake] = []
            read_calendar(path, "calendars/x.ics", CalendarWindow(*WINDOW, LONDON), OWNER, mistakes)
            assert [mistake.found for mistake in mistakes] == ["it is not a file"]

    def test_keeps_titles_to_itself(self) -> None:
        """No title, place or guest is in the diary, in a mistake or in a notice."""
        private = ("SUMMARY:secret", "LOCATION:secret", "ATTENDEE;CN=secret:mailto:secret@example.org")
        parts = [event(*private, *TEN), event(*private), event(*private, "DTSTART:x"), event(*private, *TEN, "RRULE:x")]
        found, mistakes = reading(calendar(*parts))
        assert (len(found.doubts), mistakes) == (3, [])
        assert "secret" not in f"{found}{found.diary.times}"


def test_libraries_are_loaded_when_a_calendar_is_read() -> None:
    """`ltsched --help` must not wait for them."""
    code = "import sys, ltsched.files.calendars.read; print({'icalendar', 'recurring_ical_events'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_an_empty_calendar_is_no_mistake() -> None:
    """Nothing is busy; the diary has a calendar all the same."""
    diary, doubts, mistakes = read(calendar(), window=(date(2027, 1, 1), date(2027, 2, 1)))
    assert (diary.busy, diary.if_needed, diary.has_calendar, doubts, mistakes) == (NEVER, NEVER, True, [], [])


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        ((), ["03-01 10:00 to 03-01 11:00", "03-02 10:00 to 03-02 11:00"]),
        (("mine@ltsched",), ["03-02 10:00 to 03-02 11:00"]),
        (("mine@ltsched", "other"), []),
        (("another@ltsched",), ["03-01 10:00 to 03-01 11:00", "03-02 10:00 to 03-02 11:00"]),
    ],
    ids=str,
)
def test_the_reviews_own_entries_make_nobody_busy(own: tuple[str, ...], expected: list[str]) -> None:
    """Those with the UID of an invitation are left out, and it is told that they were."""
    second = event("UID:other", "DTSTART:20270302T100000", "DTEND:20270302T110000")
    text = calendar(event("UID:mine@ltsched", *TEN), second)
    diary, doubts, mistakes = read(text, owner=Owner("p07", own_uids=frozenset(own)))
    assert (local(diary.busy), diary.entries, doubts, mistakes) == (expected, len(expected), [], [])
    assert len(diary.times) == 2
