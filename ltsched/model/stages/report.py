"""Late days and finish: both follow from the last meeting, by way of the final report."""

from __future__ import annotations

from ltsched.model.context import Context
from ltsched.model.placements import Expression

__all__ = ["report_terms"]


def report_terms(context: Context) -> tuple[Expression, Expression]:
    """Return the late days and the working days to the final report.

    Late days are the working days after the deadline up to the report, its own day counted: ``|(deadline, report]|``.
    The others count from the day of commissioning to the day before the report: ``|[commissioned, report)|``. Both
    follow from the last meeting, and never fall as it gets later: ``finish = max f(day(a))`` over the activities that
    can be the last. What is off the critical path only has to come before the final report.
    """
    agenda = context.agenda
    commissioned, deadline = agenda.review.commissioned, agenda.review.deadline
    reports = [agenda.report_dates.final_report(day) for day in context.grid.days]
    to_report = [agenda.working_days.count(commissioned, day) for day in reports]
    late_days = [agenda.working_days.after(deadline, day) if deadline else 0 for day in reports]
    model = context.model
    ends = [context.placements[activity.id] for activity in context.overlaps.last_ones(context.activities)]
    finish = model.new_int_var(0, max(to_report), "finish")
    late = model.new_int_var(0, max(late_days), "late")
    if ends:
        model.add_max_equality(finish, [placement.of_day(to_report) for placement in ends])
        model.add_max_equality(late, [placement.of_day(late_days) for placement in ends])
    working = context.working_day_table()
    for placement in context.to_place:
        if placement.activity.off_critical_path and not context.by_day and not agenda.waiting:
            model.add(placement.of_day(working) <= finish)
    return (late if deadline else 0), finish
