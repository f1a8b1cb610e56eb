"""What a planning run comes to."""

from __future__ import annotations

from dataclasses import dataclass

from ltsched.domain.agenda import Agenda
from ltsched.domain.explaining.explanation import Explanation
from ltsched.domain.reasons import Reason
from ltsched.domain.timetable import Status, Timetable

__all__ = ["Result"]


@dataclass(frozen=True, slots=True)
class Result:
    """What a planning run comes to.

    Parameters
    ----------
    status
        How sure it is.
    agenda
        What was planned.
    timetable
        The best timetable found, checked independently; None if there is none (INFEASIBLE, UNKNOWN).
    reasons
        Where the review is impossible: why. Where nothing was found in time: what may help to see
        why, proven or not.
    interrupted
        Whether the user stopped the run.
    seconds
        How long it took.
    explanation
        What clashes, and the cheapest things that would help; None where nobody has asked for that.
    """

    status: Status
    agenda: Agenda
    timetable: Timetable | None
    reasons: tuple[Reason, ...] = ()
    interrupted: bool = False
    seconds: float = 0.0
    explanation: Explanation | None = None
