"""Plan one review with ltsched, with Timefold and by hand, and see who is better."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import ltsched
from ltsched.domain.timetable import StageResult

from .greedy import plan_by_hand
from .judged import Judged, better, judge
from .problem import NotComparable, Problem
from .timefold import SEARCHES, Mark, Timefold

__all__ = ["BY_HAND", "Row", "Ways", "compare", "contradictions"]

BY_HAND = "by hand"


@dataclass(frozen=True, slots=True)
class Ways:
    """How the others are run.

    Parameters
    ----------
    timefold
        None where it is left out.
    factors
        How many times our processor time it has, in order.
    most_seconds
        The most that it has, whatever that comes to.
    time_limit_seconds
        For ltsched, by the clock on the wall.
    searches
        Of Timefold: each has all of the time, and the best that any of them found counts.
    """

    timefold: Timefold | None
    factors: Sequence[float] = (1.0, 10.0)
    most_seconds: float = 120.0
    time_limit_seconds: float = 120.0
    searches: Sequence[str] = SEARCHES
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """How one review went.

    Parameters
    ----------
    status
        Of ltsched.
    seconds
        Of processor time, from the review as it was read to the timetable, checked.
    stages
        Of ltsched's timetable; empty if there is none.
    others
        By name, in order: Timefold with its factor, by hand.
    limits
        By name, the seconds of processor time that Timefold had.
    left_out
        Why the others were not asked; empty where they were.
    """

    instance: str
    status: str
    seconds: float
    stages: tuple[StageResult, ...]
    others: Mapping[str, Judged]
    limits: Mapping[str, float]
    left_out: str = ""

    @property
    def values(self) -> dict[str, int] | None:
        """The values of ltsched; None without a timetable."""
        return {stage.name: stage.value for stage in self.stages} or None

    def better_at(self, name: str) -> str | None:
        """Return where `name` is better than ltsched: a stage, or ``a timetable`` where ltsched has none; else None."""
        theirs, ours = self.others[name].values, self.values
        if theirs is None:
            return None
        return "a timetable" if ours is None else better(theirs, ours)

    def worse_at(self, name: str) -> str | None:
        """Return where `name` is worse than ltsched: a stage, or ``a timetable`` where it has none; else None."""
        theirs, ours = self.others[name].values, self.values
        if ours is None:
            return None
        return "a timetable" if theirs is None else better(ours, theirs)

    def as_dict(self) -> dict[str, Any]:
        """Return it in the types of JSON."""
        return {
            "instance": self.instance,
            "status": self.status,
            "processor_seconds": round(self.seconds, 2),
            "stages": [{"name": one.name, "value": one.value, "bound": one.bound} for one in self.stages],
            "others": {
                name: {
                    "processor_seconds_given": self.limits.get(name),
                    "processor_seconds": judged.seconds,
                    "values": judged.values and dict(judged.values),
                    "broken": list(judged.broken),
                    "better_at": self.better_at(name),
                    "worse_at": self.worse_at(name),
                }
                for name, judged in self.others.items()
            },
            "left_out": self.left_out,
        }


def compare(folder: Path, ways: Ways) -> Row:
    """Plan the review in `folder` all ways.

    Raises
    ------
    InvalidReview
        The folder has mistakes.
    Unavailable
        Timefold ended with an error.
    """
    review = ltsched.read_review(folder)
    began = time.process_time()
    result = ltsched.plan(review, time_limit_seconds=ways.time_limit_seconds, seed=ways.seed)
    seconds = time.process_time() - began
    stages = result.timetable.stages if result.timetable else ()
    try:
        problem = Problem.of(result.agenda)
    except NotComparable as why:
        return Row(folder.name, str(result.status), seconds, stages, {}, {}, str(why))
    others: dict[str, Judged] = {}
    limits: dict[str, float] = {}
    if ways.timefold is not None:
        limits = {f"Timefold {factor:g}×": min(factor * seconds, ways.most_seconds) for factor in ways.factors}
        for search in ways.searches:
            marks = ways.timefold.run(problem, list(limits.values()), search=search, seed=ways.seed)
            for name, mark in zip(limits, marks, strict=True):
                others[name] = _best(others.get(name), _judged(problem, mark))
    began = time.process_time()
    by_hand = plan_by_hand(problem)
    took = time.process_time() - began
    others[BY_HAND] = Judged(None) if by_hand is None else judge(result.agenda, problem.grid, by_hand, took)
    return Row(folder.name, str(result.status), seconds, stages, others, limits)


def _judged(problem: Problem, mark: Mark) -> Judged:
    if mark.placed is None or mark.seconds is None:
        return Judged(None)
    return judge(problem.agenda, problem.grid, mark.placed, mark.seconds)


def _best(one: Judged | None, other: Judged) -> Judged:
    """Return the better of two, the first one where they are as good."""
    if one is None or one.values is None:
        return one if one is not None and other.values is None and one.broken else other
    return other if other.values is not None and better(other.values, one.values) else one


def contradictions(row: Row) -> list[str]:
    """Return what others have found and ltsched calls impossible: a sentence each.

    It says that a review has no timetable, or that none is below a bound that is as good in all stages before.
    """
    found = []
    bounds = {stage.name: stage.bound for stage in row.stages}
    for name, judged in row.others.items():
        at = row.better_at(name)
        if at is None or judged.values is None:
            continue
        if at in bounds and judged.values[at] < bounds[at]:
            found.append(f"{row.instance}: {name} has {at} {judged.values[at]}, proven to be at least {bounds[at]}")
        elif at not in bounds and row.status == "infeasible":
            found.append(f"{row.instance}: {name} has a timetable, proven to be impossible")
    return found
