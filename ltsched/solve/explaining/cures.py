"""The cheapest things that would help: sets of steps in the order of their cost, each planned before it is told.

Whatever helps has to resolve each clash. So what resolves one that is known is looked at in the order of its cost:
first whether the activities of the other clashes fit with it, which takes milliseconds, then whether all does. Where
that is impossible too, there is another clash, and what resolves it is put beside it. Nothing is passed over on the
way, so that what is found first is the cheapest that can be made of what resolves each clash.
"""

from __future__ import annotations

import heapq
import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from ltsched.domain.agenda import Agenda
from ltsched.domain.explaining.explanation import Brings, Clash, Cure
from ltsched.domain.explaining.step import Change, Step
from ltsched.domain.stages.table import LATE_DAYS, MISSED_ATTENDANCE
from ltsched.domain.timetable import Status, Timetable
from ltsched.errors import InvalidReview
from ltsched.solve.run import Runner

__all__ = ["Cures", "Looks", "Remedies", "find_cures"]

MOST_STEPS = 4
"""So many steps are put together, at most."""

MOST_ALSO = 2
"""So many other days are told of one cure, at most."""

EFFORT = 4.0
"""For all that is tried, in deterministic time; what was found by then is told."""


@dataclass(frozen=True, slots=True)
class Remedies:
    """What resolves a clash.

    Parameters
    ----------
    ways
        Each of them steps that are enough together.
    all_found
        Whether there is nothing cheaper that was not looked at.
    """

    ways: tuple[tuple[Step, ...], ...]
    all_found: bool = True


@dataclass(frozen=True, slots=True)
class Looks:
    """What the search asks of others, so that it can be tried without a solver.

    Parameters
    ----------
    applied
        The agenda of the review with some steps; raises InvalidReview where there is none.
    possible
        Whether activities of an agenda fit, without the others; None if that was not found out.
    planned
        How sure it is that all fits with some steps, and the timetable.
    clash
        A clash of an agenda that is impossible; None where none was found.
    remedies
        What resolves a clash of the agenda with some steps: others that are enough together.
    """

    applied: Callable[[Sequence[Step]], Agenda]
    possible: Callable[[Agenda, Sequence[str]], bool | None]
    planned: Callable[[Sequence[Step]], tuple[Status, Timetable | None]]
    clash: Callable[[Agenda], Clash | None]
    remedies: Callable[[Sequence[Step], Clash], Remedies]


@dataclass(frozen=True, slots=True)
class Cures:
    """What was found.

    Parameters
    ----------
    cures
        The cheapest first.
    all_found
        Whether it is proven that no others that can be made of such steps are cheaper than these.
    """

    cures: tuple[Cure, ...]
    all_found: bool


def find_cures(clashes: Sequence[Clash], looks: Looks, runner: Runner, *, most: int = 5) -> Cures:
    """Return the cheapest cures of a review with these `clashes`, at most `most` of them.

    No two do the same on other days or by other amounts, and none has a step that it does not need.
    """
    return _Search(list(clashes), looks, runner, most).run()


@dataclass(slots=True)
class _Search:
    """A search in the order of cost.

    `open` holds what is still to be looked at, by cost, number of steps and turn; `later` what does the same as a cure
    that is found.
    """

    clashes: list[Clash]
    looks: Looks
    runner: Runner
    most: int
    found: list[Cure] = field(default_factory=list)
    open: list[tuple[int, int, int, tuple[Step, ...]]] = field(default_factory=list)
    later: list[tuple[Step, ...]] = field(default_factory=list)
    seen: set[frozenset[Step]] = field(default_factory=set)
    known: dict[Clash, tuple[tuple[Step, ...], ...]] = field(default_factory=dict)
    turn: Iterator[int] = field(default_factory=itertools.count)
    all_found: bool = True
    begun: float = 0.0

    def run(self) -> Cures:
        self.begun = self.runner.effort
        self._push(())
        while self.open and len(self.found) < self.most:
            if self._exhausted:
                self.all_found = False
                break
            *_, steps = heapq.heappop(self.open)
            if self._does_the_same(steps):
                self.later.append(steps)
            elif not self._has_a_cure_in(steps):
                self._look_at(steps)
        self._other_days()
        order = sorted(self.found, key=lambda cure: (cure.cost, *_worth(cure.brings)))
        return Cures(tuple(order), self.all_found)

    @property
    def _exhausted(self) -> bool:
        return self.runner.stopped or self.runner.effort > self.begun + EFFORT

    def _push(self, steps: tuple[Step, ...]) -> None:
        key = frozenset(steps)
        if key not in self.seen:
            self.seen.add(key)
            cost = sum(step.cost for step in steps)
            heapq.heappush(self.open, (cost, len(steps), next(self.turn), steps))

    def _does_the_same(self, steps: Sequence[Step]) -> bool:
        """Return whether a cure does the same on other days or by other amounts."""
        own = _families(steps)
        return any(_families(cure.steps) == own for cure in self.found)

    def _has_a_cure_in(self, steps: Sequence[Step]) -> bool:
        return any(set(cure.steps) < set(steps) for cure in self.found)

    def _look_at(self, steps: tuple[Step, ...]) -> None:
        """See whether all fits with `steps`; else put what could resolve the next clash beside them."""
        try:
            agenda = self.looks.applied(steps)
        except InvalidReview:
            return
        clash = self._first_clash(agenda)
        if clash is None:
            status, timetable = self.looks.planned(steps) if steps else (Status.INFEASIBLE, None)
            if timetable is not None:
                self.found.append(self._needed(Cure(steps, _brings(timetable))))
                return
            if status is not Status.INFEASIBLE:
                self.all_found = False
                return
            clash = self.looks.clash(agenda)
            if clash is None:
                self.all_found = False
                return
            self.clashes.append(clash)
        if len(steps) == MOST_STEPS:
            self.all_found = False
            return
        for way in self._ways(steps, clash):
            if not set(way) <= set(steps):
                self._push(_joined(steps, way))

    def _needed(self, cure: Cure) -> Cure:
        """Return `cure` without the steps that it does not need."""
        for step in cure.steps if len(cure.steps) > 1 else ():
            rest = tuple(other for other in cure.steps if other != step)
            if self._first_clash(self.looks.applied(rest)) is None:
                _, timetable = self.looks.planned(rest)
                if timetable is not None:
                    return self._needed(Cure(rest, _brings(timetable)))
        return cure

    def _first_clash(self, agenda: Agenda) -> Clash | None:
        """Return the first of the clashes known so far that `agenda` has, too."""
        ids = {activity.id for activity in agenda.activities}
        for clash in self.clashes:
            left = [id for id in clash.activities if id in ids]
            if left and self.looks.possible(agenda, left) is False:
                return clash
        return None

    def _ways(self, steps: Sequence[Step], clash: Clash) -> tuple[tuple[Step, ...], ...]:
        """Return what resolves `clash`, asked once: it is the same whatever is done about other clashes."""
        if clash not in self.known:
            found = self.looks.remedies(steps, clash)
            self.all_found = self.all_found and found.all_found
            self.known[clash] = found.ways
        return self.known[clash]

    def _other_days(self) -> None:
        """Plan some of what does the same as a cure and costs no more, while there is time."""
        for steps in self.later:
            if self._exhausted:
                return
            index = next(i for i, cure in enumerate(self.found) if _families(cure.steps) == _families(steps))
            cure = self.found[index]
            if sum(step.cost for step in steps) > cure.cost or len(cure.also) == MOST_ALSO:
                continue
            if len(set(steps) - set(cure.steps)) != 1:
                continue
            if self._first_clash(self.looks.applied(steps)) is not None:
                continue
            _, timetable = self.looks.planned(steps)
            if timetable is None:
                continue
            if _worth(_brings(timetable)) < _worth(cure.brings):
                self.found[index] = Cure(steps, _brings(timetable), (*(set(cure.steps) - set(steps)), *cure.also))
            else:
                self.found[index] = replace(cure, also=(*cure.also, *(set(steps) - set(cure.steps))))


def _families(steps: Iterable[Step]) -> frozenset[tuple[str, ...]]:
    return frozenset(step.change.family for step in steps)


def _joined(steps: tuple[Step, ...], way: Iterable[Step]) -> tuple[Step, ...]:
    """Return `steps` and those of `way`: of two amounts of one number the greater one does for both."""
    found = list(steps)
    for step in way:
        same = next((taken for taken in found if _one_number(taken, step)), None)
        if same is None:
            found.append(step)
        elif step.cost > same.cost:
            found[found.index(same)] = step
    return tuple(dict.fromkeys(found))


def _one_number(one: Step, other: Step) -> bool:
    return type(one.change).and_then is not Change.and_then and one.change.family == other.change.family


def _worth(brings: Brings) -> tuple[int, int, int]:
    """Return what orders cures that cost the same, less first."""
    last = 0 if brings.final_report is None else brings.final_report.toordinal()
    return brings.late_days, brings.missed, last


def _brings(timetable: Timetable) -> Brings:
    return Brings(
        timetable.final_report,
        timetable.stage_value(LATE_DAYS),
        timetable.stage_value(MISSED_ATTENDANCE),
        timetable.status is Status.OPTIMAL,
    )
