"""A time that somebody has proposed is tried: taken where it costs nothing more, and told with its price or why not."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from ltsched.domain.agenda import Agenda
from ltsched.domain.invitations.invitations import Issued, Ledger, Shown, what_is_due
from ltsched.domain.invitations.invitees import invitees
from ltsched.domain.invitations.standing_answers import PersonTime
from ltsched.domain.people import Role
from ltsched.domain.replanning.before import Before
from ltsched.domain.rules import Precedence
from ltsched.domain.timetable import ChangeKind, Timetable
from ltsched.solve.replanning.proposals import try_proposals
from ltsched.solve.replanning.replanned import Tried
from ltsched.solve.run import Runner
from ltsched.verify import verify
from tests.support.agendas import activity, agenda, at, booking, conversation, day, person, span
from tests.support.solving import SECONDS, replan_agenda

NOW = datetime(2027, 2, 1, tzinfo=UTC)
PEOPLE = [
    person("l1", Role.LEAD_REVIEWER, agency=""),
    *(person(id) for id in ("t1", "t2")),
    person("c1", Role.CASE_GROUP),
]
ALL_DAY = ("09:00", "17:00")
MONDAY = span(0, *ALL_DAY)
A = activity("a", must=("l1",), expected=("t1",), quorum=1, end=day(4))
B = activity("b", must=("l1",), end=day(4))
TALK = conversation("c1", ("l1", "t1", "t2"), leads=("l1",), end=day(4))


def proposal(activity: str, start: datetime, *, hours: int = 2, person: str = "t1") -> PersonTime:
    return PersonTime(person=person, activity=activity, start=start, end=start.replace(hour=start.hour + hours))


def again(
    activities: Sequence[Any],
    were: Sequence[datetime],
    proposals: Sequence[PersonTime],
    busy: dict[str, Any],
    **more: Any,
) -> Agenda:
    """Return an agenda whose activities lie where they lay before, all of them announced."""
    plan = agenda(PEOPLE, activities, busy=busy, days=4, **more)
    bookings = [
        booking(plan, one.id, start, panel=("l1", "t1") if one.panel else ())
        for one, start in zip(activities, were, strict=True)
    ]
    organiser, empty = plan.review.organiser, Ledger("LT-TEST-1")
    assert organiser is not None
    due = what_is_due(empty, invitees(plan.review, bookings, organiser, Shown.NONE).invitations, NOW)
    lines = tuple(Issued(one.invitation.told, one.uid, one.sequence, one.method, one.hash, NOW, 1) for one in due)
    before = {one.activity: one for one in bookings}
    return replace(
        plan, before=Before(before, replace(empty, issued=lines), organiser, NOW, proposals=tuple(proposals))
    )


def tried(plan: Agenda) -> tuple[Timetable, tuple[Tried, ...]]:
    """Plan again, try what was proposed, and return the timetable in the end with what came of each proposal."""
    result = replan_agenda(plan)
    best, found = try_proposals(plan, result, Runner(time.monotonic() + SECONDS, 0, 1))
    assert best.timetable is not None
    assert best.agenda == plan
    assert verify(plan, best.timetable) == ()
    return best.timetable, found


def test_a_time_that_costs_nothing_more_is_taken() -> None:
    """As l1 is away on Monday it has to move; Wednesday at eleven is as near as any other time, as it was proposed."""
    wanted = proposal("a", at(2, "11:00"))
    timetable, (one,) = tried(again([A], [at(0, "10:00")], [wanted], {"l1": MONDAY}))
    assert timetable.booking("a").start == at(2, "11:00")
    assert (one.proposal, one.taken, one.why) == (wanted, True, "")


def test_a_time_that_moves_more_is_told_with_its_price() -> None:
    """Nothing has to move: Wednesday can be had, for one move and two messages."""
    timetable, (one,) = tried(again([A], [at(0, "10:00")], [proposal("a", at(2, "11:00"))], {}))
    assert timetable.booking("a").start == at(0, "10:00")
    assert not one.taken
    assert one.why == ""
    assert one.changes is not None
    (change,) = one.changes
    assert (change.kind, change.before, change.after) == (ChangeKind.MOVED, at(0, "10:00"), at(2, "11:00"))
    assert {due.invitation.told.recipient for due in one.messages} == {"l1", "t1"}


def test_what_else_would_move_is_told() -> None:
    """b is at ten on Wednesday, and l1 comes to both: it would have to give way."""
    plan = again([A, B], [at(0, "10:00"), at(2, "10:00")], [proposal("a", at(2, "10:00"))], {})
    _, (one,) = tried(plan)
    assert one.changes is not None
    assert {change.activity for change in one.changes if change.kind is ChangeKind.MOVED} == {"a", "b"}


def test_where_it_lies_there_already_it_is_taken() -> None:
    """Proposed is just the time that it has."""
    timetable, (one,) = tried(again([A], [at(0, "10:00")], [proposal("a", at(0, "10:00"))], {}))
    assert one.taken
    assert one.changes is not None
    assert [change.kind for change in one.changes] == [ChangeKind.KEPT]
    assert one.messages == ()
    assert timetable.booking("a").start == at(0, "10:00")


def test_of_two_the_one_that_costs_less_is_taken() -> None:
    """With the first, b would move as well; the second costs no more than moving a anywhere."""
    wanted = [proposal("a", at(2, "10:00")), proposal("a", at(3, "10:00"), person="l1")]
    plan = again([A, B], [at(0, "10:00"), at(2, "10:00")], wanted, {"l1": MONDAY})
    timetable, found = tried(plan)
    assert [one.taken for one in found] == [False, True]
    assert timetable.booking("a").start == at(3, "10:00")


@pytest.mark.parametrize(
    ("made", "wanted", "busy", "why"),
    [
        ([A], proposal("a", at(2, "10:00")), {"l1": span(2, *ALL_DAY)}, "l1 is not free then"),
        (
            [replace(A, must=("l1", "t2"), quorum=2)],
            proposal("a", at(2, "10:00")),
            {"l1": span(2, *ALL_DAY), "t2": span(2, *ALL_DAY)},
            "l1 and t2 are not free then",
        ),
        (
            [TALK],
            proposal("conversation:c1", at(2, "10:00"), person="c1"),
            {"t1": span(2, *ALL_DAY), "t2": span(2, *ALL_DAY)},
            "nobody who may hold it is free then",
        ),
        (
            [A, replace(B, first=day(3))],
            proposal("a", at(3, "13:00")),
            {"l1": span(3, "11:00", "13:00") | span(3, "15:00", "17:00")},
            "a must end before b starts",
        ),
        (
            [A, replace(B, first=day(3))],
            proposal("a", at(3, "10:00")),
            {"l1": span(3, "12:00", "17:00")},
            "it cannot be had with what else is booked",
        ),
    ],
)
def test_why_it_cannot_be_had(made: Sequence[Any], wanted: PersonTime, busy: dict[str, Any], why: str) -> None:
    """Somebody who must come is away, or all who could hold it are; the plan stays as it is without it."""
    order = [Precedence("a", "b")] if len(made) == 2 and wanted.start.hour == 13 else []
    were = [at(0, "10:00"), at(3, "09:00")][: len(made)]
    plan = again(made, were, [wanted], busy, precedences=order)
    timetable, (one,) = tried(plan)
    assert timetable.booking(wanted.activity).start == were[0]
    assert (one.changes, one.messages, one.taken) == (None, (), False)
    assert one.why == why


def test_what_is_no_longer_asked_is_left_out() -> None:
    """A time before the first day on which anything may lie, and one for what is not on the agenda any more."""
    plan = again([A], [at(0, "10:00")], [proposal("gone", at(2, "10:00")), proposal("a", at(-3, "10:00"))], {})
    assert tried(plan)[1] == ()
