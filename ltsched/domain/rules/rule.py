"""What every rule can do: check bookings, say itself in words, name what it rests on, and be given up."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar, Self

from ltsched.domain.timetable import Booking
from ltsched.domain.working_days import WorkingDays

if TYPE_CHECKING:
    from ltsched.domain.agenda import Agenda

__all__ = ["Fact", "Rule", "Violation", "customise_key"]


@dataclass(frozen=True, slots=True)
class Violation:
    """A rule that is broken: which, by which activities or people, and how."""

    rule: str
    ids: tuple[str, ...]
    text: str

    def __str__(self) -> str:
        return f"{self.rule}: {self.text}"


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that a rule rests on, and that might be otherwise.

    Parameters
    ----------
    rule
        The name of the rule.
    ids
        The activities, people and rooms that it is about.
    number
        The number of the rule; None where it has none.
    key
        The name of that number in ``[customise]``; empty where it has none, or where that is not known.
    dates
        The dates of the rule, in order.
    """

    rule: str
    ids: tuple[str, ...] = ()
    number: int | None = None
    key: str = ""
    dates: tuple[date, ...] = ()


class Rule(ABC):
    """Something that a timetable has to keep.

    A rule is a value: it has all that it takes to judge a set of bookings. The model has its own, separate writing of
    each rule, found by the type of the rule; nothing here knows of it.
    """

    __slots__ = ()

    names: ClassVar[tuple[str, ...]] = ()
    """What its violations are called, the first after the rule itself; none for what forbids nothing."""

    given_up: ClassVar[str] = ""
    """How an agenda without the rules of this type is called, after "it would fit"; empty if they cannot be given up.
    """

    @property
    def name(self) -> str:
        """What the rule is called."""
        return self.names[0]

    @classmethod
    @abstractmethod
    def of(cls, agenda: Agenda) -> Iterable[Self]:
        """Return the rules of this type that `agenda` has, in the order of its activities or people."""

    @abstractmethod
    def broken_by(self, bookings: Mapping[str, Booking], working_days: WorkingDays) -> Iterator[Violation]:
        """Yield what breaks this rule in `bookings`, by activity; what is not booked breaks nothing."""

    @abstractmethod
    def words(self) -> str:
        """Return the rule as a sentence for somebody who runs a review."""

    @abstractmethod
    def facts(self) -> tuple[Fact, ...]:
        """Return what the rule rests on."""

    @classmethod
    def relaxed(cls, agenda: Agenda) -> Agenda | None:
        """Return `agenda` with the rules of this type given up; None if there is nothing to give up."""
        return None


def customise_key(agenda: Agenda, template: str, ending: str) -> str:
    """Return the one number of the option that `template` takes and whose name has this `ending`; empty if not one."""
    taken = [name for one in agenda.option.templates if one.id == template for name in one.numbers]
    found = [name for name in taken if name.endswith(ending)]
    return found[0] if len(found) == 1 else ""
