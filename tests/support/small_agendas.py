"""Random agendas that are small enough to try every timetable: two or three activities on three days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import strategies as st

from ltsched.domain.activities import Activity, Panel
from ltsched.domain.agenda import Agenda
from ltsched.domain.option import Kind, RoomNeed
from ltsched.domain.people import Role
from ltsched.domain.rules import Blocks, DailyLoad, Early, LagUnit, OneDay, OneWeek, Precedence, Shape, Spread
from ltsched.domain.spans import NEVER, Spans
from tests.support.agendas import MONDAY, activity, agenda, day, option, person, room, span

__all__ = ["PEOPLE", "SEATING", "days_of", "small_agendas"]

LEADS = ("l1", "l2")
TEAM = ("t1", "t2")
STAFF = ("c1", "c2")
PEOPLE = (
    *(person(id, Role.LEAD_REVIEWER, agency="") for id in LEADS),
    *(person(id, essential=id == "t2") for id in TEAM),
    *(
        person(id, Role.CASE_GROUP, agency="school", conversation_rank=rank)
        for id, rank in zip(STAFF, (2, 1), strict=True)
    ),
)
SEATING = ("t2", "l1", "l2", "t1", "c2", "c1")
"""In whose order seats are given: t2 is essential, c2 has the better rank."""
COARSE = option(slot_minutes=60, start_step_minutes=120)
WINDOWS = ((0, 3), (3, 8))
"""Monday to Wednesday; Thursday, Friday and, after the weekend, Monday."""


def days_of(first: int, end: int) -> list[date]:
    """Return the weekdays of a window."""
    return [day(number) for number in range(first, end) if day(number).weekday() < 5]


@st.composite
def some_time(draw: st.DrawFn, first: int, end: int) -> Spans:
    """Some hours of a few days, on the hour; from a morning to a whole day."""
    found = NEVER
    for each in draw(st.lists(st.sampled_from(days_of(first, end)), max_size=2, unique=True)):
        start = draw(st.integers(9, 16))
        stop = draw(st.integers(start + 1, 17))
        found |= span((each - MONDAY).days, f"{start:02}:00", f"{stop:02}:00")
    return found


@st.composite
def meetings(draw: st.DrawFn, id: str, window: tuple[int, int], roomed: bool) -> Activity:
    """A meeting that some must come to and others are expected at, with a quorum that may be everybody."""
    must = draw(st.sampled_from([("l1",), ("l2",), LEADS, ()]))
    others = [id for id in (*TEAM, *STAFF, *LEADS) if id not in must]
    expected = tuple(
        draw(st.lists(st.sampled_from(others), min_size=not must, max_size=4 if roomed else 3, unique=True))
    )
    least = max(1, len(must))
    return activity(
        id,
        kind=draw(st.sampled_from([Kind.OTHER, Kind.SET_UP])),
        minutes=draw(st.sampled_from([60, 120, 240])),
        must=must,
        expected=expected,
        quorum=draw(st.integers(least, least + 1 if roomed and expected else len(must) + len(expected))),
        room=draw(st.sampled_from([RoomNeed.NEEDED, RoomNeed.NEEDED, RoomNeed.NONE])) if roomed else RoomNeed.NONE,
        first=day(window[0]),
        end=day(window[1]),
    )


@st.composite
def talks(draw: st.DrawFn, subject: str, window: tuple[int, int]) -> Activity:
    """A conversation with a panel of one or two, a lead reviewer among them or not, and a gap."""
    pool = tuple(draw(st.lists(st.sampled_from(LEADS + TEAM), min_size=2, max_size=3, unique=True)))
    leads = frozenset(pool).intersection(LEADS)
    apart = draw(st.sampled_from([(), (frozenset(TEAM),)]))
    panel = Panel(pool, draw(st.integers(1, 2)), leads, draw(st.integers(0, min(1, len(leads)))), apart)
    return activity(
        f"conversation:{subject}",
        kind=Kind.CONVERSATION,
        minutes=draw(st.sampled_from([60, 120])),
        must=(subject,),
        quorum=1,
        panel=panel,
        gap_minutes=draw(st.sampled_from([0, 60, 120])),
        off_critical_path=draw(st.booleans()),
        first=day(window[0]),
        end=day(window[1]),
    )


@st.composite
def shapes(draw: st.DrawFn, ids: tuple[str, ...], window: tuple[int, int]) -> Shape:
    """Any shape over all the activities."""
    kind = draw(st.sampled_from([Early, Spread, Blocks, OneWeek, OneDay]))
    if kind is Spread:
        positions = tuple(sorted(draw(st.lists(st.integers(0, 2), min_size=len(ids), max_size=len(ids)))))
        return Spread(ids, positions, draw(st.integers(0, 2)), tuple(days_of(*window)))
    if kind is Blocks:
        split = draw(st.integers(1, len(ids)))
        least = draw(st.integers(0, 1))
        return Blocks(ids[:split], ids[split:], draw(st.integers(1, 3)), least, least + draw(st.integers(0, 4)))
    if kind is OneWeek:
        return OneWeek(ids, MONDAY)
    return OneDay(ids) if kind is OneDay else Early(ids, day(window[0]))


@st.composite
def precedences(draw: st.DrawFn, ids: tuple[str, ...]) -> Precedence:
    """One activity before a later one of the list, with a lag or without."""
    first = draw(st.integers(0, len(ids) - 2))
    second = draw(st.integers(first + 1, len(ids) - 1))
    least = draw(st.integers(0, 1))
    most = draw(st.sampled_from([None, least, least + 1]))
    return Precedence(ids[first], ids[second], least, most, draw(st.sampled_from(list(LagUnit))))


@st.composite
def small_agendas(draw: st.DrawFn, most_activities: int = 3, roomed: bool = False) -> Agenda:
    """A whole agenda: people with diaries, activities, rules, a shape, a deadline; perhaps rooms with few seats."""
    window = draw(st.sampled_from(WINDOWS))
    made = [draw(talks(subject, window)) for subject in STAFF[: draw(st.integers(0, 2))]]
    count = draw(st.integers(max(1, 2 - len(made)), max(1, most_activities - len(made))))
    made += [draw(meetings(id, window, roomed)) for id in ("a", "b", "c")[:count]]
    made = list(draw(st.permutations(made)))
    ids = tuple(each.id for each in made)
    more: dict[str, Any] = {"deadline": draw(st.sampled_from([None, day(window[0] + 10), day(window[0] + 11)]))}
    rules = [draw(precedences(ids))] if draw(st.booleans()) else []
    loads = (
        [DailyLoad(tuple(id for id in ids if id in limited), 1)]
        if (limited := draw(st.sets(st.sampled_from(ids))))
        else []
    )
    rooms = []
    if roomed:
        rooms = [
            room(f"r{seats}", seats) for seats in draw(st.lists(st.integers(1, 4), min_size=1, max_size=2, unique=True))
        ]
    return replace(
        agenda(
            PEOPLE,
            made,
            rooms=rooms,
            busy={id: draw(some_time(*window)) for id in (*(p.id for p in PEOPLE), *(r.id for r in rooms))},
            if_needed={
                id: draw(some_time(*window))
                for id in draw(st.sets(st.sampled_from([p.id for p in PEOPLE]), max_size=2))
            },
            precedences=rules,
            daily_loads=loads,
            shape=draw(shapes(ids, window)),
            days=window[1],
            option=COARSE,
            **more,
        ),
        span_start=day(window[0]),
    )
