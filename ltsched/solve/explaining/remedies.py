"""What resolves one clash: single steps that are enough, and steps that are enough together."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from ltsched.domain.agenda import Agenda
from ltsched.domain.explaining.explanation import Clash
from ltsched.domain.explaining.step import Step
from ltsched.errors import InvalidReview
from ltsched.solve.explaining.looks import Remedies
from ltsched.solve.explaining.steps.propose import Proposal

__all__ = ["find_remedies"]

MOST_BEGUN = 6
"""Where no step is enough, so many of the cheapest are looked at with what would be enough beside them."""

MOST_PAIRS = 12
"""Where some step is enough, so many pairs that cost less are looked at."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is asked: the agenda with some steps, whether the clash is resolved then, and what would help."""

    applied: Callable[[Sequence[Step]], Agenda]
    resolved: Callable[[Agenda], bool]
    proposed: Callable[[Agenda], Iterable[Proposal]]


def find_remedies(
    clash: Clash,
    applied: Callable[[Sequence[Step]], Agenda],
    resolved: Callable[[Agenda, Clash], bool],
    proposed: Callable[[Agenda, Clash], Iterable[Proposal]],
    *,
    most: int,
) -> Remedies:
    """Return what resolves `clash`: single steps, and pairs that cost less.

    Where no single step is enough, up to `most` are put together: each of the cheapest with what is enough beside it.
    """

    asked = _Asked(applied, lambda agenda: resolved(agenda, clash), lambda agenda: proposed(agenda, clash))
    return _of_depth(asked, (), most)


def _of_depth(asked: _Asked, begun: tuple[Step, ...], most: int) -> Remedies:
    """Return what is enough beside the steps `begun`, `most` more at most, together with these."""
    families = {step.change.family for step in begun}
    try:
        found = [each for each in asked.proposed(asked.applied(begun)) if each.step.change.family not in families]
    except InvalidReview:
        return Remedies(())
    enough = [each.step for each in found if each.enough]
    parts = sorted((each.step for each in found if not each.enough), key=lambda step: step.cost)
    if enough:
        pairs, all_looked_at = _cheaper_pairs(asked, begun, parts, min(step.cost for step in enough))
        return Remedies((*((*begun, step) for step in enough), *((*begun, *pair) for pair in pairs)), all_looked_at)
    if most == 1:
        return Remedies((), all_found=False)
    ways: dict[frozenset[Step], tuple[Step, ...]] = {}
    for step in parts[: MOST_BEGUN if not begun else MOST_BEGUN // 2]:
        for way in _of_depth(asked, (*begun, step), most - 1).ways:
            ways.setdefault(frozenset(way), way)
    return Remedies(tuple(ways.values()), all_found=not parts)


def _cheaper_pairs(
    asked: _Asked, begun: tuple[Step, ...], parts: Sequence[Step], cost: int
) -> tuple[list[tuple[Step, Step]], bool]:
    """Return the pairs of steps that are enough together and cost less than one that is; and whether all were tried."""
    tried = sorted(_pairs(parts, cost), key=lambda pair: pair[0].cost + pair[1].cost)
    found = []
    for pair in tried[:MOST_PAIRS]:
        try:
            if asked.resolved(asked.applied((*begun, *pair))):
                found.append(pair)
        except InvalidReview:
            continue
    return found, len(tried) <= MOST_PAIRS


def _pairs(parts: Sequence[Step], cost: int) -> Iterator[tuple[Step, Step]]:
    for one, other in itertools.combinations(parts, 2):
        if one.cost + other.cost < cost and one.change.family != other.change.family:
            yield one, other
