"""Meetings that lie evenly."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from ltsched.domain.rules.rule import Fact, Source, Violation
from ltsched.domain.rules.shapes.early import early_instead
from ltsched.domain.rules.shapes.shape import ShapeRule
from ltsched.domain.timetable import Booking
from ltsched.domain.words.wording import plural
from ltsched.domain.working_days import WorkingDays

__all__ = ["Spread"]


@dataclass(frozen=True, slots=True)
class Spread(ShapeRule):
    """Meetings lie evenly: each within `tolerance_days` of its even position.

    Formula: with ``index(d)`` the number of `days` before d, ``|index(day(a_k)) − positions[k]| ≤ tolerance_days``. It
    forbids meetings that bunch together. Measured by greatest less least gap between neighbours, then by the sum of
    the deviations.

    `days` are the working days that are not held, from the end of the lead-in to the end of the horizon; `positions`
    are counted in them. Those in `settled` lie where people agreed that they lie, however far that is.
    """

    names = ("spread",)
    given_up = "if the meetings need not be spread evenly"

    activities: tuple[str, ...]
    positions: tuple[int, ...]
    tolerance_days: int
    days: tuple[date, ...]
    settled: frozenset[str] = frozenset()

    def index(self, day: date) -> int:
        """Return how many of `days` come before `day`."""
        return bisect_left(self.days, day)

    def window(self, position: int) -> tuple[date, date]:
        """Return the days ``[first, end)`` that lie within the tolerance of `position`; empty if there are none."""
        first = max(0, position - self.tolerance_days)
        last = min(len(self.days) - 1, position + self.tolerance_days)
        if first > last:
            return date.max, date.max
        return self.days[first], self.days[last] + timedelta(days=1)

    def window_of(self, id: str) -> tuple[date, date] | None:
        """Return the window of the activity `id`; None for one that need not lie evenly."""
        if id not in self.activities or id in self.settled:
            return None
        return self.window(self.positions[self.activities.index(id)])

    def broken_by(self, bookings: Mapping[str, Booking], working_days: WorkingDays) -> Iterator[Violation]:
        """Yield each meeting that lies too far from its even position."""
        for id, position in zip(self.activities, self.positions, strict=True):
            if id in bookings and id not in self.settled:
                off = abs(self.index(bookings[id].day) - position)
                if off > self.tolerance_days:
                    text = f"{id} lies {plural(off, 'working day')} from its even position, most {self.tolerance_days}"
                    yield Violation("spread", (id,), text)

    def measures(self, bookings: Mapping[str, Booking], working_days: WorkingDays) -> tuple[int, ...]:
        """Return greatest less least gap between neighbours, and the sum of the deviations, in working days."""
        indices = [self.index(bookings[id].day) for id in self.activities]
        gaps = [b - a for a, b in itertools.pairwise(indices)] or [0]
        deviations = sum(abs(i - p) for i, p in zip(indices, self.positions, strict=True))
        return max(gaps) - min(gaps), deviations

    def words(self) -> str:
        """Return the rule as a sentence."""
        each = ", ".join(self.activities)
        return f"Each of {each} lies at most {plural(self.tolerance_days, 'working day')} from its even position."

    def facts(self) -> tuple[Fact, ...]:
        """Return what it is about, with its numbers."""
        return (Fact(self.name, self.activities, self.tolerance_days, "even-tolerance-days"),)

    @classmethod
    def relaxed(cls, agenda: Source) -> Source | None:
        """Return `agenda` with everything as early as possible instead."""
        return early_instead(agenda, cls)
