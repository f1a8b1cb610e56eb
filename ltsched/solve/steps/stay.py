"""Leave as many bookings as possible where they are in another plan, once all that matters more is settled."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ortools.sat.python import cp_model

from ltsched.domain.timegrid import TimeGrid
from ltsched.domain.timetable import Booking, Status
from ltsched.model.build import Model, build
from ltsched.model.decode import decode
from ltsched.model.placements import Placement
from ltsched.solve.course import Course
from ltsched.solve.search import Search, hand_over

__all__ = ["Stay"]

MOST_EFFORT = 1.0
"""For each of the two looks, in deterministic time: how many bookings lie elsewhere is no reason to wait for long."""

ELSEWHERE = 1000
"""More than all the places in panels that there are."""


class Stay:
    """Keep to the bookings of another plan, as far as that costs nothing in the stages so far.

    Formula: least ``1000 · bookings elsewhere + reviewers who leave a conversation that they held``.

    The bound: none for any stage. It changes where bookings lie, and never how good they are in what was improved.

    Parameters
    ----------
    before
        The bookings of the other plan, by activity; what it does not have counts for nothing.
    values
        What the other plan is worth in the stages, by name.

    Attributes
    ----------
    needed
        Ids of the bookings that have to lie elsewhere, in no particular order, if no stage need be better than both in
        the other plan and at its best; None if that was not found out, or not proven.
    """

    def __init__(self, before: Mapping[str, Booking], values: Mapping[str, int]) -> None:
        self.before = before
        self.values = values
        self.needed: tuple[str, ...] | None = None

    def take(self, course: Course) -> None:
        """Look for the plan that leaves most in its place; keep what was found before if there is no time for it."""
        whole = course.whole
        assert whole is not None
        if whole.incumbent is None or course.runner.stopped or not self.before:
            return
        limits = {name: max(limit, self.values.get(name, 0)) for name, limit in whole.limits.items()}
        if limits != whole.limits:
            wider = course.search(
                build(course.agenda, course.free, course.candidates, panels_too=False), whole.known, whole.linearization
            )
            wider.hold(limits)
            hand_over(whole, wider)
            self.needed = self._improve(wider)
            if wider.incumbent is not None and all(wider.values[name] <= whole.limits[name] for name in limits):
                whole.model, whole.values = wider.model, wider.values
                whole.incumbent = wider.incumbent
                return
        needed = self._improve(whole)
        if limits == whole.limits:
            self.needed = needed

    def _improve(self, search: Search) -> tuple[str, ...] | None:
        """Give `search` the plan that leaves most in its place; return what lies elsewhere in it, None if unproven."""
        model = search.model
        cost = list(self._cost(model))
        if not cost:
            return ()
        model.cp.minimize(cp_model.LinearExpr.sum(cost))
        attempt = search.runner.solve(model.cp, linearization=search.linearization, most_effort=MOST_EFFORT)
        model.cp.proto.clear_objective()
        if attempt.solution is None:
            return None
        search.accept(attempt.solution)
        if attempt.status is not Status.OPTIMAL:
            return None
        grid = model.context.grid
        placed = {one.activity.id: grid.start(one.start) for one in decode(model, attempt.solution)}
        return tuple(id for id, start in placed.items() if id in self.before and start != self.before[id].start)

    def _cost(self, model: Model) -> Iterator[cp_model.LinearExpr]:
        grid = model.context.grid
        for placement in model.context.to_place:
            before = self.before.get(placement.activity.id)
            if before is not None:
                yield from (ELSEWHERE * (1 - there) for there in _there(placement, before, grid))
                yield from (1 - placement.panel[id] for id in before.panel if id in placement.panel)


def _there(placement: Placement, before: Booking, grid: TimeGrid) -> Iterator[cp_model.IntVar]:
    """Yield a literal that is true only if the activity starts where it did; none where it cannot."""
    slot = grid.slot_of(before.start)
    if slot is not None and placement.candidates.bits >> slot & 1:
        there = placement.model.new_bool_var(f"{placement.activity.id} stays")
        placement.restrict(1 << slot, there)
        yield there
