"""What kind of reason the entries of a calendar are, which only names them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.support.calendar_texts import calendar, diary_of, event, reading

TEN = ("DTSTART:20270301T100000", "DTEND:20270301T110000")
OOF = "X-MICROSOFT-CDO-BUSYSTATUS:OOF"


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        ((), "busy"),
        (("SUMMARY:Annual leave",), "leave"),
        (("SUMMARY;LANGUAGE=en-gb:Annual leave",), "leave"),
        (("SUMMARY:Family Court",), "court"),
        (("CATEGORIES:Business,Training",), "training"),
        (("CATEGORIES:Holiday", "SUMMARY:Trial"), "court"),
        (("SUMMARY:Trial", "CATEGORIES:Holiday"), "court"),
        (("SUMMARY:Back at nine\\nhearing\\, part 2",), "court"),
        (("SUMMARY:a very long subj", " ect about a hea", " ring"), "court"),
        ((OOF,), "leave"),
        ((OOF, "SUMMARY:Meeting"), "leave"),
        ((OOF, "SUMMARY:Jury service"), "court"),
        (("X-MICROSOFT-MSNCALENDAR-BUSYSTATUS:oof",), "leave"),
        (("STATUS:TENTATIVE",), "tentative"),
        (("STATUS:TENTATIVE", "SUMMARY:Course"), "training"),
        (("DESCRIPTION:court", "LOCATION:Court 4", "COMMENT:leave"), "busy"),
        (("SUMMARY",), "busy"),
        (("SUMMARY:",), "busy"),
        (("SUMMARY;X=leave",), "busy"),
        (("BEGIN:VALARM", "SUMMARY:court", "END:VALARM"), "busy"),
    ],
)
def test_words_and_out_of_office_tell_it(lines: tuple[str, ...], kind: str) -> None:
    """Of the subject and the categories alone; everything else is as busy as before."""
    (time,) = diary_of(event(*lines, *TEN)).times
    assert time.kind == kind


def test_it_changes_no_time() -> None:
    """The same entries with and without words are the same diary, but for the kinds: also versions of one another."""

    def diary(*words: str) -> object:
        parts = [
            event(*TEN, "UID:1", "SEQUENCE:1", f"SUMMARY:{words[0]}"),
            event(*TEN, "UID:1", "SEQUENCE:1", f"SUMMARY:{words[1]}"),
            event(*TEN, "UID:2", "RRULE:FREQ=WEEKLY;COUNT=5", f"SUMMARY:{words[0]}"),
            event("DTSTART:20270309T1000", "UID:2", "RECURRENCE-ID:20270308T100000", f"SUMMARY:{words[1]}"),
            event(*TEN, "UID:3", "STATUS:CANCELLED", f"CATEGORIES:{words[1]}"),
            event("DTSTART:x", "UID:4", f"SUMMARY:{words[0]}"),
        ]
        found, mistakes = reading(calendar(*parts))
        assert mistakes == []
        times = tuple(replace(time, kind="") for time in found.diary.times)
        return replace(found.diary, times=times), found.doubts, found.unread

    assert diary("Leave", "Court") == diary("x", "x") == diary("Court", "")


@pytest.mark.parametrize("odd", [b"\x00\xff\xfe", b"\xed\xa0\xbd", b"%s %n \\", b"x" * 3_000_000, b"\\" * 9_999])
def test_whatever_its_bytes_are(odd: bytes) -> None:
    """They may be anything, and of any length: the time is read all the same, and the words too where there are any."""
    for line, kind in ((b"SUMMARY:" + odd, "busy"), (b"SUMMARY:court " + odd, "court")):
        text = calendar(event("@@", *TEN)).encode().replace(b"@@", line)
        found, mistakes = reading(text)
        assert ([time.kind for time in found.diary.times], found.doubts, mistakes) == ([kind], (), [])


def test_each_time_of_a_series_has_it_and_a_change_its_own() -> None:
    """Somebody gives a training once where there is a meeting each week."""
    parts = (
        event(*TEN, "UID:2", "RRULE:FREQ=WEEKLY;COUNT=3", "SUMMARY:Meeting", OOF),
        event("DTSTART:20270309T100000", "DURATION:PT1H", "UID:2", "RECURRENCE-ID:20270308T100000", "SUMMARY:Workshop"),
    )
    assert [time.kind for time in diary_of(*parts).times] == ["leave", "training", "leave"]
