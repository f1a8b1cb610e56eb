"""How busy an entry makes: declined, at work elsewhere, travelling."""

from __future__ import annotations

import pytest

from tests.support.calendar_texts import calendar, event, local, reading

TEN = ("DTSTART:20270301T100000Z", "DTEND:20270301T110000Z")
BUSY = ["03-01 10:00 to 03-01 11:00"]


def levels(*parts: str) -> tuple[list[str], list[str], list[str]]:
    """Return what is busy, what is if-needed, and why something was left out."""
    found, mistakes = reading(calendar(*parts))
    assert (found.doubts, mistakes) == ((), [])
    diary = found.diary
    return local(diary.busy), local(diary.if_needed), [time.why for time in diary.times if time.why]


@pytest.mark.parametrize(
    "attendee",
    [
        "ATTENDEE;PARTSTAT=DECLINED:mailto:p07@agency.example",
        "ATTENDEE;PARTSTAT=DECLINED:MAILTO:P07@Agency.example",
        'ATTENDEE;CN="Elderbrook, N.";PARTSTAT=DECLINED;ROLE=REQ-PARTICIPANT:mailto:p07@agency.example',
        "ATTENDEE;EMAIL=p07@agency.example;PARTSTAT=declined:/aMTQ3/principal/",
        "attendee;partstat=DECLINED:mailto:p07%40agency.example",
    ],
)
def test_what_its_owner_has_declined_is_not_busy(attendee: str) -> None:
    """They are not going, and that is told."""
    assert levels(event(*TEN, attendee)) == ([], [], ["declined"])


@pytest.mark.parametrize(
    "attendee",
    [
        "ATTENDEE;PARTSTAT=DECLINED:mailto:somebody@agency.example",
        "ATTENDEE;PARTSTAT=ACCEPTED:mailto:p07@agency.example",
        "ATTENDEE;PARTSTAT=NEEDS-ACTION;X-COMMENT=DECLINED:mailto:p07@agency.example",
        "ORGANIZER;PARTSTAT=DECLINED:mailto:p07@agency.example",
    ],
)
def test_what_others_have_declined_is(attendee: str) -> None:
    """Only the answer of whose calendar it is counts."""
    assert levels(event(*TEN, attendee)) == (BUSY, [], [])


def test_one_occurrence_may_be_declined() -> None:
    """The series goes on without it."""
    series = event("UID:a", *TEN, "RRULE:FREQ=DAILY;COUNT=3")
    declined = "ATTENDEE;PARTSTAT=DECLINED:mailto:p07@agency.example"
    change = event("UID:a", "RECURRENCE-ID:20270302T100000Z", "DTSTART:20270302T100000Z", "DURATION:PT1H", declined)
    assert levels(series, change)[0] == [*BUSY, "03-03 10:00 to 03-03 11:00"]


@pytest.mark.parametrize("transparency", ["OPAQUE", "TRANSPARENT"])
def test_working_elsewhere_is_if_needed(transparency: str) -> None:
    """They work, elsewhere; whatever TRANSP says."""
    lines = (f"TRANSP:{transparency}", "X-MICROSOFT-CDO-BUSYSTATUS:WORKINGELSEWHERE")
    assert levels(event(*TEN, *lines)) == ([], BUSY, [])


@pytest.mark.parametrize(
    ("line", "busy"),
    [
        ("X-APPLE-TRAVEL-DURATION;VALUE=DURATION:PT45M", ["03-01 09:15 to 03-01 11:00"]),
        ("X-APPLE-TRAVEL-DURATION:PT1H30M", ["03-01 08:30 to 03-01 11:00"]),
        ("X-MOZ-TRAVEL-TIME:PT15M", ["03-01 09:45 to 03-01 11:00"]),
        ("X-APPLE-TRAVEL-DURATION:PT0S", BUSY),
        ("X-APPLE-TRAVEL-ADVISORY-BEHAVIOR:AUTOMATIC", BUSY),
        ('X-APPLE-TRAVEL-START;ROUTING=CAR;VALUE=URI;X-TITLE="Home, sweet":', BUSY),
    ],
)
def test_travel_is_busy_too(line: str, busy: list[str]) -> None:
    """The time before the entry in which somebody is on the way."""
    assert levels(event(*TEN, line))[0] == busy


def test_travel_is_there_each_time() -> None:
    """A series, with one occurrence that was moved without travel."""
    series = event("UID:a", *TEN, "X-APPLE-TRAVEL-DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=2")
    moved = event("UID:a", "RECURRENCE-ID:20270302T100000Z", "DTSTART:20270302T140000Z", "DURATION:PT1H")
    assert levels(series, moved)[0] == ["03-01 09:00 to 03-01 11:00", "03-02 14:00 to 03-02 15:00"]
