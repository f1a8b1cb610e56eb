"""As early as possible."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ltsched.domain.rules.rule import Fact, Source, Violation
from ltsched.domain.rules.shapes.shape import ShapeRule
from ltsched.domain.timetable import Booking
from ltsched.domain.working_days import WorkingDays

__all__ = ["Early", "early_instead"]


@dataclass(frozen=True, slots=True)
class Early(ShapeRule):
    """The last of `activities` lies as early as possible: a wish without a rule.

    Measured by the working days from `since` to the last meeting.
    """

    activities: tuple[str, ...]
    since: date

    @property
    def name(self) -> str:
        """What the rule is called; it has no violations to call."""
        return "early"

    def broken_by(self, bookings: Mapping[str, Booking], working_days: WorkingDays) -> Iterator[Violation]:
        """Yield nothing: it forbids nothing."""
        return iter(())

    def measures(self, bookings: Mapping[str, Booking], working_days: WorkingDays) -> tuple[int, ...]:
        """Return the working days from `since` to the last of the activities; 0 if all lie before."""
        days = [bookings[id].day for id in self.activities if id in bookings]
        return (max(0, working_days.count(self.since, max(days))) if days else 0,)

    def words(self) -> str:
        """Return the rule as a sentence."""
        return f"The last of {', '.join(self.activities)} is to be as early as it can, from {self.since} on."

    def facts(self) -> tuple[Fact, ...]:
        """Return what it is about, with its numbers."""
        return (Fact(self.name, self.activities, dates=(self.since,)),)


def early_instead(agenda: Source, shape: type) -> Source | None:
    """Return `agenda` with everything as early as possible instead of its `shape`; None if it has another one."""
    if not isinstance(agenda.shape, shape):
        return None
    return agenda.changed(shape=Early(tuple(activity.id for activity in agenda.activities), agenda.span_start))
