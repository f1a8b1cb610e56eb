"""Agendas with meetings in a row and panels of every kind, in so few days that places are short now and then."""

from __future__ import annotations

from hypothesis import strategies as st

from ltsched.domain.activities import Panel
from ltsched.domain.agenda import Agenda
from ltsched.domain.people import Role
from ltsched.domain.rules import Blocks, DailyLoad, Early, OneWeek, Precedence, Shape
from tests.support.agendas import MONDAY, activity, agenda, conversation, day, person
from tests.support.crowded import diaries

__all__ = ["short_of_places"]

POOL = ("l1", "l2", "t1", "t2")
LEADS = frozenset(POOL[:2])
APART = (frozenset(POOL[2:]),)
PANELS = (
    Panel(POOL[:2], 2, LEADS, 1),
    Panel(POOL[:2], 1, LEADS, 1),
    Panel(POOL[:3], 2, LEADS, 1),
    Panel(POOL, 2, LEADS, 1, APART),
    Panel(POOL, 3, LEADS, 1, APART),
    Panel(POOL[1:], 2),
)


@st.composite
def short_of_places(draw: st.DrawFn) -> Agenda:
    """Return one to three meetings in a row, and conversations before, between or after them, on one to four days."""
    days = draw(st.integers(1, 4))
    staff = [person(f"c{number}", Role.CASE_GROUP, agency="school") for number in range(draw(st.integers(2, 5)))]
    meetings = [
        activity(
            f"m{n}", minutes=draw(st.sampled_from((60, 120, 240))), must=draw(st.sampled_from((POOL[:2], ("l1",))))
        )
        for n in range(draw(st.integers(1, 3)))
    ]
    order = [Precedence(f"m{n}", f"m{n + 1}", draw(st.integers(0, 1))) for n in range(len(meetings) - 1)]
    panels = draw(st.lists(st.sampled_from(PANELS), min_size=1, max_size=2))
    gap_minutes = draw(st.sampled_from((0, 30, 60)))
    talks = []
    for each in staff:
        first = draw(st.integers(0, days - 1)) if draw(st.booleans()) else 0
        own = conversation(
            each.id,
            POOL,
            panel=draw(st.sampled_from(panels)),
            minutes=draw(st.sampled_from((90, 120))),
            gap_minutes=gap_minutes,
            first=day(first),
            end=day(draw(st.integers(first + 1, days))),
        )
        talks.append(own)
    where = draw(st.sampled_from(("before", "after", "both", "none")))
    for own in talks:
        order += [Precedence("m0", own.id)] if where in ("after", "both") else []
        order += [Precedence(own.id, meetings[-1].id)] if where in ("before", "both") and len(meetings) > 1 else []
    made = [*meetings, *talks]
    ids = tuple(each.id for each in made)
    shapes: tuple[Shape, ...] = (
        Early(ids, MONDAY),
        OneWeek(ids, MONDAY),
        Blocks(ids, (), draw(st.integers(1, 3)), 0, 0),
    )
    return agenda(
        [*(person(id, Role.LEAD_REVIEWER, agency="") for id in POOL[:2]), person("t1"), person("t2"), *staff],
        made,
        busy={id: draw(diaries(days)) for id in POOL},
        daily_loads=[DailyLoad(tuple(own.id for own in talks), draw(st.integers(1, 3)))],
        precedences=order,
        shape=draw(st.sampled_from(shapes)),
        days=days,
    )
