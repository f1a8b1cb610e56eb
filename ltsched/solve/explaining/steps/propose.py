"""What could resolve a clash: steps of each kind, the smallest amount that does by itself, or else one unit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ltsched.domain.activities import Activity
from ltsched.domain.agenda import Agenda
from ltsched.domain.explaining.explanation import Clash
from ltsched.domain.explaining.step import Step
from ltsched.model.grid import lay_grid
from ltsched.solve.explaining.steps.freed_days import FreedDay, freed_days, several_days, starts_of
from ltsched.solve.explaining.steps.given_up import GivenUp
from ltsched.solve.explaining.steps.ladder import Ladder, least_step
from ltsched.solve.explaining.steps.look import Look, Possible, each_has_a_start
from ltsched.solve.explaining.steps.number_ladders import number_ladders
from ltsched.solve.explaining.steps.people_ladders import people_ladders, room_ladders
from ltsched.solve.explaining.steps.said_ladders import said_ladders

__all__ = ["Proposal", "steps_for"]

PEOPLE = frozenset({"diary", "must attend", "quorum", "panel", "availability", "room", "room busy"})
DAYS_A_GROUP, MOST_DAYS = 5, 40
MOST_LOOKS, MOST_PARTS = 6, 2


@dataclass(frozen=True, slots=True)
class Proposal:
    """A step, and whether it is `enough` for the activities of the clash to fit, or only some of what it takes."""

    step: Step
    enough: bool


def steps_for(
    agenda: Agenda, clash: Clash, costs: Mapping[str, int], possible: Possible = each_has_a_start
) -> Iterator[Proposal]:
    """Yield the steps that could help with a clash, each once.

    Of each kind that loosens a fact of the clash it is the smallest amount that alone makes the activities of the clash
    fit; where no amount does, one unit, which may do so together with others.

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
    """
    look = Look(agenda, clash.activities, possible)
    activities = [one for one in agenda.activities if one.id in clash.activities and one.id not in agenda.over]
    for ladder in _ladders(agenda, activities):
        if _has_a_part(ladder, clash):
            step, alone = least_step(ladder, look.fits, costs)
            if alone or look.with_change(step.change) is not None:
                yield Proposal(step, alone)
    if not clash.facts or any(fact.rule in PEOPLE or fact.kind for fact in clash.facts):
        yield from _freed(look, activities, costs)


def _ladders(agenda: Agenda, activities: Sequence[Activity]) -> Iterator[Ladder]:
    yield from number_ladders(agenda, activities)
    yield from people_ladders(agenda, activities)
    yield from room_ladders(agenda, activities)
    yield from said_ladders(agenda, activities)


def _has_a_part(ladder: Ladder, clash: Clash) -> bool:
    """Return whether `ladder` loosens any fact of `clash`."""
    if not clash.facts:
        return True
    rules = {name for fact in clash.facts for name in (fact.rule, fact.kind)}
    keys = {fact.key for fact in clash.facts} - {""}
    return not ladder.rules.isdisjoint(rules) or not keys.isdisjoint(ladder.changes[0].family)


def _freed(look: Look, activities: Sequence[Activity], costs: Mapping[str, int]) -> Iterator[Proposal]:
    """Yield for each of `activities` the people who could be freed for it, day by day."""
    prices = GivenUp(look.agenda, lay_grid(look.agenda), costs)
    for activity in activities:
        if activity.agreed is not None:
            continue
        days = freed_days(activity, starts_of(activity, prices), prices)
        if len(activities) == 1:
            yield from (Proposal(day.step(prices), True) for day in several_days(days, DAYS_A_GROUP, MOST_DAYS))
        else:
            yield from _of_several(look, days, prices)


def _of_several(look: Look, days: Sequence[FreedDay], prices: GivenUp) -> Iterator[Proposal]:
    """Yield the days on which freeing people resolves a clash of several activities; else the cheapest ones."""
    tried = [day.step(prices) for day in several_days(days, 2, MOST_LOOKS)]
    found = [step for step in tried if look.fits(step.change)]
    yield from (Proposal(step, bool(found)) for step in found or tried[:MOST_PARTS])
