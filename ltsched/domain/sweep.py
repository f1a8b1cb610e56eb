"""A sweep: the same comparison over many start dates, or over many values of a number."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from ltsched.domain.comparison import Outcome
from ltsched.domain.numbers import Setting
from ltsched.domain.people import Role
from ltsched.domain.review import Review
from ltsched.domain.stages.table import MISSED_ATTENDANCE
from ltsched.domain.timetable import Status

__all__ = ["Point", "Sweep", "Variation", "point", "varied"]


@dataclass(frozen=True, slots=True)
class Variation:
    """One way in which a review might be otherwise.

    Parameters
    ----------
    label
        What tells it from the others of its sweep: ``2027-03-01``, ``conversations=6``.
    commissioned
        The day of commissioning; None leaves it.
    numbers
        Numbers of the option that are changed.
    conversations
        With how many of the key staff conversations are held, the first by rank; None leaves that.
    """

    label: str
    commissioned: date | None = None
    numbers: Mapping[str, Setting] = field(default_factory=dict)
    conversations: int | None = None


@dataclass(frozen=True, slots=True)
class Point:
    """What an option comes to in one variation.

    `final_report`, `days_late`, `elapsed_weeks`, `missed` (people who cannot come) and `staff_hours` are None without a
    timetable; `why` is then the reason.
    """

    label: str
    option: str
    status: Status
    final_report: date | None = None
    days_late: int | None = None
    elapsed_weeks: float | None = None
    missed: int | None = None
    staff_hours: float | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Sweep:
    """What each option comes to in each variation.

    Parameters
    ----------
    review
        The review that was varied.
    options
        The names of the options, each once.
    points
        In the order of the variations, and in each of the options.
    left
        How many points are missing, because somebody stopped the sweep.
    """

    review: Review
    options: tuple[str, ...]
    points: tuple[Point, ...]
    left: int = 0


def varied(review: Review, variation: Variation) -> Review:
    """Return `review` as `variation` has it; its option is still the one that was read."""
    found = review
    if variation.commissioned is not None and variation.commissioned != review.commissioned:
        # A review that begins on another day is another one: nothing of it is over.
        found = replace(review, commissioned=variation.commissioned, over=())
    if variation.numbers:
        customise = {**review.settings.customise, **variation.numbers}
        found = replace(found, settings=replace(review.settings, customise=customise))
    if variation.conversations is not None:
        found = _with_conversations(found, variation.conversations)
    return found


def _with_conversations(review: Review, count: int) -> Review:
    """Return the review with the first `count` of the key staff ranked, in the order of rank or else of the file."""
    case_group = review.with_role(Role.CASE_GROUP)
    key_staff = sorted(case_group, key=lambda person: person.conversation_rank or len(review.people) + 1)
    ranks = {person.id: rank for rank, person in enumerate(key_staff[:count], 1)}
    people = tuple(replace(person, conversation_rank=ranks.get(person.id)) for person in review.people)
    return replace(review, people=people)


def point(variation: Variation, outcome: Outcome) -> Point:
    """Return what is kept of an outcome."""
    timetable = outcome.timetable
    if timetable is None:
        return Point(variation.label, outcome.option, outcome.status, why="; ".join(map(str, outcome.reasons)))
    missed = timetable.stage_value(MISSED_ATTENDANCE)
    return Point(
        label=variation.label,
        option=outcome.option,
        status=outcome.status,
        final_report=outcome.final_report,
        days_late=outcome.days_late,
        elapsed_weeks=timetable.measures["elapsed_weeks"],
        missed=missed,
        staff_hours=timetable.measures["staff_hours"],
    )
