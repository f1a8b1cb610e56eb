"""What could resolve a clash: steps of each kind, the smallest amount that does by itself, or else one unit."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ltsched.domain.activities import Activity
from ltsched.domain.agenda import Agenda
from ltsched.domain.explaining.changes.freed import FreedTogether
from ltsched.domain.explaining.explanation import Clash
from ltsched.domain.explaining.step import Step
from ltsched.domain.rules import Fact
from ltsched.model.grid import lay_grid
from ltsched.solve.explaining.steps.attempts import MANY, Attempts, Possible, each_has_a_start, never
from ltsched.solve.explaining.steps.freed_days import freed_days, left_by_others, several_days, starts_of
from ltsched.solve.explaining.steps.freed_halves import freed_halves
from ltsched.solve.explaining.steps.given_up import GivenUp
from ltsched.solve.explaining.steps.ladder import Ladder, beyond, least_step
from ltsched.solve.explaining.steps.number_ladders import number_ladders
from ltsched.solve.explaining.steps.people_ladders import people_ladders, room_ladders
from ltsched.solve.explaining.steps.related import DIARY, is_about_people, is_related
from ltsched.solve.explaining.steps.said_ladders import said_ladders

__all__ = ["Proposal", "steps_for"]

DAYS_A_GROUP, MOST_DAYS = 5, 40
"""So many days are told with the same people to free, and so many in all, where one activity alone does not fit."""

DAYS_OF_SEVERAL, MOST_LOOKS, MOST_PARTS = 2, 6, 2
"""Where several do not: days with the same people, days that are looked at, and days told where none alone helps."""

FEW, LOOKS_AT_MANY, HALVES_OF_MANY = 4, 16, 2
"""Where more than a few activities do not fit together, a look takes the solver: so many are taken at numbers, and so
many at people, of each of them at so many half days."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A step, and whether it is `enough` for the activities of the clash to fit, or only some of what it takes."""

    step: Step
    enough: bool


def steps_for(
    agenda: Agenda,
    clash: Clash,
    costs: Mapping[str, int],
    possible: Possible = each_has_a_start,
    exhausted: Callable[[], bool] = never,
) -> Iterator[Proposal]:
    """Yield the steps that could help with a clash, each once.

    Of each kind that loosens a fact of the clash it is the smallest amount that alone makes the activities of the clash
    fit; where no amount does, one unit, which may do so together with others. Where more costs the same, some more too:
    what is around the clash may need it.

    Parameters
    ----------
    agenda
        What has the clash.
    clash
        The clash; one without facts is taken to rest on anything.
    costs
        What one unit of each kind costs, by the names of the rows.
    possible
        How it is found out whether activities fit without the others.
    exhausted
        Whether there is no effort left: then what has been found so far is all.
    """
    activities = [one for one in agenda.activities if one.id in clash.activities and one.id not in agenda.over]
    wide = len(activities) > FEW
    attempts = Attempts(agenda, clash.activities, possible, LOOKS_AT_MANY if wide else MANY, exhausted)
    ladders = list(_ladders(agenda, activities))
    for ladder in sorted(ladders, key=lambda one: one.step(0, costs).cost) if wide else ladders:
        if exhausted():
            return
        related = not clash.facts or is_related(ladder, clash.facts)
        if related or ladder.drops:
            yield from _of_ladder(ladder, attempts, costs, wide=wide, related=related)
    if not clash.facts or is_about_people(clash.facts):
        yield from _freed(attempts, activities, clash.facts, costs)


def _of_ladder(
    ladder: Ladder, attempts: Attempts, costs: Mapping[str, int], *, wide: bool, related: bool
) -> Iterator[Proposal]:
    """Yield the smallest amount that is enough; where nothing more is asked, a little, which is taken to be."""
    if wide and not attempts.left:
        step = ladder.little(costs)  # it is for whoever plans with it to find out whether it helps
        enough = related and attempts.changes_something(step.change)
        part = False
    else:
        step, enough = least_step(ladder, attempts.fits, costs, little_first=wide)
        part = not enough and related and attempts.changes_something(step.change)
    if enough or part:
        yield Proposal(step, enough)
    if enough and ladder.flat:
        yield from (Proposal(more, enough) for more in beyond(ladder, step, costs))


def _ladders(agenda: Agenda, activities: Sequence[Activity]) -> Iterator[Ladder]:
    yield from number_ladders(agenda, activities)
    yield from people_ladders(agenda, activities)
    yield from room_ladders(agenda, activities)
    yield from said_ladders(agenda, activities)


def _freed(
    attempts: Attempts, activities: Sequence[Activity], facts: Sequence[Fact], costs: Mapping[str, int]
) -> Iterator[Proposal]:
    """Yield for each of `activities` the people who could be freed for it, day by day."""
    prices = GivenUp(attempts.agenda, lay_grid(attempts.agenda), costs)
    away = tuple(dict.fromkeys(id for fact in facts if fact.rule == DIARY for id in fact.ids[:1]))
    if len(activities) > FEW:
        attempts.left = LOOKS_AT_MANY
        for id in away:
            yield from _most_needed(attempts, id, activities, prices)
        return
    for activity in activities:
        if activity.agreed is not None:
            continue
        bits = left_by_others(activity, starts_of(activity, prices), attempts.agenda, prices.grid)
        days = freed_days(activity, bits, prices)
        if len(activities) == 1:
            yield from (Proposal(day.step(prices), True) for day in several_days(days, DAYS_A_GROUP, MOST_DAYS))
        else:
            # Whoever is not away, as far as the clash goes, is in nobody's way.
            days = [day for day in days if not away or any(id in away for id, _ in day.people)]
            several = several_days(days, DAYS_OF_SEVERAL, MOST_LOOKS)
            yield from _that_fit(attempts, [day.step(prices) for day in several])
    if len(activities) > 1:
        for id in away:
            yield from _that_fit(attempts, freed_halves(id, activities, prices)[:MOST_LOOKS])


def _that_fit(attempts: Attempts, steps: Sequence[Step]) -> Iterator[Proposal]:
    """Yield those of `steps` that alone resolve a clash of several activities; else the first ones, as parts."""
    found = [step for step in steps if attempts.fits(step.change)]
    yield from (Proposal(step, bool(found)) for step in found or steps[:MOST_PARTS])


def _most_needed(attempts: Attempts, id: str, activities: Sequence[Activity], prices: GivenUp) -> Iterator[Proposal]:
    """Yield the half days of somebody who is concerned by most of many activities: those that resolve their clash."""
    if sum(one.concerns(id) for one in activities) * 2 <= len(activities):
        return
    halves = freed_halves(id, activities, prices)
    times = tuple(time for step in halves if isinstance(step.change, FreedTogether) for time in step.change.times)
    if times and attempts.fits(FreedTogether(times)):
        yield from _that_fit(attempts, halves[:HALVES_OF_MANY])
