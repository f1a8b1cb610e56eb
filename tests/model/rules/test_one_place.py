"""Nobody is in two places at once."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ltsched.domain.people import Role
from tests.support.agendas import activity, agenda, at, person, span
from tests.support.solving import does_not_fit, fits, values

L1, L2 = person("l1", Role.LEAD_REVIEWER, agency=""), person("l2", Role.LEAD_REVIEWER, agency="")


T1, T2, T3 = (person(id) for id in ("t1", "t2", "t3"))


C1, C2 = (person(id, Role.CASE_GROUP, agency="school") for id in ("c1", "c2"))


ONE_DAY: dict[str, Any] = {"days": 1}


def test_nobody_is_in_two_places() -> None:
    """Two meetings of four hours fill an eight-hour day, one after the other; at any other cut they do not fit."""
    two = [activity(id, minutes=240, must=("l1",)) for id in ("a", "b")]
    found = fits(agenda([L1], two, **ONE_DAY))
    assert {booking.start for booking in found.bookings} == {at(0, "09:00"), at(0, "13:00")}
    longer = [two[0], replace(two[1], minutes=255)]
    does_not_fit(agenda([L1], longer, **ONE_DAY))


def test_somebody_expected_twice_at_a_time_misses_one() -> None:
    """Two meetings that can only be at once share a guest: one is missed, and that is the proven best."""
    both = [activity(id, must=(lead,), expected=("t1",)) for id, lead in (("a", "l1"), ("b", "l2"))]
    busy = {id: span(0, "11:00", "17:00") for id in ("l1", "l2")}
    found = fits(agenda([L1, L2, T1], both, busy=busy, **ONE_DAY))
    assert sorted(len(booking.missing) for booking in found.bookings) == [0, 1]
    assert values(found)["missed attendance"] == 1
