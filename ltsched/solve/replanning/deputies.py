"""Who could stand in for a lead reviewer without whom nothing fits any more, or only much later."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from ltsched.domain.agenda import Agenda
from ltsched.domain.availability import NO_DIARY
from ltsched.domain.people import Person, Role
from ltsched.domain.replanning.known_people import bookings_of_known
from ltsched.domain.review import Review
from ltsched.domain.spans import minute_after, minute_before
from ltsched.domain.stages.replanning import MOVED, MOVED_UNANNOUNCED, TOLD
from ltsched.domain.stages.table import LATE_DAYS
from ltsched.domain.timetable import Timetable
from ltsched.options.replaced import replaced
from ltsched.solve.plan import plan_agenda
from ltsched.solve.progress import Listener
from ltsched.solve.replanning.agenda_again import agenda_again
from ltsched.solve.replanning.least_moves import HowMuchMoves
from ltsched.solve.replanning.replanned import Deputy
from ltsched.solve.run import Runner

__all__ = ["deputies"]

OUTSIDE = "-outside-"
LONG = timedelta(weeks=4)
"""Who is away for so long may be better replaced than waited for."""
MOST_TRIED = 4
"""So many of the review team are planned with: those who have time for most of what the lead reviewer was to do."""


def deputies(
    agenda: Agenda, runner: Runner, listener: Listener, planned: Timetable | None = None
) -> tuple[Deputy, ...]:
    """Return who could stand in for a lead reviewer who has no time for what they are a must at, the cheapest first.

    Each has been planned with, as far as how much moves; where that is not proven to be the least, the deputy says so.
    Looked at are those who review with them, and somebody from outside; nobody is found where no lead reviewer is
    missing.

    Parameters
    ----------
    planned
        The timetable that waits for the lead reviewers, None if there is none. With one, those alone are looked at who
        are away from bookings for `LONG` or more, and those alone are returned with whom less moves.
    """
    found = []
    away = timedelta(0) if planned is None else LONG
    for lead in _missing_leads(agenda, away):
        listener.phase(f"finding out who could stand in for {lead.id}")
        for instead in _candidates(agenda, lead):
            if runner.stopped:
                break
            deputy = _tried(agenda, lead, instead, runner)
            if deputy is not None and (planned is None or _cost(deputy)[:2] < _cost_of(planned)[:2]):
                found.append(deputy)
    return tuple(sorted(found, key=lambda one: (*_cost(one), one.instead)))


def _cost(one: Deputy) -> tuple[int, int, int]:
    return one.late_days, one.moved, one.told


def _cost_of(planned: Timetable) -> tuple[int, int, int]:
    """Return how late a timetable is, how much it moves, and how many are told."""
    moved = planned.stage_value(MOVED) + planned.stage_value(MOVED_UNANNOUNCED)
    return planned.stage_value(LATE_DAYS), moved, planned.stage_value(TOLD)


def _missing_leads(agenda: Agenda, least: timedelta) -> Iterator[Person]:
    """Yield the lead reviewers who are not free for bookings at which they are a must, over `least` or more."""
    assert agenda.before is not None
    for lead in agenda.review.with_role(Role.LEAD_REVIEWER):
        free = agenda.availability[lead.id].free
        own = (one for one in agenda.before.bookings.values() if lead.id in one.attendees and lead.id not in one.panel)
        days = [one.day for one in own if not free.covers(minute_before(one.start), minute_after(one.end))]
        if days and max(days) - min(days) >= least:
            yield lead


def _candidates(agenda: Agenda, lead: Person) -> Iterator[Person]:
    """Yield somebody from outside, who belongs to no agency and has time, and then those of the review team."""
    yield replace(lead, id=OUTSIDE, name=OUTSIDE, roles=(Role.LEAD_REVIEWER,), agency="", line_manager=None)
    team = [
        person
        for person in agenda.review.with_role(Role.REVIEW_TEAM)
        if not person.has(Role.CASE_GROUP) and not person.has(Role.LEAD_REVIEWER)
    ]
    yield from sorted(team, key=lambda person: _clashes(agenda, lead, person))[:MOST_TRIED]


def _clashes(agenda: Agenda, lead: Person, person: Person) -> int:
    """Count the bookings of `lead` at which `person` has no time."""
    assert agenda.before is not None
    free = agenda.availability[person.id].free
    own = (one for one in agenda.before.bookings.values() if lead.id in one.attendees)
    return sum(not free.covers(minute_before(one.start), minute_after(one.end)) for one in own)


def _tried(agenda: Agenda, lead: Person, instead: Person, runner: Runner) -> Deputy | None:
    review, before = agenda.review, agenda.before
    assert before is not None
    if instead.id == OUTSIDE:
        review = _with_somebody(review, instead)
    review = replaced(review, lead.id, instead.id)
    known = bookings_of_known(before.bookings.values(), review, {lead.id: instead.id})
    agenda = agenda_again(review, replace(before, bookings={one.activity: one for one in known}))
    timetable = plan_agenda(agenda, runner, told=False, steps=(HowMuchMoves(),)).timetable
    if timetable is None:
        return None
    # How many messages there are is not shown, and its proof not asked for.
    counted = (LATE_DAYS, MOVED, TOLD, MOVED_UNANNOUNCED)
    late_days, moved, told = _cost_of(timetable)
    return Deputy(
        lead.id,
        "" if instead.id == OUTSIDE else instead.id,
        instead.agency,
        moved,
        told,
        late_days,
        proven=all(stage.proven for stage in timetable.stages if stage.name in counted),
    )


def _with_somebody(review: Review, somebody: Person) -> Review:
    diaries = {**review.diaries, somebody.id: NO_DIARY}
    return replace(review, people=(*review.people, somebody), diaries=diaries)
