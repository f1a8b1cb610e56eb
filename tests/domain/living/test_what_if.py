"""What comes of a change: impossible, worse, no worse or nothing, and who comes first in a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from ltsched.domain.agenda import Agenda
from ltsched.domain.living.changes import Changes
from ltsched.domain.living.what_if import Consequence, Side, WhatIf, Worse, worst_first
from ltsched.domain.stages.table import LATE_DAYS, PREFERENCES
from ltsched.domain.timetable import Booking, Status
from tests.support.agendas import at, booking, day, timetable
from tests.support.sample import FAMILY, FIRST, JOINT, SECOND, SET_UP, good, plan_with

PLAN: Agenda = plan_with()
NOW = Side(Status.OPTIMAL, good(PLAN))
WITHOUT_T4 = Changes(without=("t4",))


def side(*changed: Booking, plan: Agenda = PLAN) -> Side:
    """Return the good timetable with some bookings otherwise."""
    ids = {one.activity for one in changed}
    kept = [one for one in good(PLAN).bookings if one.activity not in ids]
    return Side(Status.OPTIMAL, timetable(plan, [*kept, *changed]))


def found(then: Side, *, needed: Sequence[str] | None = (), changes: Changes = WITHOUT_T4) -> WhatIf:
    return WhatIf(changes, NOW, then, needed=None if needed is None else tuple(needed))


def test_impossible_and_not_found_out() -> None:
    """Without a timetable nothing is worse by anything."""
    impossible, unknown = found(Side(Status.INFEASIBLE)), found(Side(Status.UNKNOWN))
    assert impossible.consequence is Consequence.IMPOSSIBLE
    assert unknown.consequence is Consequence.UNKNOWN
    assert impossible.worse == unknown.worse == Worse()
    assert impossible.newly_missing == impossible.no_longer_missing == frozenset()


def test_preferences_are_not_compared() -> None:
    """Whoever loses a lunch loses nothing that the review depends on."""
    names = [stage.name for stage in NOW.stages]
    assert names
    assert not set(names) & set(PREFERENCES)


def test_somebody_else_who_is_missing_makes_it_worse() -> None:
    """Who would take no part is not missed: t4 cannot come to the joint meeting now, and c1 could not then."""
    then = side(booking(PLAN, JOINT, at(14, "10:00"), missing=("c1",), room="large"))
    assert found(then).worse == Worse(missed_by_others=1)
    assert found(then).consequence is Consequence.WORSE
    assert found(then).newly_missing == {("c1", JOINT)}
    assert found(then).no_longer_missing == frozenset()
    assert found(then, changes=Changes(deadline=day(60))).no_longer_missing == {("t4", JOINT)}


def test_a_later_report_makes_it_worse() -> None:
    """In days of the calendar, here over a bank holiday; and late days, where it is after the deadline."""
    then = side(booking(PLAN, JOINT, at(21, "10:00"), missing=("t4",), room="large"))
    worse = found(then).worse
    assert (worse.missed_by_others, worse.report_calendar_days) == (0, 6)
    assert worse.late_days == (then.stage(LATE_DAYS) or 0) - (NOW.stage(LATE_DAYS) or 0)
    assert worse.late_days


def test_what_would_have_to_wait_makes_it_worse() -> None:
    """With no end of a hold in sight nothing else is compared: what is left alone looks good."""
    assert NOW.timetable is not None
    kept = tuple(one for one in NOW.timetable.bookings if one.activity != JOINT)
    waits = Side(Status.OPTIMAL, replace(NOW.timetable, bookings=kept, milestones=(), waiting=(JOINT,)))
    assert found(waits).put_off == (JOINT,)
    assert found(waits).worse == Worse(waiting=1)
    assert found(waits).consequence is Consequence.WORSE
    assert waits.stages == ()
    assert replace(found(waits), now=waits).consequence is Consequence.NOTHING


@pytest.mark.parametrize(
    ("needed", "fallen", "consequence"),
    [
        ((), (), Consequence.NOTHING),
        (("set-up",), (), Consequence.OTHERWISE),
        (None, (), Consequence.OTHERWISE),
        ((), ("conversation:t4",), Consequence.OTHERWISE),
    ],
)
def test_no_worse(needed: Sequence[str] | None, fallen: tuple[str, ...], consequence: Consequence) -> None:
    """Nothing changes for the others where nothing has to move, or falls away; if that is not known, it is not said."""
    assert replace(found(NOW, needed=needed), fallen=fallen).consequence is consequence


def test_others_take_over() -> None:
    """What somebody holds who would take no part, is held by others; not what is over."""
    changes = Changes(without=("t1",))
    assert found(NOW, changes=changes).taken_over == (FIRST, SECOND, FAMILY)
    assert found(NOW, changes=changes).consequence is Consequence.OTHERWISE
    assert NOW.timetable is not None
    later = Side(Status.OPTIMAL, replace(NOW.timetable, today=day(1)))
    assert found(later, changes=changes).taken_over == (SECOND, FAMILY)


def test_the_worst_comes_first() -> None:
    """Then by how much it is worse, by what has to move, and last in the order of the file."""
    worse = side(booking(PLAN, JOINT, at(21, "10:00"), missing=("t4",), room="large"))
    missing = side(booking(PLAN, JOINT, at(14, "10:00"), missing=("c1", "c2"), room="large"))
    people = {
        "nothing": found(NOW),
        "moves": found(NOW, needed=(SET_UP,)),
        "moves too": found(NOW, needed=(SET_UP,)),
        "missing": found(missing),
        "late": found(worse),
        "must": found(Side(Status.INFEASIBLE)),
    }
    ordered = [id for id, _ in worst_first(people, list(people))]
    assert ordered == ["must", "late", "missing", "moves", "moves too", "nothing"]
    assert worst_first(people, ["late"]) == (("late", people["late"]),)
