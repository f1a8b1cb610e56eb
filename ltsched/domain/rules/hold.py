"""The days on which an activity is on hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from ltsched.domain.rules.rule import Fact, Rule, RuleSource, Source, Violation
from ltsched.domain.timetable import Booking
from ltsched.domain.working_days import WorkingDays

__all__ = ["NotOnHold"]


@dataclass(frozen=True, slots=True)
class NotOnHold(Rule):
    """`activity` does not lie on a day on which it is on hold.

    Formula: ``day(a) ∉ days``. It forbids a meeting during a trial.
    """

    names = ("hold",)
    given_up = "without the holds"

    activity: str
    days: frozenset[date]

    @classmethod
    def of(cls, agenda: RuleSource) -> Iterator[NotOnHold]:
        """Yield one for each activity that is on hold on some day of its window."""
        for activity in agenda.activities:
            if activity.held:
                yield cls(activity.id, activity.held)

    def broken_by(self, bookings: Mapping[str, Booking], working_days: WorkingDays) -> Iterator[Violation]:
        """Yield a violation if it lies on a day that is held."""
        if self.activity in bookings and (day := bookings[self.activity].day) in self.days:
            yield Violation("hold", (self.activity,), f"{self.activity} lies on {day}, which is held")

    def words(self) -> str:
        """Return the rule as a sentence."""
        number = len(self.days)
        return f"{self.activity} is on hold on {number} day{'' if number == 1 else 's'} from {min(self.days)} on."

    def facts(self) -> tuple[Fact, ...]:
        """Return the days."""
        return (Fact(self.name, (self.activity,), dates=tuple(sorted(self.days))),)

    @classmethod
    def relaxed(cls, agenda: Source) -> Source | None:
        """Return `agenda` without holds on activities; those on people stay, in their diaries."""
        if not any(activity.held for activity in agenda.activities):
            return None
        return agenda.changed(activities=tuple(replace(one, held=frozenset()) for one in agenda.activities))
