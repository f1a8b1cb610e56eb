"""When a review may run: lead-in, span and horizon, pushed out by holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from ltsched.domain.option import Option
from ltsched.domain.review import HoldScope, Review
from ltsched.domain.working_days import WorkingDays

__all__ = ["Span", "review_span"]

ONE_DAY = timedelta(days=1)
LATE_WEEKS = 8
"""So long after the span an answer may still lie, so that a late one exists."""

REPORT_DAYS = 120
"""Calendar days beyond the milestones in which the lead reviewers' leave is looked at."""


@dataclass(frozen=True, slots=True)
class Span:
    """The days of a review.

    `start` is the first day after the lead-in, `end` the first one after the span, `horizon_end` the first on which
    nothing can be booked, `report_end` the first that no milestone needs. `held` are the days of holds on the review,
    up to `report_end`; `passing` are those of them that a hold with an end holds.
    """

    start: date
    end: date
    horizon_end: date
    report_end: date
    held: frozenset[date]
    passing: frozenset[date]


def review_span(review: Review, option: Option, working_days: WorkingDays) -> Span:
    """Return when `review` may run under `option`.

    A hold on the review pushes the end of the span out by the working days that it holds within the span. An
    open-ended hold pushes nothing: planning refuses it.
    """
    start = review.commissioned + timedelta(weeks=option.whole("lead-in-weeks"))
    unheld_end = start + timedelta(weeks=option.whole("span-weeks"))
    holds = [hold for hold in review.holds if hold.scope is HoldScope.REVIEW]
    end = unheld_end
    to_place = working_days.count(start, unheld_end)
    if holds and all(hold.last is not None for hold in holds):
        end = start
        while to_place > 0:
            to_place -= working_days.is_working(end) and not any(hold.holds(end) for hold in holds)
            end += ONE_DAY
        # Pushed out by a week, a span that would end before a Monday does so still, and not before a Saturday.
        end = working_days.on_or_after(end) if end > unheld_end else unheld_end
    # All limits are allowed themselves: the day exactly so long after the span is the last one.
    horizon_end = end + timedelta(weeks=LATE_WEEKS) + ONE_DAY
    milestone_days = sum(milestone.working_days for milestone in option.milestones)
    report_end = horizon_end + timedelta(days=2 * milestone_days + REPORT_DAYS)
    days = (review.commissioned + timedelta(days=i) for i in range((report_end - review.commissioned).days))
    held = frozenset(day for day in days if any(hold.holds(day) for hold in holds))
    passing = frozenset(day for day in held if any(hold.holds(day) for hold in holds if hold.last is not None))
    return Span(start, end, horizon_end, report_end, held, passing)
