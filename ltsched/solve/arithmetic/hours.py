"""The time that one person is needed for, and the time that they have for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ltsched.domain.capacity import Tally
from ltsched.solve.arithmetic.one_day import Open
from ltsched.solve.arithmetic.parts import parts
from ltsched.solve.arithmetic.stretches import Frame

__all__ = ["Hours"]

ROOMY = 2
"""Where there is so much more time than is needed it is not counted day by day."""


@dataclass(frozen=True, slots=True)
class _Taken:
    """What an activity takes of somebody: slots, with the gap after it, and the slots that it could cover at all."""

    length: int
    gap: int
    covered: int


class Hours:
    """The time of each person who is needed for activities of `frame`: who must come, or is on every panel.

    For activities A that all lie on some days, and a person who is needed for each: ``Σ (length + gap) ≤ Σ over these
    days of what fits``, where on one day no more fits than the slots that any of A could cover there, one gap more for
    each run of them, and no more than some of A take together.
    """

    def __init__(self, given: Open, frame: Frame) -> None:
        self.open = given
        self.frame = frame
        self.needed: dict[str, dict[str, _Taken]] = {}
        for id in frame.ids:
            own = given.activities[id]
            held = own.activity.panel.needed if own.activity.panel else frozenset[str]()
            covered = _smeared(own.bits, own.length)
            taken = {True: _Taken(own.length, own.gap, covered), False: _Taken(own.length, 0, covered)}
            for person in dict.fromkeys((*own.activity.must, *sorted(held))):
                self.needed.setdefault(person, {})[id] = taken[person in held]

    def short(self, stretch: Sequence[int]) -> Tally | None:
        """Return where somebody has too little time for what lies in `stretch`; None if nobody has."""
        every = (tally for person in self.needed for tally in self.tallies(person, stretch, only_short=True))
        return next((tally for tally in every if tally.short), None)

    def tallies(self, person: str, stretch: Sequence[int], *, only_short: bool = False) -> Iterator[Tally]:
        """Yield what `person` needs and has of what lies in `stretch`, for each part of it; the longest first.

        With `only_short` parts are left out that have plenty.
        """
        own, slots_a_day = self.needed[person], self.open.free.grid.slots_a_day
        within = {id: self.open.days[id].intersection(stretch) for id in own}
        for first, last, ids in parts(within):
            needed = sum(own[id].length + own[id].gap for id in ids)
            covered = 0
            for id in ids:
                covered |= own[id].covered
            covered = covered >> first * slots_a_day & (1 << (last - first + 1) * slots_a_day) - 1
            gap = max(own[id].gap for id in ids)
            possible = covered.bit_count() + gap * _runs(covered)
            if only_short and possible >= ROOMY * needed:
                continue
            days = [day for day in stretch if first <= day <= last]
            each = self._by_day(own, {id: within[id] for id in ids}, days, covered, first)
            yield self._tally(person, ids, days, needed, each)

    def _by_day(
        self,
        own: Mapping[str, _Taken],
        within: Mapping[str, frozenset[int]],
        days: Sequence[int],
        covered: int,
        first: int,
    ) -> list[int]:
        """Return the slots that activities could take on each of the days, gaps after them with them."""
        given = self.open
        slots_a_day, whole_day = given.free.grid.slots_a_day, given.whole_day
        gap = max(own[id].gap for id in within)
        found = []
        for day in days:
            here = covered >> (day - first) * slots_a_day & whole_day
            if not here:
                continue
            most = here.bit_count() + gap * _runs(here)
            sums = 1
            for id, on in within.items():
                if day in on:
                    sums |= sums << own[id].length + own[id].gap
            found.append((sums & (1 << most + 1) - 1).bit_length() - 1)
        return found

    def _tally(self, person: str, ids: Sequence[str], days: Sequence[int], needed: int, each: Sequence[int]) -> Tally:
        grid = self.open.free.grid
        at_least, left = 0, needed
        for most in sorted(each, reverse=True):
            if left > 0 and most > 0:
                left -= most
                at_least += 1
        return Tally(
            people=(person,),
            activities=tuple(self.open.activities[id].activity for id in ids),
            beside=(),
            stretch=self.frame.stretch,
            days=(grid.days[days[0]], grid.days[days[-1]]),
            each=1,
            needed=needed * grid.slot_minutes,
            possible=sum(each) * grid.slot_minutes,
            in_minutes=True,
            days_needed=at_least,
            days_there=sum(most > 0 for most in each),
        )


def _smeared(starts: int, length: int) -> int:
    """Return the slots that bookings of `length` slots at any of `starts` cover."""
    covered, have = starts, 1
    while have < length:
        step = min(have, length - have)
        covered |= covered << step
        have += step
    return covered


def _runs(bits: int) -> int:
    """Return how many runs of neighbouring slots there are."""
    return (bits & ~(bits << 1)).bit_count()
