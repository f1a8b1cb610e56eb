"""The days within which an activity lies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from ltsched.domain.rules.rule import Fact, Rule, RuleSource, Source, Violation
from ltsched.domain.timetable import Booking
from ltsched.domain.working_days import WorkingDays

__all__ = ["WithinWindow"]


@dataclass(frozen=True, slots=True)
class WithinWindow(Rule):
    """`activity` lies on a day of its window.

    Formula: ``first ≤ day(a) < end``, or it is the day for which people were invited to it. It forbids what comes
    before the lead-in, the notice and today allow it, and what comes after the horizon.
    """

    names = ("window",)
    given_up = "if notice did not count from today"

    activity: str
    first: date
    end: date
    told_day: date | None = None

    @classmethod
    def of(cls, agenda: RuleSource) -> Iterator[WithinWindow]:
        """Yield one for each activity."""
        for activity in agenda.activities:
            yield cls(activity.id, activity.first, activity.end, activity.told_day)

    def broken_by(self, bookings: Mapping[str, Booking], working_days: WorkingDays) -> Iterator[Violation]:
        """Yield a violation if it lies on another day."""
        if self.activity not in bookings:
            return
        day = bookings[self.activity].day
        if not self.first <= day < self.end and day != self.told_day:
            text = f"{self.activity} on {day} lies outside its window, from {self.first} to before {self.end}"
            yield Violation("window", (self.activity,), text)

    def words(self) -> str:
        """Return the rule as a sentence."""
        return f"{self.activity} lies on a day from {self.first} until before {self.end}."

    def facts(self) -> tuple[Fact, ...]:
        """Return the first day, and the first that is too late."""
        return (Fact(self.name, (self.activity,), dates=(self.first, self.end)),)

    @classmethod
    def relaxed(cls, agenda: Source) -> Source | None:
        """Return `agenda` with notice counted from the day of commissioning, where it counts from today."""
        review = agenda.review
        soonest = max(review.earliest, agenda.span_start)
        late = any(activity.first > soonest for activity in agenda.activities)
        if review.earliest <= review.commissioned or not late:
            return None
        earlier = (replace(activity, first=min(activity.first, soonest)) for activity in agenda.activities)
        return agenda.changed(activities=tuple(earlier))
