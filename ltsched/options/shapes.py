"""The shape of an option, put to its activities."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from ltsched.domain.activities import Activity
from ltsched.domain.option import ShapeKind, ShapeTemplate, Template
from ltsched.domain.rules import Blocks, Early, OneDay, OneWeek, Precedence, Shape, Spread, monday
from ltsched.domain.working_days import WorkingDays
from ltsched.options.orders import descendants, in_order
from ltsched.options.span import Span

__all__ = ["even_positions", "shape_for", "within_shape"]

DAYS_A_WEEK = 7
WEEKEND_DAYS = timedelta(days=2)


def even_positions(days: int, meetings: int) -> tuple[int, ...]:
    """Return the even positions of `meetings` over `days` days, counted from 0.

    Each stands in the middle of its equal part of the span: the k-th at ``⌊(k − ½) · days / meetings⌋``.
    """
    return tuple((2 * number - 1) * days // (2 * meetings) for number in range(1, meetings + 1))


def shape_for(
    template: ShapeTemplate,
    activities: Sequence[Activity],
    rules: Sequence[Precedence],
    span: Span,
    working_days: WorkingDays,
) -> Shape:
    """Return the shape of a review; what it is counted in are working days that are not held."""
    shaped = [activity for activity in activities if _belongs(template, activity.template)]
    ids = tuple(activity.id for activity in shaped)
    if template.kind is ShapeKind.SPREAD and shaped:
        days = tuple(day for day in working_days.between(span.start, span.horizon_end) if day not in span.passing)
        within = sum(day < span.end for day in days)
        ordered = tuple(activity.id for activity in in_order(shaped, rules))
        return Spread(ordered, even_positions(within, len(ordered)), template.tolerance_days, days)
    if template.kind is ShapeKind.BLOCKS and shaped:
        opening = next((activity.id for activity in shaped if activity.template == template.split_at), None)
        later = {opening, *descendants(opening, rules)} if opening else set()
        return Blocks(
            tuple(id for id in ids if id not in later),
            tuple(id for id in ids if id in later),
            template.working_days,
            DAYS_A_WEEK * template.least_weeks,
            DAYS_A_WEEK * template.most_weeks,
        )
    if template.kind is ShapeKind.WEEK:
        return OneWeek(ids, _first_monday(span.start))
    if template.kind is ShapeKind.DAY:
        return OneDay(ids)
    return Early(ids or tuple(a.id for a in activities if not a.off_critical_path), span.start)


def _first_monday(start: date) -> date:
    """Return the Monday of the first week, Monday to Friday, that has a day from `start` on.

    That week may begin in the lead-in: what lies in it comes after the lead-in all the same (see `within_shape`).
    """
    return monday(start + WEEKEND_DAYS)


def within_shape(shape: ShapeTemplate, template: Template) -> Template:
    """Return `template` as it is under `shape`: nothing that has to lie in the one week may lie in the lead-in."""
    in_week = shape.kind is ShapeKind.WEEK and _belongs(shape, template.id)
    return replace(template, in_lead_in=False) if in_week and template.in_lead_in else template


def _belongs(shape: ShapeTemplate, template: str) -> bool:
    return template in shape.of if shape.of else template not in shape.besides
