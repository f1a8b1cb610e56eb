"""Missed twice as the model counts it, and which starts of a day it leaves to the meetings alone."""

from __future__ import annotations

from dataclasses import replace
from functools import reduce
from operator import or_
from typing import Any

import pytest

from ltsched.domain.activities import Activity
from ltsched.domain.agenda import Agenda
from ltsched.domain.option import Kind, RoomNeed
from ltsched.domain.people import Role
from ltsched.domain.spans import NEVER, Spans
from ltsched.domain.stages.table import MISSED_ATTENDANCE, MISSED_TWICE
from ltsched.model.build import build_bound
from ltsched.options.over import as_it_was
from tests.support.agendas import activity, agenda, at, booking, day, person, room, span
from tests.support.solving import candidates_of, fits, values

L1, L2 = person("l1", Role.LEAD_REVIEWER, agency=""), person("l2", Role.LEAD_REVIEWER, agency="")
T1, T2, T3 = (person(id) for id in ("t1", "t2", "t3"))


def joint(id: str, first: int, end: int, **more: Any) -> Activity:
    """A joint meeting in a window of days at which l1 must come, and t1 and t2 are expected."""
    fields = {"must": ("l1",), "expected": ("t1", "t2"), "kind": Kind.JOINT_MEETING, **more}
    return activity(id, first=day(first), end=day(end), **fields)


def days(*numbers: int) -> Spans:
    """Return whole working days."""
    return reduce(or_, (span(number, "09:00", "17:00") for number in numbers), NEVER)


BUSY = {"t1": days(0, 1), "t2": days(2)}
"""At a, on the first day, t1 is missing; b may be on the second day without t1, or on the third without t2."""


@pytest.mark.parametrize(
    ("kind", "on", "missing"), [(Kind.JOINT_MEETING, 2, ("t2",)), (Kind.REVIEW_TEAM_MEETING, 1, ("t1",))]
)
def test_of_two_with_as_many_absences_the_one_in_which_nobody_misses_both(
    kind: Kind, on: int, missing: tuple[str, ...]
) -> None:
    """It is worth a later end; where the two are of two kinds, nothing is lost and the earlier day is taken."""
    found = fits(agenda([L1, T1, T2], [joint("a", 0, 1), joint("b", 1, 3, kind=kind)], busy=BUSY, days=3))
    assert (found.booking("b").day, found.booking("b").missing) == (day(on), missing)
    assert (values(found)[MISSED_ATTENDANCE], values(found)[MISSED_TWICE]) == (2, 0)


def test_who_cannot_but_miss_both_counts_once() -> None:
    """Of three that somebody misses the first is none; two who miss two each are two."""
    meetings = [joint(id, number, number + 1) for number, id in enumerate("abc")]
    busy = {"t1": days(0, 1, 2), "t2": days(0, 1)}
    assert values(fits(agenda([L1, T1, T2], meetings, busy=busy, days=3)))[MISSED_TWICE] == 2 + 1


def test_nothing_is_traded_for_it_that_comes_before() -> None:
    """One absence more on the third day: then t1 misses both."""
    people = [L1, T1, T2, T3]
    meetings = [joint(id, *window, expected=("t1", "t2", "t3")) for id, window in (("a", (0, 1)), ("b", (1, 3)))]
    found = fits(agenda(people, meetings, busy={**BUSY, "t3": days(2)}, days=3))
    assert found.booking("b").missing == ("t1",)
    assert values(found)[MISSED_TWICE] == 1


def test_who_has_no_seat_misses_it_as_well() -> None:
    """The second of two for one seat misses a; b is on the day on which the first cannot come."""
    meetings = [joint(id, *window, room=RoomNeed.NEEDED) for id, window in (("a", (0, 1)), ("b", (1, 3)))]
    plan = agenda([L1, T1, T2], meetings, rooms=[room("r1", 2)], busy={"t1": days(2)}, days=3)
    found = fits(plan)
    assert [found.booking(id).missing for id in "ab"] == [("t2",), ("t1",)]
    assert found.booking("b").day == day(2)


@pytest.mark.parametrize(
    ("of_kind", "missed"), [(Kind.JOINT_MEETING, "x"), (Kind.SET_UP, "b")], ids=["joint before", "set-up before"]
)
def test_of_two_bookings_of_an_hour_the_one_of_another_kind_is_missed(of_kind: Kind, missed: str) -> None:
    """Who cannot be at both goes to that of the kind of which they have missed one already."""
    early = joint("a", 0, 1, kind=of_kind)
    both = [joint("b", 1, 2), joint("x", 1, 2, kind=Kind.SET_UP, must=("l2",))]
    busy = {"t1": days(0), **{id: span(1, "11:00", "17:00") for id in ("l1", "l2")}}
    plan = agenda([L1, L2, T1, T2], [early, *(replace(each, expected=("t1",)) for each in both)], busy=busy, days=2)
    found = fits(plan)
    assert found.booking(missed).missing == ("t1",)
    assert (values(found)[MISSED_ATTENDANCE], values(found)[MISSED_TWICE]) == (2, 0)


def test_what_is_over_counts() -> None:
    """Who missed the meeting that is over is not left out of the next."""
    plan = agenda([L1, T1, T2], [joint("a", 0, 1), joint("b", 1, 3)], busy=BUSY, days=3)
    held = booking(plan, "a", at(0, "10:00"), missing=("t1",))
    review = replace(plan.review, over=(held,), today=day(0))
    over = replace(plan, review=review, activities=(as_it_was(plan.activities[0], held, review), plan.activities[1]))
    found = fits(over)
    assert found.booking("b").missing == ("t2",)
    assert values(found)[MISSED_TWICE] == 0


NOON = span(1, "11:30", "14:00")


def starts_alone(plan: Agenda) -> list[int]:
    """Return the starts of b that are left to the meetings alone."""
    return list(build_bound(plan, *candidates_of(plan)).context.placements["b"].candidates.starts)


@pytest.mark.parametrize(
    ("other", "left"), [(Kind.JOINT_MEETING, 2), (Kind.REVIEW_TEAM_MEETING, 1)], ids=["two of a kind", "one of each"]
)
def test_a_start_without_somebody_else_is_kept(other: Kind, left: int) -> None:
    """In the morning t1 cannot come, in the afternoon t2; that makes no difference where nobody could miss another."""
    busy = {"t1": days(0) | span(1, "09:00", "12:30"), "t2": days(0) | span(1, "13:00", "17:00"), "l1": NOON}
    plan = agenda([L1, T1, T2], [joint("a", 0, 1, kind=other), joint("b", 1, 2)], busy=busy, days=2)
    assert len(starts_alone(plan)) == left


def test_a_start_without_more_people_is_not() -> None:
    """In the morning t1 cannot come, in the afternoon neither of them: nothing speaks for that."""
    busy = {"t1": days(0, 1), "t2": days(0) | span(1, "13:00", "17:00"), "l1": NOON}
    plan = agenda([L1, T1, T2], [joint("a", 0, 1), joint("b", 1, 2)], busy=busy, days=2)
    assert len(starts_alone(plan)) == 1
