"""How many come at least."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from ltsched.domain.rules.rule import Fact, Rule, RuleSource, Source, Violation, customise_key
from ltsched.domain.timetable import Booking
from ltsched.domain.working_days import WorkingDays

__all__ = ["Quorum"]


@dataclass(frozen=True, slots=True)
class Quorum(Rule):
    """At least `least` of those who are `invited` come to `activity`.

    Formula: ``Σ attends(a, p) over invited p ≥ least``; the panel comes besides. It forbids a joint meeting for a few.
    `key` is the name of the share in ``[customise]``, where that is known.
    """

    names = ("quorum",)
    given_up = "without a quorum"

    activity: str
    invited: tuple[str, ...]
    least: int
    key: str = ""

    @classmethod
    def of(cls, agenda: RuleSource) -> Iterator[Quorum]:
        """Yield one for each activity with a quorum, and for each to which somebody need not come."""
        for activity in agenda.activities:
            if activity.quorum or activity.expected:
                key = customise_key(agenda, activity.template, "-quorum")
                yield cls(activity.id, activity.invited, activity.quorum, key)

    def broken_by(self, bookings: Mapping[str, Booking], working_days: WorkingDays) -> Iterator[Violation]:
        """Yield a violation if fewer come."""
        if self.activity in bookings:
            come = len(set(bookings[self.activity].attendees).intersection(self.invited))
            if come < self.least:
                text = f"{come} come to {self.activity}, quorum {self.least}"
                yield Violation("quorum", (self.activity,), text)

    def words(self) -> str:
        """Return the rule as a sentence."""
        return f"At least {self.least} of the {len(self.invited)} invited come to {self.activity}."

    def facts(self) -> tuple[Fact, ...]:
        """Return the number, with those it is a share of."""
        return (Fact(self.name, (self.activity, *self.invited), self.least, self.key),)

    @classmethod
    def relaxed(cls, agenda: Source) -> Source | None:
        """Return `agenda` with nobody needed but those who must come."""
        if not any(activity.quorum > len(activity.must) for activity in agenda.activities):
            return None
        return agenda.changed(activities=tuple(replace(one, quorum=len(one.must)) for one in agenda.activities))
