"""Cut the candidates to what the order leaves: each activity against the earliest and latest of the others."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from ltsched.domain.agenda import Agenda
from ltsched.domain.rules import LagUnit, Precedence
from ltsched.domain.timegrid import TimeGrid
from ltsched.domain.working_days import WorkingDays
from ltsched.model.candidates import Candidates

__all__ = ["tighten", "tightened"]


def tighten(agenda: Agenda, grid: TimeGrid, found: Mapping[str, Candidates]) -> dict[str, Candidates]:
    """Return the candidates without the starts that no order allows; an activity may be left with none.

    For each precedence, starts of `after` go that lie before the earliest end of `before` and its least lag, and so on
    for the other side and the greatest lag; repeated until nothing changes. An activity that has no start at all cuts
    nothing more.
    """
    bits = tightened(agenda, grid, found, {id: candidates.bits for id, candidates in found.items()})
    return {id: candidates.only(bits[id]) for id, candidates in found.items()}


def tightened(
    agenda: Agenda, grid: TimeGrid, found: Mapping[str, Candidates], starts: Mapping[str, int]
) -> dict[str, int]:
    """Return what `tighten` leaves of bit sets of `starts` of the candidates, one for each."""
    days = _tables(agenda.review.commissioned, grid.days, agenda.working_days)
    bits = dict(starts)
    waiting = True
    while waiting:
        waiting = False
        for rule in agenda.precedences:
            if not bits.get(rule.before) or not bits.get(rule.after):
                continue
            length = found[rule.before].length
            cut = _cut(rule, days[rule.unit], grid.slots_a_day, length, bits[rule.before], bits[rule.after])
            for id, left in zip((rule.before, rule.after), cut, strict=True):
                waiting = waiting or left != bits[id]
                bits[id] = left
    return bits


@lru_cache(maxsize=8)
def _tables(first: date, days: tuple[date, ...], working_days: WorkingDays) -> Mapping[LagUnit, list[int]]:
    """Return for each of `days` how many days lie between `first` and it; asked for again and again."""
    return {
        LagUnit.WORKING_DAYS: [working_days.count(first, day) for day in days],
        LagUnit.DAYS: [(day - first).days for day in days],
    }


def _cut(rule: Precedence, table: list[int], slots_a_day: int, length: int, before: int, after: int) -> tuple[int, int]:
    """Return the starts that are left of `before` and of `after`, two bit sets that are not empty."""
    earliest, latest = _first(before), after.bit_length() - 1
    earliest_day, latest_day = table[earliest // slots_a_day], table[latest // slots_a_day]
    low = max(earliest + length, slots_a_day * bisect_left(table, earliest_day + rule.least))
    high = min(latest - length, slots_a_day * bisect_right(table, latest_day - rule.least) - 1)
    after_left = after & ~_below(low)
    before_left = before & _below(high + 1)
    if rule.most is not None:
        last_day, first_day = table[(before.bit_length() - 1) // slots_a_day], table[_first(after) // slots_a_day]
        after_left &= _below(slots_a_day * bisect_right(table, last_day + rule.most))
        before_left &= ~_below(slots_a_day * bisect_left(table, first_day - rule.most))
    return before_left, after_left


def _first(bits: int) -> int:
    return (bits & -bits).bit_length() - 1


def _below(slot: int) -> int:
    """Return the bit set of all slots before `slot`."""
    return (1 << max(0, slot)) - 1
