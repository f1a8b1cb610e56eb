"""Too few of those who are expected can come."""

from __future__ import annotations

from datetime import date

from tests.support.impossible.by_hand import cell, never_away, no_table, number
from tests.support.impossible.case import Named, Part, Register, by
from tests.support.impossible.folder import Folder

case = Register()
SPRING = ("2027-02-22", "2027-06-30")
CASE_GROUP = ("p1", "p2", "p3", "p4", "p5")


@case(
    "focused",
    [
        *(Named((id,), ("leave",), within=SPRING, without=never_away(id)) for id in CASE_GROUP),
        Named(key="joint-meeting-quorum", without=number(joint_meeting_quorum=0.5)),
    ],
    no_part="t1 t2 t3 t4 r1 l1 l2",
    helps=[by(number(joint_meeting_quorum=0.5), Part("quorum"))],
)
def five_of_eleven_on_leave(folder: Folder) -> None:
    """Five of the eleven expected at the event are on leave for all of it, and seven have to come."""
    for id in CASE_GROUP:
        folder.away(id, *SPRING, "leave")


@case(
    "focused",
    [
        Named(("p5",), ("leave",), within=SPRING, without=never_away("p5")),
        Named(key="joint-meeting-quorum", without=number(joint_meeting_quorum=0.8)),
    ],
    no_part="t1 t2 t3 t4 p1 p2 p3 p4 r1 l1 l2",
    helps=[by(number(joint_meeting_quorum=0.85), Part("quorum"))],
)
def all_have_to_come_and_one_cannot(folder: Folder) -> None:
    """The quorum of the event is everybody, and Bea Winter is on leave."""
    folder.customise(joint_meeting_quorum=1.0)
    folder.away("p5", *SPRING, "annual leave")


@case(
    "focused",
    [
        Named(("t3",), ("part-time-day",), without=cell("t3", "works")),
        Named(("t4",), ("part-time-day",), without=cell("t4", "works")),
        Named(key="review-team-quorum", without=number(review_team_quorum=0.75)),
    ],
    no_part="t1 t2 p1 p2 p3 p4 p5 r1 l1 l2",
    helps=[by(number(review_team_quorum=0.75), Part("quorum"))],
)
def two_part_time_weeks_without_a_common_day(folder: Folder) -> None:
    """All of the review team have to come to its meetings; one works Monday to Wednesday, one Thursday and Friday."""
    folder.customise(review_team_quorum=1.0)
    folder.people["t3"]["works"] = "Mon-Wed 09:00-17:00"
    folder.people["t4"]["works"] = "Thu-Fri 09:00-17:00"


@case(
    "mid-range",
    [
        Named(("t2",), ("court",), without=never_away("t2")),
        Named(("t3",), ("leave",), without=never_away("t3")),
        Named(key="review-team-quorum", without=number(review_team_quorum=0.5)),
    ],
    no_part="t1 t4 p1 p2 p3 p4 p5 r1 l1 l2",
    helps=[by(number(review_team_quorum=0.5), Part("quorum"))],
)
def two_of_four_away_for_different_reasons(folder: Folder) -> None:
    """Three of the four of the review team have to come; one is at court and one on leave for months."""
    folder.away("t2", "2027-02-08", "2027-06-30", "inquest")
    folder.entry("t3", "2027-02-08", "2027-06-30", "Maternity leave")


@case(
    "focused",
    [
        Named(("t2",), ("training",), within=("2027-03-16", "2027-03-16"), without=never_away("t2")),
        Named(("t3",), ("busy",), within=("2027-03-16", "2027-03-16"), without=never_away("t3")),
        Named(("review-team-meeting:1",), rules=("wished window",), without=no_table("window")),
    ],
    no_part="t1 t4 p1 p2 p3 p4 p5 r1 l1 l2",
    helps=[
        by(never_away("t3"), Part("busy", ("t3",))),
        by(no_table("window"), Part("window")),
        by(number(review_team_quorum=0.5), Part("quorum")),
        by(never_away("t2"), Part("training", ("t2",))),
    ],
)
def two_of_four_away_on_the_day(folder: Folder) -> None:
    """The first meeting of the review team may be on one day, on which two of the four cannot come."""
    folder.add("window", activity="review-team-meeting:1", from_=date(2027, 3, 16), until=date(2027, 3, 16))
    folder.away("t2", "2027-03-16T08:00", "2027-03-16T18:00", "CPD day")
    folder.away("t3", "2027-03-16T09:30", "2027-03-16T16:30", "clinic")
