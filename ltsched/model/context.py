"""What every rule of the model needs: the agenda, the grid, the placements, and tables by day."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from ortools.sat.python import cp_model

from ltsched.domain.activities import Activity
from ltsched.domain.agenda import Agenda
from ltsched.domain.stages.preferences import LUNCH_MINUTES
from ltsched.domain.timegrid import TimeGrid
from ltsched.model.bit_sets import bit_set
from ltsched.model.candidates import Candidates
from ltsched.model.free_time import FreeTime
from ltsched.model.overlaps import Overlaps
from ltsched.model.placements import Expression, Literal, Placement

__all__ = ["Context"]


@dataclass(slots=True)
class Context:
    """A model in the making.

    Parameters
    ----------
    candidates
        The starts that each activity of the agenda could have, by its id, before any of them are left out.
    by_day
        Whether only days count: the relaxation in which bookings of one day may overlap.
    unhindered
        Whether people may be in several places at once: their hours limit nothing then.
    clashes
        By the id of the activity, those expected at it who might have another booking then; as far as it was asked.
    placements
        By the id of the activity; only those that are in this model.
    lunches
        For each activity with a panel that might take some of lunch: whether it may.
    attends
        For each activity and person expected at it who might have another booking then, or no seat: whether they come.
    in_room
        For each activity whose room is not free to choose, and each room that could do: whether it is there.
    taken
        For each of these rooms, the time of each of these activities as an interval that is there if it is in the room.
    meets
        For two activities and a gap after the second: whether both are on at once; only where that was asked for.
    kept
        For each activity that may be left out, the literal that says that it is not; empty where all take place.
    shape_measures
        What the shape wants to be small, the most important first; known once its rule is posted.
    """

    agenda: Agenda
    free: FreeTime
    candidates: Mapping[str, Candidates]
    model: cp_model.CpModel
    by_day: bool
    overlaps: Overlaps
    unhindered: bool = False
    clashes: dict[str, Sequence[str]] = field(default_factory=dict)
    placements: dict[str, Placement] = field(default_factory=dict)
    attends: dict[tuple[str, str], cp_model.BoolVarT] = field(default_factory=dict)
    lunches: dict[str, cp_model.BoolVarT] = field(default_factory=dict)
    in_room: dict[str, dict[str, cp_model.BoolVarT]] = field(default_factory=dict)
    taken: dict[str, list[cp_model.IntervalVar]] = field(default_factory=dict)
    meets: dict[tuple[str, str, int], cp_model.BoolVarT] = field(default_factory=dict)
    kept: dict[str, cp_model.BoolVarT] = field(default_factory=dict)
    shape_measures: Sequence[Expression] = ()

    def clashing(self, activity: Activity) -> Sequence[str]:
        """Return those expected at `activity` who might have another booking then."""
        if activity.id not in self.clashes:
            self.clashes[activity.id] = self.overlaps.clashing(activity, self.agenda.activities)
        return self.clashes[activity.id]

    def unsure(self, activity: Activity) -> dict[str, cp_model.BoolVarT | None]:
        """Return those expected at `activity` of whom the start alone does not tell it, with whether they come.

        None where this model does not decide it.
        """
        decided = [person for person in activity.expected if (activity.id, person) in self.attends]
        unsure = dict.fromkeys((*self.clashing(activity), *decided))
        return {person: self.attends.get((activity.id, person)) for person in unsure}

    @property
    def grid(self) -> TimeGrid:
        """The grid."""
        return self.free.grid

    @property
    def to_place(self) -> list[Placement]:
        """The placements without those of what is over, which lies on days of its own and is in nobody's way."""
        over = self.agenda.over
        return [placement for id, placement in self.placements.items() if id not in over]

    @property
    def activities(self) -> list[Activity]:
        """The activities that are in this model."""
        return [placement.activity for placement in self.placements.values()]

    def table(self, value: Callable[[date], int]) -> list[int]:
        """Return `value` of each day of the grid."""
        return [value(day) for day in self.grid.days]

    def working_day_table(self) -> list[int]:
        """Return for each day of the grid the working days from the day of commissioning to it."""
        first = self.agenda.review.commissioned
        return self.table(lambda day: self.agenda.working_days.count(first, day))

    def date_table(self) -> list[int]:
        """Return for each day of the grid the calendar days from the day of commissioning to it."""
        first = self.agenda.review.commissioned
        return self.table(lambda day: (day - first).days)

    def interval(self, id: str, extra: int = 0) -> cp_model.IntervalVar:
        """Return the time of an activity as an interval, `extra` slots longer; it is there only if the activity is."""
        if id in self.kept:
            return self.optional_interval(id, self.kept[id], extra)
        placement = self.placements[id]
        return self.model.new_fixed_size_interval_var(placement.start, placement.length + extra, f"{id} +{extra}")

    def optional_interval(self, id: str, literal: Literal, extra: int = 0) -> cp_model.IntervalVar:
        """Return the time of an activity as an interval that is there if `literal` is true."""
        placement = self.placements[id]
        return self.model.new_optional_fixed_size_interval_var(
            placement.start, placement.length + extra, literal, f"{id} +{extra} if {literal}"
        )

    def lunch_starts(self, own: Candidates) -> int:
        """Return the slots of a day from which an activity takes some of lunch, as a bit set."""
        return bit_set([slot for slot in range(self.grid.slots_a_day) if self.takes_lunch(own, slot)])

    def takes_lunch(self, own: Candidates, slot: int) -> int:
        """Return 1 if an activity takes some of lunch from `slot` on, else 0: by its minutes, not by whole slots."""
        grid = self.grid
        begins = grid.opens_minutes + slot % grid.slots_a_day * grid.slot_minutes
        minutes = min(own.activity.minutes, own.length * grid.slot_minutes)  # a stand-in is a slot long
        return int(begins < LUNCH_MINUTES[1] and begins + minutes > LUNCH_MINUTES[0])
