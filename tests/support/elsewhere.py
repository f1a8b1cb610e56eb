"""Other times of a booking of a small agenda, as the tests of alternatives look at them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from ltsched.domain.agenda import Agenda
from ltsched.domain.replanning.alternatives import Alternatives
from ltsched.domain.timetable import Booking
from ltsched.solve.alternatives.around import Around
from ltsched.solve.alternatives.current import Current
from ltsched.solve.alternatives.find import find_alternatives
from ltsched.solve.alternatives.nothing_moves import NothingMoves
from ltsched.solve.alternatives.trial import Judge, Trial
from tests.support.agendas import timetable

__all__ = ["alternatives", "starts", "trials"]


def trials(plan: Agenda, bookings: Iterable[Booking], id: str) -> dict[datetime, Trial]:
    """Return the trial of each start at which nothing else has to move; every one of them is sound."""
    current = Current.of(plan, timetable(plan, bookings))
    judge = Judge(current, id)
    found = list(NothingMoves(Around.of(current, id), judge).trials())
    assert all(judge.checked(trial) is not None for trial in found)
    return {trial.change.after.start: trial for trial in found}


def starts(plan: Agenda, bookings: Iterable[Booking], id: str) -> set[datetime]:
    """Return the starts at which nothing else has to move."""
    return set(trials(plan, bookings, id))


def alternatives(plan: Agenda, bookings: Iterable[Booking], id: str, **more: Any) -> Alternatives:
    """Return the alternatives, ten unless another ``count`` is given."""
    return find_alternatives(plan, timetable(plan, bookings), id, **{"count": 10, **more})
