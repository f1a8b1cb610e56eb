"""The diaries of those who hold an activity."""

from __future__ import annotations

from typing import Any

from ltsched.domain.people import Role
from ltsched.model.rules.diary import busy_runs
from tests.support.agendas import agenda, at, conversation, person, span
from tests.support.solving import does_not_fit, fits

L1, L2 = person("l1", Role.LEAD_REVIEWER, agency=""), person("l2", Role.LEAD_REVIEWER, agency="")


T1, T2, T3 = (person(id) for id in ("t1", "t2", "t3"))


C1, C2 = (person(id, Role.CASE_GROUP, agency="school") for id in ("c1", "c2"))


ONE_DAY: dict[str, Any] = {"days": 1}


def test_the_diary_of_whoever_holds_it_counts() -> None:
    """Both reviewers are free now and then, and together for exactly two hours."""
    talk = conversation("c1", ["l1", "t1"])
    busy = {"l1": span(0, "09:00", "13:00"), "t1": span(0, "15:00", "17:00")}
    assert fits(agenda([L1, T1, C1], [talk], busy=busy, **ONE_DAY)).bookings[0].start == at(0, "13:00")
    does_not_fit(agenda([L1, T1, C1], [talk], busy=busy | {"t1": span(0, "14:59", "17:00")}, **ONE_DAY))


def test_busy_runs_are_what_is_not_free() -> None:
    """Half-open runs within the window asked for; nothing where all is free."""
    assert busy_runs(0b0110_0110, 0, 8) == [(0, 1), (3, 5), (7, 8)]
    assert busy_runs(0b1111, 0, 4) == []
    assert busy_runs(0, 2, 5) == [(2, 5)]
