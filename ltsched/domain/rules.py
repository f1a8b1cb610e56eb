"""The rules that tie activities together, as objects that can check a set of bookings.

Rules about one activity alone (its people, its window, its room) are part of the activity. The model has its own,
separate writing of each rule; nothing here knows of it.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from ltsched.domain.timetable import Booking
from ltsched.domain.working_days import WorkingDays

__all__ = [
    "Blocks",
    "DailyLoad",
    "Early",
    "LagUnit",
    "OneDay",
    "OneWeek",
    "Precedence",
    "Shape",
    "Spread",
    "Violation",
    "most_a_day",
]


@dataclass(frozen=True, slots=True)
class Violation:
    """A rule that is broken: which, by which activities or people, and how."""

    rule: str
    ids: tuple[str, ...]
    text: str

    def __str__(self) -> str:
        return f"{self.rule}: {self.text}"


class LagUnit(StrEnum):
    """What a lag counts."""

    WORKING_DAYS = "working days"
    DAYS = "days"


@dataclass(frozen=True, slots=True)
class Precedence:
    """`before` ends before `after` starts, with at least `least` and at most `most` days between their days.

    Formula: ``end(before) ≤ start(after)`` and ``least ≤ day(after) − day(before) ≤ most``, in `unit`; `most` None
    means no limit. It forbids an analysis before the conversations it is about. (DOMAIN, "Order".)
    """

    before: str
    after: str
    least: int = 0
    most: int | None = None
    unit: LagUnit = LagUnit.WORKING_DAYS

    def lag(self, first: date, second: date, working_days: WorkingDays) -> int:
        """Return the days from `first` to `second`, in the unit of this rule."""
        return (second - first).days if self.unit is LagUnit.DAYS else working_days.count(first, second)

    def broken_by(self, bookings: Mapping[str, Booking], working_days: WorkingDays) -> Iterator[Violation]:
        """Yield what breaks this rule; nothing where one of the two is not booked."""
        if self.before not in bookings or self.after not in bookings:
            return
        before, after = bookings[self.before], bookings[self.after]
        ids = (self.before, self.after)
        if before.end > after.start:
            yield Violation("precedence", ids, f"{self.before} must end before {self.after} starts")
            return
        lag = self.lag(before.day, after.day, working_days)
        if lag < self.least:
            yield Violation("lag", ids, f"{self.after} is {lag} {self.unit} after {self.before}, least {self.least}")
        if self.most is not None and lag > self.most:
            yield Violation("lag", ids, f"{self.after} is {lag} {self.unit} after {self.before}, most {self.most}")


@dataclass(frozen=True, slots=True)
class DailyLoad:
    """Nobody holds more than `most` of `activities` on one day.

    Formula: for each person p and day d, ``|{a : p in panel(a), day(a) = d}| ≤ most``. It forbids a fourth
    conversation on a day. (DOMAIN, "For all".)
    """

    activities: tuple[str, ...]
    most: int

    def broken_by(self, bookings: Mapping[str, Booking], working_days: WorkingDays) -> Iterator[Violation]:
        """Yield each person and day with too many."""
        held: dict[tuple[str, date], list[str]] = {}
        for id in self.activities:
            if id in bookings:
                for person in bookings[id].panel:
                    held.setdefault((person, bookings[id].day), []).append(id)
        for (person, day), ids in held.items():
            if len(ids) > self.most:
                yield Violation("daily load", (person, *ids), f"{person} holds {len(ids)} on {day}, most {self.most}")


def most_a_day(loads: Iterable[DailyLoad], activities: Iterable[str]) -> int:
    """Return the most of `activities` that the daily `loads` let one person hold on one day."""
    left = set(activities)
    most = 0
    for load in loads:
        limited = left.intersection(load.activities)
        most += min(len(limited), load.most)
        left -= limited
    return most + len(left)


@dataclass(frozen=True, slots=True)
class Spread:
    """Meetings lie evenly: each within `tolerance_days` of its even position.

    Formula: with ``index(d)`` the number of `days` before d, ``|index(day(a_k)) − positions[k]| ≤ tolerance_days``. It
    forbids meetings that bunch together. Measured by greatest less least gap between neighbours, then by the sum of
    the deviations. (DOMAIN, Full; DESIGN §5.)

    `days` are the working days that are not held, from the end of the lead-in to the end of the horizon; `positions`
    are counted in them.
    """

    activities: tuple[str, ...]
    positions: tuple[int, ...]
    tolerance_days: int
    days: tuple[date, ...]

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
        return self.window(self.positions[self.activities.index(id)]) if id in self.activities else None

    def broken_by(self, bookings: Mapping[str, Booking], working_days: WorkingDays) -> Iterator[Violation]:
        """Yield each meeting that lies too far from its even position."""
        for id, position in zip(self.activities, self.positions, strict=True):
            if id in bookings:
                off = abs(self.index(bookings[id].day) - position)
                if off > self.tolerance_days:
                    text = f"{id} lies {off} working days from its even position, most {self.tolerance_days}"
                    yield Violation("spread", (id,), text)

    def measures(self, bookings: Mapping[str, Booking], working_days: WorkingDays) -> tuple[int, ...]:
        """Return greatest less least gap between neighbours, and the sum of the deviations, in working days."""
        indices = [self.index(bookings[id].day) for id in self.activities]
        gaps = [b - a for a, b in itertools.pairwise(indices)] or [0]
        deviations = sum(abs(i - p) for i, p in zip(indices, self.positions, strict=True))
        return max(gaps) - min(gaps), deviations


@dataclass(frozen=True, slots=True)
class Blocks:
    """Activities lie in two short blocks with a pause between them.

    Formula: for each block B, ``working_days[first day(B), last day(B)] ≤ most_working_days`` (both days counted), and
    ``least_days ≤ first day(B2) − last day(B1) ≤ most_days`` in calendar days. It forbids a block that drags on.
    Measured by the sum of the lengths. (DOMAIN, Intensive.)
    """

    first: tuple[str, ...]
    second: tuple[str, ...]
    most_working_days: int
    least_days: int
    most_days: int

    def length(self, ids: Sequence[str], bookings: Mapping[str, Booking], working_days: WorkingDays) -> int:
        """Return the length of the block of `ids` in working days, first and last day counted; 0 if it is empty."""
        days = [bookings[id].day for id in ids if id in bookings]
        return working_days.count(min(days), max(days) + timedelta(days=1)) if days else 0

    def broken_by(self, bookings: Mapping[str, Booking], working_days: WorkingDays) -> Iterator[Violation]:
        """Yield each block that is too long, and a pause that is too short or too long."""
        for number, ids in enumerate((self.first, self.second), 1):
            length = self.length(ids, bookings, working_days)
            if length > self.most_working_days:
                text = f"block {number} takes {length} working days, most {self.most_working_days}"
                yield Violation("block", tuple(ids), text)
        last = [bookings[id].day for id in self.first if id in bookings]
        opening = [bookings[id].day for id in self.second if id in bookings]
        if last and opening:
            pause = (min(opening) - max(last)).days
            if not self.least_days <= pause <= self.most_days:
                text = f"the second block starts {pause} days after the first, not {self.least_days}–{self.most_days}"
                yield Violation("blocks apart", (*self.first, *self.second), text)

    def measures(self, bookings: Mapping[str, Booking], working_days: WorkingDays) -> tuple[int, ...]:
        """Return the sum of the lengths of the blocks, in working days."""
        return (sum(self.length(ids, bookings, working_days) for ids in (self.first, self.second)),)


@dataclass(frozen=True, slots=True)
class OneWeek:
    """Activities lie in one week, Monday to Friday.

    Formula: ``monday(day(a))`` is the same for every a, and ``weekday(day(a)) ≤ Friday``. It forbids a week that runs
    over. Measured by the weeks passed since that of `first_monday`, the first one that has a weekday after the
    lead-in: it may begin in the lead-in, and its activities may not. (DOMAIN, Speed+.)
    """

    activities: tuple[str, ...]
    first_monday: date

    def broken_by(self, bookings: Mapping[str, Booking], working_days: WorkingDays) -> Iterator[Violation]:
        """Yield the activities outside the week in which most of them lie, and those at a weekend."""
        days = {id: bookings[id].day for id in self.activities if id in bookings}
        if not days:
            return
        mondays = [monday(day) for day in days.values()]
        week = max(sorted(set(mondays)), key=mondays.count)
        for id, day in days.items():
            if monday(day) != week or day.weekday() > 4:
                yield Violation("one week", (id,), f"{id} on {day} lies outside the week of {week}")

    def measures(self, bookings: Mapping[str, Booking], working_days: WorkingDays) -> tuple[int, ...]:
        """Return the number of weeks passed before the week chosen."""
        days = [bookings[id].day for id in self.activities if id in bookings]
        return ((monday(min(days)) - self.first_monday).days // 7 if days else 0,)


@dataclass(frozen=True, slots=True)
class OneDay:
    """Activities lie on one day.

    Formula: ``day(a)`` is the same for every a. It forbids an event that goes on the next day. Measured by the days it
    takes: 1. (DOMAIN, Focused.)
    """

    activities: tuple[str, ...]

    def broken_by(self, bookings: Mapping[str, Booking], working_days: WorkingDays) -> Iterator[Violation]:
        """Yield a violation if the activities lie on more than one day."""
        days = {bookings[id].day for id in self.activities if id in bookings}
        if len(days) > 1:
            yield Violation("one day", self.activities, f"{', '.join(self.activities)} lie on {len(days)} days")

    def measures(self, bookings: Mapping[str, Booking], working_days: WorkingDays) -> tuple[int, ...]:
        """Return the number of days taken."""
        return (len({bookings[id].day for id in self.activities if id in bookings}),)


@dataclass(frozen=True, slots=True)
class Early:
    """The last of `activities` lies as early as possible: a wish without a rule.

    Measured by the working days from `since` to the last meeting. (DOMAIN, Mid-range and Themed.)
    """

    activities: tuple[str, ...]
    since: date

    def broken_by(self, bookings: Mapping[str, Booking], working_days: WorkingDays) -> Iterator[Violation]:
        """Yield nothing: it forbids nothing."""
        return iter(())

    def measures(self, bookings: Mapping[str, Booking], working_days: WorkingDays) -> tuple[int, ...]:
        """Return the working days from `since` to the last of the activities; 0 if all lie before."""
        days = [bookings[id].day for id in self.activities if id in bookings]
        return (max(0, working_days.count(self.since, max(days))) if days else 0,)


Shape = Spread | Blocks | OneWeek | OneDay | Early


def monday(day: date) -> date:
    """Return the Monday of the week of `day`."""
    return day - timedelta(days=day.weekday())
