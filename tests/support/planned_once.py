"""Plan each small review once for all the tests that are about what becomes of its plan."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ltsched.domain.review import Review
from ltsched.solve.plan import plan
from ltsched.solve.result import Result

__all__ = ["plan_once"]

_planned: list[tuple[Review, bool, Result]] = []


def plan_once(review: Review, *, time_limit_seconds: float = 60.0, **limits: Any) -> Result:
    """Plan as `ltsched.solve.plan.plan` does, unless the same review was planned before, in whatever folder.

    Seed, workers and limits are not looked at, but for a time limit of nothing.
    """
    if time_limit_seconds <= 0:
        return plan(review, time_limit_seconds=time_limit_seconds, **limits)
    wanted, every_reason = replace(review, folder=None), limits.get("every_reason", True)
    for known, reasons, result in _planned:
        if reasons == every_reason and known == wanted:
            return result
    result = plan(review, time_limit_seconds=3600, **limits)
    _planned.append((wanted, every_reason, result))
    return result
