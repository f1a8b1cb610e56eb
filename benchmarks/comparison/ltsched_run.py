"""Run ltsched and note when each stage was settled."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from ltsched.domain.review import Review
from ltsched.domain.timetable import StageResult
from ltsched.solve.plan import plan
from ltsched.solve.progress import Silent
from ltsched.solve.result import Result

from .runs import Run, Settled

__all__ = ["Clock", "run_ltsched"]


@dataclass(slots=True)
class Clock(Silent):
    """Hear when stages and phases begin, in seconds from when it was made.

    A stage may begin several times: with the meetings alone, then in the whole model. The last time counts, for only
    then is the stage before it settled for the whole.
    """

    now: Callable[[], float]
    started: float = field(init=False)
    phases: list[float] = field(default_factory=list)
    prepared: float | None = None
    begun: dict[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.started = self.now()

    def seconds(self) -> float:
        """Return the seconds so far."""
        return self.now() - self.started

    def phase(self, text: str) -> None:
        """Note that something begins."""
        self.phases.append(self.seconds())

    def stage_started(self, name: str, number: int, of: int) -> None:
        """Note that a stage begins; all before the phase in which the first one does was preparation."""
        if self.prepared is None:
            self.prepared = self.phases[-1]
        self.begun[name] = self.seconds()

    def run(self, stages: tuple[StageResult, ...]) -> Run:
        """Return the run that ended now with `stages`: each was settled when the next one began for the last time.

        The last one was settled when the last phase began, which is the check of the timetable.
        """
        settled: list[Settled] = []
        until = self.phases[-1]
        for stage in reversed(stages):
            settled.append(Settled(stage.name, stage.value, stage.bound, until, stage.tolerance))
            until = min(until, self.begun.get(stage.name, until))
        return Run(tuple(reversed(settled)), self.prepared or 0.0, self.seconds())


def run_ltsched(
    review: Review, *, time_limit_seconds: float, workers: int = 1, now: Callable[[], float] = time.monotonic
) -> tuple[Run, Result]:
    """Plan `review` with ltsched: from the review, as it was read, to the timetable, checked; `now` is the clock."""
    clock = Clock(now)
    result = plan(review, time_limit_seconds=time_limit_seconds, workers=workers, listener=clock)
    if result.timetable is None:
        why = "; ".join(map(str, result.reasons)) or "no reason given"
        raise RuntimeError(f"{review.reference}: {result.status}, {why}")
    return clock.run(result.timetable.stages), result
