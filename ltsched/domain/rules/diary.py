"""The working hours and diaries of people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ltsched.domain.rules.moments import span
from ltsched.domain.rules.rule import Fact, Rule, RuleSource, Violation
from ltsched.domain.spans import NEVER, Spans
from ltsched.domain.timetable import Booking
from ltsched.domain.working_days import WorkingDays

__all__ = ["WithinDiary"]


@dataclass(frozen=True, slots=True)
class WithinDiary(Rule):
    """`person` comes to none of `activities` at a time that is not `free`, by their working hours and diary.

    Formula: ``attends(a, p) ⇒ [start(a), end(a)) ⊆ free(p)``. It forbids a conversation while a reviewer is in court.
    `activities` are those to which they are invited, and those that they may hold.
    """

    names = ("diary",)

    person: str
    activities: tuple[str, ...]
    free: Spans

    @classmethod
    def of(cls, agenda: RuleSource) -> Iterator[WithinDiary]:
        """Yield one for each person."""
        for person in agenda.review.people:
            own = tuple(activity.id for activity in agenda.activities if activity.concerns(person.id))
            available = agenda.availability.get(person.id)
            yield cls(person.id, own, available.free if available else NEVER)

    def broken_by(self, bookings: Mapping[str, Booking], working_days: WorkingDays) -> Iterator[Violation]:
        """Yield each booking that they attend and are not free for."""
        for id in self.activities:
            if id in bookings and self.person in bookings[id].attendees and not self.free.covers(*span(bookings[id])):
                yield Violation("diary", (id, self.person), f"{self.person} is not free for all of {id}")

    def words(self) -> str:
        """Return the rule as a sentence."""
        return f"{self.person} comes only when their working hours and diary leave them free."

    def facts(self) -> tuple[Fact, ...]:
        """Return whose diary it is, and what it is for."""
        return (Fact(self.name, (self.person, *self.activities)),)
