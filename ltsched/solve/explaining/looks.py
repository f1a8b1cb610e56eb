"""What the search for cures asks of others, so that it can be tried without a solver."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

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


class Looks(Protocol):
    """What the search asks of others, so that it can be tried without a solver."""

    def applied(self, steps: Sequence[Step], /) -> Agenda:
        """Return the agenda of the review with some steps; InvalidReview is raised where there is none."""

    def clashes(self, agenda: Agenda, clash: Clash, /) -> bool | None:
        """Return whether a clash is there in an agenda, too; None if that was not found out."""

    def planned(self, steps: Sequence[Step], /) -> tuple[Status, Timetable | None]:
        """Return how sure it is that all fits with some steps, and the timetable."""

    def clash(self, agenda: Agenda, /) -> Clash | None:
        """Return a clash of an agenda that is impossible; None where none was found."""

    def remedies(self, clash: Clash, /) -> Remedies:
        """Return what resolves a clash of the review as it is: steps that are enough together."""

    def spent(self) -> float:
        """Return how much of the effort that there is has been spent, 1 being all of it."""

    def stopped(self) -> bool:
        """Return whether nothing more can be asked."""
