"""Bounds that a relaxation has given, and when they hold elsewhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import inf

__all__ = ["NOTHING_KNOWN", "KnownBounds"]


@dataclass(frozen=True, slots=True)
class KnownBounds:
    """What a relaxation has proven of its stages, in their order.

    A bound of a relaxation holds for a model that allows no more than it did: the bound of a stage was proven with
    every stage before it held to a limit, so it holds wherever all of these are held to no more.

    Parameters
    ----------
    values
        The bound of each stage, by name.
    limits
        What each stage of the relaxation was held to while those after it were improved, in their order.
    """

    values: Mapping[str, int] = field(default_factory=dict)
    limits: Mapping[str, int] = field(default_factory=dict)

    def bound(self, name: str, limits: Mapping[str, int]) -> int:
        """Return the bound of the stage `name` in a model that is held to `limits`; 0 where none holds.

        Every stage is ≥ 0, so that 0 is always a bound.
        """
        for before, limit in self.limits.items():
            if before == name:
                break
            if limits.get(before, inf) > limit:
                return 0
        return self.values.get(name, 0)

    def reached_by(self, values: Mapping[str, int], names: Sequence[str]) -> bool:
        """Return whether `values` are those of the relaxation in each of the stages `names`."""
        return all(name in self.values and values[name] == self.values[name] for name in names)


NOTHING_KNOWN = KnownBounds()
"""Where there is no relaxation."""
