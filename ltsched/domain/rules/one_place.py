"""Nobody is in two places at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from ltsched.domain.rules.moments import overlap, span
from ltsched.domain.rules.rule import Fact, Rule, Violation
from ltsched.domain.timetable import Booking
from ltsched.domain.working_days import WorkingDays

if TYPE_CHECKING:
    from ltsched.domain.agenda import Agenda

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
    def of(cls, agenda: Agenda) -> Iterator[OnePlace]:
        """Yield one for each person."""
        for person in agenda.review.people:
            yield cls(person.id)

    def broken_by(self, bookings: Mapping[str, Booking], working_days: WorkingDays) -> Iterator[Violation]:
        """Yield each two bookings at once, the earlier first."""
        own = sorted((one for one in bookings.values() if self.person in one.attendees), key=lambda one: one.start)
        for first, second in combinations(own, 2):
            if overlap(span(first), span(second)):
                ids = (first.activity, second.activity)
                text = f"{self.person} is at {ids[0]} and {ids[1]} at once"
                yield Violation("double booking", (self.person, *ids), text)

    def words(self) -> str:
        """Return the rule as a sentence."""
        return f"{self.person} is in one place at a time."

    def facts(self) -> tuple[Fact, ...]:
        """Return who it is."""
        return (Fact(self.name, (self.person,)),)
