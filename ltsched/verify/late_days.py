"""How late is the report? Counted day by day, with nothing of what plans and tells it."""

from __future__ import annotations

from datetime import date

from ltsched.domain.review import Review

__all__ = ["late_days_of"]

FRIDAY = 5


def late_days_of(review: Review, final_report: date) -> int:
    """Return the working days after the deadline of `review` up to `final_report`, itself counted; 0 without one.

    A deadline is not moved, whatever day it lies on: a Sunday is missed by a report on the Monday after. (DESIGN §2.)
    """
    if review.deadline is None:
        return 0
    passed = map(date.fromordinal, range(review.deadline.toordinal() + 1, final_report.toordinal() + 1))
    return sum(day.isoweekday() <= FRIDAY and day not in review.holidays for day in passed)
