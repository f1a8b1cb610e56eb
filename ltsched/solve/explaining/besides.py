"""What is told besides the cheapest cures: another way to resolve a clash, and other days."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from ltsched.domain.explaining.step import Step
from ltsched.solve.explaining.together import cost, families, joined, together
from ltsched.solve.explaining.tried import Tried

__all__ = ["other_days", "other_ways"]

MOST_ALSO, MOST_OTHER_DAYS = 2, 3
"""So many other days are told of one cure, and so many are planned for all of them, at most."""

OTHER_DAYS = 0.4
"""With more of the effort there is spent, other days are planned only of what makes the report late."""

MOST_OTHER_WAYS = 2
"""Where there are several clashes, so many cures are told besides that resolve one of them in another way."""


def other_ways(tried: Tried, exhausted: Callable[[], bool]) -> None:
    """Where all cures resolve a clash in one way, and there are others, put one of those in its place."""
    told = 0
    for ways in list(tried.known.ways.values()) if len(tried.known.ways) > 1 else ():
        used = [way for way in ways if all(together(way) <= together(cure.steps) for cure in tried.found)]
        known = {families(way) for way in used}
        others = sorted((way for way in ways if families(way) not in known), key=cost)
        for way in others if used else ():
            if told == MOST_OTHER_WAYS or exhausted():
                return
            rest = tuple(step for step in tried.found[0].steps if step not in used[0])
            steps = joined(rest, way)
            if tried.does_the_same(steps) or tried.has_a_cure_in(steps):
                continue
            cure = tried.planned(steps)
            if cure is not None and tried.needed(cure) == cure:
                tried.found.append(cure)
                told += 1
                break


def other_days(tried: Tried, left: Sequence[tuple[Step, ...]]) -> None:
    """Plan some of what does the same as a cure and costs no more, while there is time; `left` is what there is."""
    planned = 0
    for index, cure in enumerate(tried.found):
        same = [steps for steps in left if families(steps) == families(cure.steps) and cost(steps) == cure.cost]
        for steps in same:
            if planned == MOST_OTHER_DAYS or tried.looks.stopped():
                return
            if tried.looks.spent() > OTHER_DAYS and not cure.brings.late_days:
                break
            other = set(steps) - set(cure.steps)
            if len(other) != 1 or len(cure.also) == MOST_ALSO or tried.first_clash(steps) is not None:
                continue
            planned += 1
            found = tried.planned(steps)
            if found is None:
                continue
            if found.brings.late_days < cure.brings.late_days:
                other, cure = set(cure.steps) - set(steps), replace(found, also=cure.also)
            cure = tried.found[index] = replace(cure, also=(*cure.also, *other))
