"""Whether an agenda fits, or some of its activities without the others."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from ltsched.domain.agenda import Agenda
from ltsched.domain.replanning.left_out import bridged, without
from ltsched.domain.rules import Blocks
from ltsched.domain.timetable import Status
from ltsched.model.build import build, build_rules
from ltsched.model.candidates import EXACT_PANEL, Candidates, find_candidates
from ltsched.model.free_time import FreeTime
from ltsched.model.grid import lay_grid
from ltsched.model.patterns.build import build_meetings
from ltsched.solve.arithmetic.shortage import find_shortage
from ltsched.solve.explaining.fitting.in_one import fits_in_one
from ltsched.solve.explaining.fitting.packed import groups_of, lies_together, parts_of
from ltsched.solve.explaining.fitting.said import FEW_EFFORT, said
from ltsched.solve.explaining.fitting.soon_found import soon_found
from ltsched.solve.run import Runner
from ltsched.solve.search import Search
from ltsched.solve.steps.extend import at_meetings, near_meetings
from ltsched.solve.steps.leads_alone import leads_cannot

__all__ = ["FEW", "MOST_WAYS", "Trial", "only"]

FEW = 4
"""So many activities are looked at as they are; of more the meetings alone are looked at first."""

LEADS_EFFORT = 0.5
"""For a look at the lead reviewers alone, in deterministic time: they are soon shown to be unable to, if they are."""

NEAR_EFFORT = 0.05
"""For a look near the days of the meetings alone: where there is something, it is mostly found at once."""

MOST_EFFORT = 0.3
"""For any other look, where nothing else is said."""

MOST_WAYS = 4000
"""So many ways to lay meetings are counted in one look, at most."""


def only(agenda: Agenda, ids: Collection[str]) -> Agenda:
    """Return `agenda` with these activities alone.

    What it forbids the whole forbids too: whatever comes between two of them is passed over, and the places of the
    others do not matter.
    """
    kept = tuple(activity for activity in agenda.activities if activity.id in ids)
    dropped = {activity.id for activity in agenda.activities} - {activity.id for activity in kept}
    if not dropped:
        return agenda
    shape = without(agenda.shape, dropped)
    if isinstance(shape, Blocks) and shape != agenda.shape:
        shape = replace(shape, others=True)
    return agenda.changed(activities=kept, precedences=bridged(agenda.precedences, dropped), shape=shape)


@dataclass(slots=True)
class Trial:
    """An agenda, and looks at whether it fits.

    Parameters
    ----------
    agenda
        What is looked at.
    free
        Who is free when.
    """

    agenda: Agenda
    free: FreeTime
    _alone: dict[str, Candidates] = field(default_factory=dict, init=False, repr=False)

    @classmethod
    def of(cls, agenda: Agenda) -> Trial:
        """Return a trial of `agenda` with everybody as free as it says."""
        return cls(agenda, FreeTime.of(agenda, lay_grid(agenda)))

    @property
    def alone(self) -> Mapping[str, Candidates]:
        """The starts that each activity could have if it were alone; some may have none."""
        return self._of(self.agenda)

    def _of(self, agenda: Agenda) -> dict[str, Candidates]:
        missing = [activity for activity in agenda.activities if activity.id not in self._alone]
        if missing:
            self._alone |= find_candidates(self.agenda.changed(activities=tuple(missing)), self.free)
        return {activity.id: self._alone[activity.id] for activity in agenda.activities}

    def short(self, ids: Collection[str]) -> bool:
        """Return whether the order leaves some of the activities `ids` no time, or counting shows that they do not fit.

        That is soon seen, and proven; where it is not so, nothing is known.
        """
        agenda = only(self.agenda, ids)
        parts = parts_of(agenda, self.free, self._of(agenda))
        return all(_short(agenda, self.free, part) for part in parts)

    def possible(
        self,
        runner: Runner,
        ids: Collection[str] | None = None,
        *,
        proven: bool = True,
        most_effort: float = MOST_EFFORT,
    ) -> bool | None:
        """Return whether a timetable of the activities `ids` exists, of all of them for None.

        False is `proven`, by counting or by two configurations of the solver; where it need not be, one is enough. None
        means that it was not found out: no run of the solver costs more than `most_effort`.
        """
        agenda = self.agenda if ids is None else only(self.agenda, ids)
        alone = self._of(agenda)
        parts = parts_of(agenda, self.free, alone)
        if not parts:
            return False
        if lies_together(agenda, alone):
            short = partial(_short, agenda, self.free)
            return fits_in_one(agenda, self.free, parts, runner, short, proven=proven, most_effort=most_effort)
        for group in groups_of(agenda):
            if len(group) > 1 and self.possible(runner, group, proven=proven, most_effort=FEW_EFFORT) is False:
                return False
        (candidates,) = parts
        if len(candidates) == 1 and all(_exact(own) for own in candidates.values()):
            return True
        if find_shortage(agenda, self.free, candidates) is not None:
            return False
        if soon_found(agenda, self.free, candidates, runner):
            return True
        if len(candidates) > FEW:
            return _many(agenda, self.free, candidates, runner, proven, most_effort)
        return said(runner, build_rules(agenda, self.free, candidates), proven=proven, most_effort=most_effort)


def _short(agenda: Agenda, free: FreeTime, candidates: Mapping[str, Candidates]) -> bool:
    return find_shortage(agenda, free, candidates, most_ways=MOST_WAYS) is not None


def _exact(own: Candidates) -> bool:
    """Return whether each start is one at which the activity could be, if it were alone."""
    panel = own.activity.panel
    return panel is None or panel.size <= EXACT_PANEL


def _many(
    agenda: Agenda,
    free: FreeTime,
    candidates: Mapping[str, Candidates],
    runner: Runner,
    proven: bool,
    most_effort: float,
) -> bool | None:
    """Look at relaxations first: what is impossible mostly is there already."""
    if runner.stopped:  # to lay out a model takes a second, too
        return None
    model = build_meetings(agenda, free, candidates)
    meetings = Search(model, runner, linearization=2 if model.exact_meetings else 1, most_effort=most_effort)
    meetings.improve(())
    if meetings.status is Status.INFEASIBLE:
        if not proven:
            return False
        second = runner.solve(meetings.model.cp, second_opinion=True, most_effort=most_effort)
        if second.status is Status.INFEASIBLE:
            return False
    if runner.stopped:
        return None
    if proven and leads_cannot(agenda, free, candidates, runner, most_effort=min(LEADS_EFFORT, 2 * most_effort)):
        return False
    whole = Search(build(agenda, free, candidates, panels_too=False), runner)
    for look in (at_meetings, near_meetings):
        near = look(whole, meetings, candidates)
        if near is not None and runner.solve(near.cp, most_effort=NEAR_EFFORT).solution is not None:
            return True
    return said(runner, whole.model.cp, proven=proven, most_effort=most_effort)
