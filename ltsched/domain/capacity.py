"""Hard arithmetic: the places on panels that activities need, and those that the hours of people leave room for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from ltsched.domain.activities import Activity

__all__ = ["HoursLeft", "Shortage", "Stretch", "Sums", "Tally"]


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
class Tally:
    """What activities need of some people, and the most that these have in the days that are left for it.

    It says what there is at most: where that is less than what is needed nothing fits, else nothing follows from it.

    Parameters
    ----------
    people
        Of whom the activities need some, whoever else holds them.
    activities
        What they hold, or must come to; all of it lies on the days.
    beside
        Ids of the meetings that they must come to on these days, where these are not among the activities.
    stretch, days
        In what all of it has to lie; first and last day of the best one.
    each
        How many of `people` hold each of them, if that is all of them and the numbers are of activities; 0 where the
        numbers are of places.
    needed, possible
        Places, activities or minutes. None where the meetings themselves do not fit.
    in_minutes
        Whether the numbers are of minutes: the time of one person.
    size
        How many places each activity takes, if all take as many; else 0.
    only
        Whether nobody else may hold any of them.
    rooms
        For each of the people, if these are few, how many of the activities they have room for alone.
    days_needed, days_there
        On how many days the activities lie at least, and on how many they can; 0 where that was not counted.
    """

    people: tuple[str, ...]
    activities: tuple[Activity, ...]
    beside: tuple[str, ...]
    stretch: Stretch
    days: tuple[date, date]
    each: int
    needed: int
    possible: int | None
    in_minutes: bool = False
    size: int = 0
    only: bool = False
    rooms: Mapping[str, int] = field(default_factory=dict, hash=False)
    days_needed: int = 0
    days_there: int = 0

    @property
    def missing(self) -> int:
        """How much there is too little; less than 0 where there is more than is needed."""
        return self.needed - (self.possible or 0)

    @property
    def short(self) -> bool:
        """Whether there is less than is needed: that proves the review impossible."""
        return self.possible is None or self.missing > 0

    @property
    def spare(self) -> float:
        """What there is more than is needed, as a share of what is needed; less than 0 where there is less."""
        return -1.0 if self.possible is None else -self.missing / self.needed


class Shortage(Tally):
    """A tally that is short, beside the meetings or not: a proof that nothing fits."""

    __slots__ = ()
