"""The order of timetables that are equally good: which of them comes first, so that there is but one to choose.

Formula: compared are the days of the activities in the order of the agenda; where these are equal, their starts; then
who holds them, those further in front in the pool first; then their rooms where the model chooses one, that further in
front in the list first; then those expected who come. The first difference decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ortools.sat.python import cp_model

from ltsched.model.build import Model

__all__ = ["Choice", "choices_of_days", "choices_of_the_rest", "only_before"]


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to be chosen: a variable of which the less comes first or, where `most`, the more."""

    index: int
    most: bool = False

    def first(self, solution: Sequence[int]) -> int:
        """Return what a solution makes of it, so that the less comes first."""
        return -solution[self.index] if self.most else solution[self.index]

    def least(self, cp: cp_model.CpModel) -> int:
        """Return the least that any solution could make of it, by its domain alone."""
        domain: list[int] = list(cp.proto.variables[self.index].domain)
        return -domain[-1] if self.most else domain[0]

    def expression(self, cp: cp_model.CpModel) -> cp_model.LinearExpr:
        """Return the expression in `cp` of which the less comes first."""
        variable = cp.get_int_var_from_proto_index(self.index)
        return -variable if self.most else variable


def choices_of_days(model: Model) -> list[Choice]:
    """Return the days of the activities, in the order of the agenda."""
    placements = model.context.placements
    return [Choice(placements[one.id].day.index) for one in model.context.agenda.activities if one.id in placements]


def choices_of_the_rest(model: Model) -> list[Choice]:
    """Return the starts of the activities, and who holds them, where they are and who comes."""
    context = model.context
    activities = [one for one in context.agenda.activities if one.id in context.placements]
    rooms = [room.id for room in context.agenda.review.rooms]
    there = {one.id: context.in_room.get(one.id, {}) for one in activities}
    literals = [
        *(holds for one in activities for holds in context.placements[one.id].panel.values()),
        *(there[one.id][room] for one in activities for room in rooms if room in there[one.id]),
        *(context.attends[one.id, id] for one in activities for id in one.expected if (one.id, id) in context.attends),
    ]
    starts = [Choice(context.placements[one.id].start.index) for one in activities]
    return [*starts, *(Choice(literal.index, most=True) for literal in literals)]


def only_before(cp: cp_model.CpModel, choices: Sequence[Choice], solution: Sequence[int]) -> None:
    """Leave only what comes before `solution` in the order of `choices`.

    ``Σ less(i) ≥ 1``, ``less(i) ⇒ choice(i) < solution(i)``, ``less(i) ⇒ same(j)`` for each j before i, and
    ``same(j) ⇒ choice(j) = solution(j)``: without a solution then, `solution` is the first of all.
    """
    less: list[cp_model.BoolVarT] = []
    same: cp_model.BoolVarT | None = None
    for number, choice in enumerate(choices):
        expression, value = choice.expression(cp), choice.first(solution)
        here = cp.new_bool_var(f"less {number}")
        cp.add(expression < value).only_enforce_if(here)
        so_far = cp.new_bool_var(f"same {number}")
        cp.add(expression == value).only_enforce_if(so_far)
        if same is not None:
            cp.add_implication(here, same)
            cp.add_implication(so_far, same)
        less.append(here)
        same = so_far
    cp.add_bool_or(less)


def in_order(cp: cp_model.CpModel, choices: Sequence[Choice]) -> None:
    """Have the search decide on `choices` in their order, what comes first before all else."""
    for most in (False, True):
        variables = [cp.get_int_var_from_proto_index(one.index) for one in choices if one.most is most]
        if variables:
            value = cp_model.SELECT_MAX_VALUE if most else cp_model.SELECT_MIN_VALUE
            cp.add_decision_strategy(variables, cp_model.CHOOSE_FIRST, value)
