"""Other times at which other bookings have to move: as few as can be, by the solver."""

from __future__ import annotations

import time
from collections.abc import Collection
from datetime import date, datetime

from ortools.sat.python import cp_model

from ltsched.domain.invitations.invitations import Ledger
from ltsched.domain.replanning.alternatives import Alternative
from ltsched.domain.replanning.before import Before
from ltsched.domain.stages.table import MISSED_ATTENDANCE, stages_of
from ltsched.domain.timetable import Status
from ltsched.model.bit_sets import bit_set
from ltsched.model.build import Model, build
from ltsched.model.candidates import find_candidates
from ltsched.model.decode import decode
from ltsched.model.free_time import FreeTime
from ltsched.model.narrow import narrow
from ltsched.model.near import held_near
from ltsched.model.stages.replanning import moved_unannounced
from ltsched.model.tighten import tighten
from ltsched.solve.alternatives.around import Around
from ltsched.solve.alternatives.trial import Judge
from ltsched.solve.bookings import bookings
from ltsched.solve.ctrl_c import ctrl_c_ends
from ltsched.solve.run import Runner
from ltsched.solve.search import goals_of
from ltsched.solve.timetable import make_timetable

__all__ = ["OthersMove"]

NO_LIMIT_SECONDS = 24 * 3600.0
DAY_EFFORT = 0.5
"""For one day, in deterministic time: no clock decides what is found."""

MORE_DAYS = 4
"""So many days are searched beyond those that are needed, because the nearest is not always the one that moves least."""


class OthersMove:
    """Lay one activity on a day, or at a start, so that as few others as can be move or are held by others.

    Parameters
    ----------
    days
        The days on which it could lie if all others could move, in the order of their distance from where it is.
    """

    def __init__(self, around: Around, judge: Judge) -> None:
        self.around = around
        self.judge = judge
        self.runner = Runner(time.monotonic() + NO_LIMIT_SECONDS)
        agenda = around.current.agenda
        before = Before(
            bookings={id: one for id, one in around.current.bookings.items() if id not in agenda.over},
            ledger=Ledger(agenda.review.reference),  # as if nobody had been invited: every move counts the same
            organiser=None,
            now=around.now.start,
            free=frozenset({around.activity.id}),
        )
        self.agenda = agenda.changed(before=before)
        self.free = FreeTime.of(self.agenda, around.grid)
        self.candidates = narrow(self.agenda, self.free.grid, find_candidates(self.agenda, self.free))
        self.days = self._days()
        self._model: tuple[Model, cp_model.LinearExpr | int] | None = None

    @property
    def stopped(self) -> bool:
        """Whether Ctrl-C has ended the search."""
        return self.runner.interrupted

    def _days(self) -> tuple[date, ...]:
        grid, now = self.free.grid, self.around.now
        if not all(own.starts for own in self.candidates.values()):
            return ()
        here = grid.slot_of(now.start)
        slots = (slot for slot in self.candidates[self.around.activity.id].starts if slot != here)
        days = dict.fromkeys(grid.days[slot // grid.slots_a_day] for slot in slots)
        count = self.agenda.working_days.count
        return tuple(sorted(days, key=lambda day: (abs(count(now.day, day)), day)))

    def at_start(self, start: datetime) -> Alternative | None:
        """Return the alternative that moves least with the activity at `start`; None if none is found."""
        slot = self.free.grid.slot_of(start)
        return None if slot is None or not self.days else self._least(1 << slot)

    def on_other_days(self, without: Collection[date], count: int) -> list[Alternative]:
        """Return up to `count` alternatives, each on a day of its own that is none of those `without`, nearest first.

        More of the nearest days than that are searched, and those that move least are taken.
        """
        found: list[Alternative] = []
        grid = self.free.grid
        here = grid.slot_of(self.around.now.start)
        days = [day for day in self.days if day not in without] if count > 0 else []
        for day in days[: 2 * count + MORE_DAYS]:
            if len(found) >= count + MORE_DAYS or self.stopped:
                break
            bits = grid.day_mask(day)
            alternative = self._least(bits if here is None else bits & ~(1 << here))
            if alternative is not None:
                found.append(alternative)
        return sorted(found, key=self.judge.key_of)[:count]

    def _least(self, bits: int) -> Alternative | None:
        """Return the alternative that moves least with the activity at one of the starts in `bits`."""
        id, grid = self.around.activity.id, self.free.grid
        only = {**self.candidates, id: self.candidates[id].only(bits)}
        if not only[id].starts:
            return None
        left = tighten(self.agenda, grid, only)
        if not all(own.starts for own in left.values()):
            return None
        model, term = self._whole()
        held = held_near(model, left)
        held.cp.minimize(term)
        with ctrl_c_ends(self.runner):
            attempt = self.runner.solve(held.cp, most_effort=DAY_EFFORT)
        if attempt.solution is None:
            return None
        placed = bookings(self.agenda, grid, decode(held, attempt.solution))
        timetable = make_timetable(self.agenda, placed, goals_of(stages_of(self.agenda)), {})
        trial = self.judge.trial(timetable.bookings, sure=attempt.status is Status.OPTIMAL)
        return self.judge.checked(trial)

    def _whole(self) -> tuple[Model, cp_model.LinearExpr | int]:
        """Return the whole model, and what is to be small: how many others change, then how many hold the activity
        who do not now, then how often somebody misses something."""
        if self._model is None:
            model = build(self.agenda, self.free, self.candidates, panels_too=False)
            placement = model.context.placements[self.around.activity.id]
            others = [holds for id, holds in placement.panel.items() if id not in self.around.now.panel]
            moved = moved_unannounced(model.context) * (len(others) + 1) + sum(others)
            most_missed = sum(len(activity.expected) for activity in self.agenda.activities)
            self._model = model, moved * (most_missed + 1) + model.terms[MISSED_ATTENDANCE]
        return self._model
