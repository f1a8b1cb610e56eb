"""What every rule can do: check bookings, say itself in words, name what it rests on, and be given up."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, Protocol, Self, TypeVar

from ltsched.domain.activities import Activity
from ltsched.domain.availability import Availability
from ltsched.domain.option import Option
from ltsched.domain.review import Review
from ltsched.domain.timetable import Booking
from ltsched.domain.working_days import WorkingDays

__all__ = ["Fact", "Rule", "RuleSource", "Source", "Violation", "customise_key"]


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
    kind
        What kind of thing keeps somebody away, where that is what it is about: ``leave``, ``court``, ``hold``; a row of
        the costs. Empty elsewhere.
    spans
        When exactly, in minutes since the epoch, half-open, in order; empty for no times of day in particular.
    """

    rule: str
    ids: tuple[str, ...] = ()
    number: int | None = None
    key: str = ""
    dates: tuple[date, ...] = ()
    kind: str = ""
    spans: tuple[tuple[int, int], ...] = ()

    @property
    def whenever(self) -> Fact:
        """What it says, but for when: by this a fact is known again once its days are others."""
        return replace(self, dates=(), spans=())


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
    def of(cls, agenda: RuleSource) -> Iterable[Self]:
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
    def relaxed(cls, agenda: Source) -> Source | None:
        """Return `agenda` with the rules of this type given up; None if there is nothing to give up."""
        return None


class RuleSource(Protocol):
    """What rules are made of: an agenda, as far as they know it (`ltsched.domain.agenda.Agenda` says what each is)."""

    @property
    def review(self) -> Review:
        """Where it comes from."""

    @property
    def option(self) -> Option:
        """The option of the review."""

    @property
    def activities(self) -> tuple[Activity, ...]:
        """What has to be planned."""

    @property
    def availability(self) -> Mapping[str, Availability]:
        """When each person and room can be booked, by id."""

    @property
    def working_days(self) -> WorkingDays:
        """The working days of the region."""

    @property
    def span_start(self) -> date:
        """The first day after the lead-in."""

    @property
    def precedences(self) -> tuple[Rule, ...]:
        """The order of the activities."""

    @property
    def daily_loads(self) -> tuple[Rule, ...]:
        """What one person holds on one day at most."""

    @property
    def shape(self) -> Rule:
        """What the option is about."""

    def changed(self, **fields: object) -> Self:
        """Return the same agenda with other values of `fields`."""


Source = TypeVar("Source", bound=RuleSource)


def customise_key(agenda: RuleSource, template: str, ending: str) -> str:
    """Return the one number of the option that `template` takes and whose name has this `ending`; empty if not one."""
    taken = [name for one in agenda.option.templates if one.id == template for name in one.numbers]
    found = [name for name in taken if name.endswith(ending)]
    return found[0] if len(found) == 1 else ""
