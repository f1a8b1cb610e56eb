"""Calendars and busy.csv together, and a word on those who have neither."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from ltsched.domain.availability import Diary, DiaryTime, Level
from ltsched.domain.invitations.answers import Answer, Said
from ltsched.domain.invitations.invitations import Issued, Ledger, Method, Told
from ltsched.domain.people import Person, Role, Room
from ltsched.domain.review import CalendarSettings
from ltsched.domain.spans import Spans
from ltsched.files.review.diaries import calendar_notices, merged, owners

BUSY, MAYBE = Level.BUSY, Level.IF_NEEDED
IN_CALENDAR = (DiaryTime(0, 10, BUSY, "x.ics:1"), DiaryTime(20, 30, MAYBE, "x.ics:5"))
CALENDAR = Diary.of(IN_CALENDAR, has_calendar=True)
ROWS = Diary.of((DiaryTime(5, 15, BUSY, "busy.csv:2"), DiaryTime(40, 50, MAYBE, "busy.csv:3")))


def test_entries_of_both_add_up() -> None:
    """Busy is busy, wherever it stands."""
    found = merged({"p1": CALENDAR, "p2": CALENDAR}, {"p1": ROWS, "p3": ROWS})
    assert found["p1"].busy == Spans(((0, 15),))
    assert found["p1"].if_needed == Spans(((20, 30), (40, 50)))
    assert (found["p1"].entries, found["p1"].has_calendar) == (4, True)
    assert [time.source for time in found["p1"].times] == ["x.ics:1", "busy.csv:2", "x.ics:5", "busy.csv:3"]
    assert (found["p2"], found["p3"]) == (CALENDAR, ROWS)


def test_whoever_has_no_calendar_is_told_of() -> None:
    """People one by one, rooms in one notice; administrators are not booked."""
    people = [
        Person("t01", "A", "", (Role.REVIEW_TEAM,)),
        Person("t02", "B", "", (Role.REVIEW_TEAM,)),
        Person("t03", "C", "", (Role.REVIEW_TEAM, Role.ADMINISTRATOR)),
        Person("a1", "D", "", (Role.ADMINISTRATOR,)),
    ]
    rooms = [Room("r1", "R", 5), Room("r2", "S", 5)]
    diaries = {"t01": CALENDAR, "t03": ROWS}
    assert list(map(str, calendar_notices(people, rooms, diaries))) == [
        "no calendar for t02: planned by working hours alone",
        "no calendar for t03: planned by working hours and busy.csv alone",
        "no calendar for r1, r2: taken as free",
    ]
    assert [notice.id for notice in calendar_notices(people, rooms, diaries)] == ["t02", "t03", ""]


def test_a_room_with_rows_in_busy_csv_is_free_outside_them() -> None:
    """And one with a calendar is not named."""
    found = calendar_notices([], [Room("r1", "R", 5), Room("r2", "S", 5)], {"r1": ROWS, "r2": CALENDAR})
    assert list(map(str, found)) == ["no calendar for r1: taken as free outside busy.csv"]


def test_a_declined_invitation_is_not_looked_for_by_its_time() -> None:
    """It is not in the calendar of whoever has declined it: a busy time like it is something else."""
    start = datetime(2027, 3, 1, 10, tzinfo=UTC)
    told = Told("event", "t01", "t01@a.example", "LT", start, start + timedelta(hours=2), "R")
    issued = Issued(told, "u1", 0, Method.REQUEST, "hash", start - timedelta(days=40), 1)
    people, rooms = [Person("t01", "A", "t01@a.example", (Role.REVIEW_TEAM,))], [Room("r1", "R", 5)]
    ledger = Ledger("LT", issued=(issued,))
    assert len(owners(people, rooms, CalendarSettings(), ledger)["t01"].invited) == 1
    assert len(owners(people, rooms, CalendarSettings(), ledger)["r1"].invited) == 1
    said = Answer("u1", 0, Said.DECLINED, start - timedelta(days=39), "t01@a.example")
    declined = owners(people, rooms, CalendarSettings(), replace(ledger, answers=(said,)))
    assert declined["t01"].invited == ()
