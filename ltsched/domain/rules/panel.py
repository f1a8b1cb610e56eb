"""Who may hold an activity."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ltsched.domain.activities import Panel
from ltsched.domain.rules.rule import Fact, Rule, RuleSource, Violation
from ltsched.domain.timetable import Booking
from ltsched.domain.working_days import WorkingDays

__all__ = ["HeldBy"]


@dataclass(frozen=True, slots=True)
class HeldBy(Rule):
    """`activity` is held by as many of the pool as its `panel` asks for, and all of them attend.

    Formula: ``Σ holds(a, p) over the pool = size``, ``Σ holds(a, l) over leads ≥ least_leads``, and at most one of each
    group that is to be kept apart. It forbids a conversation without a lead reviewer, or held by somebody's manager.
    """

    names = ("panel", "panel absent")

    activity: str
    panel: Panel

    @classmethod
    def of(cls, agenda: RuleSource) -> Iterator[HeldBy]:
        """Yield one for each activity whose panel is chosen."""
        for activity in agenda.activities:
            if activity.panel is not None:
                yield cls(activity.id, activity.panel)

    def broken_by(self, bookings: Mapping[str, Booking], working_days: WorkingDays) -> Iterator[Violation]:
        """Yield a violation if it may not be held by those who do, and each of them who does not attend."""
        if self.activity not in bookings:
            return
        booking = bookings[self.activity]
        chosen = frozenset(booking.panel)
        if len(chosen) < len(booking.panel) or not self.panel.allows(chosen):
            text = f"{self.activity} cannot be held by {', '.join(booking.panel) or 'nobody'}"
            yield Violation("panel", (self.activity, *booking.panel), text)
        for id in sorted(chosen.difference(booking.attendees)):
            text = f"{id} holds {self.activity} and does not attend it"
            yield Violation("panel absent", (self.activity, id), text)

    def words(self) -> str:
        """Return the rule as a sentence."""
        panel = self.panel
        leads = (
            f", at least {panel.least_leads} of them of {', '.join(sorted(panel.leads))}" if panel.least_leads else ""
        )
        apart = "".join(f", at most one of {', '.join(sorted(group))}" for group in panel.apart)
        return f"{self.activity} is held by {panel.size} of {', '.join(panel.pool) or 'nobody'}{leads}{apart}."

    def facts(self) -> tuple[Fact, ...]:
        """Return how many hold it, and who may."""
        return (Fact(self.name, (self.activity, *self.panel.pool), self.panel.size),)
