"""The result: bookings, milestones, and how good they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from ltsched.domain.option import Kind
from ltsched.domain.partial.left_out import LeftOut

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["FINAL_REPORT", "Booking", "Change", "ChangeKind", "Milestone", "StageResult", "Status", "Timetable"]

FINAL_REPORT = "final-report"


class Status(StrEnum):
    """How sure a result is."""

    OPTIMAL = "optimal"
    FEASIBLE = "feasible"
    INFEASIBLE = "infeasible"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Booking:
    """An activity with its time, its room and its people.

    `start` and `end` carry the zone of the review; the booking is ``[start, end)``. `attendees` come (must, expected
    and panel, in that order); `missing` were expected and cannot come; `unseated` are those of them who could, and for
    whom the room has no seat. `panel` are those of the attendees who were chosen to hold it.
    """

    activity: str
    kind: Kind
    title: str
    start: datetime
    end: datetime
    room: str | None = None
    attendees: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    panel: tuple[str, ...] = ()
    unseated: tuple[str, ...] = ()

    @property
    def day(self) -> date:
        """The local day on which it lies."""
        return self.start.date()

    @property
    def minutes(self) -> int:
        """Its true length, across a change of the clocks too."""
        return round((self.end.timestamp() - self.start.timestamp()) / 60)


@dataclass(frozen=True, slots=True)
class StageResult:
    """What was reached in one stage, and what is proven about it.

    Parameters
    ----------
    name, unit
        ``late days`` in ``working days``, and so on.
    value
        The value of the timetable, recomputed from its bookings.
    bound
        No timetable that is as good in the stages before has less than this.
    tolerance
        How much the value may exceed the least possible one (``[stages]``).
    """

    name: str
    unit: str
    value: int
    bound: int
    tolerance: int = 0

    @property
    def gap(self) -> int:
        """How much better it might still be; 0 means proven."""
        return max(0, self.value - self.bound - self.tolerance)

    @property
    def proven(self) -> bool:
        """Whether no timetable can be better in this stage (beyond the tolerance)."""
        return self.gap == 0


class ChangeKind(StrEnum):
    """What became of a booking when the review was planned again."""

    KEPT = "kept"
    MOVED = "moved"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one booking when the review was planned again.

    `before` and `after` are when it started and when it starts, with the zone of the review; None if there was, or is,
    none. `why` says what forced a move, why it is new or gone, or what else is otherwise; it may be empty for what was
    kept.
    """

    activity: str
    kind: ChangeKind
    before: datetime | None
    after: datetime | None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Milestone:
    """A date that follows from the last meeting."""

    id: str
    title: str
    date: date


@dataclass(frozen=True, slots=True)
class Timetable:
    """A whole timetable.

    `bookings` are in the order of time. `measures` are numbers about the whole, each with its unit in its name. `today`
    is the day on which it was planned; None if nothing was said about that. `rehearsal` tells that this day was made
    up: nobody is to be invited. `changes` are what planning again has changed, booking by booking in the order of time;
    empty where it was planned afresh. `told` are the ids of those who have to be told of them. `waiting` are ids of
    activities that wait for the end of a hold that has none: they have no booking, and the report has no date. `chosen`
    is the point of the trade-offs that was asked for, ``missed-attendance=5``: its stages are not those of review.toml.
    `canonical` tells that no choice was left: whoever plans the same comes to the same bookings, with any seed and
    number of workers. `left_out` is what there is no room for beside what is more important: a partial timetable, which
    somebody has asked for; `most_kept` tells that it is proven that no more can be kept, by weight.
    """

    reference: str
    option: str
    status: Status
    stages: tuple[StageResult, ...]
    bookings: tuple[Booking, ...]
    milestones: tuple[Milestone, ...]
    measures: Mapping[str, float] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
    today: date | None = None
    rehearsal: bool = False
    changes: tuple[Change, ...] = ()
    told: tuple[str, ...] = ()
    waiting: tuple[str, ...] = ()
    chosen: str = ""
    canonical: bool = False
    left_out: tuple[LeftOut, ...] = ()
    most_kept: bool = False

    @property
    def over(self) -> tuple[Booking, ...]:
        """The bookings on the day on which it was planned or before, in the order of time."""
        return tuple(booking for booking in self.bookings if self.is_over(booking))

    def is_over(self, booking: Booking) -> bool:
        """Return whether `booking` lies on the day on which the timetable was planned, or before."""
        return self.today is not None and booking.day <= self.today

    @property
    def final_report(self) -> date | None:
        """The day of the final report; None if it is no milestone."""
        return next((milestone.date for milestone in self.milestones if milestone.id == FINAL_REPORT), None)

    def booking(self, activity: str) -> Booking:
        """Return the booking of `activity`; KeyError if there is none."""
        for booking in self.bookings:
            if booking.activity == activity:
                return booking
        raise KeyError(activity)

    def stage_value(self, name: str) -> int:
        """Return what was reached in the stage `name`, in the unit of the stage; KeyError if there is none."""
        for stage in self.stages:
            if stage.name == name:
                return stage.value
        raise KeyError(name)

    def of_person(self, id: str) -> tuple[Booking, ...]:
        """Return the bookings that the person `id` attends, in the order of time."""
        return tuple(booking for booking in self.bookings if id in booking.attendees)

    def to_frame(self) -> pd.DataFrame:
        """Return the bookings as a table, one row each, in the order of time.

        Returns
        -------
        pandas.DataFrame
            Columns ``activity``, ``kind``, ``title``, ``start``, ``end`` (with the zone of the review), ``room`` (None
            where there is none), ``attendees``, ``missing`` and ``unseated`` (tuples of ids). An empty timetable gives
            an empty table with these columns.
        """
        import pandas as pd

        columns = ("activity", "kind", "title", "start", "end", "room", "attendees", "missing", "unseated")
        rows = [[getattr(booking, column) for column in columns] for booking in self.bookings]
        frame = pd.DataFrame(rows, columns=list(columns))
        frame["kind"] = frame["kind"].astype(str)
        return frame
