"""The times at which anything may start."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ltsched.domain.rules.rule import Fact, Rule, RuleSource, Violation
from ltsched.domain.timetable import Booking
from ltsched.domain.working_days import WorkingDays

__all__ = ["OnStep"]

MINUTES_AN_HOUR = 60
START_STEP = "start-step-minutes"


@dataclass(frozen=True, slots=True)
class OnStep(Rule):
    """Everything starts at a multiple of `minutes` after midnight.

    Formula: ``start(a) mod minutes = 0``, in local minutes after midnight. It forbids a meeting at 10:07.
    """

    names = ("start step",)

    minutes: int

    @classmethod
    def of(cls, agenda: RuleSource) -> Iterator[OnStep]:
        """Yield the one of the option."""
        yield cls(agenda.option.whole(START_STEP))

    def broken_by(self, bookings: Mapping[str, Booking], working_days: WorkingDays) -> Iterator[Violation]:
        """Yield each booking that starts at another time."""
        for id, booking in bookings.items():
            start = booking.start
            rest = (start.hour * MINUTES_AN_HOUR + start.minute) % self.minutes
            if rest or start.second or start.microsecond:
                found = f"{start:%H:%M:%S}, not at a multiple of {self.minutes} minutes after midnight"
                yield Violation("start step", (id,), f"{id} starts at {found}")

    def words(self) -> str:
        """Return the rule as a sentence."""
        return f"Everything starts at a multiple of {self.minutes} minutes after midnight."

    def facts(self) -> tuple[Fact, ...]:
        """Return the step."""
        return (Fact(self.name, number=self.minutes, key=START_STEP),)
