"""Make the timetable: rooms, milestones, measures, stages, warnings; and have it checked before anybody sees it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ltsched.domain.agenda import Agenda
from ltsched.domain.measures import measures
from ltsched.domain.stage_values import last_meeting, stage_unit, stage_values
from ltsched.domain.timetable import Booking, StageResult, Status, Timetable
from ltsched.solve.rooms import assign_rooms
from ltsched.solve.stages import Stage
from ltsched.verify import require_sound

__all__ = ["make_timetable"]


def make_timetable(
    agenda: Agenda,
    found: Sequence[Booking],
    stages: Sequence[Stage],
    bounds: Mapping[str, int],
    warnings: Sequence[str] = (),
) -> Timetable:
    """Return the timetable of `found`, checked.

    Parameters
    ----------
    bounds
        What is proven of each stage; a stage that is not in it has no bound but 0.
    warnings
        What to tell besides the notices of the review and the agenda.

    Raises
    ------
    UnsoundTimetable
        The independent check found a rule broken: a bug, never an output.
    """
    bookings = assign_rooms(agenda, found)
    values = stage_values(agenda, bookings)
    results = tuple(
        StageResult(
            stage.name,
            stage_unit(stage.name, agenda.shape),
            values[stage.name],
            min(bounds.get(stage.name, 0), values[stage.name]),
            stage.tolerance,
        )
        for stage in stages
    )
    milestones = agenda.report_dates.milestones(last_meeting(agenda, bookings))
    measured = measures(agenda, bookings, milestones)
    notices = (*agenda.review.notices, *agenda.notices)
    told = [str(notice) for notice in notices if not notice.private]  # what is written here is handed on
    timetable = Timetable(
        reference=agenda.review.reference,
        option=agenda.option.name,
        status=Status.OPTIMAL if all(result.proven for result in results) else Status.FEASIBLE,
        stages=results,
        bookings=bookings,
        milestones=milestones,
        measures=measured,
        warnings=tuple(dict.fromkeys((*told, *_beyond_span(agenda, measured["days_beyond_span"]), *warnings))),
    )
    require_sound(agenda, timetable)
    return timetable


def _beyond_span(agenda: Agenda, days: float) -> list[str]:
    if not days:
        return []
    return [f"the last meeting lies {days:.0f} working days beyond the span, which ends before {agenda.span_end}"]
