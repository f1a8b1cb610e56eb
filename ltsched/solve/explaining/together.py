"""Steps that are taken together: what tells them apart, what they cost, and how more of them are put beside them."""

from __future__ import annotations

from collections.abc import Iterable

from ltsched.domain.explaining.step import Step

__all__ = ["Together", "asks_more", "cost", "families", "joined", "together"]

Together = frozenset[object]
"""Steps that are taken together, by what tells them apart."""


def together(steps: Iterable[Step]) -> Together:
    """Return what tells sets of steps apart: not what else a number is called."""
    return frozenset((step.change.family, step.change.amount) for step in steps)


def asks_more(steps: Iterable[Step], of: Iterable[Step]) -> bool:
    """Return whether `steps` ask for all that those of a cure ask for, and for more: nobody would choose them.

    To free somebody together with others, on whatever day, is more than to free them.
    """
    left = list(steps)
    for step in of:
        same = next((each for each in left if _as_much(each, step)), None)
        if same is None:
            return False
        left.remove(same)
    return bool(left) or families(steps) != families(of)


def _as_much(one: Step, other: Step) -> bool:
    if one.cost < other.cost:
        return False
    freed = one.change.freed, other.change.freed
    return freed[1] <= freed[0] if all(freed) else one.change.covers(other.change)


def families(steps: Iterable[Step]) -> frozenset[tuple[str, ...]]:
    """Return what steps have in common with others that do the same on other days or by other amounts."""
    return frozenset(step.change.family for step in steps)


def cost(steps: Iterable[Step]) -> int:
    """Return what all of them cost."""
    return sum(step.cost for step in steps)


def joined(steps: tuple[Step, ...], way: Iterable[Step]) -> tuple[Step, ...]:
    """Return `steps` and those of `way`: of two of which one does all that the other does, that one is enough."""
    found = list(steps)
    for step in way:
        if any(taken.change.covers(step.change) for taken in found):
            continue
        covered = [index for index, taken in enumerate(found) if step.change.covers(taken.change)]
        if covered:
            found[covered[0]] = step
            found = [taken for index, taken in enumerate(found) if index not in covered[1:]]
        else:
            _put(step, found)
    return tuple(found)


def _put(step: Step, found: list[Step]) -> None:
    """Put `step` beside those of `found`, as one with another where the two can only be written as one."""
    for index, taken in enumerate(found):
        both = taken.change.with_other(step.change)
        if both is not None:
            found[index] = Step(taken.kind, both, taken.cost + step.cost)
            return
    found.append(step)
