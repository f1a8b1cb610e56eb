"""Mid-range, Focused and Themed reviews in full diaries: a chain of meetings, each with a day that was kept."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from .cast import Cast
from .diaries import Filling
from .instance import Instance
from .planting import CONVERSATION_STARTS, plant_conversations, plant_meeting, working_day

__all__ = ["FOCUSED", "MID_RANGE", "THEMED", "audits", "early"]

Link = tuple[float, str, int]
"""Weeks after the end of the lead-in, whose ids (l, t, p) are expected, and the minutes."""

MID_RANGE: tuple[Link, ...] = ((0, "ltp", 90), (3, "lt", 210), (5, "lt", 210), (7, "lt", 210), (9, "ltp", 300))
FOCUSED: tuple[Link, ...] = ((0, "ltp", 90), (1, "lt", 210), (4, "ltp", 360), (6, "lt", 210))
THEMED: tuple[Link, ...] = (
    *((0, "ltp", 90), (1, "lt", 210), (6, "lt", 210)),
    *((8, "lt", 210), (10, "ltp", 360), (12, "lt", 210)),
    *((9, "lt", 210), (11, "ltp", 360), (13, "lt", 210)),
)


def early(
    name: str,
    option: str,
    hard: str,
    cast: Cast,
    filling: Filling,
    chain: Sequence[Link],
    *,
    lead_in_weeks: int = 4,
    weeks: int = 13,
    commissioned: date = date(2027, 5, 10),
    leads: Filling | None = None,
    decoys: int = 4,
    come: float = 0.8,
    talks: tuple[float, float] | None = None,
    **more: Any,
) -> Instance:
    """Make a review whose meetings have the days that `chain` tells, and `decoys` other days each that are not as good.

    Parameters
    ----------
    weeks
        For so many weeks after the lead-in anything may be planned at all.
    talks
        Between which weeks after the lead-in the conversations have their time.
    """
    instance = Instance(name, option, hard, "possible", cast, commissioned, **more)
    diaries, dice = instance.diaries, instance.diaries.dice
    opens = commissioned + timedelta(weeks=lead_in_weeks)
    # Nothing is planned later than eight weeks after the span, so that no diary is needed there.
    instance.customise["span-weeks"] = weeks - 8
    diaries.fill(instance.ids("tpfx"), commissioned + timedelta(weeks=1), lead_in_weeks + weeks - 1, filling)
    own = leads or Filling(filling.away * 0.7, filling.part * 0.7, filling.tentative, filling.grain_minutes)
    diaries.fill(instance.ids("l"), commissioned, lead_in_weeks + weeks, own)
    plant_meeting(instance, working_day(commissioned + timedelta(days=8)), 120, "lt", 0.9)
    days = set()
    for after, group, minutes in chain:
        day = working_day(opens + timedelta(days=round(after * 7) + dice.randrange(4)))
        plant_meeting(instance, day, minutes, group, come)
        days.add(day)
        for _ in range(decoys):
            other = working_day(day + timedelta(days=dice.randrange(-14, 15)))
            if other not in days:
                plant_meeting(instance, other, minutes, group, come - dice.uniform(0.0, 0.2), certain=False)
    if talks:
        first, last = (opens + timedelta(days=round(after * 7)) for after in talks)
        plant_conversations(instance, first, last, apart_from=days)
    return instance


def audits(instance: Instance, count: int, by: str, first: date, last: date, agencies: Sequence[str]) -> str:
    """Keep time free for `count` audits of three hours by two people of different agencies; return their tables."""
    diaries, dice = instance.diaries, instance.diaries.dice
    people = [person for person in instance.cast.people() if person.id[0] in by]
    days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    days = [day for day in days if working_day(day) == day]
    taken: set[tuple[str, date]] = set()
    tables = []
    for number in range(1, count + 1):
        while True:
            day = dice.choice(days)
            one, other = dice.sample(people, 2)
            if one.agency != other.agency and not {(one.id, day), (other.id, day)} & taken:
                break
        taken |= {(one.id, day), (other.id, day)}
        start = dice.choice((CONVERSATION_STARTS[0], 13 * 60))
        for who in (one.id, other.id):
            diaries.clear(who, day, start, start + 180)
        whose = dice.sample(list(agencies), 2)
        tables.append(f'[[audit]]\nid       = "f{number:02}"\nagencies = ["{whose[0]}", "{whose[1]}"]\n')
    return "\n".join(tables)
