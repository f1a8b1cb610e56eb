"""How many of some activities one person holds on one day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from ltsched.domain.rules.rule import Fact, Rule, RuleSource, Source, Violation, customise_key
from ltsched.domain.timetable import Booking
from ltsched.domain.working_days import WorkingDays

__all__ = ["DailyLoad", "most_a_day"]


@dataclass(frozen=True, slots=True)
class DailyLoad(Rule):
    """Nobody holds more than `most` of `activities` on one day.

    Formula: for each person p and day d, ``|{a : p in panel(a), day(a) = d}| ≤ most``. It forbids a fourth
    conversation on a day. `key` is the name of the limit in ``[customise]``, where that is known.
    """

    names = ("daily load",)
    given_up = "without a limit on conversations a day"

    activities: tuple[str, ...]
    most: int
    key: str = ""

    @classmethod
    def of(cls, agenda: RuleSource) -> Iterator[DailyLoad]:
        """Yield those that the option gives."""
        templates = {activity.id: activity.template for activity in agenda.activities}
        for load in (rule for rule in agenda.daily_loads if isinstance(rule, cls)):
            template = next((templates[id] for id in load.activities if id in templates), "")
            yield replace(load, key=customise_key(agenda, template, "-per-day"))

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

    def words(self) -> str:
        """Return the rule as a sentence."""
        return f"Nobody holds more than {self.most} of these on one day: {', '.join(self.activities)}."

    def facts(self) -> tuple[Fact, ...]:
        """Return the limit."""
        return (Fact(self.name, self.activities, self.most, self.key),)

    @classmethod
    def relaxed(cls, agenda: Source) -> Source | None:
        """Return `agenda` without a limit."""
        return agenda.changed(daily_loads=()) if agenda.daily_loads else None


def most_a_day(loads: Iterable[DailyLoad], activities: Iterable[str]) -> int:
    """Return the most of `activities` that the daily `loads` let one person hold on one day."""
    left = set(activities)
    most = 0
    for load in loads:
        limited = left.intersection(load.activities)
        most += min(len(limited), load.most)
        left -= limited
    return most + len(left)
