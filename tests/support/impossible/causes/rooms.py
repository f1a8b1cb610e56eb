"""A meeting that has no room: too small, taken, none on the days."""

from __future__ import annotations

from datetime import date

from tests.support.impossible.by_hand import never_away, no_table, number, room
from tests.support.impossible.case import Named, Part, Register, by
from tests.support.impossible.folder import Folder

case = Register()
PEOPLE = "l1 l2 t1 t2 t3 t4 p1 p2 p3 p4 p5"


@case(
    "focused",
    [Named(("r1",), without=room("r1", 20))],
    helps=[
        by(room("r1", 10), Part("room-seats", ("r1",))),
        by(room("r2", 20), Part("room")),
        by(number(joint_meeting_quorum=0.45), Part("quorum", units=2)),
    ],
)
def room_too_small(folder: Folder) -> None:
    """The only room seats five, and seven of the eleven expected have to come to the event."""
    folder.rooms["r1"]["capacity"] = "5"


@case(
    "focused",
    [Named(("r1",), within=("2027-01-11", "2027-06-30"), without=never_away("r1"))],
    no_part=PEOPLE,
    helps=[
        by(never_away("r1"), Part("room-busy", ("r1",))),
        by(room("r2", 20), Part("room")),
        by(number(event_minutes=240), Part("minutes", units=4)),
    ],
)
def room_taken_at_noon(folder: Folder) -> None:
    """The only room is taken from 12:00 to 13:00 each day, and the event takes six hours within 9 to 17."""
    folder.entry("r1", "2027-01-11T12:00", "2027-01-11T13:00", "Lunch club", "RRULE:FREQ=DAILY;COUNT=200")


@case(
    "focused",
    [
        Named(("r1",), within=("2027-03-15", "2027-03-16"), without=never_away("r1")),
        Named(("event",), rules=("wished window",), without=no_table("window")),
    ],
    no_part=PEOPLE,
    helps=[
        by(never_away("r1"), Part("room-busy", ("r1",), 2)),
        by(room("r2", 20), Part("room")),
        by(no_table("window"), Part("window", ("event",))),
    ],
)
def room_taken_on_the_days(folder: Folder) -> None:
    """The event may be on two days, on which the only room is taken."""
    folder.add("window", activity="event", from_=date(2027, 3, 15), until=date(2027, 3, 16))
    folder.away("r1", "2027-03-15", "2027-03-16", "elections")


@case(
    "focused",
    [
        Named(("r1",), within=("2027-02-22", "2027-07-09"), without=never_away("r1")),
        Named(("r2",), without=room("r2", 20)),
    ],
    no_part=PEOPLE,
    helps=[
        by(room("r2", 11), Part("room-seats", ("r2",))),
        by(never_away("r1"), Part("room-busy", ("r1",), 2)),
        by(room("r3", 20), Part("room")),
    ],
)
def one_room_taken_the_other_too_small(folder: Folder) -> None:
    """Of two rooms the large one is taken for months, and the small one seats six: the event needs seven."""
    folder.rooms["r2"] = {"id": "r2", "name": "Small room", "capacity": "6"}
    folder.entry("r1", "2027-02-22", "2027-07-09", "Building works")


@case(
    "mid-range",
    [Named(("r1",), without=room("r1", 20)), Named(key="review-team-quorum", without=number(review_team_quorum=0.5))],
    helps=[
        by(room("r1", 9), Part("room-seats", ("r1",))),
        by(room("r2", 20), Part("room")),
    ],
)
def room_too_small_for_the_team(folder: Folder) -> None:
    """The only room seats four, and a meeting of the review team needs two lead reviewers and three of the four."""
    folder.rooms["r1"]["capacity"] = "4"
    folder.customise(joint_meeting_quorum=0.2)
