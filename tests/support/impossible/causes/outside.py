"""What was little tried: three causes at once, who or what is in the way of all of a week, a block kept out."""

from __future__ import annotations

from datetime import date

from tests.support.impossible.by_hand import all_of, cell, never_away, no_table, number, room
from tests.support.impossible.case import Named, Part, Register, by
from tests.support.impossible.folder import Folder

case = Register()


@case(
    "speed-plus",
    [
        Named(("t1",), ("leave",)),
        Named(("p3",), ("sick",), without=never_away("p3")),
        Named(("r1",), rules=("seats",), number=3),
    ],
    no_part="p1 p2 p4 p5 t2 t3 t4 l1 l2",
    helps=[
        by(
            all_of(cell("t1", "essential"), never_away("p3"), room("r1", 8)),
            Part("essential", ("t1",)),
            Part("sick", ("p3",)),
            Part("room-seats", ("r1",)),
        )
    ],
    clashes=3,
)
def three_causes_in_one_week(folder: Folder) -> None:
    """Anna Smith, who is essential, is on leave, Ruth Penny is sick, and the only room seats three."""
    folder.away("t1", "2027-05-01", "2027-12-31", "leave")
    folder.away("p3", "2027-01-11", "2027-12-31", "sick")
    folder.rooms["r1"]["capacity"] = "3"


@case(
    "speed-plus",
    [Named(("r1",), ("room-busy",))],
    no_part="p1 p2 p3 p4 p5 t1 t2 t3 t4 l1 l2",
    helps=[by(number(lead_in_weeks=16), Part("lead-in")), by(room("r2", 11), Part("room"))],
)
def room_taken_in_all_weeks(folder: Folder) -> None:
    """The only room is taken from the first week on that the one week may be."""
    folder.entry("r1", "2027-05-10", "2027-12-31", "Elections")


@case(
    "speed-plus",
    [
        Named(("l2",), ("leave",), without=never_away("l2")),
        Named(("findings-meeting",), rules=("lag",), number=14),
    ],
    no_part="p1 p2 p3 p4 p5 t1 t2 t3 t4 l1 r1",
    helps=[
        by(number(findings_meeting="no"), Part("meeting")),
        by(never_away("l2"), Part("leave", ("l2",))),
    ],
)
def leave_after_the_week_and_before_the_findings(folder: Folder) -> None:
    """Paul Dray, a lead reviewer, is on leave from the end of the week on; the findings meeting is two weeks after."""
    folder.customise(findings_meeting="yes")
    folder.away("l2", "2027-05-17", "2027-12-31", "annual leave")


@case(
    "themed",
    [
        Named(("t1",), ("leave",), without=never_away("t1")),
        Named(("introduction",), rules=("wished window",), without=no_table("window")),
        Named(("audit:f01", "t1"), rules=("panel",)),
    ],
    no_part="p1 p2 p3 p4 p5 l1 l2 r1",
    helps=[
        by(
            all_of(cell("t1", "essential"), no_table("window"), cell("t2", "agency", "Housing")),
            Part("essential", ("t1",)),
            Part("window", ("introduction",)),
            Part("reviewer"),
        )
    ],
    clashes=3,
)
def three_causes_of_a_themed_review(folder: Folder) -> None:
    """Anna Smith is on leave, all auditors are of the police, and the introduction is to be within half an hour."""
    folder.away("t1", "2027-02-01", "2027-12-31", "leave")
    for id in ("t1", "t2", "t3", "t4"):
        folder.people[id]["agency"] = "Police"
    folder.add("window", activity="introduction", hours="10:00-10:30")


@case(
    "full",
    [
        Named(("t1",), ("leave",), without=never_away("t1")),
        Named(("joint-meeting:2",), rules=("hold",), without=no_table("hold")),
        Named(("conversation:p5",), rules=("panel",)),
    ],
    no_part="p1 p2 p3 p4 t2 t3 t4 r1",
    helps=[
        by(
            all_of(cell("t1", "essential"), cell("p5", "conversation"), no_table("hold")),
            Part("essential", ("t1",)),
            Part("reviewer"),
            Part("hold", ("joint-meeting:2",)),
        )
    ],
    clashes=3,
)
def three_causes_of_a_full_review(folder: Folder) -> None:
    """Leave around the first joint meeting, a hold on the second, and both lead reviewers of Bea Winter's school."""
    folder.away("t1", "2027-02-08", "2027-04-08", "leave")
    folder.customise(even_tolerance_days=9)
    for id in ("l1", "l2"):
        folder.people[id]["agency"] = "School"
    folder.add(
        "hold", scope="activity:joint-meeting:2", from_=date(2027, 3, 1), until=date(2027, 8, 30), reason="trial"
    )


@case(
    "mid-range",
    [
        Named(("p2",), ("leave",), without=never_away("p2")),
        Named(("p4",), ("sick",), without=never_away("p4")),
    ],
    no_part="p1 p3 p5 t1 t2 t3 t4 l1 l2 r1",
    helps=[by(never_away("p2", "p4"), Part("leave", ("p2",)), Part("sick", ("p4",)))],
    clashes=2,
)
def two_of_whom_nobody_is_ranked(folder: Folder) -> None:
    """Joe Larch is on leave and Tom Askew sick; nobody has a rank, so that conversations are held with everybody."""
    for id in ("p1", "p2", "p3", "p4", "p5"):
        folder.people[id]["conversation"] = ""
    folder.away("p2", "2027-01-11", "2027-12-31", "long leave")
    folder.away("p4", "2027-01-11", "2027-12-31", "off sick")


@case(
    "focused",
    [
        Named(("t1",), ("window",), without=no_table("window", person="t1")),
        Named(("event",), rules=("wished window",), without=no_table("window", activity="event")),
    ],
    no_part="p1 p2 p3 p4 p5 t2 t3 t4 l1 l2 r1",
    helps=[
        by(no_table("window", person="t1"), Part("window", ("t1",))),
        by(no_table("window", activity="event"), Part("window", ("event",))),
    ],
)
def a_weekday_of_the_event_and_others_of_a_person(folder: Folder) -> None:
    """The event is to be on a Monday, and Anna Smith, who is essential, is booked on Tuesdays and Wednesdays."""
    folder.add("window", activity="event", weekdays=["Mon"])
    folder.add("window", person="t1", weekdays=["Tue", "Wed"])


@case(
    "mid-range",
    [
        Named(("p5",), ("leave",), without=never_away("p5")),
        Named(("joint-meeting:1",), rules=("agreed",), without=no_table("booking")),
    ],
    no_part="p1 p2 p3 p4 t1 t2 t3 t4 l1 l2 r1",
    helps=[
        by(never_away("p5"), Part("leave", ("p5",))),
        by(no_table("booking"), Part("agreed", ("joint-meeting:1",))),
    ],
)
def leave_until_after_an_agreed_joint_meeting(folder: Folder) -> None:
    """Under way, with the joint meeting agreed for 8 April; Bea Winter is on leave until the day after."""
    folder.review["today"] = date(2027, 3, 1)
    folder.add("booking", activity="joint-meeting:1", start=date(2027, 4, 8))
    folder.away("p5", "2027-02-08", "2027-04-09", "annual leave")


@case(
    "intensive",
    [Named(("t1",), ("leave",))],
    helps=[
        by(cell("t1", "essential"), Part("essential", ("t1",))),
        by(number(blocks_apart_least_weeks=1), Part("apart", units=2)),
    ],
)
def leave_where_the_second_block_has_to_be(folder: Folder) -> None:
    """The introduction is to be by 12 March, and Anna Smith is on leave on all days three to six weeks after that."""
    folder.add("window", activity="introduction", until=date(2027, 3, 12))
    folder.away("t1", "2027-03-29", "2027-05-14", "annual leave")
