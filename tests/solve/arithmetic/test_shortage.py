"""Places counted day by day, beside the meetings: what is short is impossible, and never too little is counted."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ltsched.domain.activities import Activity, Panel
from ltsched.domain.agenda import Agenda
from ltsched.domain.capacity import Shortage
from ltsched.domain.people import Role
from ltsched.domain.rules import Blocks, DailyLoad, Early, OneWeek, Precedence
from ltsched.domain.spans import Spans
from ltsched.domain.stages.table import SHAPE
from ltsched.model.candidates import find_candidates
from ltsched.model.free_time import FreeTime
from ltsched.model.grid import lay_grid
from ltsched.model.narrow import narrow
from ltsched.solve.arithmetic import groups
from ltsched.solve.arithmetic.one_day import OneDay, Open
from ltsched.solve.arithmetic.shortage import find_shortage
from ltsched.solve.reasons.capacity import capacity_sums
from tests.support.agendas import activity, agenda, conversation, day, person, span
from tests.support.brute_force import best_values, combinations
from tests.support.crowded import crowded
from tests.support.plain_model import least, plain_model
from tests.support.short_of_places import short_of_places
from tests.support.small_agendas import small_agendas
from tests.support.solving import fits, plan_agenda

LEADS = [person(id, Role.LEAD_REVIEWER, agency="") for id in ("l1", "l2", "l3")]
STAFF = [person(f"c{number}", Role.CASE_GROUP, agency="school") for number in range(1, 9)]


def short_in(plan: Agenda) -> Shortage | None:
    """Return what is short in `plan`; each of its activities has a start."""
    free = FreeTime.of(plan, lay_grid(plan))
    candidates = narrow(plan, free.grid, find_candidates(plan, free))
    assert all(own.starts for own in candidates.values())
    return find_shortage(plan, free, candidates)


def held(talks: int, *made: Activity, leads: int = 1, panel: Panel | None = None, **more: Any) -> Agenda:
    """Return conversations on one Monday, from 9 to 17, that one lead reviewer holds alone, and `made` besides."""
    ids = tuple(each.id for each in LEADS[:leads])
    panel = panel or Panel(ids, 1, frozenset(ids), 1)
    gap_minutes = more.pop("gap_minutes", 30)
    each = [conversation(c.id, ids, panel=panel, gap_minutes=gap_minutes) for c in STAFF[:talks]]
    return agenda([*LEADS[:leads], *STAFF[:talks]], [*made, *each], **{"days": 1, **more})


def at_noon(minutes: int = 60) -> dict[str, Any]:
    """Return a meeting that l1 can only have at half past twelve, because c8 has no other time."""
    other = person("t1")
    busy = {"t1": Spans.of([*span(0, "00:00", "12:30").pairs, *span(0, "13:30", "23:00").pairs])}
    return {"meeting": activity("m", minutes=minutes, must=("l1", "t1")), "busy": busy, "other": other}


def with_noon(talks: int, **more: Any) -> Agenda:
    """Return conversations of l1 around a meeting from 12:30 to 13:30."""
    noon = at_noon()
    plan = held(talks, noon["meeting"], busy={**noon["busy"], **more.pop("busy", {})}, **more)
    people = (*plan.review.people, noon["other"])
    return agenda(
        people,
        plan.activities,
        busy=noon["busy"],
        days=1,
        daily_loads=plan.daily_loads,
        precedences=plan.precedences,
    )


def test_a_meeting_that_cuts_the_day_in_two_leaves_less_than_its_hours_say() -> None:
    """Seven hours are left, in halves of three and a half: a conversation each, not three in all."""
    plan = with_noon(3)
    free = FreeTime.of(plan, lay_grid(plan))
    assert not any(sums.short for sums in capacity_sums(plan, free))
    found = short_in(plan)
    assert found is not None
    assert (found.people, found.needed, found.possible, found.beside) == (("l1",), 3, 2, ("m",))
    assert short_in(with_noon(2)) is None
    assert len(fits(with_noon(2)).bookings) == 3


def test_without_gaps_there_is_room_for_three() -> None:
    """Three and a half hours hold one conversation of two hours on either side, with gaps or without."""
    assert short_in(with_noon(2, gap_minutes=0)) is None
    assert short_in(held(4, gap_minutes=0)) is None
    assert short_in(held(5, gap_minutes=0)) is not None


def test_the_gap_after_the_last_may_lie_after_hours() -> None:
    """9 to 11, 11:30 to 13:30 and 14 to 16; a fourth from 16:30 on would end late."""
    assert short_in(held(3)) is None
    assert len(fits(held(3)).bookings) == 3
    assert short_in(held(4)) is not None


def test_the_order_keeps_days_free() -> None:
    """All conversations come after a meeting that lies on the second day, or before one on the first of two."""
    first = activity("m", must=("l1",), first=day(1), end=day(2))
    after = [Precedence("m", f"conversation:{each.id}") for each in STAFF[:3]]
    assert short_in(held(2, first, precedences=after[:2], days=3)) is None
    plan = held(6, first, precedences=[Precedence("m", f"conversation:{each.id}") for each in STAFF[:6]], days=3)
    found = short_in(plan)
    assert found is not None
    assert (found.needed, found.possible) == (6, 5)


def test_a_pair_that_must_hold_all_counts_the_time_that_both_have() -> None:
    """l1 has the morning, l2 the time from 11 on: together two hours, and room for one."""
    both = Panel(("l1", "l2"), 2, frozenset({"l1", "l2"}), 1)
    busy = {"l1": span(0, "13:30", "17:00"), "l2": span(0, "09:00", "11:00")}
    assert short_in(held(1, leads=2, panel=both, busy=busy)) is None
    found = short_in(held(2, leads=2, panel=both, busy=busy))
    assert found is not None
    assert (found.people, found.each, found.needed, found.possible) == (("l1", "l2"), 2, 2, 1)


def test_the_daily_load_counts() -> None:
    """Two a day are four on two days."""
    loads = [DailyLoad(tuple(f"conversation:{each.id}" for each in STAFF), 2)]
    assert short_in(held(4, days=2, daily_loads=loads)) is None
    assert short_in(held(5, days=2, daily_loads=loads)) is not None


@pytest.mark.parametrize(
    ("word", "shape"),
    [("week", lambda ids: OneWeek(ids, day(0))), ("block", lambda ids: Blocks(ids, (), 1, 0, 0))],
)
def test_only_one_week_or_block_counts(word: str, shape: Callable[[Sequence[str]], Any]) -> None:
    """Three on a Friday and three on the Monday after it are six, but not in one week, or one block of a day."""
    ids = tuple(f"conversation:{each.id}" for each in STAFF[:4])
    only = {"l1": Spans.of(pair for number in (0, 1, 2, 3, 5, 6) for pair in span(number, "00:00", "23:59").pairs)}
    assert short_in(held(4, days=8, busy=only, shape=Early(ids, day(0)))) is None
    found = short_in(held(4, days=8, busy=only, shape=shape(ids)))
    assert found is not None
    assert (found.needed, found.possible, found.stretch.word) == (4, 3, word)


def test_where_the_meetings_do_not_fit_that_is_what_is_told() -> None:
    """Two meetings of five hours on one day."""
    long = [activity(id, minutes=300, must=("l1",)) for id in ("m", "n")]
    found = short_in(held(1, *long))
    assert found is not None
    assert (found.possible, found.missing) == (None, 1)


def replaceable() -> Agenda:
    """Return four conversations that l1 and one other hold, or that other and a third: l1 has room for three."""
    people = [*LEADS[:1], person("t1"), person("t2"), *STAFF[:4]]
    pool = ("l1", "t1", "t2")
    made = [conversation(each.id, pool, gap_minutes=0, minutes=90) for each in STAFF[:4]]
    return agenda(people, made, busy={"l1": span(0, "10:30", "17:00")}, days=1)


def test_who_may_be_replaced_is_not_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    """To count whoever may hold it as needed would cut off a plan that exists."""
    assert len(fits(replaceable()).bookings) == 4
    monkeypatch.setattr(groups, "groups_of_people", lambda panels: [frozenset({"l1"})])
    assert short_in(replaceable()) is None
    monkeypatch.setattr(groups, "least_of", lambda panel, people: min(panel.size, len(people & {*panel.pool})))
    assert short_in(replaceable()) is not None


def test_to_count_the_gap_against_the_diary_would_cut_off_a_plan(monkeypatch: pytest.MonkeyPatch) -> None:
    """After the last of the three it lies after hours in part, or in other time of the diary."""
    plan = held(3, busy={"l1": span(0, "16:00", "17:00")})
    assert len(fits(plan).bookings) == 3
    assert short_in(plan) is None
    monkeypatch.setattr(Open, "starts", lambda own, person, length: own.free.starts(person, length + 2))
    assert short_in(plan) is not None


def test_to_forget_that_meetings_move_would_cut_off_a_plan(monkeypatch: pytest.MonkeyPatch) -> None:
    """A meeting at its first start takes the morning of three conversations; in the afternoon it takes nothing."""
    plan = held(2, activity("m", minutes=180, must=("l1",)))
    assert len(fits(plan).bookings) == 3
    assert short_in(plan) is None
    every = OneDay._with

    def only_ten(own: OneDay, id: str, laid: Mapping[str, int], index: int) -> list[dict[str, int]]:
        return [way for way in every(own, id, laid, index) if way[id] == 6]

    monkeypatch.setattr(OneDay, "_with", only_ten)
    assert short_in(plan) is not None


FEW = settings(deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


@settings(FEW, max_examples=60)
@given(plan=st.one_of(short_of_places(), crowded(), crowded(weeks=2)))
def test_what_is_short_is_impossible(plan: Agenda) -> None:
    """By the model without anything that only helps the proof."""
    free = FreeTime.of(plan, lay_grid(plan))
    candidates = narrow(plan, free.grid, find_candidates(plan, free))
    if all(own.starts for own in candidates.values()) and find_shortage(plan, free, candidates) is not None:
        with plain_model():
            assert least(plan, SHAPE) is None


@settings(FEW, max_examples=100)
@given(plan=small_agendas())
def test_no_timetable_is_cut_off(plan: Agenda) -> None:
    """By trying them all."""
    free = FreeTime.of(plan, lay_grid(plan))
    candidates = narrow(plan, free.grid, find_candidates(plan, free))
    short = all(own.starts for own in candidates.values()) and find_shortage(plan, free, candidates) is not None
    if short and combinations(plan) <= 20_000:
        assert best_values(plan) is None


def test_a_review_that_is_short_is_told_so_without_planning_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """The sentence names who, how many, beside what; the numbers and the days are data."""
    monkeypatch.setattr("ltsched.solve.plan.follow", None)
    reason = plan_agenda(with_noon(3)).reasons[0]
    assert (reason.rule, reason.dates) == ("capacity", (day(0), day(1)))
    assert reason.numbers == {"needed": 3, "possible": 2}
    assert reason.ids == (*(f"conversation:{each.id}" for each in STAFF[:3]), "l1")
    assert "3 conversations, each 120 minutes and then 30 free, cannot be held without l1" in reason.text
    assert "beside m, to which they must come, there is room for at most 2 of them" in reason.text
