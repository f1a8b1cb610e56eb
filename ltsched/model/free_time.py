"""Who is free when, on the grid."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ltsched.domain.agenda import Agenda
from ltsched.domain.timegrid import TimeGrid

__all__ = ["FreeTime"]


@dataclass(frozen=True, slots=True)
class FreeTime:
    """For each person and room, bit sets of slots: free (if needed or not), and touched by an "if needed" entry."""

    grid: TimeGrid
    step_minutes: int
    free: Mapping[str, int]
    if_needed: Mapping[str, int]

    @classmethod
    def of(cls, agenda: Agenda, grid: TimeGrid) -> FreeTime:
        """Put everybody's availability on `grid`."""
        return cls(
            grid,
            agenda.option.whole("start-step-minutes"),
            {id: grid.free_slots(available.free) for id, available in agenda.availability.items()},
            {id: grid.touched_slots(available.if_needed) for id, available in agenda.availability.items()},
        )

    def starts(self, id: str, length: int) -> int:
        """Return the slots at which `id` can start something of `length` slots."""
        return self.grid.starts(self.free[id], length, self.step_minutes)

    def runs(self, id: str, day: date) -> list[tuple[int, int]]:
        """Return the stretches of slots on `day` at which `id` is free, half-open, in order."""
        index = self.grid.day_index.get(day)
        if index is None:
            return []
        opens = index * self.grid.slots_a_day
        own = self.free[id] >> opens & ((1 << self.grid.slots_a_day) - 1)
        return [(opens + first, opens + end) for first, end in self.grid.runs(own)]

    def reluctant(self, id: str, length: int) -> int:
        """Return the slots at which something of `length` slots would take time that `id` gives only if needed."""
        touched = self.if_needed[id]
        found = 0
        for shift in range(length):
            found |= touched >> shift
        return found
