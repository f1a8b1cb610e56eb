"""The agenda: everything that has to be planned, with the rules, ready for a solver or a check."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Self

from ltsched.domain.activities import Activity
from ltsched.domain.availability import Availability
from ltsched.domain.option import Option
from ltsched.domain.partial.left_out import LeftOut
from ltsched.domain.replanning.before import Before
from ltsched.domain.report_dates import ReportDates
from ltsched.domain.review import Review
from ltsched.domain.rules import RULES, DailyLoad, Precedence, Rule, Shape
from ltsched.domain.timetable import Booking
from ltsched.domain.working_days import WorkingDays
from ltsched.errors import Notice

__all__ = ["Agenda"]


@dataclass(frozen=True, slots=True)
class Agenda:
    """What has to be planned.

    Parameters
    ----------
    review, option
        Where it comes from.
    activities
        In the order of the option.
    precedences, daily_loads
        The rules that the option gives besides what it says of each activity.
    shape
        What the option is about: a rule, and a measure.
    availability
        When each person and room can be booked, by id.
    working_days
        The working days of the region.
    span_start, span_end
        The first day after the lead-in; the first day after the span (pushed out by holds on the review).
    horizon_end
        The first day on which nothing can be booked any more.
    report_dates
        How the milestones follow from the last meeting.
    optional
        Ids of activities that are held only where they fit (``auto``).
    notices
        Warnings that arose on the way.
    before
        What there was before, where the review is planned again; None where it is planned afresh.
    waiting
        Ids of activities that wait for the end of a hold that has none, and are not on the agenda until then.
    left_out
        What is not on the agenda because there is no room for it beside what is more important.
    """

    review: Review
    option: Option
    activities: tuple[Activity, ...]
    precedences: tuple[Precedence, ...]
    daily_loads: tuple[DailyLoad, ...]
    shape: Shape
    availability: Mapping[str, Availability]
    working_days: WorkingDays
    span_start: date
    span_end: date
    horizon_end: date
    report_dates: ReportDates
    optional: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()
    before: Before | None = None
    waiting: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()

    @property
    def rules(self) -> tuple[Rule, ...]:
        """Every rule that a timetable has to keep, in the order of `ltsched.domain.rules.RULES`."""
        return tuple(rule for kind in RULES for rule in kind.of(self))

    @property
    def over(self) -> Mapping[str, Booking]:
        """The bookings that stay as they were, by the activity: there is nothing to plan about these."""
        return {booking.activity: booking for booking in self.review.over}

    def changed(self, **fields: Any) -> Self:
        """Return the same agenda with other values of `fields`."""
        return replace(self, **fields)

    def activity(self, id: str) -> Activity:
        """Return the activity `id`; KeyError if there is none."""
        for activity in self.activities:
            if activity.id == id:
                return activity
        raise KeyError(id)
