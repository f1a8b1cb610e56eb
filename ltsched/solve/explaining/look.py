"""Whether some activities fit, held to some facts alone: looks of milliseconds."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import IntEnum

from ltsched.domain.agenda import Agenda
from ltsched.domain.availability import Availability
from ltsched.domain.capacity import Shortage
from ltsched.domain.explaining.held_to import Held, HeldAgenda
from ltsched.domain.rules import Blocks, Fact, OneDay, OneWeek, Spread, monday
from ltsched.domain.timegrid import TimeGrid
from ltsched.domain.timetable import Status
from ltsched.model.build import build_rules
from ltsched.model.candidates import EXACT_PANEL, Candidates, starts_alone
from ltsched.model.free_time import FreeTime
from ltsched.model.grid import lay_grid
from ltsched.model.narrow import narrow, within_one
from ltsched.solve.arithmetic.shortage import find_shortage
from ltsched.solve.explaining.possible import FEW, FEW_EFFORT, MOST_WAYS, Trial, spread
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

WORKING_DAYS_A_WEEK = 5
NEAR_WEEKS, MORE_WEEKS = 1, 12
"""So many weeks are looked at first for what has to be in one, and for all else."""


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
        candidates = _of_one_day(agenda, self.grid, narrow(agenda, self.grid, self._candidates(agenda, free)))
        if not all(own.starts for own in candidates.values()):
            return False
        if len(candidates) == 1 and all(_exact(own) for own in candidates.values()):
            return True
        if means is Means.ORDER:
            return None
        if counting and find_shortage(*_parted(agenda, free, candidates), most_ways=MOST_WAYS) is not None:
            return False
        if means is Means.COUNTING:
            return None
        self.looks += 1
        return self._solved(agenda, free, candidates)

    def counted(self, facts: Iterable[Fact]) -> frozenset[str]:
        """Return the activities and people of whom counting shows that they do not fit, held to `facts` alone."""
        agenda = self.held.to(facts)
        free = self.free(agenda)
        candidates = _of_one_day(agenda, self.grid, narrow(agenda, self.grid, self._candidates(agenda, free)))
        return named_in(find_shortage(*_parted(agenda, free, candidates), most_ways=MOST_WAYS))

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
        # Held to few facts an activity has thousands of starts, and some of them mostly do.
        near = _near(agenda, self.grid, candidates)
        for few in (near, spread(candidates)) if isinstance(agenda.shape, Blocks) else (spread(candidates), near):
            if few != candidates and all(own.starts for own in few.values()):
                model = build_rules(agenda, free, few)
                if self.runner.solve(model, most_effort=FEW_EFFORT).solution is not None:
                    return True
        if not agenda.anywhere and len(candidates) > FEW:
            return Trial(agenda, free).possible(self.runner, most_effort=MANY_EFFORT)
        many = len(candidates) > MANY
        if many and sum(len(own.starts) for own in candidates.values()) > MANY_STARTS:
            return None
        most_effort = MANY_EFFORT if many else MOST_EFFORT
        model = build_rules(agenda, free, candidates)
        status = self.runner.solve(model, most_effort=most_effort).status
        if status is Status.INFEASIBLE:
            status = self.runner.solve(model, second_opinion=True, most_effort=most_effort).status
        return None if status is Status.UNKNOWN else status is not Status.INFEASIBLE


def named_in(shortage: Shortage | None) -> frozenset[str]:
    """Return the activities and people that a shortage is about; nobody for none."""
    if shortage is None:
        return frozenset()
    activities = (*(one.id for one in shortage.activities), *shortage.beside)
    return frozenset((*activities, *(id.partition("@")[0] for id in shortage.people)))


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


def _near(agenda: Agenda, grid: TimeGrid, candidates: Mapping[str, Candidates]) -> dict[str, Candidates]:
    """Return `candidates` with the starts of some weeks alone: the first ones in which each could lie."""
    if isinstance(agenda.shape, Blocks):
        return _in_blocks(agenda.shape, grid, candidates)
    weeks = NEAR_WEEKS if isinstance(agenda.shape, OneWeek | OneDay) else MORE_WEEKS
    return _of_weeks(grid, candidates, _monday_after(grid, candidates.values()), weeks)


def _in_blocks(shape: Blocks, grid: TimeGrid, candidates: Mapping[str, Candidates]) -> dict[str, Candidates]:
    """Return `candidates` with the starts of each block in as many weeks as it takes alone, the first it could have."""
    found = dict(candidates)
    weeks = min(MORE_WEEKS, -(-shape.most_working_days // WORKING_DAYS_A_WEEK))
    since = date.min
    for block in (shape.first, shape.second):
        own = {id: candidates[id] for id in block if id in candidates}
        if own:
            since = max(since, _monday_after(grid, own.values()))
            found |= _of_weeks(grid, own, since, weeks)
            since = monday(since + timedelta(days=shape.least_days + 6))
    return found


def _monday_after(grid: TimeGrid, candidates: Iterable[Candidates]) -> date:
    """Return the Monday of the first whole week in which all `candidates` could have a start."""
    first = max(own.starts[0] for own in candidates) // grid.slots_a_day
    return monday(grid.days[first]) + timedelta(weeks=1)


def _of_weeks(grid: TimeGrid, candidates: Mapping[str, Candidates], since: date, weeks: int) -> dict[str, Candidates]:
    kept = 0
    for day in grid.days:
        if since <= day < since + timedelta(weeks=weeks):
            kept |= grid.day_mask(day)
    return {id: own.only(kept) for id, own in candidates.items()}


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
