"""Windows of review.toml that leave nothing: hours, weekdays, from and until, of activities and of people."""

from __future__ import annotations

from datetime import date

from tests.support.impossible.by_hand import cell, never_away, no_table, number
from tests.support.impossible.case import Named, Part, Register, by
from tests.support.impossible.folder import Folder

case = Register()
ALL = "l1 l2 t1 t2 t3 t4 p1 p2 p3 p4 p5 r1"
TEAM = "t2 t3 t4 p1 p2 p3 p4 p5 r1"


@case(
    "focused",
    [
        Named(("event",), rules=("wished window",), without=no_table("window")),
        Named(("event",), key="event-minutes", without=number(event_minutes=300)),
    ],
    no_part=ALL,
    helps=[by(no_table("window"), Part("window", ("event",))), by(number(event_minutes=300), Part("minutes", units=2))],
)
def hours_of_a_window_shorter_than_the_event(folder: Folder) -> None:
    """The event takes six hours, and is to be between 10:00 and 15:00."""
    folder.add("window", activity="event", hours="10:00-15:00")


@case(
    "focused",
    [Named(("event",), rules=("wished window",), without=no_table("window"))],
    no_part=ALL,
    helps=[by(no_table("window"), Part("window", ("event",)))],
)
def window_that_is_over_before_the_notice(folder: Folder) -> None:
    """The event is to be before 19 February, which is within the notice and the lead-in."""
    folder.add("window", activity="event", until=date(2027, 2, 19))


@case(
    "focused",
    [Named(("t1",), without=no_table("window"))],
    no_part=TEAM,
    helps=[
        by(no_table("window"), Part("window", ("t1",))),
        by(cell("t1", "essential"), Part("essential", ("t1",))),
    ],
)
def window_of_an_essential_person(folder: Folder) -> None:
    """Anna Smith, who is essential, can be booked until 26 February only."""
    folder.add("window", person="t1", until=date(2027, 2, 26))


@case(
    "focused",
    [
        Named(("l1",), without=no_table("window", person="l1")),
        Named(("event",), rules=("wished window",), without=no_table("window", activity="event")),
    ],
    no_part="t1 t2 t3 t4 p1 p2 p3 p4 p5 r1",
    helps=[
        by(no_table("window", person="l1"), Part("window", ("l1",))),
        by(no_table("window", activity="event"), Part("window", ("event",))),
    ],
)
def weekdays_of_a_person_and_of_the_event(folder: Folder) -> None:
    """Miriam Oakes is booked on Mondays only, and the event is to be on a Tuesday."""
    folder.add("window", person="l1", weekdays=["Mon"])
    folder.add("window", activity="event", weekdays=["Tue"])


@case(
    "mid-range",
    [
        Named(("p5",), ("busy",), within=("2027-03-01", "2027-03-03"), without=never_away("p5")),
        Named(("conversation:p5",), rules=("wished window",), without=no_table("window")),
    ],
    no_part="l1 l2 t1 t2 t3 t4 p1 p2 p3 p4 r1",
    helps=[
        by(never_away("p5"), Part("busy", ("p5",))),
        by(no_table("window"), Part("window")),
    ],
)
def busy_in_the_window_of_her_conversation(folder: Folder) -> None:
    """Bea Winter's conversation is to be on 1 to 3 March, and her calendar is full on these days."""
    folder.add("window", activity="conversation:p5", from_=date(2027, 3, 1), until=date(2027, 3, 3))
    folder.entry("p5", "2027-03-01T08:30", "2027-03-01T17:30", "Ofsted")
    folder.entry("p5", "2027-03-02T08:30", "2027-03-03T17:30", "Ofsted")


@case(
    "mid-range",
    [
        Named(("introduction",), rules=("wished window",), without=no_table("window")),
    ],
    no_part=ALL,
    helps=[by(no_table("window"), Part("window"))],
)
def introduction_after_the_joint_meeting(folder: Folder) -> None:
    """The introduction is to be in June, and all that follows on it has no room any more before the last day."""
    folder.add("window", activity="introduction", from_=date(2027, 6, 14))


@case(
    "mid-range",
    [Named(("p2",), ("outside-hours", "part-time-day"), without=cell("p2", "works"))],
    no_part="l1 l2 t1 t2 t3 t4 p1 p3 p4 p5 r1",
    helps=[
        by(no_table("window"), Part("window")),
        by(cell("p2", "works"), Part("outside-hours", ("p2",))),
        by(cell("p2", "conversation"), Part("conversation", ("p2",))),
    ],
)
def night_worker_and_a_morning_window(folder: Folder) -> None:
    """Joe Larch works from 13:00 to 21:00, and conversations are to be between 9:00 and 13:00."""
    folder.people["p2"]["works"] = "Mon-Fri 13:00-21:00"
    folder.add("window", activity="conversation", hours="09:00-13:00")
