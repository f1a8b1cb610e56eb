"""Everybody's own plan, and who misses what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ltsched.domain.people import Person
from ltsched.domain.review import Review
from ltsched.domain.words.wording import one_line
from ltsched.report.page.entries import PlanEntry
from ltsched.report.screen.people_list import on_day
from ltsched.report.words.booking_words import missed_by

__all__ = ["Absence", "Missed", "Plan", "PlanLine", "absences", "missed_meetings", "plan", "plans"]

MINUTES_AN_HOUR = 60


@dataclass(frozen=True, slots=True)
class PlanLine:
    """A booking of somebody, with a note: with whom they hold it, by ids."""

    entry: PlanEntry
    note: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """What one person attends and misses; `hours` are those that they attend."""

    id: str
    name: str
    role: str
    agency: str
    lines: tuple[PlanLine, ...]
    missed: tuple[PlanEntry, ...]
    hours: float


@dataclass(frozen=True, slots=True)
class Absence:
    """Somebody with all that they cannot come to."""

    id: str
    name: str
    role: str
    what: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Missed:
    """A meeting with all who cannot come to it, as ``S. Sedgelantern (t2)``."""

    entry: PlanEntry
    who: tuple[str, ...]


def plans(review: Review, entries: Sequence[PlanEntry]) -> tuple[Plan, ...]:
    """Return the plan of everybody who is invited to anything, in the order of the review."""
    made = (plan(person, entries) for person in review.people)
    return tuple(plan for plan in made if plan.lines or plan.missed)


def absences(plans: Sequence[Plan]) -> tuple[Absence, ...]:
    """Return who cannot come to what, those who miss most first."""
    missing = sorted((plan for plan in plans if plan.missed), key=lambda plan: -len(plan.missed))
    return tuple(
        Absence(
            plan.id,
            plan.name,
            plan.role,
            tuple(missed_by(e.booking, plan.id, on_day(e.what, e.booking.day)) for e in plan.missed),
        )
        for plan in missing
    )


def missed_meetings(review: Review, entries: Sequence[PlanEntry]) -> tuple[Missed, ...]:
    """Return the meetings to which somebody cannot come, in the order of time."""
    names = {person.id: f"{one_line(person.name)} ({person.id})" for person in review.people}
    return tuple(
        Missed(entry, tuple(missed_by(entry.booking, id, names[id]) for id in entry.booking.missing))
        for entry in entries
        if entry.booking.missing
    )


def plan(person: Person, entries: Sequence[PlanEntry], notes: Sequence[str] | None = None) -> Plan:
    """Return the plan of one person.

    Parameters
    ----------
    entries
        Bookings, their own and others.
    notes
        A note for each of their own; None for with whom they hold it, by ids.
    """
    attended = [entry for entry in entries if person.id in entry.booking.attendees]
    notes = [_held(person.id, entry) for entry in attended] if notes is None else notes
    minutes = sum(entry.booking.minutes for entry in attended)
    return Plan(
        id=person.id,
        name=one_line(person.name),
        role=person.role_words,
        agency=one_line(person.agency),
        lines=tuple(map(PlanLine, attended, notes)),
        missed=tuple(entry for entry in entries if person.id in entry.booking.missing),
        hours=round(minutes / MINUTES_AN_HOUR, 1),
    )


def _held(id: str, entry: PlanEntry) -> str:
    """Return with whom somebody holds a booking, by ids; empty for those who only come to it."""
    if id not in entry.booking.panel:
        return ""
    fellows = [other for other in entry.booking.panel if other != id]
    return ", ".join(fellows) or "alone"
