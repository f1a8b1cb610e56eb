"""The windows that people wish for: weekdays, hours, from, until."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from ltsched.domain.rules.rule import Fact, Rule, RuleSource, Source, Violation
from ltsched.domain.settled import WishedWindow
from ltsched.domain.timetable import Booking
from ltsched.domain.words.settled_words import window_text
from ltsched.domain.working_days import WorkingDays

__all__ = ["WithinWishes", "window_has"]


@dataclass(frozen=True, slots=True)
class WithinWishes(Rule):
    """`activity` lies within one of each group of `windows`.

    Formula: for each group G, ``[start(a), end(a)) ⊆ w`` for some w of G. It forbids a conversation on a Friday where
    only Mondays will do.
    """

    names = ("wished window",)
    given_up = "without the windows of review.toml"

    activity: str
    windows: tuple[tuple[WishedWindow, ...], ...]

    @classmethod
    def of(cls, agenda: RuleSource) -> Iterator[WithinWishes]:
        """Yield one for each activity that has such windows."""
        for activity in agenda.activities:
            if activity.windows:
                yield cls(activity.id, activity.windows)

    def broken_by(self, bookings: Mapping[str, Booking], working_days: WorkingDays) -> Iterator[Violation]:
        """Yield a violation for each group of windows of which none has all of it."""
        if self.activity not in bookings:
            return
        booking = bookings[self.activity]
        for group in self.windows:
            if not any(window_has(window, booking) for window in group):
                when = f"{booking.start:%Y-%m-%d %H:%M}–{booking.end:%H:%M}"
                text = f"{self.activity} on {when} lies outside its window in review.toml: {_texts(group)}"
                yield Violation("wished window", (self.activity,), text)

    def words(self) -> str:
        """Return the rule as a sentence."""
        return f"{self.activity} lies {', and '.join(map(_texts, self.windows))}."

    def facts(self) -> tuple[Fact, ...]:
        """Return the first and the last day of each window that has one."""
        days = (day for group in self.windows for window in group for day in (window.first, window.last))
        return (Fact(self.name, (self.activity,), dates=tuple(sorted(day for day in days if day is not None))),)

    @classmethod
    def relaxed(cls, agenda: Source) -> Source | None:
        """Return `agenda` without windows of activities; those of people stay, in their diaries."""
        if not any(activity.windows for activity in agenda.activities):
            return None
        return agenda.changed(activities=tuple(replace(one, windows=()) for one in agenda.activities))


def window_has(window: WishedWindow, booking: Booking) -> bool:
    """Return whether all of `booking` lies in `window`."""
    day, last = booking.day, booking.end.date()
    if window.weekdays and day.weekday() not in window.weekdays:
        return False
    if (window.first is not None and day < window.first) or (window.last is not None and day > window.last):
        return False
    if window.opens is not None and booking.start.time() < window.opens:
        return False
    return window.closes is None or (last == day and booking.end.time() <= window.closes)


def _texts(group: tuple[WishedWindow, ...]) -> str:
    return ", or ".join(map(window_text, group))
