"""What the shapes have in common: an agenda has one, and it gives what is to be minimised."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Mapping
from typing import Self

from ltsched.domain.rules.rule import Rule, RuleSource
from ltsched.domain.timetable import Booking
from ltsched.domain.working_days import WorkingDays

__all__ = ["ShapeRule"]


class ShapeRule(Rule):
    """What an option is about: a rule, and what is to be minimised."""

    __slots__ = ()

    @classmethod
    def of(cls, agenda: RuleSource) -> Iterable[Self]:
        """Return the shape of `agenda`, if it is of this type."""
        return (agenda.shape,) if isinstance(agenda.shape, cls) else ()

    @abstractmethod
    def measures(self, bookings: Mapping[str, Booking], working_days: WorkingDays) -> tuple[int, ...]:
        """Return what is to be minimised, in this order; every activity of the shape must be in `bookings`."""
