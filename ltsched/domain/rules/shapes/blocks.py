"""Two short blocks with a pause between them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from ltsched.domain.rules.rule import Fact, Source, Violation
from ltsched.domain.rules.shapes.early import early_instead
from ltsched.domain.rules.shapes.shape import ShapeRule
from ltsched.domain.timetable import Booking
from ltsched.domain.words.wording import plural
from ltsched.domain.working_days import WorkingDays

__all__ = ["Blocks"]


@dataclass(frozen=True, slots=True)
class Blocks(ShapeRule):
    """Activities lie in two short blocks with a pause between them.

    Formula: for each block B, ``working_days[first day(B), last day(B)] ≤ most_working_days`` (both days counted), and
    ``least_days ≤ first day(B2) − last day(B1) ≤ most_days`` in calendar days. It forbids a block that drags on.
    Measured by the sum of the lengths. With `others` there is more in the blocks than what is looked at: each may begin
    before and end after that, within its length, and how long the pause may be holds of these ends.
    """

    names = ("block", "blocks apart")
    given_up = "if it need not lie in two blocks"

    first: tuple[str, ...]
    second: tuple[str, ...]
    most_working_days: int
    least_days: int
    most_days: int
    others: bool = False

    def length(self, ids: Sequence[str], bookings: Mapping[str, Booking], working_days: WorkingDays) -> int:
        """Return the length of the block of `ids` in working days, first and last day counted; 0 if it is empty."""
        days = [bookings[id].day for id in ids if id in bookings]
        return working_days.count(min(days), max(days) + timedelta(days=1)) if days else 0

    def broken_by(self, bookings: Mapping[str, Booking], working_days: WorkingDays) -> Iterator[Violation]:
        """Yield each block that is too long, and a pause that is too short or too long."""
        for number, ids in enumerate((self.first, self.second), 1):
            length = self.length(ids, bookings, working_days)
            if length > self.most_working_days:
                text = f"block {number} takes {plural(length, 'working day')}, most {self.most_working_days}"
                yield Violation("block", tuple(ids), text)
        last = [bookings[id].day for id in self.first if id in bookings]
        opening = [bookings[id].day for id in self.second if id in bookings]
        if last and opening:
            pause = (min(opening) - max(last)).days
            if pause < self.least_days or (pause > self.most_days and not self.others):
                after = plural(pause, "day")
                text = f"the second block starts {after} after the first, not {self.least_days}–{self.most_days}"
                yield Violation("blocks apart", (*self.first, *self.second), text)

    def measures(self, bookings: Mapping[str, Booking], working_days: WorkingDays) -> tuple[int, ...]:
        """Return the sum of the lengths of the blocks, in working days."""
        return (sum(self.length(ids, bookings, working_days) for ids in (self.first, self.second)),)

    def words(self) -> str:
        """Return the rule as a sentence."""
        return (
            f"{', '.join(self.first)} and {', '.join(self.second)} are two blocks of at most {self.most_working_days} "
            f"working days; the second starts {self.least_days}–{self.most_days} days after the first."
        )

    def facts(self) -> tuple[Fact, ...]:
        """Return what it is about, with its numbers."""
        lengths = [Fact("block", ids, self.most_working_days) for ids in (self.first, self.second)]
        pauses = [Fact("blocks apart", (*self.first, *self.second), days) for days in (self.least_days, self.most_days)]
        return (*lengths, *pauses)

    @classmethod
    def relaxed(cls, agenda: Source) -> Source | None:
        """Return `agenda` with everything as early as possible instead."""
        return early_instead(agenda, cls)
