"""A review of six people with a timetable that has something of everything, for tests of the tables made of it."""

from __future__ import annotations

from datetime import date
from typing import Any

from ltsched.domain.agenda import Agenda
from ltsched.domain.option import Kind
from ltsched.domain.people import Role
from ltsched.domain.timetable import Timetable
from tests.support.agendas import activity, agenda, at, booking, conversation, person, room, timetable

TEAM = ("l1", "t1", "t2")
EVERYBODY = (*TEAM, "c1", "c2")


def planned(**more: Any) -> tuple[Agenda, Timetable]:
    """Return an agenda and a timetable: a conversation and two meetings; c2 misses the last, which is after the clocks
    have gone forward.
    """
    people = [
        person("l1", Role.LEAD_REVIEWER, agency=""),
        person("t1"),
        person("t2", agency="Police"),
        person("c1", Role.CASE_GROUP),
        person("c2", Role.CASE_GROUP, agency="Police"),
        person("f1", Role.FAMILY, agency=""),
    ]
    activities = [
        activity("review-team-meeting:1", kind=Kind.REVIEW_TEAM_MEETING, title="Review-team meeting", must=TEAM),
        conversation("c1", ("l1", "t1", "t2"), title="Conversation"),
        activity("joint-meeting:1", kind=Kind.JOINT_MEETING, title="Joint meeting", expected=EVERYBODY),
    ]
    plan = agenda(people, activities, rooms=[room("r1")], **more)
    bookings = [
        booking(plan, "review-team-meeting:1", at(1, "09:30"), room="r1"),
        booking(plan, "conversation:c1", at(2, "14:00"), panel=("l1", "t2")),
        booking(plan, "joint-meeting:1", at(30, "10:00"), room="r1", missing=("c2",)),
    ]
    return plan, timetable(plan, bookings)


FINAL_REPORT = date(2027, 4, 12)
"""The day of its final report: eight working days after the last meeting."""
