"""Who must come."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ltsched.domain.rules.rule import Fact, Rule, RuleSource, Violation
from ltsched.domain.timetable import Booking
from ltsched.domain.working_days import WorkingDays

__all__ = ["MustAttend"]


@dataclass(frozen=True, slots=True)
class MustAttend(Rule):
    """Each of `people` comes to `activity`.

    Formula: ``attends(a, p)`` for every p of `people`. It forbids a joint meeting without its essential people.
    """

    names = ("must attend",)

    activity: str
    people: tuple[str, ...]

    @classmethod
    def of(cls, agenda: RuleSource) -> Iterator[MustAttend]:
        """Yield one for each activity that somebody must come to."""
        for activity in agenda.activities:
            if activity.must:
                yield cls(activity.id, activity.must)

    def broken_by(self, bookings: Mapping[str, Booking], working_days: WorkingDays) -> Iterator[Violation]:
        """Yield each of them who is missing."""
        for id in self.people if self.activity in bookings else ():
            if id in bookings[self.activity].missing:
                yield Violation("must attend", (self.activity, id), f"{id} must come to {self.activity} and is missing")

    def words(self) -> str:
        """Return the rule as a sentence."""
        return f"{', '.join(self.people)} must come to {self.activity}."

    def facts(self) -> tuple[Fact, ...]:
        """Return who must come, one by one."""
        return tuple(Fact(self.name, (self.activity, id)) for id in self.people)
