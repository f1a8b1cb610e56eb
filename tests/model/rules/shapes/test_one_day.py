"""Everything on one day."""

from __future__ import annotations

import pytest

from ltsched.domain.activities import Activity
from ltsched.domain.people import Role
from ltsched.domain.rules import OneDay
from tests.support.agendas import activity, agenda, conversation, day, person
from tests.support.solving import does_not_fit, fits, values

PEOPLE = [person("l1", Role.LEAD_REVIEWER, agency=""), person("t1"), person("c1", Role.CASE_GROUP)]


def meeting(id: str, first: int = 0, end: int = 60, minutes: int = 120) -> Activity:
    """Return a meeting of the lead reviewer that may lie in the days ``[first, end)``."""
    return activity(id, must=("l1",), first=day(first), end=day(end), minutes=minutes)


@pytest.mark.parametrize(("minutes", "possible"), [(240, True), (255, False)])
def test_one_day_holds_both_or_nothing_fits(minutes: int, possible: bool) -> None:
    """Four hours and four hours share a working day of eight; a quarter of an hour more do not."""
    made = [meeting("a", minutes=240), meeting("b", minutes=minutes)]
    plan = agenda(PEOPLE, made, shape=OneDay(("a", "b")), days=3)
    if possible:
        assert values(fits(plan))["shape"] == 1
    else:
        assert "it would fit if it need not lie on one day" in does_not_fit(plan)


def test_one_day_ties_conversations_too() -> None:
    """A conversation and a meeting of one day, although each could be on any."""
    talk = conversation("c1", ["l1", "t1"], first=day(2))
    found = fits(agenda(PEOPLE, [talk, meeting("a")], shape=OneDay((talk.id, "a")), days=4))
    assert len({booking.day for booking in found.bookings}) == 1
