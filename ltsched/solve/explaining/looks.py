"""What the search for cures asks of others, so that it can be tried without a solver."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ltsched.domain.agenda import Agenda
from ltsched.domain.explaining.explanation import Clash
from ltsched.domain.explaining.step import Step
from ltsched.domain.timetable import Status, Timetable

__all__ = ["Looks", "Remedies"]


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
    clashes
        Whether a clash is there in an agenda, too; None if that was not found out.
    planned
        How sure it is that all fits with some steps, and the timetable.
    clash
        A clash of an agenda that is impossible; None where none was found.
    remedies
        What resolves a clash of the review as it is: steps that are enough together.
    spent
        How much of the effort that there is has been spent, 1 being all of it.
    stopped
        Whether nothing more can be asked.
    """

    applied: Callable[[Sequence[Step]], Agenda]
    clashes: Callable[[Agenda, Clash], bool | None]
    planned: Callable[[Sequence[Step]], tuple[Status, Timetable | None]]
    clash: Callable[[Agenda], Clash | None]
    remedies: Callable[[Clash], Remedies]
    spent: Callable[[], float]
    stopped: Callable[[], bool]
