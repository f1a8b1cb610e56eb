"""The shapes in the textbook model: each is a rule, and gives what is to be measured."""

from __future__ import annotations

import itertools
from datetime import timedelta
from functools import singledispatch

from ortools.sat.python import cp_model

from ltsched.domain.rules import Blocks, Early, OneDay, OneWeek, Shape, Spread, monday

from .textbook import Textbook

__all__ = ["post_shape"]

Expression = cp_model.LinearExpr | cp_model.IntVar | int


@singledispatch
def post_shape(shape: Shape, textbook: Textbook) -> list[Expression]:
    """Post the rule of `shape`; return its measures in the order in which they are to be minimised."""
    raise TypeError(f"no rule for the shape {shape!r}")


@post_shape.register
def _(shape: Spread, textbook: Textbook) -> list[Expression]:
    """Post ``|index(day) − position| ≤ tolerance``; measure ``max gap − min gap``, and the sum of the deviations."""
    model, longest = textbook.model, len(shape.days)
    table = [shape.index(day) for day in textbook.free.grid.days]
    indices = [textbook.of_day(textbook.parts[id], table) for id in shape.activities]
    deviations = []
    for index, position in zip(indices, shape.positions, strict=True):
        off = model.new_int_var(0, shape.tolerance_days, "")
        model.add_abs_equality(off, index - position)
        deviations.append(off)
    if len(indices) < 2:
        return [0, cp_model.LinearExpr.sum(deviations)]
    least, greatest = (model.new_int_var(-longest, longest, "") for _ in range(2))
    gaps = [other - one for one, other in itertools.pairwise(indices)]
    model.add_min_equality(least, gaps)
    model.add_max_equality(greatest, gaps)
    return [greatest - least, cp_model.LinearExpr.sum(deviations)]


@post_shape.register
def _(shape: Blocks, textbook: Textbook) -> list[Expression]:
    """Bound the length of each block and the pause between them; measure the sum of the lengths."""
    model, days = textbook.model, textbook.free.grid.days
    since, count = textbook.agenda.review.commissioned, textbook.agenda.working_days.count
    opening = [count(since, day) for day in days]
    closing = [count(since, day + timedelta(days=1)) for day in days]
    dates = [(day - since).days for day in days]
    lengths, first_dates, last_dates = [], [], []
    for ids in (shape.first, shape.second):
        if not ids:
            continue
        block = [textbook.parts[id] for id in ids]
        first, first_date = (model.new_int_var(0, max(dates), "") for _ in range(2))
        last, last_date = (model.new_int_var(0, max(closing) + max(dates), "") for _ in range(2))
        model.add_min_equality(first, [textbook.of_day(part, opening) for part in block])
        model.add_max_equality(last, [textbook.of_day(part, closing) for part in block])
        model.add_min_equality(first_date, [textbook.of_day(part, dates) for part in block])
        model.add_max_equality(last_date, [textbook.of_day(part, dates) for part in block])
        model.add(last - first <= shape.most_working_days)
        lengths.append(last - first)
        first_dates.append(first_date)
        last_dates.append(last_date)
    if len(lengths) > 1:
        model.add_linear_constraint(first_dates[1] - last_dates[0], shape.least_days, shape.most_days)
    return [cp_model.LinearExpr.sum(lengths)]


@post_shape.register
def _(shape: OneWeek, textbook: Textbook) -> list[Expression]:
    """Make the week of all activities the same, and none at a weekend; measure the weeks passed before."""
    days = textbook.free.grid.days
    weeks = [(monday(day) - shape.first_monday).days // 7 for day in days]
    week = textbook.model.new_int_var(0, max(0, *weeks), "")
    fits = 0
    for index, day in enumerate(days):
        if weeks[index] >= 0 and day.weekday() <= 4:
            fits |= textbook.free.grid.day_mask(day)
    for id in shape.activities:
        textbook.require_start(textbook.parts[id], fits)
        textbook.model.add(textbook.of_day(textbook.parts[id], weeks) == week)
    return [week]


@post_shape.register
def _(shape: OneDay, textbook: Textbook) -> list[Expression]:
    """Make the day of all activities the same; measure the days taken, 1."""
    for one, other in itertools.pairwise(shape.activities):
        textbook.model.add(textbook.parts[one].day == textbook.parts[other].day)
    return [1 if shape.activities else 0]


@post_shape.register
def _(shape: Early, textbook: Textbook) -> list[Expression]:
    """Forbid nothing; measure the working days to the last activity."""
    if not shape.activities:
        return [0]
    count = textbook.agenda.working_days.count
    table = [max(0, count(shape.since, day)) for day in textbook.free.grid.days]
    last = textbook.model.new_int_var(0, max(table), "")
    textbook.model.add_max_equality(last, [textbook.of_day(textbook.parts[id], table) for id in shape.activities])
    return [last]
