"""How far the bookings of a timetable have come on a day, and what that makes of the report."""

from __future__ import annotations

from datetime import date

from ltsched.domain.review import Review
from ltsched.domain.standing.standing import Course
from ltsched.domain.timetable import Booking, Timetable
from ltsched.domain.words.kind_words import KIND_WORDS, Phase
from ltsched.domain.working_days import WorkingDays

__all__ = ["course_of"]


def course_of(review: Review, timetable: Timetable, today: date) -> Course:
    """Return how far `timetable` has come on `today`: what is over as `review` has it, the rest as it was planned."""
    over = {booking.activity: booking for booking in review.over}
    planned = (one for one in timetable.bookings if one.activity not in over and one.day > today)
    held = tuple(one for one in review.over if one.day < today)
    to_come = (*(one for one in review.over if one.day >= today), *planned)
    return Course(
        planned_on=timetable.today,
        held=held,
        to_come=tuple(sorted(to_come, key=lambda one: (one.start, one.activity))),
        waiting=timetable.waiting,
        phase=_phase(held, to_come, timetable),
        milestones=timetable.milestones,
        report=timetable.final_report,
        days_left=_days_left(timetable.final_report, review),
        left_out=tuple(one.activity for one in timetable.left_out),
    )


def _phase(held: tuple[Booking, ...], to_come: tuple[Booking, ...], timetable: Timetable) -> str:
    if to_come:
        return KIND_WORDS[min(to_come, key=lambda one: one.start).kind].phase.words
    if timetable.waiting or not held:
        return ""
    return Phase.REPORT.words


def _days_left(report: date | None, review: Review) -> int | None:
    if report is None or review.deadline is None:
        return None
    days = WorkingDays(review.holidays)
    return days.after(report, review.deadline) - days.after(review.deadline, report)
