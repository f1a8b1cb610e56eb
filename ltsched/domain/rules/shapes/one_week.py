"""Everything in one week."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from ltsched.domain.rules.rule import Fact, Source, Violation
from ltsched.domain.rules.shapes.early import early_instead
from ltsched.domain.rules.shapes.shape import ShapeRule
from ltsched.domain.timetable import Booking
from ltsched.domain.working_days import WorkingDays

__all__ = ["OneWeek", "monday"]


@dataclass(frozen=True, slots=True)
class OneWeek(ShapeRule):
    """Activities lie in one week, Monday to Friday.

    Formula: ``monday(day(a))`` is the same for every a, and ``weekday(day(a)) ≤ Friday``. It forbids a week that runs
    over. Measured by the weeks passed since that of `first_monday`, the first one that has a weekday after the
    lead-in: it may begin in the lead-in, and its activities may not.
    """

    names = ("one week",)
    given_up = "if it need not lie in one week"

    activities: tuple[str, ...]
    first_monday: date

    def broken_by(self, bookings: Mapping[str, Booking], working_days: WorkingDays) -> Iterator[Violation]:
        """Yield the activities outside the week in which most of them lie, and those at a weekend."""
        days = {id: bookings[id].day for id in self.activities if id in bookings}
        if not days:
            return
        mondays = [monday(day) for day in days.values()]
        week = max(sorted(set(mondays)), key=mondays.count)
        for id, day in days.items():
            if monday(day) != week or day.weekday() > 4:
                yield Violation("one week", (id,), f"{id} on {day} lies outside the week of {week}")

    def measures(self, bookings: Mapping[str, Booking], working_days: WorkingDays) -> tuple[int, ...]:
        """Return the number of weeks passed before the week chosen."""
        days = [bookings[id].day for id in self.activities if id in bookings]
        return ((monday(min(days)) - self.first_monday).days // 7 if days else 0,)

    def words(self) -> str:
        """Return the rule as a sentence."""
        return f"One week, Monday to Friday, from {self.first_monday} on has all of {', '.join(self.activities)}."

    def facts(self) -> tuple[Fact, ...]:
        """Return what it is about, with its numbers."""
        return (Fact(self.name, self.activities, dates=(self.first_monday,)),)

    @classmethod
    def relaxed(cls, agenda: Source) -> Source | None:
        """Return `agenda` with everything as early as possible instead."""
        return early_instead(agenda, cls)


def monday(day: date) -> date:
    """Return the Monday of the week of `day`."""
    return day - timedelta(days=day.weekday())
