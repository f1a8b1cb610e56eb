"""Other times at which other bookings have to move: as few as can be, by the solver."""

from __future__ import annotations

import time
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from ortools.sat.python import cp_model

from ltsched.domain.invitations.invitations import Ledger
from ltsched.domain.replanning.alternatives import Alternative
from ltsched.domain.replanning.before import Before
from ltsched.domain.rules import Precedence
from ltsched.domain.stages.table import MISSED_ATTENDANCE, stages_of
from ltsched.domain.timetable import Status
from ltsched.model.build import Model, build
from ltsched.model.candidates import Candidates, find_candidates
from ltsched.model.decode import decode
from ltsched.model.free_time import FreeTime
from ltsched.model.narrow import narrow
from ltsched.model.near import held_near
from ltsched.model.stages.replanning import moved_unannounced
from ltsched.model.tighten import tighten
from ltsched.solve.alternatives.around import Around
from ltsched.solve.alternatives.trial import Judge, Trial
from ltsched.solve.bookings import bookings
from ltsched.solve.ctrl_c import ctrl_c_ends
from ltsched.solve.run import Runner
from ltsched.solve.search import goals_of
from ltsched.solve.timetable import make_timetable

__all__ = ["OthersMove"]

NO_LIMIT_SECONDS = 24 * 3600.0
EFFORT = 0.15
"""For one look at a day, in deterministic time: no clock decides what is found."""

MOST_OTHERS = 4
"""An other time for which more than so many others would have to move is none that anybody would take."""

MORE_DAYS = 2
"""So many days are searched beyond those that are needed: the nearest is not always the one that moves least."""


class OthersMove:
    """Lay one activity on a day, or at a start, so that as few others as can be move or are held by others.

    Parameters
    ----------
    days
        The days on which it could lie if all others could move, in the order of their distance from where it is.
    only_start
        Whether it could not start elsewhere even if it were alone.
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
        alone = self._in_time(find_candidates(self.agenda, self.free))
        here = self.free.grid.slot_of(around.now.start)
        self.only_start = not set(alone[around.activity.id].starts).difference([here])
        self.candidates = narrow(self.agenda, self.free.grid, alone)
        self.days = self._days()
        self._model: tuple[Model, cp_model.LinearExpr | int, _Rest] | None = None

    @property
    def stopped(self) -> bool:
        """Whether Ctrl-C has ended the search."""
        return self.runner.interrupted

    def _in_time(self, found: Mapping[str, Candidates]) -> dict[str, Candidates]:
        """Return the candidates at which each of the others stays where it is, or moves with the notice from today."""
        grid, left = self.free.grid, dict(found)
        for id, booking in self.around.others.items():
            first, slot = self.around.current.first_days[id], grid.slot_of(booking.start)
            if booking.day < first and id not in self.agenda.over and slot is not None:
                early = next((index for index, day in enumerate(grid.days) if day >= first), len(grid.days))
                left[id] = found[id].only(1 << slot | -(1 << (early * grid.slots_a_day)))
        return left

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

        A few more of the nearest days than that are searched, and those that move least are taken.
        """
        found: list[Alternative] = []
        grid = self.free.grid
        here = grid.slot_of(self.around.now.start)
        days = [day for day in self.days if day not in without] if count > 0 else []
        for day in days[: count + MORE_DAYS]:
            if self.stopped:
                break
            bits = grid.day_mask(day)
            alternative = self._least(bits if here is None else bits & ~(1 << here))
            if alternative is not None:
                found.append(alternative)
        return sorted(found, key=self.judge.key_of)[:count]

    def _least(self, bits: int) -> Alternative | None:
        """Return the alternative that moves least with the activity at one of the starts in `bits`.

        First only those others may move that are in its way there; one is the least then, because those times at which
        none has to are known. Where it takes more, or is not possible so, all others are looked at.
        """
        id, grid = self.around.activity.id, self.free.grid
        wide = self._left({**self.candidates, id: self.candidates[id].only(bits)})
        if wide is None:
            return None
        near = self._left(self._in_the_way(wide, {slot // grid.slots_a_day for slot in wide[id].starts}))
        trial = None if near is None else self._solve(near, MOST_OTHERS)[0]
        if trial is None or trial.changed > 1:
            most = MOST_OTHERS if trial is None else trial.changed - 1
            better, status = self._solve(wide, most)
            proven = status in (Status.OPTIMAL, Status.INFEASIBLE)
            trial = better or trial
            if trial is not None:
                trial = replace(trial, sure=proven)
        return None if trial is None else self.judge.checked(trial)

    def _left(self, found: Mapping[str, Candidates]) -> dict[str, Candidates] | None:
        """Return what the order leaves of some candidates; None if that is nothing of one."""
        if not all(own.starts for own in found.values()):
            return None
        left = tighten(self.agenda, self.free.grid, found)
        return left if all(own.starts for own in left.values()) else None

    def _in_the_way(self, found: Mapping[str, Candidates], days: Collection[int]) -> dict[str, Candidates]:
        """Return the candidates with all others held where they are that are not in the way of the activity.

        In its way are those of the days on which it may lie, and those of which the order wants another day then.
        """
        own, grid = self.around.activity.id, self.free.grid
        dates = {grid.days[day] for day in days}
        movable = {id for id, booking in self.around.others.items() if booking.day in dates} | {own}
        for rule in self.agenda.precedences:
            if own in (rule.before, rule.after):
                other = rule.before if rule.after == own else rule.after
                if other in self.around.others and not any(self._keeps(rule, other, day) for day in dates):
                    movable.add(other)
        left = dict(found)
        for id, booking in self.around.others.items():
            slot = grid.slot_of(booking.start)
            if id not in movable and id not in self.agenda.over and slot is not None and found[id].bits >> slot & 1:
                left[id] = found[id].only(1 << slot)
        return left

    def _keeps(self, rule: Precedence, other: str, day: date) -> bool:
        """Return whether the days of the other and of the activity, on `day`, keep an order between them."""
        there = self.around.others[other].day
        first, second = (there, day) if rule.before == other else (day, there)
        lag = rule.lag(first, second, self.agenda.working_days)
        return first <= second and rule.least <= lag and (rule.most is None or lag <= rule.most)

    def _solve(self, candidates: Mapping[str, Candidates], most: int) -> tuple[Trial | None, Status]:
        """Return the best trial that is found in which at most so many others change, and how sure that is."""
        model, moved, rest = self._whole()
        held = held_near(model, candidates)
        held.cp.add(moved <= most)
        held.cp.minimize(moved * (1 + rest.most) + rest.term)
        with ctrl_c_ends(self.runner):
            attempt = self.runner.solve(held.cp, linearization=2, most_effort=EFFORT)
            if attempt.status is Status.INFEASIBLE:
                # With presolve, and without probing, CP-SAT 9.15 calls some of these infeasible that are not.
                attempt = self.runner.solve(held.cp, second_opinion=True, most_effort=EFFORT)
        if attempt.solution is None:
            return None, attempt.status
        placed = bookings(self.agenda, self.free.grid, decode(held, attempt.solution))
        timetable = make_timetable(self.agenda, placed, goals_of(stages_of(self.agenda)), {})
        return self.judge.trial(timetable.bookings), attempt.status

    def _whole(self) -> tuple[Model, cp_model.LinearExpr | int, _Rest]:
        """Return the whole model, how many others change in it, and what else is to be small."""
        if self._model is None:
            model = build(self.agenda, self.free, self.candidates, panels_too=False)
            placement = model.context.placements[self.around.activity.id]
            others = [holds for id, holds in placement.panel.items() if id not in self.around.now.panel]
            most_missed = sum(len(activity.expected) for activity in self.agenda.activities)
            term = sum(others) * (1 + most_missed) + model.terms[MISSED_ATTENDANCE]
            rest = _Rest(term, len(others) * (1 + most_missed) + most_missed)
            self._model = model, moved_unannounced(model.context), rest
        return self._model


@dataclass(frozen=True, slots=True)
class _Rest:
    """What is to be small besides: how many hold the activity who do not now, then how often somebody misses something.

    `most` is no less than the term can be.
    """

    term: cp_model.LinearExpr | int
    most: int
