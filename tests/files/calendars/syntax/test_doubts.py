"""What cannot be understood of an entry, and what is made of it."""

from __future__ import annotations

import pytest

from tests.support.calendar_texts import (
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
            (("DTSTART:",), "DTSTART", "found nothing", []),
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
                "found x",
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
