"""What more moves would gain: nothing is promised that cannot be had by planning again with those moves."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from ltsched.domain.agenda import Agenda
from ltsched.domain.invitations.invitations import Ledger
from ltsched.domain.people import Role
from ltsched.domain.replanning.before import Before
from ltsched.domain.settled import WishedWindow
from ltsched.domain.stages.table import LATE_DAYS, MISSED_ATTENDANCE
from ltsched.domain.timetable import Change, Timetable
from ltsched.solve.replanning.offers import MOST_MOVES, offers
from ltsched.solve.replanning.replanned import Offer
from ltsched.solve.run import Runner
from tests.solve.replanning.test_trying_everything_again import FEW, MOST_COMBINATIONS
from tests.support.agendas import activity, agenda, at, booking, day, person, span
from tests.support.brute_force import all_values, combinations
from tests.support.small_changes import agendas_again
from tests.support.solving import SECONDS, replan_agenda

NOW = datetime(2027, 2, 1, tzinfo=UTC)
PEOPLE = [
    person("l1", Role.LEAD_REVIEWER, agency=""),
    *(person(id) for id in ("t1", "t2", "t3")),
]
ALL_DAY = ("09:00", "17:00")


def runner() -> Runner:
    return Runner(time.monotonic() + SECONDS, 0, 1)


def offered(plan: Agenda) -> tuple[Timetable, tuple[Offer, ...]]:
    """Plan again, and return what that comes to with what is offered."""
    timetable = replan_agenda(plan).timetable
    assert timetable is not None
    return timetable, offers(plan, timetable, runner())


def meeting(id: str, *expected: str, **more: Any) -> Any:
    return activity(id, must=("l1",), expected=expected, quorum=1, end=day(4), **more)


def again(activities: Sequence[Any], at_first: Sequence[datetime], busy: dict[str, Any], **more: Any) -> Agenda:
    """Return an agenda whose activities lie where they lay before."""
    plan = agenda(PEOPLE, activities, busy=busy, days=4, **more)
    before = {one.id: booking(plan, one.id, start) for one, start in zip(activities, at_first, strict=True)}
    return replace(plan, before=Before(before, Ledger("LT-TEST-1"), plan.review.organiser, NOW))


def moves_of(offer: Offer) -> dict[str, datetime]:
    return {move.activity: start_of(move) for move in offer.moves}


def start_of(move: Change) -> datetime:
    assert move.after is not None
    return move.after


def just_then(plan: Agenda, starts: dict[str, datetime]) -> Agenda:
    """Return `plan` with activities that start at no other time, and whose moves do not count."""
    made = []
    for one in plan.activities:
        if one.id in starts:
            start = starts[one.id]
            first = start.date()
            minutes = start.hour * 60 + start.minute + one.minutes
            closes = start.replace(hour=minutes // 60, minute=minutes % 60).time()
            window = WishedWindow(one.id, opens=start.time(), closes=closes, first=first, last=first)
            one = replace(one, windows=(*one.windows, (window,)))
        made.append(one)
    return plan.changed(activities=tuple(made))


def test_one_move_brings_back_who_would_miss_it() -> None:
    """t1 is away on Monday, where the meeting stays as that costs nothing; any other day has everybody."""
    plan = again([meeting("a", "t1")], [at(0, "10:00")], {"t1": span(0, *ALL_DAY)})
    timetable, (offer,) = offered(plan)
    assert timetable.booking("a").start == at(0, "10:00")
    assert [(move.activity, move.before) for move in offer.moves] == [("a", at(0, "10:00"))]
    assert start_of(offer.moves[0]).date() > day(0)
    assert (offer.missed, offer.gains) == ((0, 1), (("a", ("t1",)),))


def test_two_moves_gain_more_than_one() -> None:
    """t1 misses a, t1 and t2 miss b: one move gains two, and another the third."""
    busy = {"t1": span(0, *ALL_DAY), "t2": span(0, *ALL_DAY)}
    plan = again([meeting("a", "t1"), meeting("b", "t1", "t2")], [at(0, "10:00"), at(0, "14:00")], busy)
    _, (one, two) = offered(plan)
    assert (set(moves_of(one)), one.missed, one.gains) == ({"b"}, (1, 3), (("b", ("t1", "t2")),))
    assert (set(moves_of(two)), two.missed) == ({"a", "b"}, (0, 3))


def test_no_more_than_two_move() -> None:
    """Somebody misses each of three."""
    plan = again(
        [meeting(id, "t1") for id in ("a", "b", "c")],
        [at(0, "09:00"), at(0, "11:00"), at(0, "14:00")],
        {"t1": span(0, *ALL_DAY)},
    )
    _, found = offered(plan)
    assert [(len(one.moves), one.missed) for one in found] == [(1, (2, 3)), (2, (1, 3))]
    assert MOST_MOVES == 2


def test_nothing_is_offered_where_nobody_misses_anything() -> None:
    """Everybody comes as it is."""
    assert offered(again([meeting("a", "t1")], [at(0, "10:00")], {}))[1] == ()


def test_nothing_is_offered_that_does_not_help() -> None:
    """Whoever is away all the time comes at no time."""
    busy = {"t1": span(0, *ALL_DAY) | span(1, *ALL_DAY) | span(2, *ALL_DAY) | span(3, *ALL_DAY)}
    assert offered(again([meeting("a", "t1")], [at(0, "10:00")], busy))[1] == ()


@pytest.mark.parametrize(("deadline", "count"), [(None, 1), (10, 0)])
def test_nothing_is_offered_that_makes_the_report_late(deadline: int | None, count: int) -> None:
    """The report takes eight working days, and t1 has time from Tuesday on."""
    more = {} if deadline is None else {"deadline": day(deadline)}
    plan = again([meeting("a", "t1")], [at(0, "10:00")], {"t1": span(0, *ALL_DAY)}, **more)
    timetable, found = offered(plan)
    assert timetable.stage_value(LATE_DAYS) == 0
    assert len(found) == count


def test_what_everybody_comes_to_stays() -> None:
    """On no other day there is room for a beside b, which everybody comes to."""
    busy = {"t1": span(0, *ALL_DAY), "l1": span(2, *ALL_DAY) | span(3, *ALL_DAY) | span(1, "11:00", "17:00")}
    plan = again([meeting("a", "t1"), meeting("b", "t2")], [at(0, "10:00"), at(1, "09:00")], busy)
    assert offered(plan)[1] == ()


def test_nothing_is_looked_for_after_it_was_stopped() -> None:
    """Whoever has pressed Ctrl-C waits for no offers."""
    plan = again([meeting("a", "t1")], [at(0, "10:00")], {"t1": span(0, *ALL_DAY)})
    timetable, found = offered(plan)
    assert found
    stopped = runner()
    stopped.interrupted = True
    assert offers(plan, timetable, stopped) == ()


def least_missed(plan: Agenda, timetable: Timetable, moves: int) -> int:
    """Return, of all timetables there are in which so many more move at most, the least that is missed."""
    assert plan.before is not None
    bookings = {one.activity: one for one in timetable.bookings}
    now = plan.changed(before=replace(plan.before, bookings=bookings, free=frozenset()))
    return min(
        values[MISSED_ATTENDANCE]
        for values in all_values(now)
        if values["moved"] + values["moved unannounced"] <= moves
        and values[LATE_DAYS] <= timetable.stage_value(LATE_DAYS)
    )


def check(plan: Agenda) -> None:
    """Hold what is offered against planning again with its moves, and against all timetables there are."""
    assume(combinations(plan) <= MOST_COMBINATIONS)
    timetable = replan_agenda(plan).timetable
    assume(timetable is not None and any(one.missing for one in timetable.bookings))
    assert timetable is not None
    best = timetable.stage_value(MISSED_ATTENDANCE)
    for offer in offers(plan, timetable, runner()):
        assert offer.missed[1] == timetable.stage_value(MISSED_ATTENDANCE)
        assert best > offer.missed[0] >= least_missed(plan, timetable, len(offer.moves))
        best = offer.missed[0]
        then = replan_agenda(just_then(plan, moves_of(offer))).timetable
        assert then is not None
        assert {id: then.booking(id).start for id in moves_of(offer)} == moves_of(offer)
        assert then.stage_value(MISSED_ATTENDANCE) <= offer.missed[0], (then.stage_value(MISSED_ATTENDANCE), offer)
        assert all(person in then.booking(id).attendees for id, people in offer.gains for person in people)
        assert then.stage_value(LATE_DAYS) <= timetable.stage_value(LATE_DAYS)


def planned_otherwise(data: st.DataObject) -> Agenda:
    """Draw something that makes people miss bookings."""
    change = data.draw(st.sampled_from(["declined", "busy", "room lost"]))
    return data.draw(agendas_again(change, roomed=change == "room lost" or data.draw(st.booleans())))


@settings(FEW, max_examples=12, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_what_is_offered_can_be_had(data: st.DataObject) -> None:
    """Whatever has changed: planning again with the moves of an offer comes to no more that is missed."""
    check(planned_otherwise(data))


@pytest.mark.long
@settings(FEW, max_examples=60, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_so_it_is_in_many_more(data: st.DataObject) -> None:
    """The same, for longer: one in ten of these has an offer."""
    check(planned_otherwise(data))
