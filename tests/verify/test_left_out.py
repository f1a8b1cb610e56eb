"""What a partial timetable leaves out is neither booked nor over nor agreed on, and the rest is judged as it is."""

from __future__ import annotations

from dataclasses import replace

from ltsched.domain.partial.left_out import LeftOut
from ltsched.domain.rules import Early
from ltsched.domain.settled import Settled, State
from ltsched.domain.timetable import Timetable
from ltsched.verify import verify
from tests.support.agendas import activity, agenda, at, booking, day, person, timetable

PLAN = agenda([person("l1")], [activity("a", must=("l1",)), activity("b", must=("l1",))])


def without_b() -> Timetable:
    kept = replace(PLAN, activities=PLAN.activities[:1], shape=Early(("a",), day(0)))
    return replace(timetable(kept, [booking(kept, "a", at(0, "10:00"))]), left_out=(LeftOut("b", "b", "no time"),))


def test_what_is_left_out_is_not_missing() -> None:
    assert verify(PLAN, without_b()) == ()
    assert [one.rule for one in verify(PLAN, replace(without_b(), left_out=()))] == ["not booked"]


def test_it_is_not_booked_too() -> None:
    found = replace(without_b(), left_out=(LeftOut("a", "a", ""), LeftOut("b", "b", "")))
    assert [one.rule for one in verify(PLAN, found)] == ["left out and booked"]


def test_it_is_not_agreed_on() -> None:
    said = Settled("b", State.AGREED, at(1, "10:00"))
    plan = replace(PLAN, review=replace(PLAN.review, settled=(said,)))
    assert [one.rule for one in verify(plan, without_b())] == ["left out"]
