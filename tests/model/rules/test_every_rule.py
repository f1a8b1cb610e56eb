"""The infeasible case of each rule is forbidden by the model of that rule, and not by chance."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from ortools.sat.python import cp_model

from ltsched.domain.agenda import Agenda
from ltsched.domain.rules import Rule, Spread
from ltsched.model.build import build
from ltsched.model.candidates import FreeTime, find_candidates
from ltsched.model.context import Context
from ltsched.model.grid import lay_grid
from ltsched.model.rules.post import post
from tests.domain.rules.test_every_rule import every_forbidding_rule, infeasible


def possible(plan: Agenda) -> bool:
    """Return whether every activity has a candidate, and the model a solution; nothing is looked at before."""
    free = FreeTime.of(plan, lay_grid(plan))
    candidates = find_candidates(plan, free)
    if not all(own.starts for own in candidates.values()):
        return False
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.catch_sigint_signal = False
    status = solver.solve(build(plan, free, candidates, panels_too=False).cp)
    assert status in (cp_model.OPTIMAL, cp_model.INFEASIBLE)
    return status == cp_model.OPTIMAL


@contextmanager
def nothing_posted_for(kind: type[Rule]) -> Iterator[None]:
    """Let rules of the type `kind` post nothing."""
    posted = post.dispatch(kind)

    def nothing(rule: Rule, context: Context) -> None:
        """Leave what a shape measures at 0, and do nothing else."""
        context.shape_measures = [0, 0] if isinstance(rule, Spread) else [0]

    post.register(kind, nothing)
    try:
        yield
    finally:
        post.register(kind, posted)


@every_forbidding_rule
def test_the_model_forbids_the_infeasible_case(kind: type[Rule]) -> None:
    """With the rule there is no solution; where it has to be posted, there is one without."""
    case = infeasible(kind)
    assert not possible(case.plan)
    with nothing_posted_for(kind):
        assert possible(case.plan) != case.cut
