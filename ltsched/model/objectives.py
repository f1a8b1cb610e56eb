"""What the stages minimise, each a whole number ≥ 0."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from ltsched.model.candidates import Candidates
from ltsched.model.context import Context
from ltsched.model.placements import ByStart, Expression, Placement
from ltsched.model.seats import surely_come

__all__ = ["missed_attendance", "reluctant_bookings", "report_terms"]


def missed_attendance(context: Context) -> Expression:
    """Count the people who cannot come to what they are expected at.

    ``Σ literal(s) · (expected − min(free at s, seats at s)) + Σ (1 − attends)``: who comes for sure follows from the
    start, and the seats are those of the largest room.
    """
    missed: Expression = 0
    for placement in context.placements.values():
        activity = placement.activity
        own = placement.candidates
        unsure = [person for person in activity.expected if (activity.id, person) in context.attends]
        sure = [person for person in activity.expected if person not in unsure]
        for person in unsure:
            missed += 1 - context.attends[activity.id, person]
        if isinstance(placement, ByStart):
            missed += placement.count_starts(partial(_away, sure, own))
        else:
            for person in sure:
                missed += placement.count_starts(partial(_away, [person], own))
    return missed


def _away(people: Sequence[str], own: Candidates, slot: int) -> int:
    """Count the `people` who are not free for a start at `slot`, or have no seat in any room."""
    free = sum(own.comes[person] >> slot & 1 for person in people)
    return len(people) - min(free, own.most_seats(slot))


def reluctant_bookings(context: Context) -> Expression:
    """Count the bookings that take time which an attendee gives only if needed.

    A start counts if somebody who is there for sure is reluctant then; for those who may come or may hold it,
    ``there ∧ reluctant(start) ⇒ counts``. Where only days count, those who may come are left out: that is less.
    """
    count: Expression = 0
    for placement in context.placements.values():
        count += _reluctant(context, placement)
    return count


def _reluctant(context: Context, placement: Placement) -> Expression:
    activity = placement.activity
    candidates = placement.candidates
    everywhere = candidates.bits
    unsure = {**context.unsure(activity), **placement.panel}
    comes = surely_come(context, candidates)
    sure = 0
    for person in activity.invited:
        if person not in unsure:
            sure |= candidates.reluctant[person] & comes.get(person, everywhere)
    reluctant = {p: there for p, there in unsure.items() if there is not None and candidates.reluctant[p] & everywhere}
    if not reluctant:
        return placement.count_starts(partial(_member, sure)) if sure else 0
    counts = context.model.new_bool_var(f"{activity.id} if needed")
    placement.restrict(everywhere & ~sure, ~counts)
    for person, there in reluctant.items():
        gladly = context.model.new_bool_var(f"{person} gladly at {activity.id}")
        context.model.add_bool_or(~there, counts, gladly)
        placement.restrict(everywhere & ~candidates.reluctant[person], gladly)
    return counts


def _member(bits: int, slot: int) -> int:
    return bits >> slot & 1


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
        if placement.activity.off_critical_path and not context.by_day:
            model.add(placement.of_day(working) <= finish)
    return (late if deadline else 0), finish
