"""The patterns of the days of a packed review, and who could hold what when, without a solver."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from ltsched.model.candidates import Candidates
from ltsched.model.context import Context
from ltsched.model.patterns.best import Pattern, best_of
from ltsched.model.patterns.layouts import layouts_by_day, meetings_in_order
from ltsched.model.patterns.room import Group, groups_of, room_of, starts_held_by
from ltsched.model.settled.agreed import is_fixed
from ltsched.model.stages.terms import start_costs

__all__ = ["MOST_LAYOUTS", "Patterns"]

MOST_LAYOUTS = 20_000
"""Of all days together: more take longer to look at than they save."""


@dataclass(frozen=True, slots=True)
class Patterns:
    """The patterns of each day, and who could hold what when.

    Parameters
    ----------
    meetings
        What the patterns lay, in the order of the candidates.
    held
        What has a panel, and a time that is to be chosen.
    groups
        The groups of these.
    by_day
        The patterns of each day on which a meeting can lie.
    held_by
        The starts at which a lead reviewer can hold something, by its id and theirs.
    glad
        Those of these starts that are in nobody's "if needed" time.
    """

    meetings: Sequence[Candidates]
    held: Sequence[Candidates]
    groups: Sequence[Group]
    by_day: Mapping[int, Sequence[Pattern]]
    held_by: Mapping[tuple[str, str], int]
    glad: Mapping[tuple[str, str], int]

    @classmethod
    def of(cls, context: Context, held: Sequence[Candidates]) -> Patterns:
        """Find them, for what is `held`; raises `TooManyLayouts`."""
        agenda, slots_a_day = context.agenda, context.grid.slots_a_day
        # What is over lies on days of its own, and in nobody's way.
        meetings = [
            own
            for id, own in context.candidates.items()
            if (own.activity.panel is None or is_fixed(agenda, own.activity)) and id not in agenda.over
        ]
        ordered = meetings_in_order(agenda, context.overlaps, meetings)
        groups = groups_of(held, ordered, context.overlaps.after)
        held_by, glad = (
            {
                (own.activity.id, lead): starts_held_by(own, lead, context.free, gladly=gladly)
                for own in held
                if own.activity.panel is not None
                for lead in sorted(own.activity.panel.leads)
            }
            for gladly in (False, True)
        )
        leads = sorted({lead for _, lead in held_by})
        useful = {
            (lead, number): _union(held_by.get((id, lead), 0) for id in group.ids)
            for number, group in enumerate(groups)
            for lead in leads
        }
        costs = {own.activity.id: cache(start_costs(context, own)) for own in meetings}
        by_day = {}
        for day, layouts in layouts_by_day(ordered, slots_a_day, MOST_LAYOUTS).items():
            rooms = (room_of(layout, groups, leads, day, slots_a_day) for layout in layouts)
            cut = [{key: bits & useful[key] for key, bits in room.items()} for room in rooms]
            by_day[day] = best_of(list(zip(layouts, cut, strict=True)), costs)
        return cls(meetings, held, groups, by_day, held_by, glad)

    def starts_of(self, own: Candidates) -> set[int]:
        """Return the starts of a meeting that are in some pattern."""
        id = own.activity.id
        return {
            start
            for patterns in self.by_day.values()
            for layout, _ in patterns
            for meeting, start in layout
            if meeting.id == id
        }


def _union(sets: Iterable[int]) -> int:
    found = 0
    for bits in sets:
        found |= bits
    return found
