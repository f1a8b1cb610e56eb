"""Activities that have to lie in one week, or in one block: the few weeks or blocks that need to be looked at.

Most weeks are like others. Where everybody can in one week whenever they can in another one, whatever fits into the
other one fits into it, too: it is enough to look at the best ones.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ltsched.domain.agenda import Agenda
from ltsched.domain.rules import Blocks, OneWeek, monday
from ltsched.domain.timegrid import TimeGrid
from ltsched.model.candidates import Candidates
from ltsched.model.free_time import FreeTime
from ltsched.model.narrow import narrow
from ltsched.model.tighten import tightened
from ltsched.solve.arithmetic.stretches import blocks_of, weeks_of

__all__ = ["groups_of", "lies_together", "parts_of"]

MOST_PARTS = 6
"""Where more weeks or blocks are among the best ones, they are looked at together."""


def groups_of(agenda: Agenda) -> tuple[tuple[str, ...], ...]:
    """Return the activities of `agenda` that have to lie in one week, or in each of two blocks."""
    shape = agenda.shape
    if isinstance(shape, OneWeek):
        groups = [shape.activities]
    elif isinstance(shape, Blocks):
        groups = [shape.first, shape.second]
    else:
        groups = []
    known = {activity.id for activity in agenda.activities}
    found = (tuple(id for id in group if id in known) for group in groups)
    return tuple(group for group in found if group)


def lies_together(agenda: Agenda, ids: Collection[str]) -> bool:
    """Return whether `ids` are several activities, all of which have to lie in one week or block."""
    return len(ids) > 1 and any(set(ids) <= set(group) for group in groups_of(agenda))


def parts_of(agenda: Agenda, free: FreeTime, candidates: Mapping[str, Candidates]) -> list[Mapping[str, Candidates]]:
    """Return candidates of which some are enough: all fits if it fits with one of them; empty where nothing does.

    Each are cut to what the order leaves, and no activity is without a start. Of activities that need not all lie in
    one week or block there is one part at most.
    """
    if not lies_together(agenda, candidates):
        whole = _not_too_far(agenda, free.grid, narrow(agenda, free.grid, candidates))
        return [whole] if all(own.starts for own in whole.values()) else []
    found = []
    for days in _best(agenda, free, candidates):
        kept = _slots(days, free.grid)
        starts = {id: own.bits & kept for id, own in candidates.items()}
        left = tightened(agenda, free.grid, candidates, starts)
        if all(left.values()):
            found.append(left)
    if len(found) > MOST_PARTS:
        found = [{id: _any(part[id] for part in found) for id in candidates}]
    return [{id: own.only(left[id]) for id, own in candidates.items()} for left in found]


def _not_too_far(agenda: Agenda, grid: TimeGrid, found: Mapping[str, Candidates]) -> Mapping[str, Candidates]:
    """Return the candidates of two blocks in those alone from which the other one is neither too near nor too far."""
    shape = agenda.shape
    if not isinstance(shape, Blocks) or not all(own.starts for own in found.values()):
        return found
    rows: list[list[tuple[Sequence[int], _Ends]]] = []
    for ids in (shape.first, shape.second):
        own = {id: found[id] for id in ids if id in found}
        if not own:
            return found
        stretches = _stretches(agenda, grid, own)
        rows.append([(days, _ends(days, grid, own.values(), others=shape.others)) for days in stretches])
    kept: list[set[int]] = [set(), set()]
    for first, one in enumerate(end for _, end in rows[0]):
        for second, other in enumerate(end for _, end in rows[1]):
            if other.first - one.last <= shape.most_days and other.opens - one.closes >= shape.least_days:
                kept[0].add(first)
                kept[1].add(second)
    left = dict(found)
    for ids, own_rows, indices in zip((shape.first, shape.second), rows, kept, strict=True):
        slots = _any(_slots(own_rows[index][0], grid) for index in indices)
        left |= {id: found[id].only(slots) for id in ids if id in found}
    return narrow(agenda, grid, left)


@dataclass(frozen=True, slots=True)
class _Ends:
    """The days on which a block in a row of days may open, from `first` to `opens`, and close, `closes` to `last`."""

    first: int
    opens: int
    closes: int
    last: int


def _ends(days: Sequence[int], grid: TimeGrid, block: Collection[Candidates], *, others: bool) -> _Ends:
    """Return when a block may open and close in a row of days, with `others` in it that are not known."""
    slots = _slots(days, grid)
    inside = [own.bits & slots for own in block]
    firsts = [((bits & -bits).bit_length() - 1) // grid.slots_a_day for bits in inside]
    lasts = [(bits.bit_length() - 1) // grid.slots_a_day for bits in inside]
    first, last = (days[0], days[-1]) if others else (min(firsts), max(lasts))
    return _Ends(*(grid.days[day].toordinal() for day in (first, min(lasts), max(firsts), last)))


def _best(agenda: Agenda, free: FreeTime, candidates: Mapping[str, Candidates]) -> list[Sequence[int]]:
    """Return the weeks or blocks, as days of the grid, that no other one is at least as good as, the first of equals.

    One is at least as good as another where each activity can start whenever it can in the other one, with the same
    rooms, for the same people, and everybody who might hold one is free; its days are compared in order. Where days
    have to lie between activities, the same working days have to be among them.
    """
    with_lags = any(rule.least > 0 or rule.most is not None for rule in agenda.precedences)
    found: dict[object, list[tuple[Sequence[int], int]]] = {}
    stretches = list(_stretches(agenda, free.grid, candidates))
    room = max(map(len, stretches), default=0) * free.grid.slots_a_day
    for days in stretches:
        key, bits = _days(days, agenda, free) if with_lags else (), _bits(days, room, free, candidates)
        same = found.setdefault(key, [])
        if not any(bits & ~other == 0 for _, other in same):
            same[:] = [(its, other) for its, other in same if other & ~bits] + [(days, bits)]
    return sorted((days for same in found.values() for days, _ in same), key=lambda days: days[0])


def _stretches(agenda: Agenda, grid: TimeGrid, candidates: Mapping[str, Candidates]) -> Iterator[Sequence[int]]:
    shape = agenda.shape
    if isinstance(shape, OneWeek):
        stretches = [each for each in weeks_of(grid) if monday(grid.days[each[0]]) >= shape.first_monday]
    elif isinstance(shape, Blocks):
        stretches = [list(each) for each in blocks_of(agenda, grid, shape.most_working_days)]
    else:
        stretches = []
    for days in stretches:
        kept = _slots(days, grid)
        if all(own.bits & kept for own in candidates.values()):
            yield days


def _days(days: Sequence[int], agenda: Agenda, free: FreeTime) -> object:
    """Return which days there are, counted from the first, and which of them are working days."""
    dates = [free.grid.days[day] for day in days]
    return tuple(((day - dates[0]).days, agenda.working_days.count(dates[0], day)) for day in dates)


def _bits(days: Sequence[int], room: int, free: FreeTime, candidates: Mapping[str, Candidates]) -> int:
    """Return who can start what when on `days`, which follow one another on the grid, as one bit set.

    Each has `room` for so many slots.
    """
    opens, length = days[0] * free.grid.slots_a_day, len(days) * free.grid.slots_a_day
    mask = (1 << length) - 1
    found = 0
    for bits in _all_bits(free, candidates):
        found = found << room | bits >> opens & mask
    return found


def _all_bits(free: FreeTime, candidates: Mapping[str, Candidates]) -> Iterator[int]:
    people: dict[str, None] = {}
    for own in candidates.values():
        yield own.bits
        yield from own.comes.values()
        yield from own.rooms.values()
        people |= dict.fromkeys(own.activity.panel.pool if own.activity.panel else ())
    yield from (free.free[id] for id in people)


def _slots(days: Sequence[int], grid: TimeGrid) -> int:
    """Return the slots of `days`, which follow one another on the grid, as a bit set."""
    slots_a_day = grid.slots_a_day
    return (1 << len(days) * slots_a_day) - 1 << days[0] * slots_a_day


def _any(bits: Iterable[int]) -> int:
    found = 0
    for each in bits:
        found |= each
    return found
