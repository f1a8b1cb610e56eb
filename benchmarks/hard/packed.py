"""Reviews packed into one week or two blocks, around a timetable that was laid by hand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from .cast import Cast
from .diaries import Filling
from .instance import Instance
from .planting import may_hold, plant_meeting

__all__ = ["BLOCKS", "WEEK", "blocks", "week"]

Place = tuple[int, str, int]
"""Days after Monday; introduction (I), review team (R), joint meeting (J) or conversation (C); and when, in minutes."""

WEEK: tuple[Place, ...] = (
    *((0, "I", 540), (0, "C", 630), (0, "C", 780), (0, "R", 930)),
    *((1, "R", 540), (1, "C", 630), (1, "C", 780)),
    *((2, "C", 540), (2, "C", 690), (2, "C", 840)),
    *((3, "C", 540), (3, "R", 690), (3, "J", 810)),
    *((4, "R", 540), (4, "R", 630), (4, "J", 780)),
)
"""A Speed+ week from nine to five: no lead reviewer can hold more than these eight conversations.

The third analysis, the first joint meeting, two more analyses and the second joint meeting follow the conversations in
this order. The last three of them fill Friday, so that Thursday has room for one conversation. Of the three days before
those without a meeting hold three; the introduction and the first two analyses take one from each of two days, or two
from one.
"""

BLOCKS: tuple[Place, ...] = (
    *((0, "I", 540), (0, "C", 630), (0, "C", 780)),
    *((1, "R", 540), (1, "C", 750), (1, "C", 900)),
    *((2, "R", 540), (2, "C", 750), (2, "C", 900)),
    *((3, "C", 540), (3, "C", 690), (3, "C", 840)),
    *((4, "C", 540), (4, "R", 690)),
    *((35, "J", 570), (36, "R", 540), (37, "R", 600), (38, "J", 600)),
)
"""Two blocks five weeks apart: ten conversations for each lead reviewer from nine to five."""


def _packed(
    instance: Instance,
    monday: date,
    places: Sequence[Place],
    minutes: dict[str, int],
    filling: Filling,
    leads: Filling,
    *,
    opens: date,
    weeks: int,
    come: float,
) -> Instance:
    """Fill all diaries from `opens`, then keep free what `places` says of the week of `monday`."""
    diaries, dice = instance.diaries, instance.diaries.dice
    instance.closed = (opens + timedelta(weeks=weeks), opens + timedelta(weeks=weeks + 26))
    diaries.fill(instance.ids("tpf"), opens, weeks, filling)
    diaries.fill(instance.ids("l"), opens, weeks, leads)
    for day, what, start in places:
        if what != "C":
            group = "lt" if what == "R" else "ltp"
            plant_meeting(instance, monday + timedelta(days=day), minutes[what], group, come, start=start)
    turns = [(day, start) for day, what, start in places if what == "C"]
    whom = [person.id for person in instance.cast.people() if person.rank is not None]
    dice.shuffle(whom)
    leaders, team = instance.ids("l"), instance.ids("t")
    held: dict[tuple[str, int], int] = {}
    busy: set[tuple[str, int, int]] = set()
    # Where there are more conversations than places, those that are left have none.
    for number, practitioner in enumerate(whom[: len(turns) * len(leaders)]):
        day, start = turns[number // len(leaders)]
        lead = leaders[number % len(leaders)]
        able = [who for who in team if may_hold(instance, who, practitioner) and (who, day, start) not in busy]
        second = min(able, key=lambda who: (held.get((who, day), 0), dice.random()))
        held[second, day] = held.get((second, day), 0) + 1
        busy.add((second, day, start))
        for who in (lead, second, practitioner):
            diaries.clear(who, monday + timedelta(days=day), start, start + 120)
    return instance


def week(
    name: str,
    hard: str,
    cast: Cast,
    filling: Filling,
    leads: Filling,
    *,
    commissioned: date = date(2027, 1, 18),
    monday: date = date(2027, 6, 14),
    come: float = 0.8,
    verdict: str = "possible",
    **more: Any,
) -> Instance:
    """Make a Speed+ review whose week of `monday` was kept as `WEEK` is laid."""
    instance = Instance(name, "speed-plus", hard, verdict, cast, commissioned, **more)
    opens = commissioned + timedelta(weeks=15)
    minutes = {"I": 90, "R": 90, "J": 180}
    return _packed(instance, monday, WEEK, minutes, filling, leads, opens=opens, weeks=11, come=come)


def blocks(
    name: str,
    hard: str,
    cast: Cast,
    filling: Filling,
    leads: Filling,
    *,
    commissioned: date = date(2027, 1, 4),
    monday: date = date(2027, 4, 5),
    come: float = 0.8,
    verdict: str = "possible",
    **more: Any,
) -> Instance:
    """Make an Intensive review whose weeks of `monday` and five weeks later were kept as `BLOCKS` is laid."""
    instance = Instance(name, "intensive", hard, verdict, cast, commissioned, **more)
    opens = commissioned + timedelta(weeks=8)
    minutes = {"I": 90, "R": 210, "J": 300}
    return _packed(instance, monday, BLOCKS, minutes, filling, leads, opens=opens, weeks=15, come=come)
