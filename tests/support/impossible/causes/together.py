"""Two causes at once, and reviews of a theme and with the family."""

from __future__ import annotations

from datetime import date

from tests.support.impossible.by_hand import all_of, cell, never_away, no_table, number
from tests.support.impossible.case import Named, Part, Register, by
from tests.support.impossible.folder import Folder

case = Register()
SPRING = ("2027-02-22", "2027-06-30")


def _family(folder: Folder) -> None:
    folder.review["family"]["approach"] = "conversation"
    folder.people["f1"] = {"id": "f1", "name": "Grace Holt", "role": "family", "agency": ""}


@case(
    "mid-range",
    [Named(("f1",), ("busy", "sick"), without=never_away("f1"))],
    no_part="l1 l2 t1 t2 t3 t4 p1 p2 p3 p4 p5 r1",
    helps=[by(never_away("f1"), Part("sick", ("f1",)))],
)
def family_in_hospital(folder: Folder) -> None:
    """Grace Holt, of the family, is away sick until after the last day there is."""
    _family(folder)
    folder.away("f1", "2027-01-11", "2027-12-31", "sick, in hospital")


@case(
    "mid-range",
    [
        Named(("f1",), without=cell("f1", "works")),
        Named(("l1",), ("part-time-day",), without=cell("l1", "works")),
        Named(("l2",), ("part-time-day",), without=cell("l2", "works")),
    ],
    no_part="t1 t2 t3 t4 p1 p2 p3 p4 p5 r1",
    helps=[
        by(cell("f1", "works"), Part("part-time-day", ("f1",))),
        by(cell("l1", "works"), Part("part-time-day", ("l1",))),
    ],
)
def family_on_the_day_no_lead_reviewer_works(folder: Folder) -> None:
    """Grace Holt, of the family, can come on Fridays, on which neither lead reviewer works."""
    _family(folder)
    folder.people["f1"]["works"] = "Fri 09:00-17:00"
    for id in ("l1", "l2"):
        folder.people[id]["works"] = "Mon-Thu 09:00-17:00"


@case(
    "themed",
    [Named(("p1",), ("leave",), without=never_away("p1"))],
    no_part="t1 t2 t3 t4 p2 p3 p4 p5 l1 l2 r1",
    helps=[by(cell("p1", "essential"), Part("essential", ("p1",)))],
)
def essential_to_a_focused_review(folder: Folder) -> None:
    """Amira Khan, who is essential to the focused review, is on leave until after the last day there is."""
    folder.people["p1"]["essential"] = "yes"
    folder.away("p1", "2027-02-08", "2027-09-30", "maternity leave")


@case(
    "focused",
    [
        Named(("t1",), ("leave",), without=all_of(never_away("t1"), cell("p1", "works"), no_table("window"))),
        Named(("introduction",), rules=("wished window",)),
    ],
    no_part="t2 t3 t4 p1 p2 p3 p4 p5",
    helps=[
        by(
            all_of(cell("t1", "essential"), no_table("window")),
            Part("essential", ("t1",)),
            Part("window", ("introduction",)),
        )
    ],
    clashes=2,
)
def two_independent_causes(folder: Folder) -> None:
    """Anna Smith, who is essential, is on leave for all of it; and the introduction is to be in half an hour."""
    folder.away("t1", *SPRING, "maternity leave")
    folder.add("window", activity="introduction", hours="10:00-11:00")


@case(
    "focused",
    [
        Named(("t1",), ("leave",)),
        Named(("p1",), ("leave",)),
    ],
    no_part="t2 t3 t4 p2 p3 p4 p5 r1 l1 l2",
    helps=[
        by(
            all_of(cell("t1", "essential"), cell("p1", "essential")),
            Part("essential", ("t1",)),
            Part("essential", ("p1",)),
        )
    ],
)
def two_essential_people_on_leave(folder: Folder) -> None:
    """Anna Smith and Amira Khan, both essential, are on leave for all of it: neither alone would help."""
    folder.people["p1"]["essential"] = "yes"
    folder.away("t1", *SPRING, "maternity leave")
    folder.away("p1", *SPRING, "maternity leave")


@case(
    "focused",
    [
        Named(("t1",), ("leave",), within=("2027-02-22", "2027-04-30"), without=never_away("t1")),
        Named(("p1",), ("court",), within=("2027-05-01", "2027-06-30"), without=never_away("p1")),
    ],
    no_part="t2 t3 t4 p2 p3 p4 p5 r1 l1 l2",
    helps=[
        by(cell("t1", "essential"), Part("essential", ("t1",))),
        by(cell("p1", "essential"), Part("essential", ("p1",))),
    ],
)
def one_away_in_spring_the_other_in_summer(folder: Folder) -> None:
    """Of two essential people one is on leave until the end of April, the other at court from then on."""
    folder.people["p1"]["essential"] = "yes"
    folder.away("t1", "2027-02-22", "2027-04-30", "leave")
    folder.away("p1", "2027-05-01", "2027-06-30", "trial")


@case(
    "focused",
    [
        Named(("r1",)),
        Named(("t1",), ("leave",)),
    ],
    no_part="t2 t3 t4 p2 p3 p4 p5 l1 l2",
    helps=[
        by(all_of(cell("t1", "essential"), never_away("r1")), Part("essential", ("t1",)), Part("room-busy", ("r1",), 2))
    ],
)
def essential_person_and_room(folder: Folder) -> None:
    """The event has to be by the end of March; the room is taken in its six hours, and Anna Smith is on leave."""
    folder.add("window", activity="event", from_=date(2027, 3, 1), until=date(2027, 3, 31))
    folder.entry("r1", "2027-03-01", "2027-03-31", "Elections")
    folder.away("t1", "2027-03-01", "2027-03-31", "leave")
    folder.away("r1", "2027-04-01", "2027-07-31", "works")


@case(
    "mid-range",
    [
        Named(("p4",), ("leave",)),
        Named(("p5",), ("leave",)),
    ],
    no_part="t1 t2 t3 t4 p1 p2 p3 l1 l2 r1",
    helps=[
        by(
            all_of(cell("p4", "conversation"), cell("p5", "conversation")),
            Part("conversation", ("p4", "p5"), 2),
        ),
        by(never_away("p4", "p5"), Part("leave", ("p4",)), Part("leave", ("p5",))),
    ],
    clashes=2,
)
def two_practitioners_on_leave(folder: Folder) -> None:
    """Tom Askew and Bea Winter, with each of whom a conversation is held, are on leave for all of it."""
    for id in ("p4", "p5"):
        folder.away(id, "2027-01-11", "2027-06-30", "long leave")


@case(
    "full",
    [
        Named(("t1",), ("leave",)),
        Named(("joint-meeting:2",), rules=("wished window",)),
    ],
    no_part="t2 t3 t4 p1 p2 p3 p4 p5 r1",
    helps=[
        by(
            all_of(cell("t1", "essential"), no_table("window")),
            Part("essential", ("t1",)),
            Part("window", ("joint-meeting:2",)),
        )
    ],
    clashes=2,
)
def each_joint_meeting_for_its_own_reason(folder: Folder) -> None:
    """The first joint meeting falls into Anna Smith's leave, the second is to be within four hours."""
    folder.away("t1", "2027-02-08", "2027-04-08", "leave")
    folder.customise(even_tolerance_days=9)
    folder.add("window", activity="joint-meeting:2", hours="10:00-14:00")


@case(
    "focused",
    [Named(key="lead-in-weeks", without=number(lead_in_weeks=2))],
    no_part="t1 t2 t3 t4 p1 p2 p3 p4 p5 l1 l2 r1",
    helps=[by(no_table("window"), Part("window")), by(number(lead_in_weeks=5), Part("lead-in"))],
)
def window_in_the_lead_in(folder: Folder) -> None:
    """The introduction is to be in the last week of the lead-in."""
    folder.add("window", activity="introduction", until=date(2027, 2, 19))
