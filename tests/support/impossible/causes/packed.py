"""Blocks and single weeks into which not all goes."""

from __future__ import annotations

from datetime import date

from tests.support.impossible.by_hand import cell, never_away, no_table, number
from tests.support.impossible.case import Named, Part, Register, by
from tests.support.impossible.folder import Folder

case = Register()
ALL = "t1 t2 t3 t4 p1 p2 p3 p4 p5 r1"
MAY = ("2027-05-10", "2027-07-31")


@case(
    "intensive",
    [Named(rules=("block",), number=1, without=number(block_working_days=5))],
    no_part="r1",
    helps=[by(number(block_working_days=3), Part("block-length", units=2))],
)
def block_of_one_day(folder: Folder) -> None:
    """A block lasts one day, and the second one has two joint meetings of five hours."""
    folder.customise(block_working_days=1)


@case(
    "intensive",
    [
        Named(rules=("blocks apart",), without=number(blocks_apart_most_weeks=12)),
        Named(("joint-meeting:1",), rules=("wished window",), without=no_table("window", activity="joint-meeting:1")),
        Named(("introduction",), rules=("wished window",), without=no_table("window", activity="introduction")),
    ],
    no_part="l1 l2 t1 t2 t3 t4 p1 p2 p3 p4 p5 r1",
    helps=[
        by(no_table("window", activity="introduction"), Part("window", ("introduction",))),
        by(number(blocks_apart_most_weeks=8), Part("apart", units=2)),
    ],
)
def blocks_too_far_apart(folder: Folder) -> None:
    """The introduction is to be by 12 March and the joint meeting from 10 May on: more than six weeks lie between."""
    folder.add("window", activity="introduction", until=date(2027, 3, 12))
    folder.add("window", activity="joint-meeting:1", from_=date(2027, 5, 10))


@case(
    "intensive",
    [Named(("t1",), ("leave",), without=never_away("t1"))],
    no_part="t2 t3 t4 p1 p2 p3 p4 p5 r1",
    helps=[by(cell("t1", "essential"), Part("essential", ("t1",)))],
)
def leave_over_each_second_block(folder: Folder) -> None:
    """Anna Smith, who is essential, is on leave on all days on which the second block may be."""
    folder.away("t1", "2027-03-22", "2027-09-30", "sabbatical")


def _one_pair(folder: Folder, conversations: int) -> None:
    for rank in range(6, conversations + 1):
        id = f"p{rank}"
        folder.people[id] = {
            "id": id,
            "name": f"Member {id}",
            "role": "case-group",
            "agency": "Housing",
            "conversation": str(rank),
        }
    for id in ("t1", "t2", "t3", "t4"):
        folder.people[id]["role"] = "review-team;case-group"


@case(
    "speed-plus",
    [Named(rules=("panel",)), Named(rules=("one week",))],
    no_part="r1",
    helps=[
        by(cell("p11", "conversation"), Part("conversation", ("p11",))),
        by(number(conversation_gap_minutes=0), Part("gap", units=2)),
    ],
)
def more_conversations_than_one_pair_holds_in_a_week(folder: Folder) -> None:
    """Eleven conversations are to be held by one pair in one week, as all others take part in the case."""
    _one_pair(folder, 11)


@case(
    "speed-plus",
    [Named(key="conversations-per-day", number=1, without=number(conversations_per_day=4))],
    no_part="r1",
    helps=[by(number(conversations_per_day=2), Part("per-day"))],
)
def one_conversation_a_day(folder: Folder) -> None:
    """Seven conversations are to be held by one pair in one week, one a day."""
    _one_pair(folder, 7)
    folder.customise(conversations_per_day=1, conversation_minutes=60, conversation_gap_minutes=0)


@case(
    "speed-plus",
    [
        Named(("l1",), ("part-time-day",), without=cell("l1", "works")),
    ],
    no_part="t2 t3 t4 p1 p2 p3 p4 p5 r1",
    helps=[by(cell("l1", "works", "Mon-Wed 09:00-17:00"), Part("part-time-day", ("l1",), 2))],
)
def lead_reviewer_of_two_days_a_week(folder: Folder) -> None:
    """Miriam Oakes, a lead reviewer, works on Mondays and Tuesdays, and all the meetings are to be in one week."""
    folder.people["l1"]["works"] = "Mon-Tue 09:00-17:00"


@case(
    "speed-plus",
    [Named(("t1",), ("leave",), within=MAY, without=never_away("t1"))],
    no_part="t2 t3 t4 p1 p2 p3 p4 p5 r1",
    helps=[by(cell("t1", "essential"), Part("essential", ("t1",)))],
)
def leave_for_all_weeks(folder: Folder) -> None:
    """Anna Smith, who is essential, is on leave in every week that the one week may be."""
    folder.away("t1", *MAY, "leave")


@case(
    "speed-plus",
    [
        Named(("t1",), ("court",), within=("2027-05-10", "2027-05-14"), without=never_away("t1")),
        Named(rules=("wished window",), without=no_table("window")),
    ],
    no_part="t2 t3 t4 p1 p2 p3 p4 p5 r1",
    helps=[
        by(no_table("window"), Part("window")),
        by(cell("t1", "essential"), Part("essential", ("t1",))),
    ],
)
def court_in_the_only_week(folder: Folder) -> None:
    """The joint meetings are to be by 14 May, and Anna Smith, who is essential, is at court in that week."""
    folder.add("window", activity="joint-meeting", until=date(2027, 5, 14))
    folder.away("t1", "2027-05-10", "2027-05-14", "Family Court hearing")
