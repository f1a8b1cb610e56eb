"""Choose a point of a frontier: which order of the stages, with which tolerances, comes to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import takewhile

from ltsched.domain.agenda import Agenda
from ltsched.domain.review import Review, StageSettings
from ltsched.domain.stages.settings import stage_word, with_stages
from ltsched.domain.stages.table import FINISH, IF_NEEDED, LATE_DAYS, MISSED_ATTENDANCE, STAGES
from ltsched.domain.timetable import Status
from ltsched.options.expand import expand
from ltsched.solve.least import Found, Ground
from ltsched.solve.progress import SILENT, Listener
from ltsched.solve.run import Runner

__all__ = ["Chooser"]

USUAL = (*takewhile(lambda name: name != IF_NEEDED, (stage.name for stage in STAGES)), IF_NEEDED)
"""The first stages, in their usual order: what is before one of them is held while that one is given up."""


@dataclass(frozen=True, slots=True)
class Chooser:
    """What the stages that can be given up are at least, and so which tolerance comes to which point.

    With as much given up as a report needs that is not later than it must be, the late days come first: such a point
    keeps the deadline, whatever else changes in the review. A point with less given up has a later report, and the late
    days give way.

    Parameters
    ----------
    ground
        The agenda, with what the option leaves out where it does not fit settled as `plan` settles it.
    runner, listener
        How to solve, and whom to tell.
    usual
        The least of the first stages, up to if-needed, one after another.
    fewest
        The least missed attendance, however late the report may be.
    may_be_late
        Whether the report may be later than it must be. Not where something is left out if it makes the report late:
        a later report would be that of another agenda.
    """

    ground: Ground
    runner: Runner
    listener: Listener
    usual: Found
    fewest: Found
    may_be_late: bool

    @classmethod
    def of(cls, review: Review, runner: Runner, listener: Listener = SILENT) -> Chooser:
        """Find out what the stages are at least in `review`."""
        ground, usual = _settled(review, runner, listener)
        return cls._with(ground, usual, runner, listener, optional=bool(expand(review).optional))

    @classmethod
    def on(cls, agenda: Agenda, runner: Runner, listener: Listener = SILENT) -> Chooser:
        """Find out what the stages are at least in `agenda`, in which nothing is optional."""
        ground = Ground.of(agenda)
        return cls._with(ground, ground.least(USUAL, runner, listener), runner, listener, optional=False)

    @classmethod
    def _with(cls, ground: Ground, usual: Found, runner: Runner, listener: Listener, *, optional: bool) -> Chooser:
        may_be_late = ground.agenda.review.deadline is not None and not optional
        fewest = usual
        if usual.values and may_be_late:
            found = ground.least([MISSED_ATTENDANCE], runner, listener)
            fewest = found if found.values else usual
        return cls(ground, runner, listener, usual, fewest, may_be_late)

    @property
    def agenda(self) -> Agenda:
        """What is planned."""
        return self.ground.agenda

    def least(self, traded: str) -> tuple[int, int]:
        """Return the least that was found of the stage `traded`, and its bound."""
        found = self.fewest if traded == MISSED_ATTENDANCE else self.usual
        return found.values[traded], found.bounds[traded]

    def held(self, traded: str) -> Mapping[str, int]:
        """Return which stages are kept at their least while `traded` is given up; without a deadline none is late."""
        names = USUAL[: USUAL.index(traded)]
        late = self.agenda.review.deadline is not None and not (traded == MISSED_ATTENDANCE and self.may_be_late)
        return {name: self.usual.values[name] for name in names if late or name != LATE_DAYS}

    def earlier(self, traded: str, finish: int) -> Found:
        """Return how little of `traded` a report in less than `finish` working days takes."""
        within = {**self.held(traded), FINISH: finish - 1}
        return self.ground.least([traded], self.runner, self.listener, within=within)

    def stages(self, traded: str, most: int) -> StageSettings:
        """Return the stages with which the report is the earliest with at most `most` of `traded`."""
        before = USUAL[: USUAL.index(traded)]
        least = self.usual.values[traded]
        if most < least:
            before, least = (), self.least(traded)[0]
        settings = self.agenda.review.stages
        chosen = f"{stage_word(traded)}={most}"
        return with_stages(settings, (*before, traded, FINISH), {traded: max(0, most - least)}, chosen)

    def chosen(self, stages: StageSettings) -> Agenda:
        """Return the agenda with `stages` in the place of its own."""
        return self.agenda.changed(review=replace(self.agenda.review, stages=stages))


def _settled(review: Review, runner: Runner, listener: Listener) -> tuple[Ground, Found]:
    """Return the ground, with or without what is optional, as `plan` would decide in the usual order of the stages."""
    held = expand(review)
    ground = Ground.of(held)
    usual = ground.least(USUAL, runner, listener)
    if not held.optional or (not usual.values and usual.status is Status.UNKNOWN):
        return ground, usual
    late = usual.values.get(LATE_DAYS)
    if late == 0:
        return ground, usual
    without = Ground.of(expand(review, hold_optional=False))
    other = without.least(USUAL, runner, listener)
    if late is None or (other.values and other.values[LATE_DAYS] < late):
        return without, other
    return ground, usual
