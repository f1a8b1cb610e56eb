"""Two entries that damage has made one: neither costs the other its time."""

from __future__ import annotations

import pytest

from tests.support.calendar_texts import calendar, event, local, reading

FIRST = ("BEGIN:VEVENT", "UID:first@house.example", "DTSTART:20270301T100000Z", "DTEND:20270301T110000Z")
SECOND = ("UID:second@house.example", "DTSTART:20270302T100000Z", "DTEND:20270302T110000Z")
BOTH = ["03-01 10:00 to 03-01 11:00", "03-02 10:00 to 03-02 11:00"]
DECLINED = "ATTENDEE;PARTSTAT=DECLINED:mailto:p07@agency.example"
NOT_BUSY = pytest.mark.parametrize("not_busy", ["STATUS:CANCELLED", "TRANSP:TRANSPARENT", DECLINED])


def read(*lines: str) -> tuple[list[str], list[str]]:
    """Return what is busy, and what is said to be in doubt."""
    found, mistakes = reading(calendar(*lines))
    assert mistakes == []
    return local(found.diary.busy), [f"{doubt.found}: {doubt.assumed}" for doubt in found.doubts]


@NOT_BUSY
@pytest.mark.parametrize("joint", [("END:VEVENT", "", " BEGIN:VEVENT"), ("END:VEVEMT",)])
def test_what_follows_a_broken_end_is_another_entry(joint: tuple[str, ...], not_busy: str) -> None:
    """An END that goes on in the next line, or is misspelt where the BEGIN is gone: each is as busy as it says."""
    busy, doubts = read(*FIRST, *joint, *SECOND, not_busy, "END:VEVENT")
    assert busy == BOTH[:1]
    assert any("stands in it" in doubt for doubt in doubts)
    assert read(*FIRST, not_busy, *joint, *SECOND, "END:VEVENT")[0] == BOTH[1:]


@NOT_BUSY
def test_where_end_and_begin_are_gone_nothing_frees_either(not_busy: str) -> None:
    """It is not known of which of the two it is said; both stay busy, and that is told."""
    busy, doubts = read(*FIRST, *SECOND, not_busy, "END:VEVENT")
    assert busy == BOTH
    assert "it may be two entries, of which one makes nobody busy: the times of both are taken as busy" in doubts


@NOT_BUSY
def test_what_follows_a_broken_end_without_a_start_frees_nothing(not_busy: str) -> None:
    """It may be said of what came before it, or of an entry of which nothing else is left."""
    busy, doubts = read(*FIRST, "END:VEVEMT", "UID:second@house.example", not_busy, "END:VEVENT")
    assert busy == BOTH[:1]
    assert "it may be two entries, of which one makes nobody busy: the times of both are taken as busy" in doubts


def test_a_change_of_all_later_ones_stays_one_where_other_lines_follow_it() -> None:
    """The occurrences of the series are where it moves them, whatever stands after its broken END."""
    series = event("UID:first@house.example", "DTSTART:20270301T100000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=3")
    change = ("BEGIN:VEVENT", "UID:first@house.example", "RECURRENCE-ID;RANGE=THISANDFUTURE:20270302T100000Z")
    busy, _ = read(
        series, *change, "DTSTART:20270302T140000Z", "DURATION:PT1H", "END:VEVENT080000", "SEQUENCE:3", "END:VEVENT"
    )
    assert {"03-01 10:00 to 03-01 11:00", "03-02 14:00 to 03-02 15:00", "03-03 14:00 to 03-03 15:00"} <= set(busy)


def test_where_nothing_frees_them_nothing_more_is_told() -> None:
    busy, doubts = read(*FIRST, *SECOND, "END:VEVENT")
    assert busy == BOTH
    assert not any("two entries" in doubt for doubt in doubts)


def test_what_is_taken_out_of_the_second_is_not_taken_out_of_the_first() -> None:
    """Nor does the first stand for a part of another series, though a RECURRENCE-ID stands in it now."""
    weekly = event("UID:first@house.example", "DTSTART:20270304T100000Z", "DTEND:20270304T110000Z")
    busy, _ = read(
        weekly,
        *FIRST,
        *SECOND,
        "EXDATE:20270301T100000Z,20270302T100000Z",
        "RECURRENCE-ID:20270304T100000Z",
        "SEQUENCE:7",
        "END:VEVENT",
    )
    assert busy == [*BOTH, "03-04 10:00 to 03-04 11:00"]


def test_an_entry_whose_end_alone_is_misspelt_is_one() -> None:
    """What follows begins anew: it is as cancelled as it says."""
    cancelled = (*FIRST, "STATUS:CANCELLED", "END:VEVEMT")
    busy, _ = read(*cancelled, "BEGIN:VEVENT", *SECOND, "END:VEVENT")
    assert busy == BOTH[1:]
