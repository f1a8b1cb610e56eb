"""How many activities with panels some people can hold on a row of days, wherever the meetings lie."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set

from ltsched.solve.arithmetic.one_day import OneDay

__all__ = ["most_on_days"]


def most_on_days(one_day: OneDay, days: Sequence[int], meetings: Mapping[str, Set[int]], *, enough: int) -> int | None:
    """Return how many can be held on `days` if all of `meetings` lie on these; None if the meetings do not fit.

    `meetings` have the days on which each can lie. From day to day, with each set of meetings that are over by then
    the most that can be held until then: no plan holds more. Counting ends at `enough`.
    """
    before, after = (ids & meetings.keys() for ids in one_day.ends)
    order = one_day.open.order
    first = {id: frozenset(other for other in meetings if id in order.after[other]) for id in meetings}
    nothing: frozenset[str] = frozenset()
    best: dict[frozenset[str], int] = {nothing: 0}
    for day in days:
        found: dict[frozenset[str], int] = {}
        there = [id for id in meetings if day in meetings[id]]
        for over, count in best.items():
            for today in _next(over, there, first, order.later):
                idle = not before <= over | today or not after.isdisjoint(over)
                held = one_day.most(day, today, idle=idle)
                if held is not None:
                    then = over | today
                    found[then] = max(found.get(then, 0), min(enough, count + held))
        best = found
    return best.get(frozenset(meetings))


def _next(
    over: frozenset[str], there: Sequence[str], first: Mapping[str, frozenset[str]], later: Set[tuple[str, str]]
) -> Iterator[frozenset[str]]:
    """Yield each set of meetings that one day could have, when those `over` lie before it; `first` come before each."""
    found = {frozenset[str]()}
    waiting = [frozenset[str]()]
    while waiting:
        today = waiting.pop()
        yield today
        for id in there:
            if id not in over and id not in today and first[id] <= over | today:
                more = today | {id}
                if more not in found and not any((one, id) in later for one in today):
                    found.add(more)
                    waiting.append(more)
