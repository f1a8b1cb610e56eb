"""The preferences, the last stages, counted by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from ltsched.domain.option import Kind
from ltsched.domain.people import Role
from ltsched.domain.stages.preferences import pools, touches_lunch
from ltsched.domain.stages.table import BALANCE, LUNCH, PREFERENCES, TRIPS, WAITING, stage_values
from tests.support.agendas import activity, agenda, at, booking, conversation, person

LEADS = ("l1", "l2")
PEOPLE = [*(person(id, Role.LEAD_REVIEWER) for id in LEADS), *(person(id) for id in ("t1", "t2", "c1", "c2"))]
ACTIVITIES = [
    activity("set-up", kind=Kind.SET_UP, must=LEADS),
    conversation("c1", (*LEADS, "t1", "t2"), leads=LEADS),
    conversation("c2", (*LEADS, "t1", "t2"), leads=LEADS),
]


@pytest.mark.parametrize(
    ("start", "end", "touches"),
    [
        (at(0, "11:00"), at(0, "12:30"), False),
        (at(0, "11:00"), at(0, "12:31"), True),
        (at(0, "13:29"), at(0, "15:00"), True),
        (at(0, "13:30"), at(0, "15:00"), False),
        (at(0, "12:45"), at(0, "13:15"), True),
        (at(0, "22:00"), at(1, "02:00"), False),
    ],
)
def test_lunch_is_from_half_past_twelve_to_half_past_one(start: datetime, end: datetime, touches: bool) -> None:
    """Half-open, in local time."""
    assert touches_lunch(start, end) is touches


def test_each_preference_is_counted() -> None:
    """By hand: one booking over lunch, four trips, a difference of two panels between the leads, one day of waiting."""
    plan = agenda(PEOPLE, ACTIVITIES)
    found = [
        booking(plan, "set-up", at(1, "10:00")),
        booking(plan, "conversation:c1", at(2, "12:00"), panel=("l1", "t1")),
        booking(plan, "conversation:c2", at(3, "14:00"), panel=("l1", "t2")),
    ]
    values = stage_values(plan, found)
    assert {name: values[name] for name in PREFERENCES} == {LUNCH: 1, WAITING: 1, BALANCE: 1, TRIPS: 4}


def test_leads_and_others_are_balanced_apart() -> None:
    """A pool of one has nothing to balance; audits have pools of their own."""
    (leads, others) = pools(ACTIVITIES)
    assert (leads.members, others.members) == (LEADS, ("t1", "t2"))
    assert leads.activities == ("conversation:c1", "conversation:c2")
    audit = replace(conversation("a1", ("l1", "t1", "t2"), leads=("l1",)), kind=Kind.AUDIT)
    assert [pool.members for pool in pools([audit])] == [("t1", "t2")]
