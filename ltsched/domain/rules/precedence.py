"""One activity before another, with a least and a greatest lag."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from ltsched.domain.rules.rule import Fact, Rule, RuleSource, Source, Violation
from ltsched.domain.timetable import Booking
from ltsched.domain.working_days import WorkingDays

__all__ = ["LagUnit", "Precedence"]


class LagUnit(StrEnum):
    """What a lag counts."""

    WORKING_DAYS = "working days"
    DAYS = "days"


@dataclass(frozen=True, slots=True)
class Precedence(Rule):
    """`before` ends before `after` starts, with at least `least` and at most `most` days between their days.

    Formula: ``end(before) ≤ start(after)`` and ``least ≤ day(after) − day(before) ≤ most``, in `unit`; `most` None
    means no limit. It forbids an analysis before the conversations it is about.
    """

    names = ("precedence", "lag")
    given_up = "without least and greatest gaps between meetings"

    before: str
    after: str
    least: int = 0
    most: int | None = None
    unit: LagUnit = LagUnit.WORKING_DAYS

    @classmethod
    def of(cls, agenda: RuleSource) -> Iterable[Precedence]:
        """Return those that the orders of the option give."""
        return [rule for rule in agenda.precedences if isinstance(rule, cls)]

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
        far = f"{self.after} is {lag} {self._unit(lag)} after {self.before}"
        if lag < self.least:
            yield Violation("lag", ids, f"{far}, least {self.least}")
        if self.most is not None and lag > self.most:
            yield Violation("lag", ids, f"{far}, most {self.most}")

    def _unit(self, count: int) -> str:
        return self.unit.removesuffix("s") if count == 1 else self.unit

    def words(self) -> str:
        """Return the rule as a sentence."""
        lags = [f"at least {self.least}"] if self.least > 0 else []
        lags += [f"at most {self.most}"] if self.most is not None else []
        unit = self._unit(self.least if self.most is None else self.most)
        lag = f", {' and '.join(lags)} {unit} before" if lags else ""
        return f"{self.before} ends before {self.after} starts{lag}."

    def facts(self) -> tuple[Fact, ...]:
        """Return the order, and each lag with its number."""
        ids = (self.before, self.after)
        lags = [self.least] if self.least > 0 else []
        lags += [self.most] if self.most is not None else []
        return (Fact("precedence", ids), *(Fact("lag", ids, lag) for lag in lags))

    @classmethod
    def relaxed(cls, agenda: Source) -> Source | None:
        """Return `agenda` with the order alone, without lags."""
        if not any(rule.least > 0 or rule.most is not None for rule in cls.of(agenda)):
            return None
        return agenda.changed(precedences=tuple(replace(rule, least=0, most=None) for rule in cls.of(agenda)))
