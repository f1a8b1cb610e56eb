"""Trade-offs: what an earlier final report costs, as a frontier on which nothing is gained without giving something."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ltsched.domain.reasons import Reason
from ltsched.domain.review import StageSettings
from ltsched.domain.stages.settings import stage_word
from ltsched.domain.stages.table import FINISH, IF_NEEDED, LATE_DAYS, MISSED_ATTENDANCE
from ltsched.domain.timetable import Status, Timetable

__all__ = [
    "TRADED",
    "Frontier",
    "FrontierPoint",
    "Tradeoffs",
    "absences_beyond",
]

TRADED = (MISSED_ATTENDANCE, IF_NEEDED)
"""The stages that can be given up for an earlier report, in the order in which their frontiers are shown."""


@dataclass(frozen=True, slots=True)
class FrontierPoint:
    """One point of a frontier: a timetable whose report cannot come earlier without giving up more.

    Parameters
    ----------
    traded
        The stage that is given up.
    bound
        No timetable whose report comes before that of the point before has less of it; at the first point, none at all.
    timetable
        A whole timetable of this point, checked independently.
    stages
        The order and the tolerances with which `ltsched plan` comes to exactly this point.
    asked
        Who comes to what in time that they would give up only if needed: ids of people and of activities.
    """

    traded: str
    bound: int
    timetable: Timetable
    stages: StageSettings
    asked: tuple[tuple[str, str], ...] = ()

    @property
    def value(self) -> int:
        """What is given up, in the unit of the stage."""
        return self.timetable.stage_value(self.traded)

    @property
    def finish(self) -> int:
        """Working days from commissioning to the final report."""
        return self.timetable.stage_value(FINISH)

    @property
    def finish_bound(self) -> int:
        """With no more of the stage given up, no report takes fewer working days."""
        return next(stage.bound for stage in self.timetable.stages if stage.name == FINISH)

    @property
    def late_days(self) -> int:
        """Working days after the deadline up to the report; 0 without a deadline."""
        return self.timetable.stage_value(LATE_DAYS)

    @property
    def final_report(self) -> date | None:
        """The day of the final report; None if the review has no such milestone."""
        return self.timetable.final_report

    @property
    def proven(self) -> bool:
        """Whether neither less could be given up for a report before that of the last point, nor more be gained."""
        return self.value <= self.bound and self.finish <= self.finish_bound


@dataclass(frozen=True, slots=True)
class Frontier:
    """The best points there are, from the least given up to the earliest report: each gives up more and is earlier.

    Parameters
    ----------
    traded
        The stage that is given up.
    held
        The stages that are kept at the least they can be, each with that value; in their order.
    points
        At least one, unless the work was stopped before.
    complete
        Whether no report is earlier than that of the last point, whatever is given up; if not, more may follow.
    """

    traded: str
    held: Mapping[str, int]
    points: tuple[FrontierPoint, ...]
    complete: bool

    @property
    def word(self) -> str:
        """What ``plan --choose`` calls the stage."""
        return stage_word(self.traded)

    @property
    def proven(self) -> bool:
        """Whether it is all of the frontier, and each of its points proven."""
        return self.complete and all(point.proven for point in self.points)

    def gain(self, number: int) -> tuple[int, int]:
        """Return by how many calendar days and working days point `number` (from 0) is earlier than the one before."""
        point, before = self.points[number], self.points[number - 1]
        if point.final_report is None or before.final_report is None:
            return 0, before.finish - point.finish
        return (before.final_report - point.final_report).days, before.finish - point.finish


@dataclass(frozen=True, slots=True)
class Tradeoffs:
    """What an earlier report of a review would cost.

    Parameters
    ----------
    reference, option, title, commissioned, deadline, today, rehearsal
        Of the review; `option` is its name, `title` what it is called.
    status
        OPTIMAL if all is proven; INFEASIBLE or UNKNOWN without any point.
    frontiers
        One for each of `TRADED`, as far as the work has come.
    reasons
        Where the review is impossible: why.
    left_out
        Ids of what the option leaves out where it does not fit, and what is left out here.
    interrupted
        Whether somebody stopped the work.
    inputs
        What tells the state of the folder of which they are; empty for a review made in a program.
    """

    reference: str
    option: str
    title: str
    commissioned: date
    deadline: date | None
    status: Status
    frontiers: tuple[Frontier, ...]
    reasons: tuple[Reason, ...] = ()
    left_out: tuple[str, ...] = ()
    today: date | None = None
    rehearsal: bool = False
    interrupted: bool = False
    inputs: str = ""

    @property
    def choice(self) -> bool:
        """Whether there is anything to choose."""
        return any(len(frontier.points) > 1 for frontier in self.frontiers)


def absences_beyond(timetable: Timetable, other: Timetable | None) -> tuple[tuple[str, str], ...]:
    """Return who misses what in `timetable` and not in `other`: ids of people and of activities, in the order of time.

    None for `other` means all that is missed.
    """
    known = set() if other is None else {(id, b.activity) for b in other.bookings for id in b.missing}
    found = [(id, booking.activity) for booking in timetable.bookings for id in booking.missing]
    return tuple(pair for pair in found if pair not in known)
