"""Everything on one day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ltsched.domain.rules.rule import Fact, Source, Violation
from ltsched.domain.rules.shapes.early import early_instead
from ltsched.domain.rules.shapes.shape import ShapeRule
from ltsched.domain.timetable import Booking
from ltsched.domain.working_days import WorkingDays

__all__ = ["OneDay"]


@dataclass(frozen=True, slots=True)
class OneDay(ShapeRule):
    """Activities lie on one day.

    Formula: ``day(a)`` is the same for every a. It forbids an event that goes on the next day. Measured by the days it
    takes: 1.
    """

    names = ("one day",)
    given_up = "if it need not lie on one day"

    activities: tuple[str, ...]

    def broken_by(self, bookings: Mapping[str, Booking], working_days: WorkingDays) -> Iterator[Violation]:
        """Yield a violation if the activities lie on more than one day."""
        days = {bookings[id].day for id in self.activities if id in bookings}
        if len(days) > 1:
            yield Violation("one day", self.activities, f"{', '.join(self.activities)} lie on {len(days)} days")

    def measures(self, bookings: Mapping[str, Booking], working_days: WorkingDays) -> tuple[int, ...]:
        """Return the number of days taken."""
        return (len({bookings[id].day for id in self.activities if id in bookings}),)

    def words(self) -> str:
        """Return the rule as a sentence."""
        return f"One day has all of {', '.join(self.activities)}."

    def facts(self) -> tuple[Fact, ...]:
        """Return what it is about, with its numbers."""
        return (Fact(self.name, self.activities),)

    @classmethod
    def relaxed(cls, agenda: Source) -> Source | None:
        """Return `agenda` with everything as early as possible instead."""
        return early_instead(agenda, cls)
