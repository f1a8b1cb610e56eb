"""Which activity precedes which: the orders of an option, put to its activities."""

from __future__ import annotations

import itertools
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ltsched.domain.activities import Activity
from ltsched.domain.option import ForEach, OrderTemplate, Pairing, Template
from ltsched.domain.rules import LagUnit, Precedence

__all__ = ["circle", "descendants", "in_order", "precedences"]

Group = Sequence[Activity]
Pair = tuple[Activity, Activity]


def precedences(
    templates: Iterable[Template],
    orders: Iterable[OrderTemplate],
    groups: Mapping[str, Mapping[str, Group]],
) -> tuple[Precedence, ...]:
    """Return what `orders` mean for the activities.

    Parameters
    ----------
    groups
        For each template its activities, in groups that each have an order of their own: by the focused review they
        belong to, under ``""`` where there is but one group.
    """
    found: list[Precedence] = []
    ordered = set()
    for order in orders:
        for before, after in itertools.product(order.before, order.after):
            then = [activity for group in groups.get(order.then, {}).values() for activity in group]
            for first, second in _matching(groups.get(before, {}), groups.get(after) or {"": then}):
                pairs = _chain(first) if before == after else _pairs(order.pairing, first, second, then)
                for one, other in pairs:
                    found += _with_lags(order, one, other)
            ordered.add((before, after))
    for template in templates:
        if template.count is not None and (template.id, template.id) not in ordered:
            for group in groups.get(template.id, {}).values():
                found += [Precedence(one.id, other.id) for one, other in _chain(group)]
    return tuple(dict.fromkeys(found))


def _matching(before: Mapping[str, Group], after: Mapping[str, Group]) -> Iterator[tuple[Group, Group]]:
    """Pair groups of the same focused review; a group that belongs to none is paired with every other."""
    for (key, first), (other_key, second) in itertools.product(before.items(), after.items()):
        if key == other_key or not key or not other_key:
            yield first, second


def _chain(group: Group) -> Iterator[Pair]:
    return itertools.pairwise(group)


def _pairs(pairing: Pairing, before: Group, after: Group, then: Group) -> list[Pair]:
    """Return which of `before` directly precede which of `after` (see `Pairing`)."""
    if not before or not after:
        return []
    if pairing is Pairing.LAST:
        return [(before[-1], other) for other in after]
    if pairing is Pairing.HALF:
        half = -(-len(before) // 2)
        return [*itertools.product(before[:half], after), *itertools.product(after, before[half:])]
    if pairing is Pairing.SHARE:
        return _take_turns(before, after)
    if pairing is Pairing.LAST_BEFORE:
        # They take turns (share), so that this many of `after` come before the first of `then`.
        analyses = -(-len(after) // len(then)) if then and then is not after else len(after)
        return [(one, other) for one in before for other in (after[analyses - 1], *then[:1])]
    return list(itertools.product(before, after))


def _take_turns(before: Group, after: Group) -> list[Pair]:
    pairs: list[Pair] = []
    for number, other in enumerate(after, 1):
        last = -(-number * len(before) // len(after))
        pairs.append((before[last - 1], other))
        if last < len(before):
            pairs.append((other, before[last]))
    return pairs


def _with_lags(order: OrderTemplate, one: Activity, other: Activity) -> Iterator[Precedence]:
    """Yield the precedence with its lags; a pair that a half or a turn puts the other way round has none."""
    if one.template in order.before:
        most = order.most_working_days
        if order.least_working_days or most is not None or (order.least_weeks is None and order.most_weeks is None):
            yield Precedence(one.id, other.id, order.least_working_days, most)
        if order.least_weeks is not None or order.most_weeks is not None:
            most_days = None if order.most_weeks is None else 7 * order.most_weeks
            yield Precedence(one.id, other.id, 7 * (order.least_weeks or 0), most_days, LagUnit.DAYS)
    else:
        yield Precedence(one.id, other.id)


def descendants(id: str, rules: Iterable[Precedence]) -> frozenset[str]:
    """Return the activities that must come after `id`, at any distance; `id` itself is not one of them."""
    following: dict[str, list[str]] = {}
    for rule in rules:
        following.setdefault(rule.before, []).append(rule.after)
    found: set[str] = set()
    waiting = [id]
    while waiting:
        for after in following.get(waiting.pop(), ()):
            if after not in found:
                found.add(after)
                waiting.append(after)
    return frozenset(found)


def circle(rules: Iterable[Precedence]) -> tuple[str, ...]:
    """Return the shortest way from an activity back to itself, first and last the same; empty if there is none."""
    following: dict[str, list[str]] = {}
    for rule in rules:
        following.setdefault(rule.before, []).append(rule.after)
    found = (way for start in following if (way := _way_back(start, following)))
    return min(found, key=len, default=())


def _way_back(start: str, following: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    came_from: dict[str, str] = {}
    waiting = deque([start])
    while waiting:
        here = waiting.popleft()
        for after in following.get(here, ()):
            if after == start:
                way = [here]
                while way[-1] != start:
                    way.append(came_from[way[-1]])
                return (*reversed(way), start)
            if after not in came_from:
                came_from[after] = here
                waiting.append(after)
    return ()


def in_order(activities: Sequence[Activity], rules: Sequence[Precedence]) -> list[Activity]:
    """Return `activities` sorted so that each comes after all that must precede it; stable where there is a choice."""
    after = {activity.id: descendants(activity.id, rules) for activity in activities}
    left = list(activities)
    found: list[Activity] = []
    while left:
        ready = next((one for one in left if not any(one.id in after[other.id] for other in left)), left[0])
        found.append(ready)
        left.remove(ready)
    return found


def keyed(template: Template, activities: Iterable[tuple[str, Activity]]) -> dict[str, list[Activity]]:
    """Group the activities of a template by the focused review they belong to, ``""`` for all others."""
    groups: dict[str, list[Activity]] = {}
    for key, activity in activities:
        groups.setdefault(key if template.for_each is ForEach.FOCUSED_REVIEW else "", []).append(activity)
    return groups
