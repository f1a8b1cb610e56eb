"""Somebody who has to come cannot: leave, court, sickness, training, part-time days, hours, holds."""

from __future__ import annotations

from datetime import date

from tests.support.impossible.by_hand import cell, never_away, no_table, number
from tests.support.impossible.case import Named, Part, Register, by
from tests.support.impossible.folder import Folder

case = Register()
EVENT = ("2027-02-22", "2027-06-30")
"""From the end of the lead-in of Focused to after the last day there is."""
NOT_ESSENTIAL = by(cell("t1", "essential"), Part("essential", ("t1",)))
TEAM = "t2 t3 t4 p1 p2 p3 p4 p5 r1"


@case(
    "focused",
    [Named(("t1",), ("leave",), within=EVENT, without=never_away("t1"))],
    no_part=f"{TEAM} l1 l2",
    helps=[NOT_ESSENTIAL],
)
def leave_of_an_essential_person(folder: Folder) -> None:
    """Anna Smith, who is essential, is on maternity leave until after the last day there is."""
    folder.away("t1", *EVENT, "maternity leave")


@case(
    "focused",
    [Named(("t1",), ("leave",), within=EVENT, without=never_away("t1"))],
    no_part=f"{TEAM} l1 l2",
    helps=[NOT_ESSENTIAL],
)
def leave_in_a_calendar(folder: Folder) -> None:
    """The calendar of Anna Smith, who is essential, says annual leave for all of it."""
    folder.entry("t1", *EVENT, "Annual leave")


@case(
    "focused",
    [Named(("t1",), ("busy",), within=EVENT, without=never_away("t1"))],
    no_part=f"{TEAM} l1 l2",
    helps=[NOT_ESSENTIAL, by(never_away("t1"), Part("busy", ("t1",), 2))],
)
def busy_in_a_calendar(folder: Folder) -> None:
    """The calendar of Anna Smith, who is essential, is full from 9 to 5 each day."""
    folder.entry("t1", "2027-02-22T09:00", "2027-02-22T17:00", "SIDE", "RRULE:FREQ=DAILY;COUNT=130")


@case(
    "focused",
    [Named(("t1",), ("busy",), within=("2027-01-11", "2027-07-30"), without=never_away("t1"))],
    no_part=f"{TEAM} l1 l2",
    helps=[by(never_away("t1"), Part("busy", ("t1",))), by(number(event_minutes=180), Part("minutes", units=6))],
)
def a_daily_call_in_the_middle(folder: Folder) -> None:
    """Anna Smith, who is essential, has a call from 12:30 to 13:00 each day, and the event takes six hours."""
    folder.entry("t1", "2027-01-11T12:30", "2027-01-11T13:00", "Daily call", "RRULE:FREQ=DAILY;COUNT=200")


@case(
    "full",
    [
        Named(("l1",), ("court",), within=("2027-02-22", "2027-04-16"), without=never_away("l1")),
        Named(key="even-tolerance-days", without=number(even_tolerance_days=40)),
    ],
    no_part="t1 t2 t3 t4 p1 p2 p3 p4 p5 r1",
    helps=[
        by(never_away("l1"), Part("court", ("l1",), 2)),
        by(number(even_tolerance_days=19), Part("tolerance", units=9)),
    ],
)
def lead_reviewer_at_court(folder: Folder) -> None:
    """Miriam Oakes, a lead reviewer, is at court on all days on which the first joint meeting may be."""
    folder.away("l1", "2027-02-22", "2027-04-16", "Crown Court trial")


@case(
    "focused",
    [Named(("l2",), ("sick",), without=never_away("l2"))],
    no_part=f"{TEAM} t1 l1",
)
def lead_reviewer_sick_for_all_of_it(folder: Folder) -> None:
    """Paul Dray, a lead reviewer, is away sick from the end of the lead-in on: nothing can take place without him."""
    folder.away("l2", "2027-02-22", "2027-07-02", "off sick")


@case(
    "focused",
    [
        Named(("t1",), ("training",), within=("2027-03-15", "2027-03-17"), without=never_away("t1")),
        Named(("event",), rules=("wished window",), without=no_table("window")),
    ],
    no_part=TEAM,
    helps=[
        by(no_table("window"), Part("window", ("event",))),
        by(never_away("t1"), Part("training", ("t1",), 2)),
        NOT_ESSENTIAL,
    ],
)
def training_in_the_window(folder: Folder) -> None:
    """The event may be on three days, on which Anna Smith, who is essential, is at a training."""
    folder.add("window", activity="event", from_=date(2027, 3, 15), until=date(2027, 3, 17))
    folder.away("t1", "2027-03-15", "2027-03-17", "training course")


@case(
    "focused",
    [
        Named(("t1",), ("part-time-day",), without=cell("t1", "works")),
        Named(("event",), rules=("wished window",), without=no_table("window")),
    ],
    no_part=TEAM,
    helps=[
        by(no_table("window"), Part("window", ("event",))),
        by(cell("t1", "works"), Part("part-time-day", ("t1",), 2)),
        NOT_ESSENTIAL,
    ],
)
def part_time_against_a_weekday(folder: Folder) -> None:
    """The event is to be on a Monday, and Anna Smith, who is essential, works from Tuesday to Friday."""
    folder.add("window", activity="event", weekdays=["Mon"])
    folder.people["t1"]["works"] = "Tue-Fri 09:00-17:00"


@case(
    "focused",
    [
        Named(("t1",), ("outside-hours", "part-time-day"), without=cell("t1", "works")),
    ],
    no_part=TEAM,
    helps=[
        by(number(event_minutes=300), Part("minutes", units=2)),
        by(cell("t1", "works"), Part("outside-hours", ("t1",))),
        NOT_ESSENTIAL,
    ],
)
def hours_shorter_than_the_event(folder: Folder) -> None:
    """Anna Smith, who is essential, works five hours a day, and the event takes six."""
    folder.people["t1"]["works"] = "Mon-Fri 09:00-14:00"


@case(
    "focused",
    [Named(("t1",), ("hold-of-person", "hold"), without=no_table("hold"))],
    no_part=f"{TEAM} l1 l2",
    helps=[NOT_ESSENTIAL, by(no_table("hold"), Part("hold", ("t1",)))],
)
def hold_on_a_person_without_an_end(folder: Folder) -> None:
    """Anna Smith, who is essential, is a witness in a trial that has no end yet."""
    folder.add("hold", scope="person:t1", from_=date(2027, 3, 1), reason="witness in a trial")


@case(
    "focused",
    [Named(("l1",), ("hold-of-person", "hold"), without=no_table("hold"))],
    no_part=f"{TEAM} t1 l2",
    helps=[by(no_table("hold"), Part("hold"))],
)
def hold_on_a_lead_reviewer_with_an_end(folder: Folder) -> None:
    """Miriam Oakes, a lead reviewer, is held for other work from March until after the last day there is."""
    folder.add("hold", scope="person:l1", from_=date(2027, 3, 1), until=date(2027, 6, 30), reason="another review")


@case(
    "mid-range",
    [
        Named(("p5",), ("leave",), without=never_away("p5")),
    ],
    no_part="t1 t2 t3 t4 p1 p2 p3 p4 r1 l1 l2",
    helps=[
        by(never_away("p5"), Part("leave", ("p5",))),
        by(cell("p5", "conversation"), Part("conversation", ("p5",))),
    ],
)
def practitioner_on_leave(folder: Folder) -> None:
    """Bea Winter, with whom a conversation is held, is on leave until after the last day there is."""
    folder.away("p5", "2027-01-11", "2027-06-30", "maternity leave")
