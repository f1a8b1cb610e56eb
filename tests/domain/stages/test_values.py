"""The value of each stage, recomputed from bookings."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ltsched.domain.agenda import Agenda
from ltsched.domain.option import Kind
from ltsched.domain.rules import Early, OneDay, OneWeek, Shape, Spread
from ltsched.domain.stages.table import PREFERENCES, stage_names, stage_unit, stage_values
from ltsched.domain.stages.values import asked_if_needed, last_meeting
from ltsched.domain.working_days import WorkingDays
from ltsched.verify.values import counted_values
from tests.support.agendas import MONDAY, activity, agenda, at, booking, day, person, span

PEOPLE = [person("t1"), person("t2")]
ACTIVITIES = [
    activity("meeting", must=("t1",), expected=("t2",)),
    activity("family-conversation:f1", must=("t1",), off_critical_path=True),
]


def values(plan: Agenda, number: int = 4, **more: Any) -> dict[str, int]:
    """Return the values with the meeting at ten on the day `number` and the family a day later."""
    bookings = [
        booking(plan, "meeting", at(number, "10:00"), **more),
        booking(plan, "family-conversation:f1", at(number + 3, "10:00")),
    ]
    return stage_values(plan, bookings)


def test_the_stages_come_in_the_usual_order() -> None:
    """Late days first, preferences last; only a spread has evenness."""
    usual = ("late days", "missed attendance", "missed twice", "if-needed", "shape", "finish", *PREFERENCES)
    assert stage_names(Early((), MONDAY)) == usual
    spread = Spread((), (), 0, ())
    assert stage_names(spread) == (*usual[:5], "evenness", *usual[5:])
    plan = agenda(PEOPLE, ACTIVITIES)
    assert tuple(values(plan)) == usual


@pytest.mark.parametrize(
    ("shape", "unit"),
    [
        (Early((), MONDAY), "working days"),
        (OneWeek((), MONDAY), "weeks"),
        (OneDay(()), "days"),
        (Spread((), (), 0, ()), "working days"),
    ],
)
def test_the_unit_of_the_shape_depends_on_it(shape: Shape, unit: str) -> None:
    """The other units are the same for all."""
    assert stage_unit("shape", shape) == unit
    assert stage_unit("missed attendance", shape) == "people"
    assert stage_unit("if-needed", shape) == "bookings"
    with pytest.raises(KeyError):
        stage_unit("luck", shape)


@pytest.mark.parametrize(
    ("deadline", "late"),
    [(None, 0), (day(30), 0), (day(16), 0), (day(15), 1), (day(14), 2), (day(13), 3), (day(11), 3), (day(0), 12)],
)
def test_late_days_count_from_the_deadline_to_the_final_report(deadline: date | None, late: int) -> None:
    """The report of a meeting on day 4 is due on day 16: that day is in time; a weekend counts and moves nothing."""
    assert values(agenda(PEOPLE, ACTIVITIES, deadline=deadline))["late days"] == late


def test_finish_counts_working_days_since_commissioning() -> None:
    """Bank holidays do not count."""
    assert values(agenda(PEOPLE, ACTIVITIES))["finish"] == 12
    assert values(agenda(PEOPLE, ACTIVITIES, holidays=[day(1)]))["finish"] == 11


def test_everybody_missing_counts() -> None:
    """One person missing at one booking is one."""
    assert values(agenda(PEOPLE, ACTIVITIES))["missed attendance"] == 0
    assert values(agenda(PEOPLE, ACTIVITIES), missing=("t2",))["missed attendance"] == 1


@pytest.mark.parametrize(
    ("missing", "value"),
    [("", 0), ("a", 0), ("ad", 0), ("ab", 1), ("abc", 2), ("abcd", 2), ("abcde", 3)],
)
def test_who_misses_several_of_a_kind_counts_beyond_the_first(missing: str, value: int) -> None:
    """Three joint meetings and two events; t3 misses one of each, which adds nothing. The check counts the same."""
    kinds = {id: Kind.JOINT_MEETING if id in "abc" else Kind.EVENT for id in "abcde"}
    people = [*PEOPLE, person("t3")]
    plan = agenda(people, [activity(id, kind=kinds[id], must=("t1",), expected=("t2", "t3")) for id in kinds])
    found = []
    for number, id in enumerate(kinds):
        away = (("t2",) if id in missing else ()) + (("t3",) if id in "ad" else ())
        found.append(booking(plan, id, at(number, "10:00"), missing=away))
    assert stage_values(plan, found)["missed twice"] == counted_values(plan, found)["missed twice"] == value


@pytest.mark.parametrize(
    ("start", "end", "value"),
    [("09:00", "10:00", 0), ("09:00", "10:01", 1), ("11:59", "13:00", 1), ("12:00", "13:00", 0)],
)
def test_if_needed_counts_bookings_that_touch_such_time(start: str, end: str, value: int) -> None:
    """A minute is enough; two people with such time in one booking count once; who is missing does not count."""
    tentative = span(4, start, end)
    plan = agenda(PEOPLE, ACTIVITIES, if_needed={"t1": tentative, "t2": tentative})
    assert values(plan)["if-needed"] == value
    plan = agenda(PEOPLE, ACTIVITIES, if_needed={"t2": tentative})
    assert values(plan)["if-needed"] == value
    assert values(plan, missing=("t2",))["if-needed"] == 0


def test_who_is_asked_to_come_if_needed() -> None:
    """Whoever marked some of the time and comes; who marked another time, or is missing, is not asked."""
    plan = agenda(PEOPLE, ACTIVITIES, if_needed={"t1": span(4, "09:00", "11:00"), "t2": span(3, "09:00", "17:00")})
    assert list(asked_if_needed(plan, booking(plan, "meeting", at(4, "10:00")))) == ["t1"]
    plan = agenda(PEOPLE, ACTIVITIES, if_needed={"t2": span(4, "09:00", "11:00")})
    assert list(asked_if_needed(plan, booking(plan, "meeting", at(4, "10:00"), missing=("t2",)))) == []


def test_a_spread_has_a_second_value() -> None:
    """Evenness is the second measure of the spread."""
    days = tuple(WorkingDays().between(MONDAY, day(60)))
    found = values(agenda(PEOPLE, ACTIVITIES, shape=Spread(("meeting",), (2,), 9, days)))
    assert (found["shape"], found["evenness"]) == (0, 2)


def test_the_last_meeting_is_on_the_critical_path() -> None:
    """A conversation with the family does not count, unless there is nothing else."""
    plan = agenda(PEOPLE, ACTIVITIES)
    meeting = booking(plan, "meeting", at(4, "10:00"))
    family = booking(plan, "family-conversation:f1", at(7, "10:00"))
    assert last_meeting(plan, [meeting, family]) == day(4)
    assert last_meeting(plan, [family]) == day(7)
    assert last_meeting(plan, []) == MONDAY
