"""The cheapest things that would help: sets of steps in the order of their cost, each planned before it is told.

Whatever helps has to resolve each clash. So what resolves one that is known is looked at in the order of its cost:
first whether the activities of the other clashes fit with it, which takes milliseconds, then whether all does. Where
that is impossible too, there is another clash, and what resolves it is put beside it. Nothing is passed over on the
way, so that what is found first is the cheapest that can be made of what resolves each clash.

Sets of steps that resolve some of the clashes alone are looked at by what they cost with what the others cost at least:
clashes of which nothing resolves two together are paid for each by itself.
"""

from __future__ import annotations

import heapq
import itertools
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ltsched.domain.explaining.explanation import Brings, Clash, Cure
from ltsched.domain.explaining.step import Step
from ltsched.domain.timetable import Status
from ltsched.errors import InvalidReview
from ltsched.solve.explaining.besides import other_days, other_ways
from ltsched.solve.explaining.looks import Looks
from ltsched.solve.explaining.together import Together, cost, families, joined, together
from ltsched.solve.explaining.tried import Tried, brought

__all__ = ["Cures", "find_cures"]

MOST_STEPS = 4
"""So many steps are put together, at most."""

HALF, SOME = 0.5, 0.3
"""With a cure known no other clash is looked for once so much of the effort there is has been spent; with several."""

MOST_LOOKS = 160
"""So many sets of steps are looked at, at most."""

MOST_OF_A_KIND = 8
"""Of sets that do the same on other days so many are looked at, the cheapest first."""

AT_ONCE, FEW_AT_ONCE = 8, 3
"""So many things that may help are planned at once, to see whether any of them does; of fewer each by itself."""

NOT_ONLY_MORE = frozenset({"lead-in", "span", "meeting", "reviewer"})
"""Steps with which something is possible that was not, and other things are not any more."""

LAST_PLANS = 6
"""Where there is no effort left, and little was found, so many of the next cheapest are still planned."""

LAST_RESORTS = 12
"""Where nothing was found at all, the farthest of so many kinds of steps are planned, and of some of the dearest."""

FEW_FOUND, ENOUGH = 3, 0.6
"""Fewer cures are little; with so many the search ends when so much of the effort there is has been spent."""


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
    return _Search(Tried(looks, list(clashes)), most).run()


@dataclass(slots=True)
class _Search:
    """A search in the order of cost.

    `open` holds what is still to be looked at, by what it costs at least, number of steps and turn; `later` what does
    the same as a cure that is found; `failed` what was planned in vain, until it is asked what clashes with it;
    `in_vain` what was so with others at once, `at_once` of them at most.
    """

    tried: Tried
    most: int
    open: list[tuple[int, int, int, tuple[Step, ...]]] = field(default_factory=list)
    later: list[tuple[Step, ...]] = field(default_factory=list)
    seen: set[Together] = field(default_factory=set)
    failed: set[Together] = field(default_factory=set)
    in_vain: set[Together] = field(default_factory=set)
    at_once: int = AT_ONCE
    looked_at: Counter[frozenset[tuple[str, ...]]] = field(default_factory=Counter)
    turn: Iterator[int] = field(default_factory=itertools.count)

    def run(self) -> Cures:
        for clash in self.tried.clashes:
            if not self._exhausted:
                self.tried.ways(clash)
        self._push(())
        while self.open and not self._enough:
            if self._exhausted:
                self.tried.all_found = False
                break
            *_, steps = heapq.heappop(self.open)
            if self.tried.does_the_same(steps):
                self.later.append(steps)
            elif self.tried.takes_too_long(steps):
                self.tried.all_found = False
            elif not self.tried.has_a_cure_in(steps) and self._is_worth_a_look(steps):
                self._look_at(steps)
        if not self._enough:
            self._last_plans()
        if not self.tried.found:
            self._last_resort()
        if self.most > 1:
            other_ways(self.tried, lambda: self._exhausted)
            other_days(self.tried, [*self.later, *(steps for *_, steps in sorted(self.open))])
        order = sorted(self.tried.found, key=lambda cure: (cure.cost, *_worth(cure.brings)))
        return Cures(tuple(order), self.tried.all_found)

    @property
    def _enough(self) -> bool:
        return len(self.tried.found) >= self.most

    @property
    def _exhausted(self) -> bool:
        most = ENOUGH if len(self.tried.found) >= FEW_FOUND else 1.0
        return (
            self.tried.looks.stopped() or self.tried.looks.spent() >= most or sum(self.looked_at.values()) >= MOST_LOOKS
        )

    def _push(self, steps: tuple[Step, ...]) -> None:
        key = together(steps)
        if key not in self.seen:
            self.seen.add(key)
            heapq.heappush(
                self.open, (cost(steps) + self.tried.known.still_costs(steps), len(steps), next(self.turn), steps)
            )

    def _is_worth_a_look(self, steps: tuple[Step, ...]) -> bool:
        """Return whether few enough of what does the same have been looked at so far."""
        kind = families(steps)
        if self.looked_at[kind] >= MOST_OF_A_KIND and together(steps) not in self.failed:
            self.tried.all_found = False
            return False
        self.looked_at[kind] += 1
        return True

    def _look_at(self, steps: tuple[Step, ...]) -> None:
        """See whether all fits with `steps`; else put what could resolve the next clash beside them."""
        try:
            clash = self.tried.first_clash(steps)
        except InvalidReview:
            return
        if clash is None:
            if steps and together(steps) not in self.failed:
                self._plan(steps)
                return
            # With some cures known there has to be time left to plan with what resolves another clash.
            known = len(self.tried.found)
            asked = not known or self.tried.looks.spent() < (HALF if known == 1 else SOME)
            clash = self.tried.looks.clash(self.tried.looks.applied(steps)) if asked else None
            if clash is None:
                self.tried.all_found = False
                return
            self.tried.clashes.append(clash)
        if len(steps) >= MOST_STEPS:
            self.tried.all_found = False
            return
        for way in self.tried.ways(clash):
            if together(way) <= together(steps):
                self.tried.all_found = False  # it was enough for the clash alone
            else:
                self._push(joined(steps, way))

    def _plan(self, steps: tuple[Step, ...]) -> None:
        """Plan all with `steps`; where nothing fits, it is asked what clashes once all that costs the same is tried.

        What is put beside it costs more. Most often another day does, and looking for a clash takes longest of all.
        """
        status, timetable = (Status.INFEASIBLE, None) if self._is_in_vain(steps) else self.tried.looks.planned(steps)
        if timetable is not None:
            cure = self.tried.needed(Cure(steps, brought(timetable)))
            if not self.tried.does_the_same(cure.steps):
                self.tried.found.append(cure)
        elif status is Status.INFEASIBLE:
            self.failed.add(together(steps))
            heapq.heappush(
                self.open, (max(cost(steps), self.tried.known.dearest(steps)) + 1, len(steps), next(self.turn), steps)
            )
        else:
            self.tried.unknown.append(steps)
            self.tried.all_found = False

    def _is_in_vain(self, steps: tuple[Step, ...]) -> bool:
        """Return whether nothing fits with `steps`, as nothing fits with several of what may help, all at once.

        More of what only ever allows more is not impossible where less is possible; what else it does is left out.
        """
        if together(steps) in self.in_vain:
            return True
        left = [way for way in self.tried.known.guessed_with(steps) if together(way) not in self.in_vain | self.failed]
        left = [way for way in left if not any(step.kind in NOT_ONLY_MORE for step in way)][: self.at_once]
        if len(left) < FEW_AT_ONCE or steps not in left:
            return False
        every: tuple[Step, ...] = ()
        for way in left:
            every = joined(every, way)
        try:
            self.tried.looks.applied(every)
        except InvalidReview:
            return False
        if self.tried.looks.planned(every)[0] is not Status.INFEASIBLE:
            self.at_once //= 2
            return False
        self.in_vain |= set(map(together, left))
        return True

    def _last_plans(self) -> None:
        """Plan the next cheapest, without asking what clashes with them, where the effort has brought little.

        To what resolves some of the clashes the cheapest is added that resolves each of the others.
        """
        planned = 0
        while (
            self.open and len(self.tried.found) < FEW_FOUND and planned < LAST_PLANS and not self.tried.looks.stopped()
        ):
            *_, begun = heapq.heappop(self.open)
            try:
                steps = self._with_the_rest(begun)
                if not steps or together(steps) in self.failed or self.tried.takes_too_long(steps):
                    continue
                self.failed.add(together(steps))
                if self.tried.does_the_same(steps) or self.tried.has_a_cure_in(steps):
                    continue
                planned += 1
                cure = self.tried.planned(steps)
            except InvalidReview:
                continue
            cure = None if cure is None else self.tried.needed(cure)
            if cure is not None and not self.tried.does_the_same(cure.steps):
                self.tried.found.append(cure)

    def _last_resort(self) -> None:
        """Plan the farthest of each kind of what resolves a clash, where nothing else has helped, the cheapest first.

        Most of what is still impossible is soon seen to be.
        """
        farthest: dict[frozenset[tuple[str, ...]], tuple[Step, ...]] = {}
        for way in (way for ways in self.tried.known.ways.values() for way in ways):
            known = farthest.setdefault(families(way), way)
            if cost(way) > cost(known) or all(
                one.change.covers(other.change) for one, other in zip(way, known, strict=False)
            ):
                farthest[families(way)] = way
        ways = sorted(farthest.values(), key=cost)
        for way in (*ways[:LAST_RESORTS], *reversed(ways[LAST_RESORTS:][-FEW_FOUND:])):
            try:
                steps = self._with_the_rest(way, dearest=True)
                cure = self.tried.planned(steps) if steps and together(steps) not in self.failed else None
            except InvalidReview:
                continue
            if cure is not None:
                self.tried.found.append(self.tried.needed(cure))
                return

    def _with_the_rest(self, steps: tuple[Step, ...], *, dearest: bool = False) -> tuple[Step, ...]:
        """Return `steps` with the cheapest, or dearest, that resolves each other clash; none where none is known."""
        for _ in range(len(self.tried.clashes)):
            clash = self.tried.first_clash(steps)
            if clash is None:
                break
            ways = [way for way in self.tried.known.ways.get(clash, ()) if not together(way) <= together(steps)]
            if not ways:
                return ()
            steps = joined(steps, (max if dearest else min)(ways, key=cost))
        return steps if self.tried.first_clash(steps) is None else ()


def _worth(brings: Brings) -> tuple[int, int, int]:
    """Return what orders cures that cost the same, less first."""
    last = 0 if brings.final_report is None else brings.final_report.toordinal()
    return brings.late_days, brings.missed, last
