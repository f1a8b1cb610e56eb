"""An agenda without some of its activities: what stood around them stays in its order and its places."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from ltsched.domain.rules import Blocks, Precedence, Shape, Spread

__all__ = ["bridged", "without"]


def bridged(rules: Iterable[Precedence], dropped: Collection[str]) -> tuple[Precedence, ...]:
    """Return the rules between what is left: what came before something dropped comes before what came after it.

    The lags to what is dropped go with it.
    """
    left = list(rules)
    for id in dict.fromkeys(rule.before for rule in left if rule.before in dropped):
        before = [rule.before for rule in left if rule.after == id]
        after = [rule.after for rule in left if rule.before == id]
        ordered = {(rule.before, rule.after) for rule in left}
        left += [Precedence(one, other) for one in before for other in after if (one, other) not in ordered]
        left = [rule for rule in left if id not in (rule.before, rule.after)]
    return tuple(dict.fromkeys(rule for rule in left if rule.before not in dropped and rule.after not in dropped))


def without(shape: Shape, dropped: Collection[str]) -> Shape:
    """Return `shape` for what is left: the even positions of the others stay as they were."""
    if not dropped:
        return shape
    if isinstance(shape, Blocks):
        first, second = (tuple(id for id in ids if id not in dropped) for ids in (shape.first, shape.second))
        return replace(shape, first=first, second=second)
    left = tuple(id for id in shape.activities if id not in dropped)
    if isinstance(shape, Spread):
        places = zip(shape.activities, shape.positions, strict=True)
        return replace(shape, activities=left, positions=tuple(place for id, place in places if id not in dropped))
    return replace(shape, activities=left)
