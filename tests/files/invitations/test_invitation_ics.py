"""The iTIP object: every calendar reads it as what it is, and it has nothing else in it."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from ltsched.domain.invitations.invitations import Change, Due
from ltsched.domain.review import Organiser
from ltsched.domain.words.wording import one_line
from ltsched.files.invitations.invitation_ics import invitation_ics
from ltsched.files.invitations.vtimezones import vtimezone
from tests.support.agendas import LONDON, at
from tests.support.events import events_of
from tests.support.invitations import NOW
from tests.support.messages import TAKEN_BACK, due

OFFICE = Organiser("Review office", "reviews@partnership.example")


def written(message: Due, name: str = "Ann", zone: ZoneInfo = LONDON, organiser: Organiser = OFFICE) -> bytes:
    """Return the object of a message, issued at `NOW`."""
    block = vtimezone(zone, [message.invitation.told.start, message.invitation.told.end])
    return invitation_ics(message, organiser, name, NOW, zone, block)


def event_of(data: bytes) -> Any:
    """Return the one event."""
    (event,) = events_of(data)
    return event


def slashed(text: str) -> str:
    """Return a text as calendars get it: a backslash in it is misread by some of them."""
    return text.replace("\\", "/")


def lines(data: bytes) -> list[str]:
    """Return the unfolded lines."""
    return data.decode().replace("\r\n ", "").split("\r\n")


@pytest.mark.parametrize("change", Change)
def test_every_message_has_what_calendars_need_and_no_more(change: Change) -> None:
    """The properties of the event in full; one event and one zone, and no calendar to subscribe to."""
    message = due(change)
    cancelled = change in TAKEN_BACK
    calendar = Calendar.from_ical(written(message))
    assert [part.name for part in calendar.subcomponents] == ["VTIMEZONE", "VEVENT"]
    assert {name: str(value) for name, value in calendar.items()} == {
        "PRODID": "-//ltsched//EN",
        "VERSION": "2.0",
        "METHOD": "CANCEL" if cancelled else "REQUEST",
    }
    found = {name: value.to_ical().decode() for name, value in event_of(written(message)).items()}
    assert found.pop("DESCRIPTION")
    assert found.pop("COMMENT", None) == {
        Change.CANCELLED: "This is cancelled: it does not take place.",
        Change.WITHDRAWN: "This invitation is withdrawn.",
        Change.MOVED: "This has moved from Tue 2 Mar 2027\\, 10:00–12:00 to Tue 2 Mar 2027\\, 10:00–12:00.",
        Change.CHANGED: "Details of this have changed.",
    }.get(change)
    assert found == {
        "UID": message.uid,
        "DTSTAMP": "20270301T080000Z",
        "SEQUENCE": str(message.sequence),
        "DTSTART": "20270302T100000",
        "DTEND": "20270302T120000",
        "SUMMARY": "LT-TEST-1: set-up",
        "LOCATION": "Hall",
        "CLASS": "PRIVATE",
        "TRANSP": "OPAQUE",
        "STATUS": "CANCELLED" if cancelled else "CONFIRMED",
        "ORGANIZER": "mailto:reviews@partnership.example",
        "ATTENDEE": "mailto:p1@example.org",
    }


@pytest.mark.parametrize("change", Change)
def test_who_is_asked_and_by_whom(change: Change) -> None:
    """A cancellation asks for no answer."""
    event = event_of(written(due(change), "Ann Example"))
    asked = {"PARTSTAT": "NEEDS-ACTION", "RSVP": "TRUE"} if change not in TAKEN_BACK else {}
    everybody = {"CN": "Ann Example", "CUTYPE": "INDIVIDUAL", "ROLE": "REQ-PARTICIPANT"}
    assert dict(event["ATTENDEE"].params) == everybody | asked
    assert dict(event["ORGANIZER"].params) == {"CN": "Review office"}


def test_others_are_shown_after_the_recipient() -> None:
    """Each as an attendee of their own."""
    event = event_of(written(due(others=(("Bob", "bob@example.org"), ("Cy", "cy@example.org")))))
    shown = [(str(each), each.params["CN"], each.params["RSVP"]) for each in event["ATTENDEE"]]
    assert shown == [
        *(("mailto:p1@example.org", "Ann", "TRUE"), ("mailto:bob@example.org", "Bob", "TRUE")),
        ("mailto:cy@example.org", "Cy", "TRUE"),
    ]


def test_who_is_not_known_any_more_has_no_name() -> None:
    """And no empty one."""
    assert "CN" not in event_of(written(due(Change.CANCELLED), ""))["ATTENDEE"].params


def test_no_room_is_no_location() -> None:
    """An empty one would be shown as a place."""
    assert "LOCATION" not in event_of(written(due(location="")))


def test_times_are_local_with_a_zone_that_is_explained_by_rules() -> None:
    """Lists of dates and names for whole calendars mislead Thunderbird and Outlook."""
    found = lines(written(due(start=at(35, "10:00"))))
    assert "DTSTART;TZID=Europe/London:20270405T100000" in found
    assert "DTEND;TZID=Europe/London:20270405T120000" in found
    assert "TZID:Europe/London" in found
    assert sum(text.startswith("RRULE:FREQ=YEARLY") for text in found) == 2
    assert not [text for text in found if text.startswith(("RDATE", "X-", "NAME"))]


@pytest.mark.parametrize(
    ("zone", "start", "expected"),
    [
        ("UTC", at(35, "10:00"), "DTSTART:20270405T090000Z"),
        ("Europe/London", datetime(2027, 10, 31, 1, tzinfo=LONDON), "DTSTART:20271031T000000Z"),
        ("Europe/London", datetime(2027, 10, 31, 1, tzinfo=LONDON, fold=1), "DTSTART:20271031T010000Z"),
    ],
)
def test_times_that_could_be_misread_are_in_utc(zone: str, start: datetime, expected: str) -> None:
    """Where no block is to be had, and in both passes of the hour that comes twice."""
    assert expected in lines(written(due(start=start), zone=ZoneInfo(zone)))


def test_a_move_tells_from_when_to_when() -> None:
    """In the description, which people read, and as a comment, which some programs show instead."""
    event = event_of(written(due(Change.MOVED, start=at(35, "14:00"))))
    text = "This has moved from Tue 2 Mar 2027, 10:00–12:00 to Mon 5 Apr 2027, 14:00–16:00."
    assert str(event["COMMENT"]) == text
    assert str(event["DESCRIPTION"]).split("\n")[0] == text


@pytest.mark.parametrize(
    ("email", "uri"),
    [
        ("o'neil+a@x.example", "mailto:o'neil+a@x.example"),
        ("a%b@x.example", "mailto:a%25b@x.example"),
        ("a?cc=b@x.example", "mailto:a%3Fcc%3Db@x.example"),
    ],
)
def test_an_address_is_a_uri(email: str, uri: str) -> None:
    """What would begin a header in it is quoted."""
    assert str(event_of(written(due(email=email)))["ATTENDEE"]) == uri


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=200) | st.sampled_from(
    [
        "A\r\nATTENDEE:mailto:x@y.z\r\nB",
        'Ann "Al"; Bee, Cee: \\n ^n',
        "\U0001f469\u200d\U0001f680" * 60,
        "é" * 200,
        "a" * 200,
        "\u2028BEGIN:VEVENT",
        "C:\\New\\",
    ]
)


@settings(deadline=None)
@given(name=texts, office=texts, summary=texts.map(one_line), location=texts.map(one_line), details=texts.map(one_line))
@example(name="", office="", summary="", location="", details="")
def test_whatever_it_is_called_it_is_one_whole_event(
    name: str, office: str, summary: str, location: str, details: str
) -> None:
    """Lines end as RFC 5545 has it, have at most 75 octets and whole characters, and everything comes back."""
    message = due(summary=summary, location=location, details=details)
    data = written(message, name, organiser=Organiser(office, OFFICE.email))
    assert data.count(b"\n") == data.count(b"\r\n") == data.count(b"\r")
    physical = data.split(b"\r\n")
    assert max(map(len, physical)) <= 75
    for each in physical:
        each.decode()  # raises if a character is cut in two
    calendar = Calendar.from_ical(data)
    assert [part.name for part in calendar.subcomponents] == ["VTIMEZONE", "VEVENT"]
    event = event_of(data)
    assert (str(event["SUMMARY"]), str(event.get("LOCATION", ""))) == (slashed(summary), slashed(location))
    assert str(event["DESCRIPTION"]).startswith(f"{slashed(details)}\n" if details else "You are invited")
    assert event["ATTENDEE"].params.get("CN", "") == slashed(one_line(name))
    assert event["ORGANIZER"].params.get("CN", "") == slashed(one_line(office))
    assert (str(event["ATTENDEE"]), str(event["ORGANIZER"])) == ("mailto:p1@example.org", f"mailto:{OFFICE.email}")
