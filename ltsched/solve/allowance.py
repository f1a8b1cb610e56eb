"""How much effort there is for what is nice to have: a multiple of what the rest has cost."""

from __future__ import annotations

from dataclasses import dataclass, field

from ltsched.solve.run import Runner

__all__ = ["Allowance"]

TIMES_BEFORE = 2.0
"""So many times the effort of all that came before."""

LEAST_EFFORT = 2.4
"""So much there is in any case: where the rest was settled at once, a multiple of it would be nothing."""

MOST_EFFORT = 12.0
"""More than so much is never spent: nobody waits for half a minute because something else took long."""


@dataclass(slots=True)
class Allowance:
    """Share an effort out over a number of stages; what one leaves over is there for those after it.

    Effort is CP-SAT's deterministic time: the same on every machine.

    Parameters
    ----------
    runner
        Whose runs count.
    stages
        How many there are.
    unlimited
        Whether each stage may take whatever it takes.
    """

    runner: Runner
    stages: int
    unlimited: bool = False
    end: float = field(init=False)

    def __post_init__(self) -> None:
        before = self.runner.effort
        self.end = before + min(MOST_EFFORT, max(LEAST_EFFORT, TIMES_BEFORE * before))

    def next_stage(self) -> float | None:
        """Return what the next stage may cost; None for whatever it takes."""
        share = max(0.0, self.end - self.runner.effort) / max(1, self.stages)
        self.stages -= 1
        return None if self.unlimited else share
