"""Agendas in which lead reviewers have hardly time for what they have to do: for what is told of them at a glance."""

from __future__ import annotations

from hypothesis import strategies as st

from ltsched.domain.agenda import Agenda
from ltsched.domain.people import Role
from ltsched.domain.rules import Blocks, DailyLoad, Early, OneWeek, Precedence, Shape
from ltsched.domain.spans import NEVER, Spans
from tests.support.agendas import MONDAY, activity, agenda, conversation, person, span

__all__ = ["crowded"]

CLOCKS = tuple(f"{hour:02}:{minute}" for hour in range(9, 17) for minute in ("00", "30"))


@st.composite
def diaries(draw: st.DrawFn, days: int) -> Spans:
    """Return a diary with up to three engagements of half an hour or two hours on each day."""
    found = NEVER
    for number in range(days):
        for clock in draw(st.lists(st.sampled_from(CLOCKS), max_size=3)):
            hours, minutes = int(clock[:2]), clock[3:]
            end = draw(st.sampled_from((f"{hours:02}:59", f"{min(hours + 2, 17)}:{minutes}")))
            found |= span(number, clock, end)
    return found


@st.composite
def crowded(draw: st.DrawFn, weeks: int = 0) -> Agenda:
    """Return conversations and a meeting of one or two lead reviewers in few days cut up by other engagements.

    With `weeks`, in one week of so many, of which the last is short.
    """
    days = 7 * (weeks - 1) + draw(st.integers(1, 3)) if weeks else draw(st.integers(1, 3))
    leads = [person(id, Role.LEAD_REVIEWER, agency="") for id in ("l1", "l2")[: draw(st.integers(1, 2))]]
    staff = [person(f"c{number}", Role.CASE_GROUP, agency="school") for number in range(draw(st.integers(2, 4)))]
    ids = [lead.id for lead in leads]
    gap_minutes = draw(st.sampled_from((0, 30)))
    made = [conversation(each.id, [*ids, "t1"], leads=ids, minutes=90, gap_minutes=gap_minutes) for each in staff]
    load = DailyLoad(tuple(each.id for each in made), draw(st.integers(2, 3)))
    made += [activity("m", must=tuple(ids))] if draw(st.booleans()) else []
    everything = tuple(each.id for each in made)
    shapes: list[Shape] = [
        Blocks(everything, (), draw(st.integers(1, 2)), 0, 0),
        Early(everything, MONDAY),
        OneWeek(everything, MONDAY),
    ]
    meets = made[-1].id == "m"
    order = [Precedence(made[0].id, "m")] if meets and draw(st.booleans()) else []
    return agenda(
        [*leads, person("t1"), *staff],
        made,
        busy={id: draw(diaries(days)) for id in (*ids, "t1")},
        daily_loads=[load],
        precedences=order,
        shape=shapes[-1] if weeks else draw(st.sampled_from(shapes)),
        days=days,
    )
