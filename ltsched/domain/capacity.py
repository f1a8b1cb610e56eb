"""Hard arithmetic: the places on panels that activities need, and those that the hours of people leave room for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ltsched.domain.activities import Activity

__all__ = ["HoursLeft", "Shortage", "Stretch", "Sums"]


@dataclass(frozen=True, slots=True)
class HoursLeft:
    """What somebody has on some days: minutes free, minutes of meetings, and how many that leaves room for.

    `most_a_day` is the limit of one day where that is what leaves no room for more; else None.
    """

    person: str
    free_minutes: int
    meeting_minutes: int
    possible: int
    most_a_day: int | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """In what activities have to lie: one ``week``, one ``block``, or anywhere (empty).

    `most_working_days` is the length of a block, at most.
    """

    word: str = ""
    most_working_days: int = 0


@dataclass(frozen=True, slots=True)
class Sums:
    """What activities with panels need, and what there is on the best days that they could all lie on.

    Parameters
    ----------
    activities, among
        Those that are short, or all that need the same; and how many these are.
    stretch, days
        In what they have to lie; the best of these days, in order.
    who
        Of whom each activity needs some: ``lead reviewer``, ``reviewer``, ``auditor``, or the id of one person.
    wanted
        How many each activity needs, by its id.
    hours, may_hold
        What each person who may hold them has, and by person how many of the activities they may hold.
    needed, possible
        Places, and how many people have room for; that may be more.
    """

    activities: Sequence[Activity]
    among: int
    stretch: Stretch
    days: Sequence[date]
    who: str
    wanted: Mapping[str, int]
    hours: Sequence[HoursLeft]
    may_hold: Mapping[str, int]
    needed: int
    possible: int

    @property
    def missing(self) -> int:
        """How many places there are too few."""
        return max(0, self.needed - self.possible)

    @property
    def short(self) -> bool:
        """Whether there are fewer places than are needed: that proves the review impossible."""
        return self.missing > 0


@dataclass(frozen=True, slots=True)
class Shortage:
    """Too few places for what some people must hold, counted day by day beside their meetings: a proof.

    Parameters
    ----------
    people
        Of whom the activities need some, whoever else holds them.
    activities
        What they hold; all of it lies on the days.
    beside
        Ids of the meetings that they must come to on these days.
    stretch, days
        In what all of it has to lie; first and last day of the best one.
    each
        How many of `people` hold each of them, if that is all of them and the numbers are of activities; 0 where the
        numbers are of places.
    needed, possible
        Places, or activities; there are more needed than possible. None where the meetings themselves do not fit.
    """

    people: tuple[str, ...]
    activities: tuple[Activity, ...]
    beside: tuple[str, ...]
    stretch: Stretch
    days: tuple[date, date]
    each: int
    needed: int
    possible: int | None

    @property
    def missing(self) -> int:
        """How many there are too few."""
        return self.needed - (self.possible or 0)
