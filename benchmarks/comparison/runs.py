"""What a run of either model comes to: when each stage was settled, and at what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

__all__ = ["Disagreement", "Run", "Settled", "middle", "require_agreement"]


class Disagreement(AssertionError):
    """Both models have proven a stage, and not the same value: one of them is wrong."""


@dataclass(frozen=True, slots=True)
class Settled:
    """How a stage ended.

    Parameters
    ----------
    value, bound
        None where nothing was found.
    seconds
        From the start of planning until the stage was left, all stages before it included.
    tolerance
        By how much the value may exceed the bound and is proven all the same.
    """

    name: str
    value: int | None
    bound: int | None
    seconds: float
    tolerance: int = 0

    @property
    def proven(self) -> bool:
        """Whether no timetable can be better in this stage (beyond the tolerance)."""
        return self.value is not None and self.bound is not None and self.value <= self.bound + self.tolerance


@dataclass(frozen=True, slots=True)
class Run:
    """One run.

    Parameters
    ----------
    stages
        In their order; those that were not reached are missing.
    prepared_seconds
        What it took to find out who is free when, before the first model was built.
    total_seconds
        From the review, as it was read, to the end.
    """

    stages: tuple[Settled, ...]
    prepared_seconds: float
    total_seconds: float

    def settled_seconds(self, names: Sequence[str]) -> float | None:
        """Return how long it took to prove all stages of `names`; None if one of them was not proven."""
        found = [stage for stage in self.stages if stage.name in names and stage.proven]
        return max(stage.seconds for stage in found) if len(found) == len(names) else None

    def as_dict(self) -> dict[str, Any]:
        """Return it in the types of JSON."""
        return asdict(self) | {"stages": [asdict(stage) | {"proven": stage.proven} for stage in self.stages]}


def middle(runs: Sequence[Run]) -> Run:
    """Return the run in the middle by its time; of an even number, the faster one of the two."""
    return sorted(runs, key=lambda run: (-len(run.stages), run.total_seconds))[(len(runs) - 1) // 2]


def require_agreement(one: Run, other: Run) -> None:
    """Check that both runs have the same value in every stage that both have proven.

    A stage can only be compared if both were held to the same values before it.

    Raises
    ------
    Disagreement
        They have not.
    """
    for ours, theirs in zip(one.stages, other.stages, strict=False):
        if not (ours.proven and theirs.proven):
            return
        if (ours.name, ours.value) != (theirs.name, theirs.value):
            raise Disagreement(f"{ours.name} is proven as {ours.value}; {theirs.name} as {theirs.value}")
