"""Whether the activities of a clash fit with a change made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ltsched.domain.agenda import Agenda
from ltsched.domain.explaining.step import Change
from ltsched.domain.spans import NEVER
from ltsched.errors import InvalidReview
from ltsched.model.candidates import Candidates, find_candidates
from ltsched.model.free_time import FreeTime
from ltsched.model.grid import lay_grid
from ltsched.model.narrow import narrow
from ltsched.options.expand import expand
from ltsched.options.steps.applied import applied
from ltsched.solve.explaining.possible import only

__all__ = ["MANY", "Attempts", "Possible", "alone", "each_has_a_start"]

Possible = Callable[[Agenda, Sequence[str]], bool | None]
"""Whether activities of an agenda fit without the others; None if that was not found out."""

MANY = 1_000


def never() -> bool:
    """Return that there is more effort."""
    return False


@dataclass(slots=True)
class Attempts:
    """The activities of a clash, and how it is found out whether they fit.

    Parameters
    ----------
    agenda
        What has the clash.
    only
        Ids of its activities.
    possible
        How that is found out.
    left
        So many more times it may be asked: then nothing is found out any more.
    exhausted
        Whether there is no effort left for it.
    """

    agenda: Agenda
    only: tuple[str, ...]
    possible: Possible
    left: int = MANY
    exhausted: Callable[[], bool] = never

    def with_change(self, change: Change) -> Agenda | None:
        """Return the agenda with `change` made; None where the files would be refused with it."""
        try:
            review = applied(self.agenda.review, [change])
            return expand(review, hold_optional=bool(self.agenda.optional), tell_of_holds=False)
        except InvalidReview:
            return None

    def fits(self, change: Change) -> bool:
        """Return whether the activities are found to fit with `change`; those that are not held any more do."""
        agenda = self.with_change(change) if self.left and not self.exhausted() else None
        if agenda is None:
            return False
        self.left -= 1
        known = {activity.id for activity in agenda.activities}
        left = [id for id in self.only if id in known]
        return not left or self.possible(agenda, left) is not False

    def changes_something(self, change: Change) -> bool:
        """Return whether anything else is asked with `change`: a hold may lie where nothing could be held anyway."""
        agenda = self.with_change(change)
        return agenda is not None and _asked(agenda) != _asked(self.agenda)


def _asked(agenda: Agenda) -> tuple[object, ...]:
    """Return all that is planned by."""
    available = {id: one for id, one in agenda.availability.items() if one.free is not NEVER}
    rules = agenda.precedences, agenda.daily_loads, agenda.shape, agenda.option.numbers["start-step-minutes"]
    time = available, agenda.review.rooms, agenda.span_end, agenda.horizon_end
    return agenda.activities, rules, time, agenda.before, agenda.optional, agenda.waiting


def each_has_a_start(agenda: Agenda, ids: Sequence[str]) -> bool | None:
    """Return False where an activity has no start or the order leaves none; else nothing was found out."""
    found = alone(agenda, ids)
    return None if all(one.starts for one in found.values()) else False


def alone(agenda: Agenda, ids: Sequence[str]) -> dict[str, Candidates]:
    """Return the candidates of some activities, as their order leaves them."""
    part = only(agenda, ids)
    grid = lay_grid(agenda)
    return narrow(part, grid, find_candidates(part, FreeTime.of(agenda, grid)))
