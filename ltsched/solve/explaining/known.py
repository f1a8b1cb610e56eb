"""What resolves each of the known clashes, and what that says of sets of steps before anything is looked at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ltsched.domain.explaining.explanation import Clash
from ltsched.domain.explaining.step import Step
from ltsched.solve.explaining.together import Together, cost, together

__all__ = ["Known", "Ways"]

Ways = tuple[tuple[Step, ...], ...]
"""What resolves a clash: each of them steps that are enough together."""

BY_PERSON = frozenset({"freed", "conversation"})
"""Changes that are about several people at once."""

MANY = 4
"""Of more activities it is hardly looked at whether they fit with a step."""


@dataclass(slots=True)
class Known:
    """The clashes of which it is known what resolves them."""

    ways: dict[Clash, Ways] = field(default_factory=dict)

    def resolves(self, clash: Clash, key: Together) -> bool:
        """Return whether the steps `key` hold what was found to be enough for `clash`."""
        return any(together(way) <= key for way in self.ways.get(clash, ()))

    def still_costs(self, steps: Sequence[Step]) -> int:
        """Return what it costs at least to resolve the clashes which none of `steps` has anything to do with.

        Of clashes that one step may resolve together only the dearest counts.
        """
        taken = {part for step in steps for part in _parts(step)}
        total = 0
        for clash in sorted(self.ways, key=lambda clash: -self._least(clash)):
            own = {part for way in self.ways[clash] for step in way for part in _parts(step)}
            if own and taken.isdisjoint(own):
                total += self._least(clash)
                taken |= own
        return total

    def _least(self, clash: Clash) -> int:
        return min(map(cost, self.ways[clash]), default=0)

    def guessed_with(self, steps: Sequence[Step]) -> Iterator[tuple[Step, ...]]:
        """Yield what may resolve the clash of many activities that `steps` may resolve, the cheapest first."""
        for clash, ways in self.ways.items():
            if len(clash.activities) > MANY and any(together(way) == together(steps) for way in ways):
                yield from sorted(ways, key=cost)
                return

    def dearest(self, steps: Sequence[Step]) -> int:
        """Return what the dearest costs that is as likely to help as `steps` are; 0 where they were looked at.

        What resolves a clash of many activities was hardly looked at: each of it is planned before all else.
        """
        return max(map(cost, self.guessed_with(steps)), default=0)


def _parts(step: Step) -> frozenset[tuple[str, ...]]:
    """Return what a step has in common with others that may resolve the same: those whom it is about, one by one."""
    kind, *_ = family = step.change.family
    return frozenset((kind, id) for id in step.change.ids if kind in BY_PERSON) or frozenset({family})
