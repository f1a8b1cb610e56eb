"""What others find, judged by ltsched's own check: a timetable with the value of each stage, or what it breaks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ltsched.domain.agenda import Agenda
from ltsched.domain.stages.table import stages_of
from ltsched.domain.timegrid import TimeGrid
from ltsched.errors import UnsoundTimetable
from ltsched.model.decode import Placed
from ltsched.solve.bookings import bookings
from ltsched.solve.search import goals_of
from ltsched.solve.timetable import make_timetable

__all__ = ["Judged", "better", "judge"]


@dataclass(frozen=True, slots=True)
class Judged:
    """What somebody found.

    Parameters
    ----------
    values
        Of each stage, in order, counted afresh from the bookings; None if nothing was found, or it breaks a rule.
    broken
        The rules that it breaks, a line each.
    seconds
        Of processor time until it was found; None where nothing was.
    """

    values: Mapping[str, int] | None
    broken: tuple[str, ...] = ()
    seconds: float | None = None


def judge(agenda: Agenda, grid: TimeGrid, placed: Sequence[Placed], seconds: float) -> Judged:
    """Return what `placed` is worth, a start and a panel for each activity.

    Whoever can come does, and rooms are given out as well as can be: what others chose of that is not held against
    them. `ltsched.verify` has the last word.
    """
    try:
        made = make_timetable(agenda, bookings(agenda, grid, placed), goals_of(stages_of(agenda)), {})
    except UnsoundTimetable as unsound:
        return Judged(None, unsound.violations, seconds)
    return Judged({stage.name: stage.value for stage in made.stages}, (), seconds)


def better(one: Mapping[str, int], other: Mapping[str, int]) -> str | None:
    """Return the first stage, in order, in which `one` is better than `other`; None if none is, or a worse one comes
    before."""
    for name, value in one.items():
        if value != other[name]:
            return name if value < other[name] else None
    return None
