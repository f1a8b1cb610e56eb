"""The independent check: good timetables pass, and one broken thing is named exactly, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, timedelta

import pytest

from ltsched.domain.activities import Panel
from ltsched.domain.agenda import Agenda
from ltsched.domain.option import Kind, RoomNeed
from ltsched.domain.people import Person, Role
from ltsched.domain.review import StageSettings
from ltsched.domain.rules import Blocks, DailyLoad, Early, OneDay, OneWeek, Precedence, Shape, Spread
from ltsched.domain.timetable import Booking, Milestone, StageResult, Status, Timetable
from ltsched.domain.working_days import WorkingDays
from ltsched.errors import UnsoundTimetable
from ltsched.verify import require_sound, verify
from tests.agendas import (
    MONDAY,
    activity,
    agenda,
    at,
    booking,
    changed,
    conversation,
    day,
    moved,
    person,
    retold,
    room,
    span,
    timetable,
)

TEAM = ("t1", "t2", "t3", "t4")
CASE = ("c1", "c2")
SET_UP, FIRST, SECOND, FAMILY, JOINT = (
    "set-up",
    "conversation:c1",
    "conversation:c2",
    "family-conversation:f1",
    "joint-meeting:1",
)
ACTIVITIES = (SET_UP, FIRST, SECOND, JOINT)


def people() -> list[Person]:
    return [
        person("l1", Role.LEAD_REVIEWER, agency=""),
        person("l2", Role.LEAD_REVIEWER, agency=""),
        *(person(id) for id in TEAM),
        *(person(id, Role.CASE_GROUP) for id in CASE),
        person("f1", Role.FAMILY, agency=""),
    ]


def plan_with(shape: Shape | None = None, **more: object) -> Agenda:
    """Return an agenda of five activities; t4 is on leave on Monday the 15th, the day of the joint meeting."""
    panel = Panel(("l1", "l2", "t1"), 2, frozenset({"l1", "l2"}), 1)
    activities = [
        activity(SET_UP, kind=Kind.SET_UP, must=("l1", "l2"), expected=TEAM, quorum=4),
        conversation("c1", ("l1", "l2", "t1", "t2"), leads=("l1", "l2"), room=RoomNeed.IF_FREE),
        conversation("c2", ("l1", "l2", "t1", "t2"), leads=("l1", "l2"), room=RoomNeed.IF_FREE),
        activity(FAMILY, kind=Kind.FAMILY_CONVERSATION, must=("f1",), panel=panel, quorum=1, off_critical_path=True),
        activity(
            JOINT,
            kind=Kind.JOINT_MEETING,
            must=("l1", "l2"),
            expected=TEAM + CASE,
            quorum=6,
            room=RoomNeed.NEEDED,
            held=frozenset({day(17)}),
        ),
    ]
    defaults: dict[str, object] = {
        "rooms": [room("small", 3), room("large", 8)],
        "busy": {"t4": span(14, "00:00", "23:00"), "large": span(4, "09:00", "12:00")},
        "precedences": [
            Precedence(SET_UP, FIRST),
            Precedence(SET_UP, SECOND),
            Precedence(FIRST, JOINT, 2, 20),
            Precedence(SECOND, JOINT, 2, 20),
        ],
        "daily_loads": [DailyLoad((FIRST, SECOND), 1)],
        "shape": shape or Early((SET_UP, FIRST, SECOND, JOINT), MONDAY),
        "holidays": [day(18)],
        "deadline": day(24),
    }
    return agenda(people(), activities, **{**defaults, **more})  # type: ignore[arg-type]  # passed through


def good(plan: Agenda) -> Timetable:
    """Return a timetable that breaks no rule of `plan_with`."""
    return timetable(
        plan,
        [
            booking(plan, SET_UP, at(0, "10:00")),
            booking(plan, FIRST, at(1, "10:00"), panel=("l1", "t1"), room="small"),
            booking(plan, SECOND, at(2, "10:00"), panel=("l1", "t1"), room="large"),
            booking(plan, FAMILY, at(16, "10:00"), panel=("l1", "t1")),
            booking(plan, JOINT, at(14, "10:00"), missing=("t4",), room="large"),
        ],
    )


SPREAD_DAYS = tuple(WorkingDays(frozenset({day(18)})).between(MONDAY, day(60)))
SHAPES: dict[str, Shape] = {
    "early": Early(ACTIVITIES, MONDAY),
    "spread": Spread((FIRST, JOINT), (2, 9), 1, SPREAD_DAYS),
    "blocks": Blocks((SET_UP, FIRST, SECOND), (JOINT,), 3, 12, 14),
    "one week": OneWeek((SET_UP, FIRST, SECOND), MONDAY),
    "one day": OneDay((JOINT,)),
}


def named(plan: Agenda, found: Timetable) -> list[tuple[str, tuple[str, ...]]]:
    return [(violation.rule, violation.ids) for violation in verify(plan, found)]


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES.keys())
def test_a_good_timetable_passes(shape: Shape) -> None:
    """One good timetable for each shape breaks no rule."""
    plan = plan_with(shape)
    assert verify(plan, good(plan)) == ()
    require_sound(plan, good(plan))


def test_a_broken_rule_stops_the_timetable() -> None:
    """`require_sound` raises with each violation as a line, which names the rule."""
    plan = plan_with()
    with pytest.raises(UnsoundTimetable) as caught:
        require_sound(plan, changed(good(plan), JOINT, title="Meeting"))
    assert caught.value.violations == ("title: joint-meeting:1 is called 'Meeting', not 'joint-meeting:1'",)


Break = Callable[[Agenda, Timetable], Timetable]


def with_bookings(found: Timetable, *bookings: Booking) -> Timetable:
    return replace(found, bookings=bookings)


def with_stage(found: Timetable, name: str, **fields: object) -> Timetable:
    stages = tuple(replace(stage, **fields) if stage.name == name else stage for stage in found.stages)
    return replace(found, stages=stages)


def set_panel(plan: Agenda, found: Timetable, id: str, *panel: str) -> Timetable:
    """Let `panel` hold the booking `id`, and attend it."""
    return retold(plan, changed(found, id, panel=panel, attendees=(*plan.activity(id).invited, *panel)))


def drop(found: Timetable, id: str, *gone: str) -> Timetable:
    """Make `gone` missing at the booking `id`."""
    old = found.booking(id)
    come = tuple(each for each in old.attendees if each not in gone)
    return changed(found, id, attendees=come, missing=(*old.missing, *gone))


BROKEN_BOOKINGS: dict[str, tuple[Break, list[tuple[str, tuple[str, ...]]]]] = {
    "one is left out": (
        lambda plan, found: with_bookings(found, *found.bookings[1:]),
        [("not booked", (SET_UP,))],
    ),
    "one comes twice": (
        lambda plan, found: with_bookings(found, *found.bookings, found.bookings[0]),
        [("booked twice", (SET_UP,))],
    ),
    "one is not on the agenda": (
        lambda plan, found: with_bookings(found, *found.bookings, replace(found.bookings[0], activity="lunch")),
        [("not on the agenda", ("lunch",))],
    ),
    "a start without a zone": (
        lambda plan, found: changed(found, SET_UP, start=found.booking(SET_UP).start.replace(tzinfo=None)),
        [("zone", (SET_UP,))],
    ),
    "an end in another zone": (
        # In March, London shows the time of UTC; from day 27 on it does not.
        lambda plan, found: changed(found, FAMILY, end=(at(28, "12:00")).astimezone(UTC)),
        [("zone", (FAMILY,))],
    ),
    "another kind": (
        lambda plan, found: retold(plan, changed(found, JOINT, kind=Kind.EVENT)),
        [("kind", (JOINT,))],
    ),
    "another title": (
        lambda plan, found: changed(found, JOINT, title="Meeting"),
        [("title", (JOINT,))],
    ),
    "too short": (
        lambda plan, found: retold(plan, changed(found, SET_UP, end=at(0, "11:45"))),
        [("length", (SET_UP,))],
    ),
    "too long": (
        lambda plan, found: retold(plan, changed(found, SET_UP, end=at(0, "12:15"))),
        [("length", (SET_UP,))],
    ),
    "a second too long": (
        lambda plan, found: retold(plan, changed(found, SET_UP, end=at(0, "12:00:01"))),
        [("length", (SET_UP,))],
    ),
    "between two steps": (
        lambda plan, found: moved(found, SET_UP, at(0, "10:15")),
        [("start step", (SET_UP,))],
    ),
    "on a held day": (
        lambda plan, found: retold(plan, changed(moved(found, JOINT, at(17, "10:00")), JOINT, **all_come(plan))),
        [("hold", (JOINT,))],
    ),
    "not in the order of time": (
        lambda plan, found: with_bookings(found, *reversed(found.bookings[:2]), *found.bookings[2:]),
        [("order", (FIRST, SET_UP))],
    ),
    "during the leave of one who comes": (
        lambda plan, found: retold(plan, changed(found, JOINT, **all_come(plan))),
        [("diary", (JOINT, "t4"))],
    ),
    "after working hours": (
        lambda plan, found: retold(plan, moved(found, SET_UP, at(0, "15:30"))),
        [("diary", (SET_UP, id)) for id in ("l1", "l2", *TEAM)],
    ),
    "without one who must come": (
        lambda plan, found: retold(plan, drop(found, SET_UP, "l2")),
        [("must attend", (SET_UP, "l2"))],
    ),
    "without one who could come": (
        lambda plan, found: retold(plan, drop(found, SET_UP, "t2")),
        [("left out", (SET_UP, "t2"))],
    ),
    "below the quorum": (
        lambda plan, found: retold(plan, drop(found, JOINT, "c1", "t1")),
        [("quorum", (JOINT,)), ("left out", (JOINT, "c1")), ("left out", (JOINT, "t1"))],
    ),
    "with one who is not invited": (
        lambda plan, found: retold(plan, changed(found, SET_UP, attendees=("l1", "l2", *TEAM, "c1"))),
        [("uninvited", (SET_UP, "c1"))],
    ),
    "with one whom nobody knows": (
        lambda plan, found: changed(found, SET_UP, attendees=("l1", "l2", *TEAM, "x")),
        [("uninvited", (SET_UP, "x"))],
    ),
    "missing one who is not invited": (
        lambda plan, found: retold(plan, changed(found, SET_UP, missing=("c1",))),
        [("uninvited", (SET_UP, "c1"))],
    ),
    "with one named twice": (
        lambda plan, found: retold(plan, changed(found, SET_UP, attendees=("l1", "l2", *TEAM, "t1"))),
        [("named twice", (SET_UP, "t1"))],
    ),
    "with one both there and missing": (
        lambda plan, found: retold(plan, changed(found, SET_UP, missing=("t1",))),
        [("named twice", (SET_UP, "t1"))],
    ),
    "with one dropped silently": (
        lambda plan, found: retold(plan, changed(found, JOINT, missing=())),
        [("unaccounted", (JOINT, "t4"))],
    ),
    "a panel of one": (
        lambda plan, found: set_panel(plan, found, FIRST, "l1"),
        [("panel", (FIRST, "l1"))],
    ),
    "a panel of three": (
        lambda plan, found: changed(set_panel(plan, found, FIRST, "l1", "l2", "t1"), FIRST, room="large"),
        [("panel", (FIRST, "l1", "l2", "t1"))],
    ),
    "a panel without a lead reviewer": (
        lambda plan, found: set_panel(plan, found, FIRST, "t1", "t2"),
        [("panel", (FIRST, "t1", "t2"))],
    ),
    "a panel from outside the pool": (
        lambda plan, found: set_panel(plan, found, FIRST, "l1", "t3"),
        [("panel", (FIRST, "l1", "t3"))],
    ),
    "one who holds it and stays away": (
        lambda plan, found: retold(plan, changed(found, FIRST, attendees=("c1", "l1"))),
        [("panel absent", (FIRST, "t1"))],
    ),
    "a panel where none is chosen": (
        lambda plan, found: changed(found, SET_UP, panel=("t1",)),
        [("panel", (SET_UP, "t1"))],
    ),
    "two at once": (
        lambda plan, found: set_panel(plan, retold(plan, moved(found, FAMILY, at(14, "11:30"))), FAMILY, "l1", "t1"),
        [("double booking", ("l1", JOINT, FAMILY)), ("double booking", ("t1", JOINT, FAMILY))],
    ),
    "within the gap": (
        lambda plan, found: retold(plan, moved(found, FAMILY, at(1, "12:00"))),
        [("gap", ("l1", FIRST, FAMILY)), ("gap", ("t1", FIRST, FAMILY))],
    ),
    "too many on a day": (
        lambda plan, found: retold(plan, moved(found, SECOND, at(1, "13:30"))),
        [("daily load", ("l1", FIRST, SECOND)), ("daily load", ("t1", FIRST, SECOND))],
    ),
    "no room": (
        lambda plan, found: changed(found, JOINT, room=None),
        [("room missing", (JOINT,))],
    ),
    "a room that is free is not taken": (
        lambda plan, found: changed(found, FIRST, room=None),
        [("room left free", (FIRST, "small"))],
    ),
    "a room that nobody knows": (
        lambda plan, found: changed(found, JOINT, room="cellar"),
        [("room unknown", (JOINT, "cellar"))],
    ),
    "a room too small": (
        lambda plan, found: changed(found, JOINT, room="small"),
        [("room too small", (JOINT, "small"))],
    ),
    "a room for what takes none": (
        lambda plan, found: changed(found, FAMILY, room="large"),
        [("room not needed", (FAMILY, "large"))],
    ),
    "a room that others have": (
        lambda plan, found: retold(plan, changed(moved(found, SECOND, at(4, "11:30")), SECOND, room="large")),
        [("room busy", (SECOND, "large"))],
    ),
    "the order turned round": (
        lambda plan, found: retold(plan, moved(found, SET_UP, at(1, "13:00"))),
        [("precedence", (SET_UP, FIRST))],
    ),
    "too soon after": (
        lambda plan, found: retold(plan, moved(found, SECOND, at(11, "13:00"))),
        [("lag", (SECOND, JOINT))],
    ),
    "the family after the report": (
        lambda plan, found: retold(plan, moved(found, FAMILY, at(28, "10:00"))),
        [("before the report", (FAMILY,))],
    ),
}


def all_come(plan: Agenda) -> dict[str, tuple[str, ...]]:
    return {"attendees": plan.activity(JOINT).invited, "missing": ()}


@pytest.mark.parametrize(("mutate", "expected"), BROKEN_BOOKINGS.values(), ids=BROKEN_BOOKINGS.keys())
def test_a_broken_booking_is_named(mutate: Break, expected: list[tuple[str, tuple[str, ...]]]) -> None:
    """One thing that is wrong with a booking is named with its ids, and nothing else is."""
    plan = plan_with()
    assert named(plan, mutate(plan, good(plan))) == expected


BROKEN_RESULTS: dict[str, tuple[Break, list[tuple[str, tuple[str, ...]]]]] = {
    "another review": (
        lambda plan, found: replace(found, reference="LT-OTHER"),
        [("reference", ("LT-OTHER",))],
    ),
    "another option": (
        lambda plan, found: replace(found, option="full"),
        [("option", ("full",))],
    ),
    "a milestone too early": (
        lambda plan, found: replace(
            found,
            milestones=tuple(
                replace(each, date=each.date - timedelta(days=1)) if each.id == "comments" else each
                for each in found.milestones
            ),
        ),
        [("milestones", ("comments",))],
    ),
    "a milestone left out": (
        lambda plan, found: replace(found, milestones=found.milestones[:-1]),
        [("milestones", ("publication",))],
    ),
    "a milestone invented": (
        lambda plan, found: replace(found, milestones=(*found.milestones, Milestone("party", "Party", day(50)))),
        [("milestones", ("party",))],
    ),
    "a stage told better than it is": (
        lambda plan, found: with_stage(found, "missed attendance", value=0, bound=0),
        [("stage value", ("missed attendance",))],
    ),
    "preferences told better than they are": (
        lambda plan, found: with_stage(found, "preferences", value=0, bound=0),
        [("stage value", ("preferences",))],
    ),
    "a stage left out": (
        lambda plan, found: replace(found, stages=found.stages[1:]),
        [("stage missing", ("late days",))],
    ),
    "stages in another order": (
        lambda plan, found: replace(found, stages=(*found.stages[1::-1], *found.stages[2:])),
        [("stage order", ("missed attendance", "late days", "if-needed", "shape", "finish", "preferences"))],
    ),
    "another unit": (
        lambda plan, found: with_stage(found, "finish", unit="days"),
        [("stage unit", ("finish",))],
    ),
    "a tolerance that nobody gave": (
        lambda plan, found: with_stage(found, "finish", tolerance=3),
        [("stage tolerance", ("finish",))],
    ),
    "a bound above the value": (
        lambda plan, found: with_stage(found, "missed attendance", bound=2),
        [("bound", ("missed attendance",))],
    ),
    "a bound below nothing": (
        lambda plan, found: with_stage(replace(found, status=Status.FEASIBLE), "if-needed", bound=-1),
        [("bound", ("if-needed",))],
    ),
    "optimal without the proof": (
        lambda plan, found: with_stage(found, "missed attendance", bound=0),
        [("status", ("missed attendance",))],
    ),
    "infeasible, and yet a timetable": (
        lambda plan, found: replace(found, status=Status.INFEASIBLE),
        [("status", ())],
    ),
    "a measure told better than it is": (
        lambda plan, found: replace(found, measures={**found.measures, "staff_hours": 1.0}),
        [("measure", ("staff_hours",))],
    ),
}


@pytest.mark.parametrize(("mutate", "expected"), BROKEN_RESULTS.values(), ids=BROKEN_RESULTS.keys())
def test_a_false_result_is_named(mutate: Break, expected: list[tuple[str, tuple[str, ...]]]) -> None:
    """What is told of the timetable and does not follow from its bookings is named, and nothing else is."""
    plan = plan_with()
    assert named(plan, mutate(plan, good(plan))) == expected


BROKEN_SHAPES: dict[str, tuple[str, Break, list[tuple[str, tuple[str, ...]]]]] = {
    "bunched": (
        "spread",
        lambda plan, found: moved(found, JOINT, at(9, "10:00")),
        [("spread", (JOINT,))],
    ),
    "a block too long": (
        "blocks",
        lambda plan, found: moved(found, SECOND, at(3, "10:00")),
        [("block", (SET_UP, FIRST, SECOND)), ("blocks apart", (SET_UP, FIRST, SECOND, JOINT))],
    ),
    "blocks too far apart": (
        "blocks",
        lambda plan, found: moved(found, JOINT, at(21, "10:00")),
        [("blocks apart", (SET_UP, FIRST, SECOND, JOINT))],
    ),
    "out of the week": (
        "one week",
        lambda plan, found: moved(found, SECOND, at(7, "10:00")),
        [("one week", (SECOND,))],
    ),
}


@pytest.mark.parametrize(("shape", "mutate", "expected"), BROKEN_SHAPES.values(), ids=BROKEN_SHAPES.keys())
def test_a_broken_shape_is_named(shape: str, mutate: Break, expected: list[tuple[str, tuple[str, ...]]]) -> None:
    """A timetable that is not of the shape of its option is wrong even if everybody can come."""
    plan = plan_with(SHAPES[shape])
    found = mutate(plan, good(plan))
    if found.booking(JOINT).day != day(14):
        found = changed(found, JOINT, **all_come(plan))
    assert named(plan, retold(plan, found)) == expected


def test_an_event_on_two_days_is_named() -> None:
    """What must lie on one day and does not is named with all its activities."""
    plan = plan_with(OneDay((SET_UP, FIRST)))
    assert named(plan, good(plan)) == [("one day", (SET_UP, FIRST))]


def test_a_bank_holiday_is_named() -> None:
    """Even somebody who works then may not be booked on a bank holiday."""
    plan = plan_with()
    plan = replace(plan, availability=plan_with(holidays=[]).availability)
    found = retold(plan, moved(good(plan), FAMILY, at(18, "10:00")))
    assert named(plan, found) == [("bank holiday", (FAMILY,))]


@pytest.mark.parametrize(("first", "end"), [(day(1), day(60)), (day(-9), day(0))])
def test_a_booking_outside_its_window_is_named(first: object, end: object) -> None:
    """The day of a booking is not before `first`, and before `end`."""
    plan = plan_with()
    activities = tuple(replace(a, first=first, end=end) if a.id == SET_UP else a for a in plan.activities)
    plan = replace(plan, activities=activities)
    assert named(plan, good(plan)) == [("window", (SET_UP,))]


@pytest.mark.parametrize(("first", "end"), [(day(0), day(1)), (day(-9), day(1))])
def test_a_booking_at_the_edge_of_its_window_passes(first: object, end: object) -> None:
    """`first` may be the day of a booking, and so may the day before `end`."""
    plan = plan_with()
    activities = tuple(replace(a, first=first, end=end) if a.id == SET_UP else a for a in plan.activities)
    plan = replace(plan, activities=activities)
    assert named(plan, good(plan)) == []


def test_a_booking_right_after_the_gap_passes() -> None:
    """The gap is half-open: at its end the reviewers may be booked again."""
    plan = plan_with()
    assert named(plan, retold(plan, moved(good(plan), FAMILY, at(1, "12:30")))) == []


def test_one_room_for_two_at_once_is_named() -> None:
    """Two bookings in one room clash even where nobody is at both."""
    plan = plan_with()
    found = set_panel(plan, moved(good(plan), SECOND, at(1, "10:30")), SECOND, "l2", "t2")
    found = retold(plan, changed(found, SECOND, room="small"))
    assert named(plan, found) == [("room double booking", ("small", FIRST, SECOND))]


def test_a_conversation_without_a_room_passes_where_none_is_free() -> None:
    """A conversation takes a room where one is free, and none where all are taken."""
    plan = plan_with(
        busy={"t4": span(14, "00:00", "23:00"), "small": span(1, "11:00", "12:00"), "large": span(1, "09:00", "10:30")}
    )
    assert named(plan, changed(good(plan), FIRST, room=None)) == []


def test_who_is_engaged_elsewhere_may_be_missing() -> None:
    """Somebody in another booking of the review at that time, or in the gap after it, could not have come."""
    activities = [
        activity("meeting", expected=("l1", "t1", "t2")),
        conversation("c1", ("l1", "t1")),
    ]
    plan = agenda([person(id) for id in ("l1", "t1", "t2", "c1")], activities)
    talk = booking(plan, "conversation:c1", at(0, "10:00"), panel=("l1", "t1"))
    for start in ("11:30", "12:00"):
        found = timetable(plan, [talk, booking(plan, "meeting", at(0, start), missing=("l1", "t1"))])
        assert named(plan, found) == []
    found = timetable(plan, [talk, booking(plan, "meeting", at(0, "12:30"), missing=("t1",))])
    assert named(plan, found) == [("left out", ("meeting", "t1"))]


def test_who_has_no_seat_may_be_missing() -> None:
    """Where even the largest free room is full, somebody who is free may be missing; else not."""
    activities = [activity("meeting", expected=("t1", "t2", "t3"), room=RoomNeed.NEEDED)]
    attending = [person(id) for id in ("t1", "t2", "t3")]
    plan = agenda(attending, activities, rooms=[room("r2", 2), room("r1", 1)])
    found = timetable(plan, [booking(plan, "meeting", at(0, "10:00"), missing=("t3",), room="r2")])
    assert named(plan, found) == []
    plan = agenda(attending, activities, rooms=[room("r2", 2), room("r3", 3)])
    assert named(plan, found) == [("left out", ("meeting", "t3"))]


def test_a_length_is_true_across_a_change_of_the_clocks() -> None:
    """Two hours on the wall are one hour of time when the clocks go forward between them."""
    plan = agenda([person("t1")], [activity("night", minutes=120)])
    start = at(27, "00:30")
    true = booking(plan, "night", start)
    assert true.end == at(27, "03:30")
    assert named(plan, timetable(plan, [true])) == []
    assert named(plan, timetable(plan, [replace(true, end=at(27, "02:30"))])) == [("length", ("night",))]


def test_a_fixed_offset_is_the_zone_if_it_shows_the_local_time() -> None:
    """A timetable that was read from a file, with offsets in place of the zone, passes as well."""
    plan = plan_with()
    found = good(plan)
    bookings = [replace(b, start=b.start.astimezone(UTC), end=b.end.astimezone(UTC)) for b in found.bookings]
    assert named(plan, with_bookings(found, *bookings)) == []


def test_stages_follow_the_order_and_tolerances_of_the_review() -> None:
    """What ``[stages]`` says is what the timetable must tell; a tolerance counts as proven."""
    stages = StageSettings(("shape", "finish", "missed-attendance"), {"missed-attendance": 1})
    plan = plan_with(SHAPES["spread"], stages=stages)
    told = {stage.name: stage for stage in good(plan).stages}
    told["missed attendance"] = replace(told["missed attendance"], bound=0, tolerance=1)
    order = ("shape", "evenness", "finish", "missed attendance", "late days", "if-needed", "preferences")
    found = replace(good(plan), stages=tuple(told[name] for name in order))
    assert named(plan, found) == []


def test_further_stages_are_checked_for_their_bounds_alone() -> None:
    """Stages of other commands have no value that the check can recompute."""
    plan = plan_with()
    found = good(plan)
    right = replace(found, stages=(StageResult("moves", "bookings", 7, 7), *found.stages))
    assert named(plan, right) == []
    wrong = replace(found, stages=(StageResult("moves", "bookings", 7, 8), *found.stages))
    assert named(plan, wrong) == [("bound", ("moves",))]


def test_what_is_not_proven_is_not_optimal_and_may_be_feasible() -> None:
    """A gap in a stage is no violation of a timetable that does not claim to be optimal."""
    plan = plan_with()
    found = with_stage(good(plan), "missed attendance", bound=0)
    assert named(plan, replace(found, status=Status.FEASIBLE)) == []
