"""The same change by more and more, of which the smallest amount is looked for that resolves a clash."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ltsched.domain.explaining.step import Change, Step

__all__ = ["Ladder", "beyond", "least_step"]

STATED = "stated"
LITTLE = 3
"""So many amounts are little."""


@dataclass(frozen=True, slots=True)
class Ladder:
    """One change, by more and more.

    Parameters
    ----------
    kind
        The row of the costs: what one unit costs.
    changes
        By 1 unit, 2 units and so on; at least one.
    rules
        The rules that it loosens, as facts name them.
    stated
        Whether the source of the option states what it changes.
    straight
        Whether more of it never makes anything impossible that less of it allows.
    units
        What the first change costs, in units; each further one costs a unit more.
    drops
        Whether activities fall away with it, so that it may help whatever the facts are.
    flat
        Whether each further one costs the same.
    """

    kind: str
    changes: tuple[Change, ...]
    rules: frozenset[str]
    stated: bool = False
    straight: bool = True
    units: int = 1
    drops: bool = False
    flat: bool = False

    def step(self, index: int, costs: Mapping[str, int]) -> Step:
        """Return the change at `index` with what it costs."""
        factor = costs[STATED] if self.stated else 1
        return Step(
            self.kind,
            self.changes[index],
            (self.units if self.flat else self.units + index) * costs[self.kind] * factor,
        )

    def little(self, costs: Mapping[str, int]) -> Step:
        """Return the greatest of the first few amounts."""
        return self.step(min(LITTLE, len(self.changes)) - 1, costs)


def least_step(
    ladder: Ladder, fits: Callable[[Change], bool], costs: Mapping[str, int], *, little_first: bool = False
) -> tuple[Step, bool]:
    """Return the smallest step of `ladder` with which it `fits`, and True; else its first step, and False.

    Where more costs the same, and none fits, it is the last step, since the first may change nothing yet.
    `little_first` asks of the first few amounts before all others: where asking is dear, they are most of what helps.
    """
    changes = ladder.changes
    part = len(changes) - 1 if ladder.flat else 0
    if not ladder.straight:
        asked = changes[:LITTLE] if little_first else changes
        found = next((index for index, change in enumerate(asked) if fits(change)), None)
        return ladder.step(part if found is None else found, costs), found is not None
    low, high = 0, len(changes) - 1
    if little_first and high >= LITTLE:
        if fits(changes[LITTLE - 1]):
            high = LITTLE - 1
        elif fits(changes[-1]):
            low = LITTLE
        else:
            return ladder.step(part, costs), False
    elif not fits(changes[-1]):
        return ladder.step(part, costs), False
    while low < high:
        middle = (low + high) // 2
        if fits(changes[middle]):
            high = middle
        else:
            low = middle + 1
    return ladder.step(high, costs), True


def beyond(ladder: Ladder, step: Step, costs: Mapping[str, int]) -> tuple[Step, ...]:
    """Return two steps of `ladder` that go further than `step`: half the way on, and all of it."""
    index, last = ladder.changes.index(step.change), len(ladder.changes) - 1
    return tuple(ladder.step(rung, costs) for rung in dict.fromkeys(((index + last + 1) // 2, last)) if rung > index)
