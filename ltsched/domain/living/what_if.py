"""What would become impossible or worse: the plan as it is, beside the plan as it would be."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import NamedTuple

from ltsched.domain.living.changes import Changes
from ltsched.domain.reasons import Reason
from ltsched.domain.stages.table import IF_NEEDED, LATE_DAYS, PREFERENCES, STAGES
from ltsched.domain.timetable import Booking, StageResult, Status, Timetable

__all__ = ["Absence", "Consequence", "Side", "WhatIf", "Worse", "compared_stages", "worst_first"]

COMPARED = frozenset(stage.name for stage in STAGES if stage.name not in PREFERENCES)


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two plans that are compared.

    Parameters
    ----------
    status
        How sure it is, in the stages that are compared.
    timetable
        The plan; None if there is none, and then the reasons say why.
    reasons
        Why there is none.
    staff_hours
        Hours of all bookings times those who attend and are not family; 0 without a timetable.
    interrupted
        Whether the user stopped the planning.
    """

    status: Status
    timetable: Timetable | None = None
    reasons: tuple[Reason, ...] = ()
    staff_hours: float = 0.0
    interrupted: bool = False

    @property
    def waiting(self) -> tuple[str, ...]:
        """Ids of activities that wait for the end of a hold that has none; none without a timetable."""
        return () if self.timetable is None else self.timetable.waiting

    @property
    def stages(self) -> tuple[StageResult, ...]:
        """What was reached in the stages that are compared; empty without a timetable, or where a part of it waits."""
        return () if self.timetable is None or self.waiting else compared_stages(self.timetable)

    def stage(self, name: str) -> int | None:
        """Return the value of a stage; None without a timetable, or where that has no such stage."""
        return next((stage.value for stage in self.stages if stage.name == name), None)

    @property
    def final_report(self) -> date | None:
        """The day of the final report; None without one."""
        return None if self.timetable is None else self.timetable.final_report

    def missed(self, besides: Collection[str] = ()) -> frozenset[tuple[str, str]]:
        """Return who misses what, as ids of a person and an activity, without the people in `besides`."""
        return frozenset(
            (id, booking.activity) for booking in self.bookings for id in booking.missing if id not in besides
        )

    @property
    def bookings(self) -> tuple[Booking, ...]:
        """The bookings, in the order of time; none without a timetable."""
        return () if self.timetable is None else self.timetable.bookings


def compared_stages(timetable: Timetable) -> tuple[StageResult, ...]:
    """Return what was reached in the stages of planning, without the preferences, which nothing else depends on."""
    return tuple(stage for stage in timetable.stages if stage.name in COMPARED)


class Consequence(IntEnum):
    """What comes of a change, the worst first; NOTHING is nothing for anybody but those who take no part."""

    IMPOSSIBLE = 0
    UNKNOWN = 1
    WORSE = 2
    OTHERWISE = 3
    NOTHING = 4

    @property
    def words(self) -> str:
        """What it is called."""
        return _CONSEQUENCES[self]


_CONSEQUENCES = {
    Consequence.IMPOSSIBLE: "impossible",
    Consequence.UNKNOWN: "not found out",
    Consequence.WORSE: "worse",
    Consequence.OTHERWISE: "no worse",
    Consequence.NOTHING: "nothing changes",
}


class Worse(NamedTuple):
    """By how much something would be worse, never less than 0, the most important first.

    Parameters
    ----------
    waiting
        Activities that would have to wait for the end of a hold that has none, and have not to now.
    late_days
        Working days after the deadline.
    missed_by_others
        How often somebody would be missing, without those who would take no part.
    report_calendar_days
        Days until the final report.
    if_needed
        Bookings in time that is free only if needed.
    """

    waiting: int = 0
    late_days: int = 0
    missed_by_others: int = 0
    report_calendar_days: int = 0
    if_needed: int = 0


@dataclass(frozen=True, slots=True)
class WhatIf:
    """What would become impossible or worse.

    Parameters
    ----------
    changes
        What would be otherwise.
    now, then
        The plan as it is, and the one that would be.
    unchanged
        Whether there would be nothing else to plan than there is: then both plans are the same one.
    fallen, added
        Ids of activities that would not be held any more, and of those that would be held besides.
    moved
        Ids of bookings that would start at another time, in the order of time, where as few as possible do; None
        without two timetables.
    needed
        Ids of those that would have to, if nothing is to be better than it is now; None where that was not found out.
    messages, people_told
        How many messages people would get of it, and the ids of those; None and nobody where nobody has been told of
        anything yet.
    musts
        Why those who would take no part cannot be done without; empty if they can.
    if_no_must
        Where they cannot: what it would be if they were no must; None where nobody has looked.
    told
        What should be known of the comparison; a sentence each.
    """

    changes: Changes
    now: Side
    then: Side
    unchanged: bool = False
    fallen: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    moved: tuple[str, ...] | None = None
    needed: tuple[str, ...] | None = None
    messages: int | None = None
    people_told: tuple[str, ...] = ()
    musts: tuple[Reason, ...] = ()
    if_no_must: Side | None = None
    told: tuple[str, ...] = ()

    @property
    def consequence(self) -> Consequence:
        """What comes of it."""
        if self.then.status is Status.INFEASIBLE:
            return Consequence.IMPOSSIBLE
        if self.then.timetable is None:
            return Consequence.UNKNOWN
        if self.unchanged:
            return Consequence.NOTHING
        if any(self.worse):
            return Consequence.WORSE
        otherwise = self.fallen or self.added or self.taken_over or self.needed != ()
        return Consequence.OTHERWISE if otherwise else Consequence.NOTHING

    @property
    def put_off(self) -> tuple[str, ...]:
        """Ids of activities that would have to wait for the end of a hold that has none, and have not to now."""
        return tuple(id for id in self.then.waiting if id not in self.now.waiting)

    @property
    def taken_over(self) -> tuple[str, ...]:
        """Ids of bookings to come that others would have to hold, in the order of time."""
        then = self.then.timetable
        if then is None:
            return ()
        to_come = {booking.activity for booking in then.bookings if not then.is_over(booking)}
        gone = self.changes.without
        return tuple(b.activity for b in self.now.bookings if b.activity in to_come and not {*b.panel}.isdisjoint(gone))

    @property
    def worse(self) -> Worse:
        """By how much; all 0 where one of the two has no timetable, all but the first where a part of one waits."""
        if self.now.timetable is None or self.then.timetable is None:
            return Worse()
        if self.now.waiting or self.then.waiting:
            return Worse(waiting=len(self.put_off))
        besides = self.changes.without
        report = (self.then.final_report, self.now.final_report)
        later = (report[0] - report[1]).days if report[0] is not None and report[1] is not None else 0
        missed = len(self.then.missed(besides)) - len(self.now.missed(besides))
        return Worse(
            late_days=self._more(LATE_DAYS),
            missed_by_others=max(0, missed),
            report_calendar_days=max(0, later),
            if_needed=self._more(IF_NEEDED),
        )

    def _more(self, stage: str) -> int:
        return max(0, (self.then.stage(stage) or 0) - (self.now.stage(stage) or 0))

    @property
    def newly_missing(self) -> frozenset[tuple[str, str]]:
        """Who would miss what that they can come to now, as ids of a person and an activity."""
        return self.then.missed(self.changes.without) - self.now.missed() if self.then.timetable else frozenset()

    @property
    def no_longer_missing(self) -> frozenset[tuple[str, str]]:
        """Who would come to what they miss now."""
        held = {booking.activity for booking in self.then.bookings}
        lost = self.now.missed(self.changes.without) - self.then.missed()
        return frozenset((id, activity) for id, activity in lost if activity in held)


@dataclass(frozen=True, slots=True)
class Absence:
    """What a review would be without each of several people.

    Parameters
    ----------
    changes
        What would be otherwise besides.
    now
        The plan as it is.
    by_person
        The consequence of the absence of each, by id, the worst first; whoever has not been looked at is not in it.
    left
        Ids of those who have not been looked at, because somebody stopped it.
    base
        What comes of `changes` alone, to see whose absence matters besides; None where there are none.
    told
        What should be known of the comparison; a sentence each.
    """

    changes: Changes
    now: Side
    by_person: tuple[tuple[str, WhatIf], ...]
    left: tuple[str, ...] = ()
    base: WhatIf | None = None
    told: tuple[str, ...] = ()


def worst_first(found: Mapping[str, WhatIf], order: Sequence[str]) -> tuple[tuple[str, WhatIf], ...]:
    """Return the people with what comes of their absence, the worst first, and in their `order` where it is equal."""

    def key(id: str) -> tuple[Consequence, tuple[int, ...]]:
        what = found[id]
        return what.consequence, tuple(-more for more in (*what.worse, len(what.needed or ()), len(what.taken_over)))

    return tuple((id, found[id]) for id in sorted((id for id in order if id in found), key=key))
