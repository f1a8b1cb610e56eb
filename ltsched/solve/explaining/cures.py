"""The cheapest things that would help: sets of steps in the order of their cost, each planned before it is told.

Whatever helps has to resolve each clash. So what resolves one that is known is looked at in the order of its cost:
first whether the activities of the other clashes fit with it, which takes milliseconds, then whether all does. Where
that is impossible too, there is another clash, and what resolves it is put beside it. Nothing is passed over on the
way, so that what is found first is the cheapest that can be made of what resolves each clash.
"""

from __future__ import annotations

import heapq
import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from ltsched.domain.explaining.explanation import Brings, Clash, Cure
from ltsched.domain.explaining.step import Change, Step
from ltsched.domain.stages.table import LATE_DAYS, MISSED_ATTENDANCE
from ltsched.domain.timetable import Status, Timetable
from ltsched.errors import InvalidReview
from ltsched.solve.explaining.looks import Looks

__all__ = ["Cures", "find_cures"]

MOST_STEPS = 4
"""So many steps are put together, at most."""

MOST_LOOKS = 160
"""So many sets of steps are looked at, at most."""

MOST_OF_A_KIND = 8
"""Of sets that do the same on other days so many are looked at, the cheapest first."""

MOST_ALSO, MOST_OTHER_DAYS = 2, 3
"""So many other days are told of one cure, and so many are planned for all of them, at most."""

OTHER_DAYS = 0.4
"""Other days are planned only where so much of the effort there is, or less, was spent on the cures."""

MOST_OTHER_WAYS = 2
"""Where there are several clashes, so many cures are told besides that resolve one of them in another way."""

LAST_PLANS = 6
"""Where there is no effort left, and little was found, so many of the next cheapest are still planned."""

FEW_FOUND = 3
"""So few cures are little."""


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


def find_cures(clashes: Sequence[Clash], looks: Looks, *, most: int = 5) -> Cures:
    """Return the cheapest cures of a review with these `clashes`, at most `most` of them.

    No two do the same on other days or by other amounts, and none has a step that it does not need.
    """
    return _Search(list(clashes), looks, most).run()


@dataclass(slots=True)
class _Search:
    """A search in the order of cost.

    `open` holds what is still to be looked at, by cost, number of steps and turn; `later` what does the same as a cure
    that is found; `failed` what was planned in vain, until it is asked what clashes with it.
    """

    clashes: list[Clash]
    looks: Looks
    most: int
    found: list[Cure] = field(default_factory=list)
    open: list[tuple[int, int, int, tuple[Step, ...]]] = field(default_factory=list)
    later: list[tuple[Step, ...]] = field(default_factory=list)
    seen: set[frozenset[Step]] = field(default_factory=set)
    known: dict[Clash, tuple[tuple[Step, ...], ...]] = field(default_factory=dict)
    failed: set[frozenset[Step]] = field(default_factory=set)
    looked_at: Counter[frozenset[tuple[str, ...]]] = field(default_factory=Counter)
    turn: Iterator[int] = field(default_factory=itertools.count)
    seen_clashes: dict[tuple[Clash, frozenset[Step]], bool] = field(default_factory=dict)
    all_found: bool = True

    def run(self) -> Cures:
        self._push(())
        while self.open and len(self.found) < self.most:
            if self._exhausted:
                self.all_found = False
                break
            *_, steps = heapq.heappop(self.open)
            if self._does_the_same(steps):
                self.later.append(steps)
            elif not self._has_a_cure_in(steps) and self._is_worth_a_look(steps):
                self._look_at(steps)
        self._last_plans()
        self._other_ways()
        self._other_days()
        order = sorted(self.found, key=lambda cure: (cure.cost, *_worth(cure.brings)))
        return Cures(tuple(order), self.all_found)

    @property
    def _exhausted(self) -> bool:
        return self.looks.spent() >= 1.0 or sum(self.looked_at.values()) >= MOST_LOOKS

    def _push(self, steps: tuple[Step, ...]) -> None:
        key = frozenset(steps)
        if key not in self.seen:
            self.seen.add(key)
            heapq.heappush(self.open, (_cost(steps), len(steps), next(self.turn), steps))

    def _does_the_same(self, steps: Sequence[Step]) -> bool:
        """Return whether a cure does the same on other days or by other amounts."""
        own = _families(steps)
        return any(_families(cure.steps) == own for cure in self.found)

    def _has_a_cure_in(self, steps: Sequence[Step]) -> bool:
        return any(set(cure.steps) < set(steps) for cure in self.found)

    def _is_worth_a_look(self, steps: tuple[Step, ...]) -> bool:
        """Return whether few enough of what does the same have been looked at so far."""
        families = _families(steps)
        if self.looked_at[families] >= MOST_OF_A_KIND and frozenset(steps) not in self.failed:
            self.all_found = False
            return False
        self.looked_at[families] += 1
        return True

    def _look_at(self, steps: tuple[Step, ...]) -> None:
        """See whether all fits with `steps`; else put what could resolve the next clash beside them."""
        try:
            clash = self._first_clash(steps)
        except InvalidReview:
            return
        if clash is None:
            if steps and frozenset(steps) not in self.failed:
                self._plan(steps)
                return
            clash = self.looks.clash(self.looks.applied(steps))
            if clash is None:
                self.all_found = False
                return
            self.clashes.append(clash)
        if len(steps) >= MOST_STEPS:
            self.all_found = False
            return
        for way in self._ways(steps, clash):
            if set(way) <= set(steps):
                self.all_found = False  # it was enough for the clash alone
            else:
                self._push(_joined(steps, way))

    def _plan(self, steps: tuple[Step, ...]) -> None:
        """Plan all with `steps`; where nothing fits, it is asked what clashes once all that costs the same is tried.

        What is put beside it costs more. Most often another day does, and looking for a clash takes longest of all.
        """
        status, timetable = self.looks.planned(steps)
        if timetable is not None:
            self.found.append(self._needed(Cure(steps, _brings(timetable))))
        elif status is Status.INFEASIBLE:
            self.failed.add(frozenset(steps))
            heapq.heappush(self.open, (_cost(steps) + 1, len(steps), next(self.turn), steps))
        else:
            self.all_found = False

    def _needed(self, cure: Cure) -> Cure:
        """Return `cure` without the steps that it does not need."""
        for step in cure.steps if len(cure.steps) > 1 else ():
            rest = tuple(other for other in cure.steps if other != step)
            smaller = self._planned(rest)
            if smaller is not None:
                return self._needed(smaller)
        return cure

    def _planned(self, steps: tuple[Step, ...]) -> Cure | None:
        """Return what `steps` bring; None where they do not help."""
        if self._first_clash(steps) is not None:
            return None
        _, timetable = self.looks.planned(steps)
        return None if timetable is None else Cure(steps, _brings(timetable))

    def _first_clash(self, steps: Sequence[Step]) -> Clash | None:
        """Return the first of the clashes known so far that there is with `steps`, too."""
        return next((clash for clash in self.clashes if self._clashes(clash, frozenset(steps), steps)), None)

    def _clashes(self, clash: Clash, key: frozenset[Step], steps: Sequence[Step]) -> bool:
        if (clash, key) not in self.seen_clashes:
            agenda = self.looks.applied(steps)
            ids = {activity.id for activity in agenda.activities}
            left = [id for id in clash.activities if id in ids]
            self.seen_clashes[clash, key] = bool(left) and self.looks.possible(agenda, left) is False
        return self.seen_clashes[clash, key]

    def _ways(self, steps: Sequence[Step], clash: Clash) -> tuple[tuple[Step, ...], ...]:
        """Return what resolves `clash`: as it is without any steps, so that it is asked once, or else with `steps`."""
        if clash in self.known:
            return self.known[clash]
        as_it_is = self._clashes(clash, frozenset(), ())
        found = self.looks.remedies(() if as_it_is else steps, clash)
        self.all_found = self.all_found and found.all_found
        if as_it_is:
            self.known[clash] = found.ways
        return found.ways

    def _last_plans(self) -> None:
        """Plan the next cheapest, without asking what clashes with them, where the effort has brought little."""
        planned = 0
        while self.open and len(self.found) < FEW_FOUND and planned < LAST_PLANS and not self.looks.stopped():
            *_, steps = heapq.heappop(self.open)
            if steps and frozenset(steps) not in self.failed and not self._does_the_same(steps):
                planned += 1
                try:
                    cure = self._planned(steps)
                except InvalidReview:
                    continue
                if cure is not None:
                    self.found.append(cure)

    def _other_ways(self) -> None:
        """Where all cures resolve a clash in one way, and there are others, put one of those in its place."""
        told = 0
        for ways in list(self.known.values()) if len(self.known) > 1 else ():
            used = [way for way in ways if all(set(way) <= set(cure.steps) for cure in self.found)]
            families = {_families(way) for way in used}
            others = sorted((way for way in ways if _families(way) not in families), key=_cost)
            for way in others if used else ():
                if told == MOST_OTHER_WAYS or self._exhausted:
                    return
                rest = tuple(step for step in self.found[0].steps if step not in used[0])
                steps = _joined(rest, way)
                if self._does_the_same(steps) or self._has_a_cure_in(steps):
                    continue
                cure = self._planned(steps)
                if cure is not None and self._needed(cure) == cure:
                    self.found.append(cure)
                    told += 1
                    break

    def _other_days(self) -> None:
        """Plan some of what does the same as a cure and costs no more, while there is time."""
        left = [*self.later, *(steps for *_, steps in sorted(self.open))]
        planned = 0
        for index, cure in enumerate(self.found):
            same = [steps for steps in left if _families(steps) == _families(cure.steps) and _cost(steps) == cure.cost]
            for steps in same:
                if planned == MOST_OTHER_DAYS or self.looks.spent() > OTHER_DAYS:
                    return
                other = set(steps) - set(cure.steps)
                if len(other) != 1 or len(cure.also) == MOST_ALSO or self._first_clash(steps) is not None:
                    continue
                planned += 1
                if self._planned(steps) is not None:
                    cure = self.found[index] = replace(cure, also=(*cure.also, *other))


def _families(steps: Iterable[Step]) -> frozenset[tuple[str, ...]]:
    return frozenset(step.change.family for step in steps)


def _cost(steps: Iterable[Step]) -> int:
    return sum(step.cost for step in steps)


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
