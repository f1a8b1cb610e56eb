"""What people have settled is checked where the timetable is checked, by code that shares nothing with planning."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from ltsched.domain.agenda import Agenda
from ltsched.domain.settled import State, WishedWindow
from ltsched.domain.timetable import Booking, Timetable
from ltsched.options.expand import expand
from ltsched.verify import verify
from tests.support.settling import C1, C2, JOINT, agreed, at, day, planned, settled, settled_review

EVENING = at(3, "18:05")
REVIEW = settled_review(
    agreed(C1, EVENING, "r2", "l1", "t1"), agreed(JOINT, day(17)), windows=[WishedWindow(C2, "", frozenset({2, 3}))]
)
AGENDA = expand(REVIEW)
PLANNED = planned(REVIEW)


def otherwise(id: str, change: Callable[[Booking], Booking], timetable: Timetable = PLANNED) -> Timetable:
    """Return the timetable with one booking changed, in the order of time."""
    bookings = [change(one) if one.activity == id else one for one in timetable.bookings]
    return replace(timetable, bookings=tuple(sorted(bookings, key=lambda one: (one.start, one.activity))))


def found(timetable: Timetable, agenda: Agenda = AGENDA) -> set[tuple[str, tuple[str, ...]]]:
    """Return which rules are broken, and by whom, but for what is told of the whole."""
    whole = {"milestones", "stage value", "measure", "over", "today"}
    return {(one.rule, one.ids) for one in verify(agenda, timetable) if one.rule not in whole}


def moved(minutes: int) -> Callable[[Booking], Booking]:
    """Return a change that moves a booking."""
    by = timedelta(minutes=minutes)
    return lambda one: replace(one, start=one.start + by, end=one.end + by)


def test_what_was_agreed_breaks_no_rule() -> None:
    """It starts between steps, in the evening; and the plan is sound."""
    assert verify(AGENDA, PLANNED) == ()


@pytest.mark.parametrize(
    ("id", "change"),
    [
        (C1, moved(5)),
        (JOINT, moved(24 * 60)),
        (C1, lambda one: replace(one, room="r1")),
        (C1, lambda one: replace(one, room=None)),
        (C1, lambda one: replace(one, panel=("l1", "t2"), attendees=("c1", "l1", "t2"))),
    ],
    ids=["another time", "another day", "another room", "no room", "other holders"],
)
def test_it_lies_just_where_it_was_agreed(id: str, change: Callable[[Booking], Booking]) -> None:
    """Its time, its day, its room and who holds it."""
    assert ("settled", (id,)) in found(otherwise(id, change))


def test_it_is_still_of_its_length() -> None:
    """People agree on when it starts; how long it takes is the option's."""
    longer = otherwise(C1, lambda one: replace(one, end=one.end + timedelta(minutes=30)))
    assert ("length", (C1,)) in found(longer)


def test_nobody_is_at_something_else_then() -> None:
    """One place at a time holds for what was agreed, too."""

    def beside(one: Booking) -> Booking:
        panel = ("l1", "t2")
        return replace(one, start=EVENING, end=EVENING + timedelta(hours=2), panel=panel, attendees=("c2", *panel))

    assert ("double booking", ("l1", C1, C2)) in found(otherwise(C2, beside))


def test_a_window_is_kept() -> None:
    """On a day of the week that it does not have."""

    def on_friday(one: Booking) -> Booking:
        return replace(one, start=at(4, "10:00"), end=at(4, "12:00"))

    assert ("wished window", (C2,)) in found(otherwise(C2, on_friday))


def test_rules_give_way_to_what_is_agreed_and_to_nothing_else() -> None:
    """Two agreed conversations of one reviewer in a row, more than a day has; a third that is planned is too many."""
    numbers = {"conversations-per-day": 1}
    both = (agreed(C1, at(3, "10:00"), None, "l1", "t1"), agreed(C2, at(3, "12:00"), None, "l1", "t2"))
    review = settled_review(*both, numbers=numbers)
    timetable = planned(review)
    assert verify(expand(review), timetable) == ()
    one = replace(review, settled=both[:1])
    assert {rule for rule, _ in found(timetable, expand(one))} >= {"daily load", "gap"}


def test_what_was_dropped_is_not_booked() -> None:
    """A timetable from before is judged by that."""
    agenda = expand(settled_review(settled(C1, State.DROPPED)))
    assert [one.rule for one in verify(agenda, PLANNED)] == ["not on the agenda"]


def test_what_was_not_held_is_not_over() -> None:
    """A timetable in which it is over is wrong."""
    review = settled_review(agreed(C1, at(3, "10:00"), None, "l1", "t1"), today=day(5))
    timetable = planned(review)
    assert timetable.over[0].activity == C1
    undone = replace(review, settled=(settled(C1, State.NOT_HELD),))
    assert ("settled", (C1,)) in found(timetable, expand(undone))
