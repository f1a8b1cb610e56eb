"""Staying near another plan: what is settled stays as good as it is, and as few bookings as possible lie elsewhere."""

from __future__ import annotations

import time
from dataclasses import replace

from ltsched.domain.agenda import Agenda
from ltsched.domain.living.what_if import compared_stages
from ltsched.domain.option import Kind
from ltsched.domain.people import Role
from ltsched.domain.spans import Spans
from ltsched.domain.stages.table import MISSED_ATTENDANCE
from ltsched.domain.timetable import Booking, Timetable
from ltsched.solve.plan import plan_agenda
from ltsched.solve.run import Runner
from ltsched.solve.steps.preferences import Preferences
from ltsched.solve.steps.stay import Stay
from ltsched.solve.strategy import STEPS
from tests.support.agendas import activity, agenda, at, booking, conversation, person, span, timetable
from tests.support.solving import SECONDS

PEOPLE = [
    person("l1", Role.LEAD_REVIEWER),
    person("l2", Role.LEAD_REVIEWER),
    person("t1"),
    person("c1", Role.CASE_GROUP),
]
STEPS_BEFORE = tuple(step for step in STEPS if not isinstance(step, Preferences))
MEETING, TALK = "joint-meeting:1", "conversation:c1"


def runner() -> Runner:
    return Runner(time.monotonic() + SECONDS)


def to_plan(**busy: Spans) -> Agenda:
    """Return an agenda of a joint meeting and a conversation within two weeks."""
    activities = [
        activity(MEETING, kind=Kind.JOINT_MEETING, must=("l1",), expected=("t1",), quorum=1),
        conversation("c1", ("l1", "l2", "t1"), leads=("l1", "l2")),
    ]
    return agenda(PEOPLE, activities, days=12, span_days=10, busy=busy)


def before(plan: Agenda, meeting: Booking | None = None) -> Timetable:
    """Return a plan with the meeting on the first Monday and the conversation in the week after it."""
    first = meeting or booking(plan, MEETING, at(0, "10:00"))
    return timetable(plan, [first, booking(plan, TALK, at(8, "14:00"), panel=("l1", "t1"))])


def stayed(plan: Agenda, last: Timetable, *, ready: Runner | None = None) -> tuple[Timetable, Stay]:
    values = {stage.name: stage.value for stage in last.stages}
    stay = Stay({one.activity: one for one in last.bookings}, values)
    result = plan_agenda(plan, ready or runner(), steps=(*STEPS_BEFORE, stay))
    assert result.timetable is not None
    return result.timetable, stay


def starts(found: Timetable) -> dict[str, object]:
    return {one.activity: (one.start, set(one.panel)) for one in found.bookings}


def test_a_plan_that_is_as_good_as_any_stays_as_it_is() -> None:
    """Its times and its panels, though another one would have been found."""
    plan = to_plan()
    last = stayed(plan, before(plan))[0]
    again, stay = stayed(plan, last)
    assert starts(again) == starts(last)
    assert stay.needed == ()


def test_only_what_has_to_lie_elsewhere_does() -> None:
    """l1 cannot come before half past ten any more: the meeting moves, and the conversation stays."""
    plan = to_plan()
    last = stayed(plan, before(plan))[0]
    meeting = last.booking(MEETING)
    assert meeting.start == at(0, "10:00")
    changed = to_plan(l1=span(0, "09:00", "10:30"))
    again, stay = stayed(changed, last)
    assert stay.needed == (MEETING,)
    assert again.booking(MEETING).start != meeting.start
    assert again.booking(TALK).start == last.booking(TALK).start


def test_what_would_only_be_better_need_not_move() -> None:
    """The best plan has t1 at the meeting; the one before had not, and no booking would have to move to be no worse."""
    plan = to_plan(t1=span(0, "09:00", "12:30"))
    last = before(plan, booking(plan, MEETING, at(0, "10:00"), missing=("t1",)))
    again, stay = stayed(plan, last)
    assert again.stage_value(MISSED_ATTENDANCE) == 0
    assert again.booking(MEETING).start != at(0, "10:00")
    assert stay.needed == ()


def test_stages_are_as_good_as_without_it() -> None:
    """And as well proven: the step only chooses among plans of equal worth."""
    plan = to_plan(t1=span(0, "09:00", "12:30"))
    alone = plan_agenda(plan, runner(), steps=STEPS_BEFORE).timetable
    found, _ = stayed(plan, before(plan))
    assert alone is not None
    assert compared_stages(found) == compared_stages(alone)
    assert all(stage.proven for stage in compared_stages(found))


def test_nothing_is_known_without_time() -> None:
    """A course that was stopped keeps what it has."""
    plan = to_plan()
    stopped = runner()
    stay = Stay({one.activity: one for one in before(plan).bookings}, {})

    class Stop:
        def take(self, course: object) -> None:
            stopped.interrupted = True

    result = plan_agenda(plan, stopped, steps=(*STEPS_BEFORE, Stop(), stay))
    assert result.timetable is not None
    assert stay.needed is None


def test_what_was_booked_outside_of_the_grid_lies_elsewhere() -> None:
    """On a Sunday, at ten past ten, or for an activity that is not there: none of that is an error."""
    plan = to_plan()
    last = before(plan)
    for start in (at(6, "10:00"), at(0, "10:10"), at(0, "05:00")):
        odd = replace(last, bookings=(replace(last.booking(MEETING), start=start), last.booking(TALK)))
        assert stayed(plan, odd)[1].needed == (MEETING,)
