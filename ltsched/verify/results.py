"""Do the milestones, stages and measures follow from the bookings, and is the status what was proven?"""

from __future__ import annotations

from collections.abc import Iterator

from ltsched.domain.agenda import Agenda
from ltsched.domain.measures import measures
from ltsched.domain.rules import Violation
from ltsched.domain.stages.table import decisive, stage_unit, stages_of
from ltsched.domain.stages.values import last_meeting
from ltsched.domain.timetable import Status, Timetable
from ltsched.verify.over import is_past
from ltsched.verify.values import counted_values

__all__ = ["result_violations"]


def result_violations(agenda: Agenda, timetable: Timetable) -> Iterator[Violation]:
    """Yield what is told of the timetable and is not so."""
    yield from _origin(agenda, timetable)
    yield from _milestones(agenda, timetable)
    yield from _before_report(agenda, timetable)
    # Who is not known to the review has no diary to look into; that is told as an uninvited guest.
    if all(id in agenda.availability for booking in timetable.bookings for id in booking.attendees):
        yield from _stages(agenda, timetable)
        yield from _measures(agenda, timetable)
    yield from _proofs(timetable)


def _origin(agenda: Agenda, timetable: Timetable) -> Iterator[Violation]:
    if timetable.reference != agenda.review.reference:
        text = f"the timetable is of {timetable.reference}, not of {agenda.review.reference}"
        yield Violation("reference", (timetable.reference,), text)
    if timetable.option != agenda.option.name:
        text = f"the timetable is of the option {timetable.option}, not {agenda.option.name}"
        yield Violation("option", (timetable.option,), text)


def _milestones(agenda: Agenda, timetable: Timetable) -> Iterator[Violation]:
    right = () if agenda.waiting else agenda.report_dates.milestones(last_meeting(agenda, timetable.bookings))
    if timetable.milestones == right:
        return
    told, due = ({milestone.id: milestone for milestone in each} for each in (timetable.milestones, right))
    wrong = tuple(id for id in dict.fromkeys((*told, *due)) if told.get(id) != due.get(id))
    dates = ", ".join(f"{milestone.id} {milestone.date}" for milestone in right)
    yield Violation("milestones", wrong or tuple(told), f"from the last meeting follow {dates}")


def _before_report(agenda: Agenda, timetable: Timetable) -> Iterator[Violation]:
    if agenda.waiting:
        return
    final_report = agenda.report_dates.final_report(last_meeting(agenda, timetable.bookings))
    for booking in timetable.bookings:
        if booking.day > final_report and not is_past(agenda, booking):
            text = f"{booking.activity} on {booking.day} comes after the final report on {final_report}"
            yield Violation("before the report", (booking.activity,), text)


def _stages(agenda: Agenda, timetable: Timetable) -> Iterator[Violation]:
    values = counted_values(agenda, timetable.bookings)
    stages = stages_of(agenda)
    told = [stage.name for stage in timetable.stages]
    for name in values:
        if told.count(name) != 1:
            yield Violation("stage missing", (name,), f"the stage {name} is told {told.count(name)} times, not once")
    # Stages of other commands (how much a new plan moves, say) are known to them alone.
    known = [name for name in told if name in values]
    if known != (order := [name for name in stages if name in known]):
        yield Violation("stage order", tuple(known), f"the stages come in the order {', '.join(order)}")
    for stage in timetable.stages:
        if stage.name not in values:
            continue
        if stage.unit != (unit := stage_unit(stage.name, agenda.shape)):
            yield Violation("stage unit", (stage.name,), f"{stage.name} counts {unit}, not {stage.unit}")
        if stage.tolerance != (allowed := stages[stage.name]):
            text = f"the tolerance of {stage.name} is {allowed}, not {stage.tolerance}"
            yield Violation("stage tolerance", (stage.name,), text)
        if stage.value != values[stage.name]:
            text = f"{stage.name} is told as {stage.value}; the bookings give {values[stage.name]}"
            yield Violation("stage value", (stage.name,), text)


def _measures(agenda: Agenda, timetable: Timetable) -> Iterator[Violation]:
    right = measures(agenda, timetable.bookings, timetable.milestones)
    for name, value in timetable.measures.items():
        if name in right and right[name] != value:
            yield Violation("measure", (name,), f"{name} is told as {value}; the bookings give {right[name]}")


def _proofs(timetable: Timetable) -> Iterator[Violation]:
    for stage in timetable.stages:
        if not 0 <= stage.bound <= stage.value:
            text = f"{stage.name} has the value {stage.value} and cannot have the bound {stage.bound}"
            yield Violation("bound", (stage.name,), text)
    acted_on = decisive([stage.name for stage in timetable.stages])
    open_stages = tuple(stage.name for stage in timetable.stages if stage.name in acted_on and not stage.proven)
    if timetable.status is Status.OPTIMAL and open_stages:
        text = f"the status is optimal, and {', '.join(open_stages)} is not proven"
        yield Violation("status", open_stages, text)
    if timetable.status in (Status.INFEASIBLE, Status.UNKNOWN):
        yield Violation("status", (), f"the status is {timetable.status}, and there is a timetable")
