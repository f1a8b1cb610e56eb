"""Improve a stage of the whole beside a relaxation of it: what that reaches is a bound, and can mostly be reached."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from ltsched.domain.stages.preferences import travellers
from ltsched.domain.timetable import Status
from ltsched.model.build import Model
from ltsched.model.near import held_as, held_on_days
from ltsched.solve.search import Goal, Search

__all__ = ["Beside"]

LOOK_EFFORT = 0.3
"""For each look that may find nothing, in deterministic time."""

MOST_LOOKS = 3
"""So often something is let go where the whole cannot be as the relaxation would have it; then little is left of it."""


@dataclass(slots=True)
class Beside:
    """Improve stages about panels in the whole, after what a relaxation with the same starts can reach in them.

    The bound: that of the relaxation, held to the same limits as the whole. A plan on the days of its optimum, with the
    same lead reviewers, mostly exists; then the bound is reached, and the stage is proven without a search.

    Parameters
    ----------
    search
        The search of the whole; it has a plan.
    relaxation
        A model with the same activities, each with the same starts and the same panel.
    """

    search: Search
    relaxation: Model
    alone: Search | None = field(default=None, init=False)

    def improve(self, goal: Goal, most_effort: float | None) -> None:
        """Improve one stage, for `most_effort` in all; None for whatever it takes."""
        search, runner = self.search, self.search.runner
        end = None if most_effort is None else runner.effort + most_effort
        if self._open(goal) and self.alone is not None:
            # The stages about panels before this one have settled the days: often nothing else has to change.
            self._on_these_days(goal)
        if self._open(goal):
            self._bound(goal, most_effort)
            self._extend(goal)
        search.most_effort = None if end is None else max(0.0, end - runner.effort)
        search.improve([goal])

    def _open(self, goal: Goal) -> bool:
        return self.search.values[goal.name] > self.search.known.bound(goal.name, self.search.limits)

    def _on_these_days(self, goal: Goal) -> None:
        """Take the best plan in which everything stays on the day that it has."""
        search = self.search
        assert search.incumbent is not None
        model = held_on_days(search.model, search.incumbent)
        model.cp.minimize(model.terms[goal.name])
        attempt = search.runner.solve(model.cp, linearization=search.linearization, most_effort=LOOK_EFFORT)
        if attempt.solution is not None:
            search.accept(attempt.solution)

    def _bound(self, goal: Goal, most_effort: float | None) -> None:
        """Give `search` the bounds of the relaxation under the same limits."""
        search, alone = self.search, self.alone
        if alone is None or any(search.limits[name] > limit for name, limit in alone.limits.items()):
            copy = Model(replace(self.relaxation.context, model=self.relaxation.cp.clone()), self.relaxation.terms)
            alone = self.alone = Search(copy, search.runner, known=search.known, linearization=2)
            alone.hold(search.limits)
        alone.most_effort = most_effort
        alone.improve([goal])
        search.known = alone.known_bounds

    def _extend(self, goal: Goal) -> None:
        """Take a plan in which days and lead reviewers are as in the relaxation, but for what cannot be so."""
        search, alone = self.search, self.alone
        assert alone is not None
        if alone.incumbent is None or alone.values[goal.name] >= search.values[goal.name]:
            return
        model, kept = held_as(
            search.model, alone.model, alone.incumbent, frozenset(travellers(search.model.context.agenda))
        )
        model.cp.add(model.terms[goal.name] <= alone.values[goal.name])
        for _ in range(MOST_LOOKS):
            attempt = search.runner.solve(model.cp, most_effort=LOOK_EFFORT, assumed=kept.values())
            if attempt.solution is not None:
                search.accept(attempt.solution[: len(search.model.cp.proto.variables)])
                return
            if attempt.status is not Status.INFEASIBLE or not attempt.core:
                return
            kept = {id: literal for id, literal in kept.items() if literal.index not in attempt.core}
