"""What all counting of one agenda shares, so that nothing of it is counted twice."""

from __future__ import annotations

import math
from collections.abc import Mapping

from ltsched.domain.agenda import Agenda
from ltsched.model.candidates import Candidates
from ltsched.model.free_time import FreeTime
from ltsched.solve.arithmetic.groups import Group, groups_in
from ltsched.solve.arithmetic.hours import Hours
from ltsched.solve.arithmetic.one_day import Open
from ltsched.solve.arithmetic.stretches import Frame, frames

__all__ = ["Counting"]


class Counting:
    """The frames of an agenda, with the people of whom something is needed in each.

    Activities without a start are left out: what is short without them is short with them.
    """

    def __init__(
        self, agenda: Agenda, free: FreeTime, candidates: Mapping[str, Candidates], most_ways: float = math.inf
    ) -> None:
        self.open = Open(agenda, free, {id: own for id, own in candidates.items() if own.starts}, most_ways)
        self.frames = tuple(frames(agenda, free.grid, self.open.days))
        self._groups: dict[int, list[Group]] = {}
        self._hours: dict[int, Hours] = {}

    def groups(self, frame: Frame) -> list[Group]:
        """Return the groups of people of whom activities of `frame` need some."""
        if id(frame) not in self._groups:
            self._groups[id(frame)] = groups_in(self.open, frame)
        return self._groups[id(frame)]

    def hours(self, frame: Frame) -> Hours:
        """Return the time of each person who is needed for activities of `frame`."""
        if id(frame) not in self._hours:
            self._hours[id(frame)] = Hours(self.open, frame)
        return self._hours[id(frame)]
