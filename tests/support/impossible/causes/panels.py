"""Nobody may hold a conversation, or too few: agency, line manager, own part in the case, numbers, absences."""

from __future__ import annotations

from datetime import date

from tests.support.impossible.by_hand import cell, never_away, no_table, number, person
from tests.support.impossible.case import Named, Part, Register, by
from tests.support.impossible.folder import Folder

case = Register()
OTHERS = "p1 p2 p3 p4 r1"


@case(
    "mid-range",
    [Named(("conversation:p5",), rules=("panel",), without=cell("l1", "agency"))],
    no_part=OTHERS,
    helps=[by(cell("p5", "conversation"), Part("conversation", ("p5",)))],
)
def both_lead_reviewers_of_the_agency(folder: Folder) -> None:
    """Both lead reviewers are of the school, as is Bea Winter: neither may hold her conversation."""
    for id in ("l1", "l2"):
        folder.people[id]["agency"] = "School"


@case(
    "mid-range",
    [Named(("conversation:p5",), rules=("panel",), without=cell("p5", "line_manager"))],
    no_part=OTHERS,
    helps=[by(cell("p5", "conversation"), Part("conversation", ("p5",)))],
)
def one_lead_reviewer_manages_her_the_other_is_of_her_agency(folder: Folder) -> None:
    """Miriam Oakes manages Bea Winter, and Paul Dray is of the school, too."""
    folder.people["p5"]["line_manager"] = "l1"
    folder.people["l2"]["agency"] = "School"


@case(
    "mid-range",
    [Named(("conversation:p5",), rules=("panel",), without=person("t5", "review-team", "Housing"))],
    no_part=OTHERS,
    helps=[
        by(number(reviewers_per_conversation=1), Part("reviewers")),
        by(person("t5", "review-team", "Housing"), Part("reviewer")),
    ],
)
def all_others_take_part_in_the_case(folder: Folder) -> None:
    """There is one lead reviewer, and all of the review team take part in the case: none may hold a conversation."""
    del folder.people["l2"]
    for id in ("t1", "t2", "t3", "t4"):
        folder.people[id]["role"] = "review-team;case-group"


@case(
    "mid-range",
    [Named(rules=("panel",), number=6, without=number(reviewers_per_conversation=5))],
    no_part="p5 r1",
    helps=[by(number(reviewers_per_conversation=5), Part("reviewers"))],
)
def more_reviewers_than_there_are(folder: Folder) -> None:
    """Six reviewers are to hold each conversation, and of the six there are, one is of the agency each time."""
    folder.customise(reviewers_per_conversation=6)


@case(
    "mid-range",
    [
        Named(("l1",), ("leave",), within=("2027-03-15", "2027-03-19"), without=never_away("l1")),
        Named(("l2",), ("court",), within=("2027-03-15", "2027-03-19"), without=never_away("l2")),
        Named(rules=("wished window",), without=no_table("window")),
    ],
    no_part=f"{OTHERS} t1 t2 t3 t4",
    helps=[by(no_table("window"), Part("window"))],
)
def both_lead_reviewers_away_in_the_window(folder: Folder) -> None:
    """The conversations are to be in one week, in which one lead reviewer is on leave and the other at court."""
    folder.add("window", activity="conversation", from_=date(2027, 3, 15), until=date(2027, 3, 19))
    folder.away("l1", "2027-03-15", "2027-03-19", "leave")
    folder.away("l2", "2027-03-15", "2027-03-19", "court: witness")


@case(
    "mid-range",
    [
        Named(("l2",), ("leave",), without=never_away("l2")),
        Named(key="conversations-per-day", number=3, without=number(conversations_per_day=5, conversation_minutes=60)),
        Named(rules=("wished window",), without=no_table("window")),
    ],
    no_part="r1 t1 t2 t3 t4",
    helps=[by(no_table("window"), Part("window")), by(never_away("l2"), Part("leave", ("l2",), 2))],
)
def five_conversations_on_one_day_for_one_lead_reviewer(folder: Folder) -> None:
    """All five conversations are to be on one day, on which one lead reviewer is on leave: the other may hold three."""
    folder.add("window", activity="conversation", from_=date(2027, 3, 15), until=date(2027, 3, 15))
    folder.away("l2", "2027-03-15", "2027-03-15", "annual leave")
    folder.customise(conversation_minutes=60)


@case(
    "mid-range",
    [
        Named(("l1",), ("leave",), without=never_away("l1")),
        Named(("conversation:p5",), rules=("panel",), without=cell("l2", "agency")),
        Named(rules=("wished window",), without=no_table("window")),
    ],
    no_part=f"{OTHERS} t1 t2 t3 t4",
    helps=[
        by(no_table("window"), Part("window")),
        by(never_away("l1"), Part("leave", ("l1",))),
    ],
)
def one_on_leave_the_other_of_her_agency(folder: Folder) -> None:
    """Miriam Oakes is on leave in the week for Bea Winter's conversation, and Paul Dray is of her school."""
    folder.people["l2"]["agency"] = "School"
    folder.add("window", activity="conversation:p5", from_=date(2027, 3, 15), until=date(2027, 3, 19))
    folder.away("l1", "2027-03-15", "2027-03-19", "leave")


@case(
    "full",
    [
        Named(("l1",), without=cell("l1", "works")),
        Named(("l2",), without=cell("l2", "works")),
    ],
    no_part="r1 t1 t2 t3 t4",
    helps=[
        by(number(conversation_minutes=90), Part("minutes")),
        by(cell("l1", "works"), Part("outside-hours", ("l1",), 5)),
    ],
)
def conversations_longer_than_the_hours_of_both(folder: Folder) -> None:
    """Both lead reviewers work until noon from 10:30 where they have no meetings in the afternoon: 90 minutes."""
    folder.add("window", activity="conversation", hours="09:00-12:00")
    for id in ("l1", "l2"):
        folder.people[id]["works"] = "Mon-Fri 10:30-17:00"


@case(
    "themed",
    [
        Named(("t1",), ("leave",), within=("2027-03-01", "2027-03-05"), without=never_away("t1")),
        Named(rules=("wished window",), without=no_table("window")),
    ],
    no_part="p1 p2 p3 p4 p5 r1 l1 l2 t2 t3 t4",
    helps=[by(no_table("window"), Part("window"))],
)
def the_only_auditor_is_away(folder: Folder) -> None:
    """The audits are to be in one week, in which the only auditor is on leave; one more would not be enough."""
    for id in ("t2", "t3", "t4"):
        folder.people[id]["role"] = "review-team"
    folder.add("window", activity="audit", from_=date(2027, 3, 1), until=date(2027, 3, 5))
    folder.away("t1", "2027-03-01", "2027-03-05", "annual leave")


@case(
    "themed",
    [Named(rules=("panel",), number=2, without=cell("t4", "agency", "Housing"))],
    no_part="p1 p2 p3 p4 p5 r1 l1 l2 t1",
    helps=[by(cell("t4", "agency", "Housing"), Part("reviewer"))],
)
def auditors_of_one_agency(folder: Folder) -> None:
    """Files of two agencies need auditors of different ones, and all auditors are of the police."""
    for id in ("t2", "t3", "t4"):
        folder.people[id]["agency"] = "Police"
    folder.people["t1"]["role"] = "review-team"


@case(
    "themed",
    [
        *(Named((id,), ("leave", "busy"), without=never_away(id)) for id in ("t2", "t3", "t4")),
    ],
    no_part="p1 p2 p3 p4 p5 r1 l1 l2 t1",
    helps=[by(no_table("window"), Part("window"))],
)
def three_of_four_auditors_away(folder: Folder) -> None:
    """The audits are to be in one week, in which three of the four auditors are away."""
    folder.add("window", activity="audit", from_=date(2027, 3, 1), until=date(2027, 3, 5))
    folder.away("t2", "2027-03-01", "2027-03-05", "leave")
    folder.away("t3", "2027-03-01", "2027-03-05", "leave")
    folder.away("t4", "2027-03-01", "2027-03-05", "inspection")
