"""Nobody is in two places at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ltsched.domain.rules.moments import at_once
from ltsched.domain.rules.rule import Fact, Rule, RuleSource, Violation
from ltsched.domain.timetable import Booking
from ltsched.domain.working_days import WorkingDays

__all__ = ["OnePlace"]


@dataclass(frozen=True, slots=True)
class OnePlace(Rule):
    """`person` is in one place at a time.

    Formula: ``[start(a), end(a)) ∩ [start(b), end(b)) = ∅`` for any two a, b that they attend. It forbids two meetings
    of one person at once.
    """

    names = ("double booking",)

    person: str

    @classmethod
    def of(cls, agenda: RuleSource) -> Iterator[OnePlace]:
        """Yield one for each person."""
        for person in agenda.review.people:
            yield cls(person.id)

    def broken_by(self, bookings: Mapping[str, Booking], working_days: WorkingDays) -> Iterator[Violation]:
        """Yield each two bookings at once, the earlier first."""
        for first, second in at_once(one for one in bookings.values() if self.person in one.attendees):
            text = f"{self.person} is at {first} and {second} at once"
            yield Violation("double booking", (self.person, first, second), text)

    def words(self) -> str:
        """Return the rule as a sentence."""
        return f"{self.person} is in one place at a time."

    def facts(self) -> tuple[Fact, ...]:
        """Return who it is."""
        return (Fact(self.name, (self.person,)),)
