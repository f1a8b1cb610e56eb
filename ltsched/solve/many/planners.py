"""How a review is planned as it would be: the best there is, or as little moved as possible."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from ltsched.domain.replanning.before import Before
from ltsched.domain.replanning.known_people import bookings_of_known
from ltsched.domain.review import Review
from ltsched.domain.timetable import Booking, ChangeKind, Timetable
from ltsched.solve.many.compare import Limits
from ltsched.solve.plan import plan
from ltsched.solve.progress import Listener
from ltsched.solve.replanning.replan import replan
from ltsched.solve.result import Result
from ltsched.solve.steps.preferences import Preferences
from ltsched.solve.steps.stay import Stay
from ltsched.solve.strategy import STEPS

__all__ = ["PlanAgain", "PlanNow", "Planned", "Planner", "plan_near"]

UP_TO_PREFERENCES = tuple(step for step in STEPS if not isinstance(step, Preferences))


@dataclass(frozen=True, slots=True)
class PlanNow:
    """The plan that there is: its bookings by activity, and what it is worth in the stages, by name."""

    bookings: Mapping[str, Booking]
    values: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Planned:
    """What planning a review as it would be has come to.

    `needed` are ids of the bookings that have to start at another time even if nothing is to be better than it is; None
    where that was not found out. `messages` counts those that `told`, ids of people, would get; None where nobody is
    told of anything yet.
    """

    result: Result
    needed: tuple[str, ...] | None = None
    messages: int | None = None
    told: tuple[str, ...] = ()


class Planner(Protocol):
    """Plan a review as it would be, near the bookings that there are. A function of a module: processes import it."""

    def __call__(
        self, review: Review, now: PlanNow, limits: Limits, listener: Listener, *, every_reason: bool
    ) -> Planned:
        """Return the best plan, in which bookings stay where they are as far as that costs nothing."""


def plan_near(review: Review, now: PlanNow, limits: Limits, listener: Listener, *, every_reason: bool) -> Planned:
    """Plan afresh, without the preferences, and leave as many bookings in their places as that allows."""
    stay = Stay(now.bookings, now.values)
    result = plan(
        review,
        time_limit_seconds=limits.time_limit_seconds,
        seed=limits.seed,
        workers=limits.workers,
        listener=listener,
        every_reason=every_reason,
        steps=(*UP_TO_PREFERENCES, stay),
    )
    return Planned(result, stay.needed)


@dataclass(frozen=True, slots=True)
class PlanAgain:
    """Plan a review that is under way again, so that as little as possible moves.

    Parameters
    ----------
    current
        The timetable that it has.
    before
        That timetable as far as it is still to come, and who was told of what.
    """

    current: Timetable
    before: Before

    def __call__(
        self, review: Review, now: PlanNow, limits: Limits, listener: Listener, *, every_reason: bool
    ) -> Planned:
        """Return the plan that moves least; those without a role in `review` take no part in it."""
        gone = [person.id for person in review.people if not person.roles]
        known = bookings_of_known(self.before.bookings.values(), review, gone=gone)
        left = {one.activity: one for one in known}
        found = replan(
            review,
            self.current,
            replace(self.before, bookings=left),
            time_limit_seconds=limits.time_limit_seconds,
            seed=limits.seed,
            workers=limits.workers,
            prove=limits.prove,
            listener=listener,
            with_offers=False,
        )
        if found.result.timetable is None:
            return Planned(found.result)
        needed = tuple(change.activity for change in found.moved if change.kind is ChangeKind.MOVED)
        return Planned(found.result, needed, len(found.messages), found.told)
