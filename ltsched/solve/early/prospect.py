"""What is looked at before anybody plans, and what counts as close."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from types import MappingProxyType

from ltsched.domain.agenda import Agenda
from ltsched.domain.explaining.step import Call
from ltsched.domain.reasons import Reason
from ltsched.domain.timegrid import TimeGrid
from ltsched.domain.words.explaining.calling import by_id, call_of
from ltsched.model.candidates import Candidates, find_candidates
from ltsched.model.free_time import FreeTime
from ltsched.model.grid import lay_grid
from ltsched.model.narrow import narrow
from ltsched.model.settled.agreed import is_fixed
from ltsched.solve.arithmetic.counting import Counting

__all__ = ["LIMITS", "Early", "Limits", "Prospect"]


@dataclass(frozen=True, slots=True)
class Limits:
    """What counts as close to impossible.

    Parameters
    ----------
    days
        So many possible days, at most, are few for an activity.
    weeks
        So many possible weeks, at most, are few for a review in one week.
    room_days
        On so many days, at most, a room is free that alone is large enough.
    spare
        What a person or a pool has less to spare than this share of what is needed.
    """

    days: int = 2
    weeks: int = 2
    room_days: int = 2
    spare: float = 0.1


LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Early:
    """Something worth telling before anybody plans.

    Parameters
    ----------
    reason
        What it is.
    slack
        How far it is from impossible: what comes first has least. Less than 0 where it is impossible.
    """

    reason: Reason
    slack: float

    @property
    def impossible(self) -> bool:
        """Whether nothing fits because of it."""
        return self.slack < 0


class Prospect:
    """An agenda, and what is seen of it without a solver.

    Attributes
    ----------
    alone, left
        The candidates of each activity if it were alone; what the order, and a single week, leave of them.
    call
        What people, rooms and activities are called for people to read.
    """

    def __init__(self, agenda: Agenda, limits: Limits = LIMITS) -> None:
        self.agenda = agenda
        self.call = call_of(agenda.review, agenda.activities)
        self.limits = limits
        self.free = FreeTime.of(agenda, lay_grid(agenda))
        self.alone: Mapping[str, Candidates] = find_candidates(agenda, self.free)

    def reason(
        self,
        rule: str,
        words: Callable[[Call], str],
        ids: Sequence[str] = (),
        dates: Sequence[date] = (),
        numbers: Mapping[str, int] = MappingProxyType({}),
    ) -> Reason:
        """Return a reason of which the words are told with ids alone, and with names."""
        return Reason(rule, words(by_id), tuple(ids), tuple(dates), numbers, names=words(self.call))

    @property
    def grid(self) -> TimeGrid:
        """The grid of all slots."""
        return self.free.grid

    @cached_property
    def left(self) -> Mapping[str, Candidates]:
        """The candidates that the order leaves."""
        return narrow(self.agenda, self.grid, self.alone)

    @cached_property
    def counting(self) -> Counting:
        """What is counted of what is left."""
        return Counting(self.agenda, self.free, self.left)

    @property
    def open(self) -> list[Candidates]:
        """What is left of each activity whose time is still to be chosen."""
        return [own for own in self.left.values() if not is_fixed(self.agenda, own.activity)]

    def days(self, starts: int) -> tuple[date, ...]:
        """Return the days on which a bit set has any slot, in order."""
        return tuple(day for day in self.grid.days if starts & self.grid.day_mask(day))
