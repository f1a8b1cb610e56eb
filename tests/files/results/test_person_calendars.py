"""Everybody's own calendar: the right times in every program, and nothing about anybody else."""

from __future__ import annotations

import dataclasses
import io
import tempfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from dateutil.tz import tzical
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from ltsched.domain.invitations.invitations import invitation_uid
from ltsched.domain.option import Kind
from ltsched.domain.people import Room
from ltsched.domain.review import Review
from ltsched.domain.timetable import Booking, Status, Timetable
from ltsched.errors import Mistake, UnwritableOutput
from ltsched.files.calendars.owner import Owner
from ltsched.files.calendars.read import read_calendar
from ltsched.files.calendars.series.window import CalendarWindow
from ltsched.files.results.person_calendars import write_person_calendars
from tests.support.agendas import activity, agenda, person
from tests.support.calendar_texts import LONDON, busy
from tests.support.events import events_of

ODD = "LT; 7, \\n\r\nBEGIN:VEVENT\r\nSUMMARY:x\u2028<script>alert(1)</script>"


def review(zone: ZoneInfo = LONDON, reference: str = "LT-2027-03", rooms: tuple[Room, ...] = ()) -> Review:
    """Return a review of a few people."""
    plan = agenda([person("l1"), person("p07")], [activity("set-up", must=("l1",))])
    return dataclasses.replace(
        plan.review, timezone=zone, reference=reference, rooms=rooms, commissioned=date(2027, 1, 11)
    )


def meeting(
    id: str, start: datetime, attendees: tuple[str, ...], *, minutes: int = 120, room: str | None = None
) -> Booking:
    """Return a booking."""
    end = (start.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(start.tzinfo)
    return Booking(id, Kind.OTHER, "Conversation", start, end, room, attendees, missing=("m99",))


def timetable(*bookings: Booking, reference: str = "LT-2027-03") -> Timetable:
    """Return a timetable of these bookings."""
    return Timetable(reference, "full", Status.OPTIMAL, (), bookings, ())


def events(path: Path) -> list[Any]:
    """Return the events of a file, as icalendar reads it."""
    return events_of(path.read_bytes())


def at(month: int, day: int, hour: int, zone: ZoneInfo = LONDON, *, fold: int = 0) -> datetime:
    """Return a local time in 2027."""
    return datetime(2027, month, day, hour, tzinfo=zone, fold=fold)


ABOUT_THE_CLOCKS = [(3, 27), (3, 28), (3, 29), (6, 30), (10, 30), (10, 31), (11, 1), (12, 24)]


@pytest.mark.parametrize("zone", ["Europe/London", "Europe/Dublin", "Europe/Berlin", "America/New_York", "UTC", "GB"])
def test_times_are_the_same_everywhere(zone: str, tmp_path: Path) -> None:
    """Before and after the clocks change: through icalendar, by the VTIMEZONE alone, and through `read_calendar`."""
    place = ZoneInfo(zone)
    bookings = [meeting(f"m:{month}.{day}", at(month, day, 10, place), ("p07",)) for month, day in ABOUT_THE_CLOCKS]
    (path,) = write_person_calendars(tmp_path / "calendars", timetable(*bookings), review(place))
    instants = [booking.start.astimezone(UTC) for booking in bookings]
    assert [event["DTSTART"].dt.astimezone(UTC) for event in events(path)] == instants

    text = path.read_bytes().decode()
    if "BEGIN:VTIMEZONE" in text:
        block = text[text.index("BEGIN:VTIMEZONE") : text.index("BEGIN:VEVENT")]
        told = tzical(io.StringIO(block)).get(zone)
        alone = [event["DTSTART"].dt.replace(tzinfo=told).astimezone(UTC) for event in events(path)]
        assert alone == instants
        assert "RDATE" not in block
        assert f"DTSTART;TZID={zone}:" in text
    else:
        assert zone in ("UTC", "GB")
        assert "TZID" not in text

    mistakes: list[Mistake] = []
    window = CalendarWindow(date(2027, 1, 1), date(2028, 1, 1), LONDON)
    read = read_calendar(path, "x.ics", window, Owner("p07"), mistakes)
    assert (mistakes, read.doubts, read.unread) == ([], (), 0)
    assert read.diary.busy == busy(*((booking.start, booking.end) for booking in bookings))


def test_an_outdated_zone_block_is_not_used(tmp_path: Path) -> None:
    """Mexico gave up summer time in 2022, after the blocks were made: times are written in UTC."""
    place = ZoneInfo("America/Mexico_City")
    (path,) = write_person_calendars(
        tmp_path / "c", timetable(meeting("m:1", at(7, 1, 10, place), ("p07",))), review(place)
    )
    assert b"TZID" not in path.read_bytes()
    assert b"DTSTART:20270701T160000Z" in path.read_bytes()


def test_the_hour_that_comes_twice_is_written_in_utc(tmp_path: Path) -> None:
    """01:00 on 31 October is in British Summer Time at first, and then is not."""
    bookings = [meeting("m:1", at(10, 31, 1), ("p07",)), meeting("m:2", at(10, 31, 1, fold=1), ("p07",))]
    (path,) = write_person_calendars(tmp_path / "c", timetable(*bookings), review())
    assert [event["DTSTART"].dt.timestamp() for event in events(path)] == [b.start.timestamp() for b in bookings]


def test_a_file_says_what_is_needed_and_no_more(tmp_path: Path) -> None:
    """Method, code name, room and privacy; no organiser, no attendee, no name."""
    room = Room("r1", "Room of the office", 9)
    made = timetable(meeting("conversation:p07", at(3, 1, 10), ("p07", "l1"), room="r1"))
    paths = write_person_calendars(tmp_path / "c", made, review(rooms=(room,)))
    assert [path.name for path in paths] == ["l1.ics", "p07.ics"]
    text = paths[1].read_bytes().decode()
    calendar = Calendar.from_ical(text)
    assert [str(calendar[name]) for name in ("METHOD", "VERSION", "PRODID")] == ["PUBLISH", "2.0", "-//ltsched//EN"]
    assert {name: value.to_ical().decode() for name, value in events(paths[1])[0].items()} == {
        "SUMMARY": "LT-2027-03: conversation",
        "DTSTART": "20270301T100000",
        "DTEND": "20270301T120000",
        "DTSTAMP": "20270111T000000Z",
        "UID": invitation_uid("LT-2027-03", "conversation:p07", "p07"),
        "SEQUENCE": "0",
        "LOCATION": "Room of the office",
        "CLASS": "PRIVATE",
        "TRANSP": "OPAQUE",
        "STATUS": "CONFIRMED",
    }
    for stranger in ("l1", "m99", "Name of", "@example.org", "ATTENDEE", "ORGANIZER", "X-WR-CALNAME"):
        assert stranger not in text


def test_lines_are_as_rfc_5545_wants_them(tmp_path: Path) -> None:
    """CRLF, and no line of more than 75 octets."""
    room = Room("r1", "Großer Saal " * 20, 9)
    made = timetable(meeting("m:1", at(3, 1, 10), ("p07",), room="r1"))
    (path,) = write_person_calendars(tmp_path / "c", made, review(rooms=(room,)))
    data = path.read_bytes()
    assert data.count(b"\n") == data.count(b"\r\n")
    assert max(map(len, data.split(b"\r\n"))) <= 75
    assert str(events(path)[0]["LOCATION"]) == room.name.strip()


def test_hostile_names_stay_text(tmp_path: Path) -> None:
    """Line breaks, semicolons and markup in the reference or a room add no property and no event."""
    made = timetable(meeting("m:1", at(3, 1, 10), ("p07",), room="r1"), reference=ODD)
    (path,) = write_person_calendars(tmp_path / "c", made, review(reference=ODD, rooms=(Room("r1", ODD, 9),)))
    (event,) = events(path)
    plain = "LT; 7, /n BEGIN:VEVENT SUMMARY:x <script>alert(1)</script>"
    assert str(event["SUMMARY"]) == f"{plain}: conversation"
    assert str(event["LOCATION"]) == plain


def test_equal_input_gives_equal_files(tmp_path: Path) -> None:
    """No clock and no chance in them; a moved booking keeps its UID, and everybody has another one."""
    first = timetable(meeting("m:1", at(3, 1, 10), ("p07", "l1")))
    moved = timetable(meeting("m:1", at(3, 2, 14), ("p07", "l1")))
    one, two = (write_person_calendars(tmp_path / name, first, review()) for name in ("one", "two"))
    assert [path.read_bytes() for path in one] == [path.read_bytes() for path in two]
    three = write_person_calendars(tmp_path / "three", moved, review())
    uids = [[str(events(path)[0]["UID"]) for path in paths] for paths in (one, three)]
    assert uids[0] == uids[1]
    assert len({*uids[0], invitation_uid("LT-2027-04", "m:1", "p07"), invitation_uid("LT-2027-03", "m:2", "p07")}) == 4


def test_who_has_no_bookings_any_more_has_no_file(tmp_path: Path) -> None:
    """The folder is replaced as a whole, also by nothing."""
    folder = tmp_path / "calendars"
    write_person_calendars(folder, timetable(meeting("m:1", at(3, 1, 10), ("p07", "l1"))), review())
    write_person_calendars(folder, timetable(meeting("m:1", at(3, 1, 10), ("l1",))), review())
    assert [path.name for path in folder.iterdir()] == ["l1.ics"]
    assert write_person_calendars(folder, timetable(), review()) == ()
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("id", ["../x", "..", "a/b", "a\\b", "", "a\nb", "CON", "/etc/passwd"])
def test_a_path_is_no_id(id: str, tmp_path: Path) -> None:
    """Nothing is written outside the folder, and what is in it stays."""
    folder = tmp_path / "calendars"
    write_person_calendars(folder, timetable(meeting("m:1", at(3, 1, 10), ("l1",))), review())
    with pytest.raises(UnwritableOutput, match="cannot write a calendar"):
        write_person_calendars(folder, timetable(meeting("m:1", at(3, 1, 10), ("l1", id))), review())
    assert [path.name for path in tmp_path.rglob("*")] == ["calendars", "l1.ics"]


PEOPLE = ("anna-x", "bela-x", "cleo-x", "dora-x")


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, 300), st.integers(8, 18), st.sets(st.sampled_from(PEOPLE), min_size=1)), max_size=12
    )
)
def test_nobody_learns_of_others(made: list[tuple[int, int, set[str]]]) -> None:
    """A file has exactly the bookings of its person, and no id or name of anybody."""
    bookings = tuple(
        meeting(f"m:{number}", datetime(2027, 1, 11, hour, tzinfo=LONDON) + timedelta(days=day), tuple(sorted(who)))
        for number, (day, hour, who) in enumerate(made)
    )
    with tempfile.TemporaryDirectory() as folder:
        paths = write_person_calendars(Path(folder) / "c", timetable(*bookings), review())
        assert {path.stem for path in paths} == {id for booking in bookings for id in booking.attendees}
        for path in paths:
            own = {invitation_uid("LT-2027-03", b.activity, path.stem) for b in bookings if path.stem in b.attendees}
            assert {str(event["UID"]) for event in events(path)} == own
            assert not [id for id in (*PEOPLE, "m99", "Name of") if id in path.read_bytes().decode()]
