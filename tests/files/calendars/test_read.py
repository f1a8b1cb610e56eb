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
from ltsched.files.calendars.window import CalendarWindow
from tests.files.calendar_texts import (
    LONDON,
    LONDON_BLOCK,
    OWNER,
    WINDOW,
    calendar,
    diary_of,
    doubts_of,
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


NOON = ["03-01 10:00 to 03-01 11:00"]
START = ["03-01 10:00 to 03-01 10:01"]
DAY = ["03-01 00:00 to 03-02 00:00"]


class TestDoubt:
    """What cannot be understood is told with the line in which the entry begins, and what is known of it is busy."""

    @pytest.mark.parametrize(
        ("lines", "where", "found", "busy"),
        [
            (("SUMMARY:x",), "DTSTART", "the entry has no start", []),
            (("DTEND:20270301T110000",), "DTSTART", "the entry has no start", ["03-01 10:59 to 03-01 11:00"]),
            (("DTEND:20270301T110000", "DURATION:PT1H"), "DTSTART", "the entry has no start", NOON),
            (("DTSTART:20270301T100000", "DTEND:20270301T090000"), "DTEND", "ends at 2027-03-01T09:00", START),
            (("DTSTART;VALUE=DATE:20270301", "DTEND;VALUE=DATE:20270228"), "DTEND", "ends at 2027-02-28", DAY),
            (("DTSTART:20270301T100000", "DURATION:-PT1H"), "DURATION", "ends at 2027-03-01T09:00", START),
            (("DTSTART:20270301T100000", "DURATION:1 hour"), "DURATION", "1 hour", START),
            (("DTSTART:20270301T100000", "DURATION:P999999999D"), "DURATION", "P999999999D", START),
            (("DTSTART:20270301T100000", "DTEND:20270301T99"), "DTEND", "T99", ["03-01 10:00 to 03-02 00:00"]),
            (("DTSTART:20270301T100000", "DTEND:soon"), "DTEND", "soon", START),
            (("DTSTART:20270301T100000", "DTEND:soon", "DURATION:PT1H"), "DTEND", "soon", NOON),
            (("DTSTART:20270301T990000", "DURATION:PT1H"), "DTSTART", "20270301T990000", DAY),
            (("DTSTART:20270230T100000", "DURATION:PT1H"), "DTSTART", "20270230T100000", []),
            (("DTSTART:",), "DTSTART", "nothing stands there", []),
            (("DTSTART;TZID=Mars/Base:20270301T100000", "DURATION:PT1H"), "TZID", "'Mars/Base' is unknown", NOON),
            (("DTSTART:20270301T100000", "RRULE:FREQ=SOMETIMES", "DURATION:PT1H"), "RRULE", "FREQ=SOMETIMES", NOON),
            (("DTSTART:20270301T100000", "EXRULE:FREQ=DAILY", "DURATION:PT1H"), "EXRULE", "rule of exceptions", NOON),
            (("DTSTART:20270301T100000", "DURATION:PT1H", "EXDATE:never"), "EXDATE", "never", NOON),
            (("DTSTART:20270301T100000", "DURATION:PT1H", "RDATE:never"), "RDATE", "never", NOON),
            (
                ("DTSTART:20270301T100000", "DURATION:PT1H", "RDATE:20270303T77"),
                "RDATE",
                "T77",
                [*NOON, "03-03 00:00 to 03-04 00:00"],
            ),
            (
                ("DTSTART:20270301T100000", "DTSTART:20270302T100000", "DURATION:PT1H"),
                "DTSTART",
                "twice",
                [*NOON, "03-02 10:00 to 03-02 11:00"],
            ),
            (
                ("DTSTART:20270301T100000", "DTEND:20270301T110000", "DTEND:20270301T120000"),
                "DTEND",
                "twice",
                ["03-01 10:00 to 03-01 12:00"],
            ),
            (
                ("DTSTART:20270301T100000", "DURATION:PT1H", "DURATION:PT2H"),
                "DURATION",
                "twice",
                ["03-01 10:00 to 03-01 12:00"],
            ),
            (
                ("DTSTART:20270301T100000", "DURATION:PT1H", "STATUS:CONFIRMED", "STATUS:CANCELLED"),
                "STATUS",
                "twice",
                NOON,
            ),
            (
                ("DTSTART:20270301T100000", "DTEND:20270301T110000", "DURATION:PT2H"),
                "DURATION",
                "ends at 2027-03-01T11:00+00:00 by its DTEND and at 2027-03-01T12:00+00:00 by its DURATION",
                ["03-01 10:00 to 03-01 12:00"],
            ),
            (("DTSTART:20270301T100000", "DTEND:20270301T110000", "DURATION:soon"), "DURATION", "soon", NOON),
            (
                ("RECURRENCE-ID:x", "DTSTART:20270301T100000", "DURATION:PT1H"),
                "RECURRENCE-ID",
                "x stands there",
                NOON,
            ),
            (("DTSTART", "DTSTART:20270301T100000", "DURATION:PT1H"), "DTSTART", "without a value", NOON),
        ],
        ids=lambda value: value if isinstance(value, str) else value[-1] if value else "nothing",
    )
    def test_names_line_and_property(self, lines: tuple[str, ...], where: str, found: str, busy: list[str]) -> None:
        """One doubt for each entry; what is known of it and the others is read."""
        elsewhere = event("DTSTART:20270308T100000", "DTEND:20270308T110000")
        diary, doubts, mistakes = read(calendar(elsewhere, event(*lines)))
        assert mistakes == []
        assert [(doubt.line, doubt.where) for doubt in doubts] == [(8, where)]
        assert found in doubts[0].found
        assert doubts[0].assumed
        assert local(diary.busy) == [*busy, "03-08 10:00 to 03-08 11:00"]

    @pytest.mark.parametrize("again", ["DTSTART:20270301T100000", "DURATION:PT1H", "DTEND:20270301T110000"])
    def test_is_not_what_is_said_twice_and_agrees(self, again: str) -> None:
        """RFC 5545 wants each of them once; but where both say the same, nobody can be misled."""
        diary = diary_of(event("DTSTART:20270301T100000", "DURATION:PT1H", again))
        assert local(diary.busy) == ["03-01 10:00 to 03-01 11:00"]

    @pytest.mark.parametrize(
        "lines",
        [
            ("DTSTART:20250301T100000", "DTEND:20250301T090000"),
            ("DTSTART:20290301T100000", "DTEND:20290301T090000"),
            ("DTSTART:20250301T990000", "DURATION:PT1H"),
            ("DTSTART;TZID=Mars/Base:20250301T100000", "DURATION:PT1H"),
            ("DTSTART:20290301T100000", "DURATION:PT1H", "RRULE:FREQ=SOMETIMES"),
            ("DTSTART:20200301T100000", "DURATION:PT1H", "RRULE:FREQ=SOMETIMES;UNTIL=20210301"),
            ("DTSTART:20200301T100000", "DURATION:PT1H", "RRULE:FREQ=DAILY;UNTIL=20210301", "EXDATE:x"),
        ],
        ids=str,
    )
    def test_is_only_counted_of_what_cannot_touch_the_months(self, lines: tuple[str, ...]) -> None:
        """Nobody has to look after an entry of two years ago."""
        found, mistakes = reading(calendar(event(*TEN), event(*lines)))
        assert (found.doubts, mistakes) == ((), [])
        if "UNTIL" not in lines[-1] and "SOMETIMES" not in lines[-1]:
            assert found.unread == 1
        assert local(found.diary.busy) == TEN_IN_WORDS

    def test_is_told_of_a_rule_that_may_reach_the_months(self) -> None:
        """It began before them, and nobody knows when it ends."""
        doubts = doubts_of(event("DTSTART:20200301T100000", "DURATION:PT1H", "RRULE:FREQ=SOMETIMES"))
        assert [doubt.where for doubt in doubts] == ["RRULE"]

    @pytest.mark.parametrize(
        ("parts", "said"),
        [
            (["BEGIN:VEVENT", *TEN, event("DTSTART:20270302T100000", "DURATION:PT1H")], "no END:VEVENT"),
            (["BEGIN:VEVEMT", *TEN, "END:VEVENT", event("DTSTART:20270302T100000", "DURATION:PT1H")], "BEGIN:VEVEMT"),
            (["BEGIN:VEVENT", *TEN, "END:VEVEMT", event("DTSTART:20270302T100000", "DURATION:PT1H")], "END:VEVEMT"),
            ([*TEN, "END:VEVENT", event("DTSTART:20270302T100000", "DURATION:PT1H")], "without BEGIN:VEVENT"),
            ([event("DTSTART:20270302T100000", "DURATION:PT1H"), "BEGIN:VEVENT", *TEN], "no END:VEVENT"),
        ],
        ids=lambda value: value if isinstance(value, str) else "",
    )
    def test_of_a_broken_frame_costs_no_other_entry(self, parts: list[str], said: str) -> None:
        """A BEGIN or an END that is missing or misspelt: both entries are read."""
        found, mistakes = reading(calendar(*parts))
        assert mistakes == []
        assert [said in doubt.found for doubt in found.doubts] == [True]
        assert local(found.diary.busy) == [*TEN_IN_WORDS, "03-02 10:00 to 03-02 11:00"]

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            (calendar(event(*TEN)) + event("DTSTART:20270302T100000", "DURATION:PT1H"), []),
            (calendar(event(*TEN)) + "BEGIN:VEVENT\nDTSTART:20270302T100000\nDURATION:PT1H\n", ["no END:VEVENT"]),
            ("BEGIN:VEVENT\nDTSTART:20270302T100000\nDURATION:PT1H\n" + calendar(event(*TEN)), ["no END:VEVENT"]),
        ],
        ids=["after the calendar", "after it, without an end", "before it, without an end"],
    )
    def test_outside_the_calendar_is_read(self, text: str, said: list[str]) -> None:
        """A calendar that is whole is not refused for what stands beside it."""
        found, mistakes = reading(text)
        assert mistakes == []
        assert [doubt.found for doubt in found.doubts] == [f"it has {each}" for each in said]
        assert local(found.diary.busy) == [*TEN_IN_WORDS, "03-02 10:00 to 03-02 11:00"]


class TestZone:
    """Zones that only the file explains."""

    def test_of_the_file_is_read(self) -> None:
        """A VTIMEZONE of any name, before and after the clocks change."""
        at_ten = [f"DTSTART;TZID=Our own:2027{day}T100000" for day in ("0326", "0328", "0329", "1030", "1101")]
        diary = diary_of(LONDON_BLOCK.format(name="Our own"), *(event(line, "DURATION:PT1H") for line in at_ten))
        assert [text[6:11] for text in local(diary.busy)] == ["10:00"] * 5

    def test_of_one_file_is_not_that_of_another(self) -> None:
        """Two files may mean different things by one name."""
        block = LONDON_BLOCK.format(name="Customized Time Zone")
        entry = event("DTSTART;TZID=Customized Time Zone:20270301T100000", "DURATION:PT1H")
        assert local(diary_of(block, entry).busy) == TEN_IN_WORDS
        further_east = block.replace("+0100", "+0300").replace("+0000", "+0200")
        assert local(diary_of(further_east, entry).busy) == ["03-01 08:00 to 03-01 09:00"]
        assert len(doubts_of(entry)) == 1

    def test_of_a_known_name_goes_first(self) -> None:
        """A block that is wrong about London is not believed."""
        block = LONDON_BLOCK.format(name="Europe/London").replace("+0100", "+0500")
        entry = event("DTSTART;TZID=Europe/London:20270701T100000", "DURATION:PT1H")
        assert local(diary_of(block, entry).busy) == ["07-01 10:00 to 07-01 11:00"]

    def test_may_say_where_it_is(self) -> None:
        """X-LIC-LOCATION has the plain name."""
        block = "BEGIN:VTIMEZONE\nTZID:Home\nX-LIC-LOCATION:Europe/Paris\nEND:VTIMEZONE"
        entry = event("DTSTART;TZID=Home:20270301T100000", "DURATION:PT1H")
        assert local(diary_of(block, entry).busy) == ["03-01 09:00 to 03-01 10:00"]

    @pytest.mark.parametrize("name", ["localtime", "Factory", "posixrules"])
    def test_of_the_machine_is_unknown(self, name: str) -> None:
        """It would be another zone elsewhere; one that the file itself explains is read by its explanation."""
        entry = event(f"DTSTART;TZID={name}:20270301T100000", "DURATION:PT1H")
        (doubt,) = doubts_of(entry)
        assert f"{name!r} is unknown" in doubt.found
        assert local(diary_of(LONDON_BLOCK.format(name=name), entry).busy) == TEN_IN_WORDS

    @pytest.mark.parametrize("name", ["../../etc/passwd", "Europe", "/", "x" * 5000, "Europe/London "])
    def test_of_a_strange_name_does_no_harm(self, name: str) -> None:
        """A name is no path, and blanks around it do not matter."""
        doubts = doubts_of(event(f"DTSTART;TZID={name}:20270301T100000", "DURATION:PT1H"))
        assert len(doubts) == (not name.startswith("Europe/"))

    @pytest.mark.parametrize(
        "rule",
        ["FREQ=SECONDLY", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=YEARLY;BYHOUR=1,2,3", "FREQ=YEARLY;INTERVAL=2"],
    )
    def test_with_a_wild_rule_is_not_believed(self, rule: str) -> None:
        """Its times are taken as those of the review, and that is told."""
        block = LONDON_BLOCK.format(name="Wild").replace("FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10", rule)
        diary, doubts, mistakes = read(calendar(block, event("DTSTART;TZID=Wild:20270301T100000", "DURATION:PT1H")))
        assert mistakes == []
        assert [doubt.where for doubt in doubts] == ["TZID"]
        assert "'Wild' cannot be understood" in doubts[0].found
        assert local(diary.busy) == TEN_IN_WORDS


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
