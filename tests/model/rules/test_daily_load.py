"""Daily load: at its smallest, and at its edge."""

from __future__ import annotations

import pytest

from ltsched.domain.people import Role
from ltsched.domain.rules import DailyLoad
from tests.support.agendas import agenda, conversation, person
from tests.support.solving import does_not_fit, fits, values

L1, L2 = person("l1", Role.LEAD_REVIEWER, agency=""), person("l2", Role.LEAD_REVIEWER, agency="")


TALKERS = [person(id, Role.CASE_GROUP, agency="school") for id in ("c1", "c2", "c3")]


T1 = person("t1")


@pytest.mark.parametrize(("most", "possible"), [(3, True), (2, False)])
def test_nobody_holds_more_than_the_daily_load(most: int, possible: bool) -> None:
    """Three conversations of one day: a load of three allows them, a load of two does not."""
    talks = [conversation(each.id, ["l1", "t1"], minutes=60) for each in TALKERS]
    load = DailyLoad(tuple(talk.id for talk in talks), most)
    plan = agenda([L1, T1, *TALKERS], talks, daily_loads=[load], days=1)
    assert fits(plan) if possible else does_not_fit(plan)


def test_a_daily_load_is_one_persons_own() -> None:
    """With four reviewers a load of one is enough for two conversations a day, for three it is not."""
    pool = ["l1", "l2", "t1", "t2"]
    people = [L1, L2, T1, person("t2"), *TALKERS]
    talks = [conversation(each.id, pool, minutes=60) for each in TALKERS]
    load = DailyLoad(tuple(talk.id for talk in talks), 1)
    assert fits(agenda(people, talks[:2], daily_loads=[load], days=1))
    does_not_fit(agenda(people, talks, daily_loads=[load], days=1))
    assert len({booking.day for booking in fits(agenda(people, talks, daily_loads=[load], days=2)).bookings}) == 2


def test_a_daily_load_is_only_of_its_own_activities() -> None:
    """A load of one for one kind of activity does not limit another kind: both conversations stay on one day."""
    talks = [conversation(each.id, ["l1", "t1"], minutes=60) for each in TALKERS[:2]]
    visit = conversation("c3", ["l1", "t1"], minutes=60)
    plan = agenda([L1, T1, *TALKERS], [*talks, visit], daily_loads=[DailyLoad((visit.id,), 1)], days=5)
    found = fits(plan)
    assert len({booking.day for booking in found.bookings}) == 1
    assert values(found)["preferences: trips"] == 1
