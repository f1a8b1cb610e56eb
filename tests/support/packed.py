"""Random packed agendas: a chain of meetings and conversations of one or two lead reviewers in few, full days."""

from __future__ import annotations

import itertools
from dataclasses import replace

from hypothesis import strategies as st

from ltsched.domain.activities import Activity, Panel
from ltsched.domain.agenda import Agenda
from ltsched.domain.option import Kind
from ltsched.domain.people import Role
from ltsched.domain.rules import Blocks, DailyLoad, OneWeek, Precedence, Shape
from ltsched.domain.spans import NEVER, Spans
from tests.support.agendas import MONDAY, activity, agenda, at, day, person, span

__all__ = ["packed"]

CLOCKS = tuple(f"{hour:02}:{minute}" for hour in range(9, 16) for minute in ("00", "30"))
LEADS, TEAM, STAFF = ("l1", "l2"), ("t1", "t2"), ("c0", "c1", "c2")


@st.composite
def some_time(draw: st.DrawFn, days: int, most: int) -> Spans:
    """Return up to so many stretches of a day, of one to four hours."""
    found = NEVER
    for number, clock, hours in draw(
        st.lists(st.tuples(st.integers(0, days - 1), st.sampled_from(CLOCKS), st.integers(1, 4)), max_size=most)
    ):
        found |= span(number, clock, f"{min(int(clock[:2]) + hours, 17):02}:{clock[3:] if hours < 2 else '00'}")
    return found


@st.composite
def meetings(draw: st.DrawFn, id: str) -> Activity:
    """Return a meeting that lead reviewers, or nobody, must come to, and others are expected at."""
    must = draw(st.sampled_from([LEADS, LEADS, ("l1",), ()]))
    expected = tuple(draw(st.lists(st.sampled_from((*TEAM, *STAFF)), min_size=1, max_size=3, unique=True)))
    return activity(
        id,
        kind=draw(st.sampled_from([Kind.REVIEW_TEAM_MEETING, Kind.REVIEW_TEAM_MEETING, Kind.JOINT_MEETING])),
        minutes=draw(st.sampled_from([60, 90, 180])),
        must=must,
        expected=expected,
        quorum=max(1, len(must)),
    )


@st.composite
def talks(draw: st.DrawFn, subject: str, gap_minutes: int) -> Activity:
    """Return a conversation; who holds it is mostly free to choose."""
    pool = draw(st.sampled_from([("l1", "l2", "t1"), ("l1", "l2"), ("l1", "t1", "t2"), ("l2", "l1", "t1", "t2")]))
    leads = frozenset(pool).intersection(LEADS)
    least = draw(st.sampled_from([1, 1, 1, 0, len(leads)]))
    return activity(
        f"conversation:{subject}",
        kind=Kind.CONVERSATION,
        minutes=draw(st.sampled_from([90, 120])),
        must=(subject,),
        quorum=1,
        panel=Panel(pool, max(least, draw(st.sampled_from([1, 2, 2]))), leads, least),
        gap_minutes=gap_minutes,
    )


@st.composite
def packed(draw: st.DrawFn, *, later: int = 0) -> Agenda:
    """Return a week, or two blocks, of meetings and conversations in an order, some of them agreed on.

    So many days `later` are open besides as well.
    """
    days = draw(st.sampled_from([1, 2, 2, 3]))
    gap_minutes = draw(st.sampled_from([0, 30, 60]))
    made = [draw(meetings(id)) for id in ("a", "b", "c")[: draw(st.integers(1, 3))]]
    held = [draw(talks(subject, gap_minutes)) for subject in STAFF[: draw(st.integers(1, 3))]]
    ids, talk_ids = tuple(each.id for each in made), tuple(each.id for each in held)
    order = [
        Precedence(one, other, draw(st.sampled_from([0, 0, 0, 1])))
        for one, other in itertools.pairwise(ids)
        if draw(st.booleans())
    ]
    for one in talk_ids:
        where = draw(st.sampled_from(["before", "after", "between", "anywhere"]))
        order += [Precedence(ids[0], one)] if where in ("after", "between") else []
        order += [Precedence(one, ids[-1])] if where == "before" or (where == "between" and len(ids) > 1) else []
    everything = [*made, *held]
    if draw(st.integers(0, 4)) == 0:
        index = draw(st.integers(0, len(everything) - 1))
        agreed = at(draw(st.integers(0, days - 1)), draw(st.sampled_from(CLOCKS)))
        everything[index] = replace(everything[index], agreed=agreed)
    split = draw(st.integers(1, len(ids)))
    shapes: list[Shape] = [
        OneWeek((*ids, *talk_ids), MONDAY),
        Blocks((*ids, *talk_ids), (), days, 0, 0),
        Blocks((*ids[:split], *talk_ids), ids[split:], days, draw(st.integers(0, 1)), draw(st.integers(1, 2))),
    ]
    people = (
        *(person(id, Role.LEAD_REVIEWER, agency="") for id in LEADS),
        *(person(id) for id in TEAM),
        *(person(id, Role.CASE_GROUP, agency="school") for id in STAFF),
    )
    return agenda(
        people,
        everything,
        busy={each.id: draw(some_time(days + later, 2 if each.id in LEADS else 3)) for each in people},
        if_needed={each.id: draw(some_time(days, 1)) for each in people},
        precedences=order,
        daily_loads=[DailyLoad(talk_ids, draw(st.integers(1, 3)))],
        shape=draw(st.sampled_from(shapes)),
        days=days + later,
        deadline=draw(st.sampled_from([None, day(10)])),
    )
