"""Whether some activities fit, held to some facts alone: looks of milliseconds."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import IntEnum

from ltsched.domain.agenda import Agenda
from ltsched.domain.availability import Availability
from ltsched.domain.capacity import Shortage
from ltsched.domain.explaining.held_to import Held, HeldAgenda
from ltsched.domain.rules import Fact, OneDay, Spread
from ltsched.domain.timegrid import TimeGrid
from ltsched.model.build import build_rules
from ltsched.model.candidates import EXACT_PANEL, Candidates, starts_alone
from ltsched.model.free_time import FreeTime
from ltsched.model.grid import lay_grid
from ltsched.model.narrow import within_one
from ltsched.solve.arithmetic.shortage import find_shortage
from ltsched.solve.explaining.fitting.in_one import fits_in_one
from ltsched.solve.explaining.fitting.packed import lies_together, parts_of
from ltsched.solve.explaining.fitting.said import said
from ltsched.solve.explaining.fitting.soon_found import soon_found
from ltsched.solve.explaining.possible import FEW, MOST_WAYS, Trial
from ltsched.solve.run import Runner

__all__ = ["Look", "Means", "named_in"]

MOST_EFFORT = 0.3
"""For one look of the solver, in deterministic time."""

MANY = 8
"""Of more activities than that the solver hardly says of thousands of starts that they do not fit."""

MANY_EFFORT = 0.1
"""For one run of a look at many activities, which takes several."""

MANY_STARTS = 20_000
"""Of so many starts of many activities the solver is not asked: its first step takes a second, and says nothing."""


class Means(IntEnum):
    """By what it is seen that something is impossible, the quickest first."""

    ORDER = 0
    COUNTING = 1
    SOLVER = 2


@dataclass(slots=True)
class Look:
    """Look whether the activities of an agenda fit, held to some facts alone.

    Parameters
    ----------
    agenda
        The activities, with all that holds for them.
    holidays_too
        Whether a bank holiday is a working day like any other unless a fact says that it is one; else it needs none.
    looks
        How many have been taken so far by the solver.
    """

    agenda: Agenda
    runner: Runner
    holidays_too: bool = False
    held: Held = field(init=False)
    grid: TimeGrid = field(init=False)
    looks: int = field(default=0, init=False)
    _known: dict[Hashable, Candidates] = field(default_factory=dict, init=False)
    _slots: dict[int, tuple[Availability, int]] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        self.held = Held(self.agenda, self.holidays_too)
        self.grid = lay_grid(self.held.to(()).changed(activities=self.agenda.activities))

    def possible(self, facts: Iterable[Fact], means: Means = Means.SOLVER, *, counting: bool = True) -> bool | None:
        """Return whether the activities fit, held to `facts` alone; None if that was not found out by these `means`.

        Without `counting` that is left out: it costs time, and of fewer facts than it needs it is known to say nothing.
        """
        agenda = self.held.to(facts)
        free = self.free(agenda)
        parts = self._parts(agenda, free)
        if any(len(part) == 1 and all(_exact(own) for own in part.values()) for part in parts):
            return True
        if means is Means.ORDER:
            return None if parts else False
        if means is Means.COUNTING:
            return None if any(_shortage(agenda, free, part) is None for part in parts) else False
        if not parts:
            return False
        if lies_together(agenda, parts[0]):
            self.looks += len(parts)
            return fits_in_one(
                agenda,
                free,
                parts,
                self.runner,
                lambda part: _shortage(agenda, free, part) is not None,
                anywhere=agenda.anywhere,
                most_effort=MOST_EFFORT,
            )
        (whole,) = parts
        if counting and _shortage(agenda, free, whole) is not None:
            return False
        self.looks += 1
        return self._solved(agenda, free, whole)

    def counted(self, facts: Iterable[Fact]) -> frozenset[str]:
        """Return the activities and people of whom counting shows that they do not fit, held to `facts` alone."""
        agenda = self.held.to(facts)
        free = self.free(agenda)
        parts = self._parts(agenda, free)
        return frozenset().union(*(named_in(_shortage(agenda, free, part)) for part in parts))

    def _parts(self, agenda: HeldAgenda, free: FreeTime) -> list[Mapping[str, Candidates]]:
        """Return candidates of which some have to be enough, each with a start for every activity."""
        parts = parts_of(agenda, free, self._candidates(agenda, free))
        found = (_of_one_day(agenda, self.grid, part) for part in parts)
        return [part for part in found if all(own.starts for own in part.values())]

    def _candidates(self, agenda: HeldAgenda, free: FreeTime) -> dict[str, Candidates]:
        """Return the starts of each activity, if it were alone; kept while nothing changes that they depend on."""
        found = {}
        for one in agenda.activities:
            who = (*one.invited, *(one.panel.pool if one.panel else ()), *(room.id for room in agenda.review.rooms))
            shape = agenda.shape if isinstance(agenda.shape, Spread) else None
            times = tuple(free.free[id] for id in who)
            key = (one, times, agenda.review.rooms, free.step_minutes, shape)
            if key not in self._known:
                self._known[key] = starts_alone(one, agenda, free)
            found[one.id] = self._known[key]
        return found

    def free(self, agenda: Agenda) -> FreeTime:
        """Return who is free when."""
        free = {id: self._free_slots(available) for id, available in agenda.availability.items()}
        return FreeTime(self.grid, agenda.option.whole("start-step-minutes"), free, dict.fromkeys(free, 0))

    def _free_slots(self, available: Availability) -> int:
        if id(available) not in self._slots:
            self._slots[id(available)] = available, self.grid.free_slots(available.free)
        return self._slots[id(available)][1]

    def _solved(self, agenda: HeldAgenda, free: FreeTime, candidates: Mapping[str, Candidates]) -> bool | None:
        if soon_found(agenda, free, candidates, self.runner):
            return True
        many, as_they_are = len(candidates) > MANY, not agenda.anywhere and len(candidates) > FEW
        fits = None
        if not many or sum(len(own.starts) for own in candidates.values()) <= MANY_STARTS:
            model = build_rules(agenda, free, candidates)
            fits = said(self.runner, model, most_effort=MANY_EFFORT if many or as_they_are else MOST_EFFORT)
        if fits is None and as_they_are:
            return Trial(agenda, free).possible(self.runner, most_effort=MANY_EFFORT)
        return fits


def named_in(shortage: Shortage | None) -> frozenset[str]:
    """Return the activities and people that a shortage is about; nobody for none."""
    if shortage is None:
        return frozenset()
    activities = (*(one.id for one in shortage.activities), *shortage.beside)
    return frozenset((*activities, *(id.partition("@")[0] for id in shortage.people)))


def _shortage(agenda: HeldAgenda, free: FreeTime, candidates: Mapping[str, Candidates]) -> Shortage | None:
    return find_shortage(*_parted(agenda, free, candidates), most_ways=MOST_WAYS)


def _exact(own: Candidates) -> bool:
    """Return whether each start is one at which the activity could be, if it were alone."""
    panel = own.activity.panel
    return panel is None or panel.size <= EXACT_PANEL


def _of_one_day(agenda: Agenda, grid: TimeGrid, found: Mapping[str, Candidates]) -> Mapping[str, Candidates]:
    """Return the candidates on those days alone that could hold all that has to lie on one; the order considered."""
    shape = agenda.shape
    if not isinstance(shape, OneDay):
        return found
    kept = within_one(agenda, grid, found, shape.activities, map(grid.day_mask, grid.days))
    return {id: own.only(kept[id]) for id, own in found.items()}


def _parted(
    agenda: HeldAgenda, free: FreeTime, candidates: Mapping[str, Candidates]
) -> tuple[Agenda, FreeTime, Mapping[str, Candidates]]:
    """Return the same with another person on each panel for everybody who may be in several places at once."""
    if not agenda.anywhere:
        return agenda, free, candidates
    slots = dict(free.free)
    available = dict(agenda.availability)
    found = {}
    for id, own in candidates.items():
        panel = own.activity.panel
        if panel is not None:
            names = {one: f"{one}@{id}" if one in agenda.anywhere else one for one in panel.pool}
            for one, name in names.items():
                slots[name], available[name] = free.free[one], agenda.availability[one]
            panel = replace(
                panel,
                pool=tuple(names.values()),
                leads=frozenset(names[one] for one in panel.leads),
                apart=tuple(frozenset(names.get(one, one) for one in group) for group in panel.apart),
            )
            own = replace(own, activity=replace(own.activity, panel=panel))
        found[id] = own
    activities = tuple(found[activity.id].activity for activity in agenda.activities)
    parted = agenda.changed(activities=activities, availability=available)
    return parted, FreeTime(free.grid, free.step_minutes, slots, dict.fromkeys(slots, 0)), found
