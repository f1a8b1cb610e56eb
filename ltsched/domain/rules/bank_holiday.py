"""The bank holidays of the region."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ltsched.domain.rules.rule import Fact, Rule, RuleSource, Violation
from ltsched.domain.timetable import Booking
from ltsched.domain.working_days import WorkingDays

__all__ = ["NoBankHoliday"]


@dataclass(frozen=True, slots=True)
class NoBankHoliday(Rule):
    """Nothing lies on a bank holiday.

    Formula: ``day(a) ∉ days`` for every activity a. It forbids a meeting on Easter Monday.
    """

    names = ("bank holiday",)

    days: frozenset[date]

    @classmethod
    def of(cls, agenda: RuleSource) -> Iterator[NoBankHoliday]:
        """Yield one, if the region has any."""
        if agenda.working_days.holidays:
            yield cls(frozenset(agenda.working_days.holidays))

    def broken_by(self, bookings: Mapping[str, Booking], working_days: WorkingDays) -> Iterator[Violation]:
        """Yield each booking on a bank holiday."""
        for id, booking in bookings.items():
            if booking.day in self.days:
                yield Violation("bank holiday", (id,), f"{id} lies on {booking.day}, a bank holiday")

    def words(self) -> str:
        """Return the rule as a sentence."""
        return "Nothing lies on a bank holiday."

    def facts(self) -> tuple[Fact, ...]:
        """Return the bank holidays."""
        return (Fact(self.name, dates=tuple(sorted(self.days)), kind="bank-holiday"),)
