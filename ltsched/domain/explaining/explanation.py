"""Why nothing fits, and what would help, as it was found out and proven."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ltsched.domain.explaining.step import Step
from ltsched.domain.reasons import Reason
from ltsched.domain.rules import Fact
from ltsched.domain.timetable import Status

__all__ = ["Brings", "Clash", "Cure", "Explanation"]


@dataclass(frozen=True, slots=True)
class Clash:
    """Facts that cannot hold together.

    Parameters
    ----------
    activities
        Ids of the activities that it is about: these alone do not fit.
    facts
        What cannot hold together.
    smallest
        Whether each of the facts was shown to have a part in it: without any one of them these activities fit.
    """

    activities: tuple[str, ...]
    facts: tuple[Fact, ...]
    smallest: bool = True


@dataclass(frozen=True, slots=True)
class Brings:
    """What a cure would bring, as it was planned with it.

    Parameters
    ----------
    final_report
        The day of the final report; None where that waits for something.
    late_days
        Working days after the deadline.
    missed
        How often somebody expected would be missing.
    proven
        Whether that is proven to be the best.
    """

    final_report: date | None
    late_days: int
    missed: int
    proven: bool = True


@dataclass(frozen=True, slots=True)
class Cure:
    """Steps that together make a timetable possible: that was planned with them.

    Parameters
    ----------
    steps
        What would be otherwise; without any one of them there is still none.
    brings
        What it would bring.
    also
        Other steps of the same family that would help in the place of the last one, each planned too, as the dates on
        which a person could come.
    """

    steps: tuple[Step, ...]
    brings: Brings
    also: tuple[Step, ...] = ()

    @property
    def cost(self) -> int:
        """What all of it costs."""
        return sum(step.cost for step in self.steps)


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why nothing fits, and what would help.

    Parameters
    ----------
    status
        INFEASIBLE where it is proven that nothing fits; OPTIMAL or FEASIBLE where something does; else UNKNOWN.
    arithmetic
        What counting says, short or not.
    clashes
        What cannot hold together, independent of one another.
    cures
        What would help, the cheapest first.
    all_found
        Whether it is proven that no other cure made of such steps is cheaper than those that are told.
    stopped
        Why the search ended before it was done: in words; empty if it did not.
    """

    status: Status
    arithmetic: Sequence[Reason] = ()
    clashes: tuple[Clash, ...] = ()
    cures: tuple[Cure, ...] = ()
    all_found: bool = True
    stopped: str = ""
