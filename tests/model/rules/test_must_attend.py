"""Who must come is free."""

from __future__ import annotations

from typing import Any

from ltsched.domain.people import Role
from ltsched.domain.spans import Spans
from tests.support.agendas import activity, agenda, at, person, span
from tests.support.solving import does_not_fit, fits

L1, L2 = person("l1", Role.LEAD_REVIEWER, agency=""), person("l2", Role.LEAD_REVIEWER, agency="")


T1, T2, T3 = (person(id) for id in ("t1", "t2", "t3"))


C1, C2 = (person(id, Role.CASE_GROUP, agency="school") for id in ("c1", "c2"))


ONE_DAY: dict[str, Any] = {"days": 1}


def test_who_must_come_is_free() -> None:
    """Of a day on which one is free in the morning and the other from eleven on, eleven to twelve is left."""
    busy = {"l1": span(0, "12:00", "17:00"), "t1": span(0, "09:00", "11:00")}
    found = fits(agenda([L1, T1], [activity("a", minutes=60, must=("l1", "t1"))], busy=busy, **ONE_DAY))
    assert found.booking("a").start == at(0, "11:00")


def test_who_must_come_leaves_no_time() -> None:
    """With a minute less there is no hour for both: impossible, and their diaries are named."""
    busy = {"l1": span(0, "11:59", "17:00"), "t1": span(0, "09:00", "11:00")}
    (reason,) = does_not_fit(agenda([L1, T1], [activity("a", minutes=60, must=("l1", "t1"))], busy=busy, **ONE_DAY))
    assert "a has no time: the diaries of l1 and t1 leave no 60 minutes" in reason


def test_nobody_ever_free() -> None:
    """A whole horizon of leave is impossible, and no crash."""
    never = Spans.of([(0, 10**9)])
    assert does_not_fit(agenda([L1], [activity("a", must=("l1",))], busy={"l1": never}, days=3))
