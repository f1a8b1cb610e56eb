"""The stages: what makes a timetable good, each recomputed from the bookings alone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ltsched.domain.agenda import Agenda
from ltsched.domain.preferences import PREFERENCES, preference_values
from ltsched.domain.review import StageSettings
from ltsched.domain.rules import OneDay, OneWeek, Shape, Spread
from ltsched.domain.spans import minute_after, minute_before
from ltsched.domain.timetable import Booking

__all__ = [
    "EVENNESS",
    "FINISH",
    "IF_NEEDED",
    "LATE_DAYS",
    "MISSED_ATTENDANCE",
    "SHAPE",
    "if_needed_bookings",
    "last_meeting",
    "late_days",
    "ordered_stages",
    "stage_names",
    "stage_unit",
    "stage_values",
]

LATE_DAYS = "late days"
MISSED_ATTENDANCE = "missed attendance"
IF_NEEDED = "if-needed"
SHAPE = "shape"
EVENNESS = "evenness"
FINISH = "finish"

WORKING_DAYS = "working days"


def stage_names(shape: Shape) -> tuple[str, ...]:
    """Return the names of the stages in the usual order (DESIGN §5); only a spread has `EVENNESS`."""
    evenness = (EVENNESS,) if isinstance(shape, Spread) else ()
    return (LATE_DAYS, MISSED_ATTENDANCE, IF_NEEDED, SHAPE, *evenness, FINISH, *PREFERENCES)


def ordered_stages(shape: Shape, settings: StageSettings) -> dict[str, int]:
    """Return the stages in the order that the review asks for, each with its tolerance.

    Those that the review does not name follow in the usual order. ``shape`` stands for the evenness of a spread as
    well, ``preferences`` for all of them; a tolerance holds for the first of those that a word stands for.
    """
    by_word: dict[str, list[str]] = {}
    for name in stage_names(shape):
        by_word.setdefault(_word(name), []).append(name)
    asked = [name for word in settings.order for name in by_word.get(word, ())]
    tolerances = {by_word[word][0]: value for word, value in settings.tolerances.items() if word in by_word}
    return {name: tolerances.get(name, 0) for name in dict.fromkeys((*asked, *stage_names(shape)))}


def _word(name: str) -> str:
    """Return how ``[stages]`` of a review names a stage: ``late-days``."""
    return SHAPE if name == EVENNESS else name.partition(":")[0].replace(" ", "-")


def stage_unit(name: str, shape: Shape) -> str:
    """Return what the values of the stage `name` count; KeyError if there is no such stage."""
    if name == SHAPE and isinstance(shape, OneWeek):
        return "weeks"
    if name == SHAPE and isinstance(shape, OneDay):
        return "days"
    return {
        LATE_DAYS: WORKING_DAYS,
        MISSED_ATTENDANCE: "people",
        IF_NEEDED: "bookings",
        SHAPE: WORKING_DAYS,
        EVENNESS: WORKING_DAYS,
        FINISH: WORKING_DAYS,
        **PREFERENCES,
    }[name]


def stage_values(agenda: Agenda, bookings: Sequence[Booking]) -> dict[str, int]:
    """Return the value of each stage, by name, in the usual order.

    Every activity of the agenda is booked; KeyError if the shape is about one that is not.
    """
    working_days = agenda.working_days
    final_report = agenda.report_dates.final_report(last_meeting(agenda, bookings))
    shape, *evenness = agenda.shape.measures({booking.activity: booking for booking in bookings}, working_days)
    return {
        LATE_DAYS: late_days(agenda, final_report),
        MISSED_ATTENDANCE: sum(len(booking.missing) for booking in bookings),
        IF_NEEDED: if_needed_bookings(agenda, bookings),
        SHAPE: shape,
        **dict(zip((EVENNESS,), evenness, strict=False)),
        FINISH: working_days.count(agenda.review.commissioned, final_report),
        **preference_values(agenda, bookings),
    }


def last_meeting(agenda: Agenda, bookings: Sequence[Booking]) -> date:
    """Return the day of the last meeting, from which the milestones follow.

    Bookings off the critical path do not count, unless there are no others. With no bookings at all it is the day of
    commissioning.
    """
    counted = [booking.day for booking in bookings if not agenda.activity(booking.activity).off_critical_path]
    return max(counted or [booking.day for booking in bookings], default=agenda.review.commissioned)


def late_days(agenda: Agenda, final_report: date) -> int:
    """Return the working days after the deadline up to `final_report`, its own day counted; 0 without a deadline.

    A deadline on a day that is none is not moved: the next working day is one day late. (DESIGN §2 and §5.)
    """
    deadline = agenda.review.deadline
    return 0 if deadline is None else agenda.working_days.after(deadline, final_report)


def if_needed_bookings(agenda: Agenda, bookings: Sequence[Booking]) -> int:
    """Count the bookings that touch time which somebody who attends would give up only if needed."""
    return sum(_touches_if_needed(agenda, booking) for booking in bookings)


def _touches_if_needed(agenda: Agenda, booking: Booking) -> bool:
    start, end = minute_before(booking.start), minute_after(booking.end)
    return any(agenda.availability[id].if_needed.touches(start, end) for id in booking.attendees)
