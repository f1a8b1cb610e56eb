"""Improve several stages with one run of the solver: as quick for many stages as for one, where the model is small."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ortools.sat.python import cp_model

from ltsched.domain.stages.table import PREFERENCES, stages_of
from ltsched.domain.timetable import Status
from ltsched.model.placements import Expression
from ltsched.solve.search import Goal, Search

__all__ = ["improve_together"]

MOST_RANGE = 10**12
"""The greatest range of a weighted sum: so large a number is exact in the solver's linear relaxation."""


def improve_together(search: Search, goals: Sequence[Goal]) -> None:
    """Improve all of `goals` in order, as `Search.improve` does, in as few runs as the weights allow.

    Formula: least ``Σ weight(g) · term(g)``, where the weight of a stage is one more than the range of the weighted sum
    of those after it in the same run; the range follows from the domains of the variables. So its least is the least of
    the first stage, of these that of the second, and so on. A stage that has a tolerance ends a run: those after it are
    improved within what it leaves them.

    A run that is not proven the best proves nothing of any stage but 0.
    """
    for group in _groups(search, goals) if goals else [[]]:
        terms = [search.model.terms[goal.name] for goal in group]
        if sum(not isinstance(term, int) for term in terms) > 1:
            _improve(search, group)
        else:
            search.improve(group)
        if search.incumbent is None:
            return
    bounds, values = search.bounds, search.values
    if search.status is not Status.INFEASIBLE:
        proven = all(goal.name in bounds and values[goal.name] <= bounds[goal.name] + goal.tolerance for goal in goals)
        search.status = Status.OPTIMAL if proven else Status.FEASIBLE


def _groups(search: Search, goals: Sequence[Goal]) -> Iterator[list[Goal]]:
    group: list[Goal] = []
    product = 1
    for goal in goals:
        low, high = _range(search.model.terms[goal.name])
        new = goal.name in PREFERENCES and group and group[-1].name not in PREFERENCES
        if group and (product * (high - low + 1) > MOST_RANGE or goal.tolerance or new):
            yield group
            group, product = [], 1
        product *= high - low + 1
        group.append(goal)
        if goal.tolerance:
            yield group
            group, product = [], 1
    if group:
        yield group


def _improve(search: Search, goals: Sequence[Goal]) -> None:
    model = search.model
    terms: list[cp_model.LinearExpr] = []
    weights: list[int] = []
    weight = 1
    for goal in reversed(goals):
        term = model.terms[goal.name]
        low, high = _range(term)
        if not isinstance(term, int):
            terms.append(term)
            weights.append(weight)
        weight *= high - low + 1
    order = list(stages_of(model.context.agenda))
    search.listener.stage_started(goals[0].name, order.index(goals[0].name) + 1, len(order))
    model.cp.minimize(cp_model.LinearExpr.weighted_sum(terms, weights))
    attempt = search.runner.solve(model.cp, linearization=search.linearization, most_effort=search.most_effort)
    model.cp.proto.clear_objective()
    if attempt.status is Status.INFEASIBLE and search.incumbent is None:
        search.status = Status.INFEASIBLE
    if attempt.solution is not None:
        search.accept(attempt.solution)
    if search.incumbent is None:
        return
    for goal in goals:
        value, term = search.values[goal.name], model.terms[goal.name]
        search.bounds[goal.name] = value if attempt.status is Status.OPTIMAL else 0
        search.limits[goal.name] = value
        if not isinstance(term, int):
            model.cp.add(term <= value)


def _range(term: Expression) -> tuple[int, int]:
    """Return the least and the greatest value that a term could have by the domains of its variables alone."""
    if isinstance(term, int):
        return term, term
    flat = cp_model.FlatIntExpr(term)
    low = high = flat.offset
    for variable, factor in zip(flat.vars, flat.coeffs, strict=True):
        domain = variable.proto.domain
        ends = factor * domain[0], factor * domain[len(domain) - 1]
        low, high = low + min(ends), high + max(ends)
    return low, high
