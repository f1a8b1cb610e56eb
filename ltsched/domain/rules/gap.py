"""The gap after what somebody holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from ltsched.domain.rules.moments import overlap, span
from ltsched.domain.rules.rule import Fact, Rule, RuleSource, Source, Violation, customise_key
from ltsched.domain.timetable import Booking
from ltsched.domain.working_days import WorkingDays

__all__ = ["Gap"]


@dataclass(frozen=True, slots=True)
class Gap(Rule):
    """Whoever holds `activity` has `minutes` free of this review's other bookings after it.

    Formula: ``holds(a, p) ∧ attends(b, p) ∧ start(b) ≥ end(a) ⇒ start(b) ≥ end(a) + minutes``. It forbids one
    conversation right after the other. `key` is its name in ``[customise]``, where that is known.
    """

    names = ("gap",)
    given_up = "without gaps after conversations"

    activity: str
    minutes: int
    key: str = ""

    @classmethod
    def of(cls, agenda: RuleSource) -> Iterator[Gap]:
        """Yield one for each activity with a gap."""
        for activity in agenda.activities:
            if activity.gap_minutes:
                yield cls(activity.id, activity.gap_minutes, customise_key(agenda, activity.template, "-gap-minutes"))

    def broken_by(self, bookings: Mapping[str, Booking], working_days: WorkingDays) -> Iterator[Violation]:
        """Yield each booking in the gap of somebody; one that begins before is told by another rule."""
        if self.activity not in bookings:
            return
        held = bookings[self.activity]
        starts, ends = span(held)
        for id, other in bookings.items():
            start = span(other)[0]
            if id == self.activity or overlap((starts, ends), span(other)) or not starts <= start < ends + self.minutes:
                continue
            for person in dict.fromkeys(held.attendees):
                if person in held.panel and person in other.attendees:
                    text = f"{person} goes to {id} within the gap after {self.activity}"
                    yield Violation("gap", (person, self.activity, id), text)

    def words(self) -> str:
        """Return the rule as a sentence."""
        return f"Whoever holds {self.activity} has {self.minutes} minutes free after it."

    def facts(self) -> tuple[Fact, ...]:
        """Return the length of the gap."""
        return (Fact(self.name, (self.activity,), self.minutes, self.key),)

    @classmethod
    def relaxed(cls, agenda: Source) -> Source | None:
        """Return `agenda` without gaps."""
        if not any(activity.gap_minutes for activity in agenda.activities):
            return None
        return agenda.changed(activities=tuple(replace(one, gap_minutes=0) for one in agenda.activities))
