"""The smallest cases of a rule, and bookings to break one with.

Each rule of ``ltsched/domain/rules/<rule>.py`` has a ``tests/domain/rules/test_<rule>.py`` with two values of the type
`Case`: `FEASIBLE` and `INFEASIBLE`. ``tests/domain/rules/test_every_rule.py`` finds them, and asks the rule and the
solver about both.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ltsched.domain.agenda import Agenda
from ltsched.domain.option import Kind
from ltsched.domain.people import Role
from ltsched.domain.rules import Rule, Violation
from ltsched.domain.timetable import Booking
from ltsched.domain.working_days import WorkingDays
from tests.support.agendas import at, person

PLAIN = WorkingDays()
L1, L2 = person("l1", Role.LEAD_REVIEWER, agency=""), person("l2", Role.LEAD_REVIEWER, agency="")
T1, T2 = person("t1"), person("t2")
C1, C2 = (person(id, Role.CASE_GROUP, agency="school") for id in ("c1", "c2"))


@dataclass(frozen=True)
class Case:
    """An agenda, and bookings of it.

    In a feasible case the agenda has a timetable and the bookings keep the rule. In an infeasible one it has none, and
    the bookings break the rule; where the rule can be given up, the agenda has a timetable without it. Unless it is
    `cut`, the candidates leave it possible, and only what is posted for the rule forbids it.
    """

    plan: Agenda
    bookings: tuple[Booking, ...]
    cut: bool = False

    def broken(self, kind: type[Rule]) -> list[Violation]:
        """Return what breaks the rules of the type `kind`."""
        booked = {booking.activity: booking for booking in self.bookings}
        rules = kind.of(self.plan)
        return [one for rule in rules for one in rule.broken_by(booked, self.plan.working_days)]


def hour(id: str, number: int, clock: int = 10, panel: tuple[str, ...] = ()) -> Booking:
    """Return a booking of one hour on the day `number`."""
    return Booking(
        id, Kind.OTHER, id, at(number, f"{clock:02}:00"), at(number, f"{clock + 1:02}:00"), attendees=panel, panel=panel
    )


def on(**days: int) -> dict[str, Booking]:
    """Return bookings by id, each at ten o'clock on its day."""
    return {id: hour(id, number) for id, number in days.items()}


def broken(rule: Rule, bookings: Mapping[str, Booking], working_days: WorkingDays = PLAIN) -> list[Violation]:
    return list(rule.broken_by(bookings, working_days))


def named(rule: Rule, bookings: Mapping[str, Booking], working_days: WorkingDays = PLAIN) -> list[str]:
    return [violation.rule for violation in broken(rule, bookings, working_days)]
