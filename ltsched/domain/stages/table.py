"""The table of the stages, in their usual order, and what derives from it."""

from __future__ import annotations

from collections.abc import Sequence

from ltsched.domain.agenda import Agenda
from ltsched.domain.review import StageSettings
from ltsched.domain.rules import OneDay, OneWeek, Shape, Spread
from ltsched.domain.stages import preferences, values
from ltsched.domain.stages.replanning import REPLANNING
from ltsched.domain.stages.stage import DependsOn, Stage
from ltsched.domain.timetable import Booking

__all__ = [
    "BALANCE",
    "EVENNESS",
    "FINISH",
    "IF_NEEDED",
    "LATE_DAYS",
    "LUNCH",
    "MISSED_ATTENDANCE",
    "MISSED_TWICE",
    "MOVES_LEAST",
    "PREFERENCES",
    "SHAPE",
    "STAGES",
    "TRIPS",
    "WAITING",
    "WORDS",
    "decisive",
    "meaning",
    "ordered_stages",
    "own_name",
    "stage_names",
    "stage_unit",
    "stage_values",
    "stages_about",
    "stages_of",
]

LATE_DAYS = "late days"
MISSED_ATTENDANCE = "missed attendance"
MISSED_TWICE = "missed twice"
IF_NEEDED = "if-needed"
SHAPE = "shape"
EVENNESS = "evenness"
FINISH = "finish"
LUNCH = "preferences: lunch"
WAITING = "preferences: waiting"
TRIPS = "preferences: trips"
BALANCE = "preferences: balance"

STAGES = (
    Stage(
        LATE_DAYS,
        "working days",
        "Working days after the deadline up to the final report, its own day counted; 0 without a deadline.",
        values.late_days,
        DependsOn.DAYS,
    ),
    Stage(
        MISSED_ATTENDANCE,
        "people",
        "How often somebody cannot come to what they are expected at, or has no seat there.",
        values.missed_attendance,
        DependsOn.STARTS,
    ),
    Stage(
        MISSED_TWICE,
        "absences",
        "What one person misses of one kind of booking beyond the first, added up over people and kinds.",
        values.missed_twice,
        DependsOn.STARTS,
    ),
    Stage(
        IF_NEEDED,
        "bookings",
        "Bookings in time that somebody who comes would give up only if needed.",
        values.if_needed,
        DependsOn.STARTS,
    ),
    Stage(
        SHAPE,
        "working days",
        "How far the meetings are from what the option is about: even gaps, short blocks, or an early end.",
        values.shape,
        DependsOn.DAYS,
        units={OneWeek: "weeks", OneDay: "days"},
    ),
    Stage(
        EVENNESS,
        "working days",
        "How far the meetings lie from their even positions, added up.",
        values.evenness,
        DependsOn.DAYS,
        part_of=SHAPE,
        only_for=Spread,
    ),
    Stage(
        FINISH,
        "working days",
        "Working days from commissioning to the final report.",
        values.finish,
        DependsOn.DAYS,
    ),
    Stage(LUNCH, "bookings", "Bookings that take some of lunch.", preferences.lunch, DependsOn.STARTS),
    Stage(
        WAITING,
        "working days",
        "Working days before the set-up meeting and the introduction that could have been used, added up.",
        preferences.waiting,
        DependsOn.DAYS,
    ),
    Stage(
        TRIPS,
        "days",
        "Days on which a lead reviewer has to travel, added up over the lead reviewers.",
        preferences.trips,
        DependsOn.PANELS,
    ),
    Stage(
        BALANCE,
        "conversations",
        "How unevenly the conversations and audits are shared out, beyond a difference of one.",
        preferences.balance,
        DependsOn.PANELS,
    ),
)
"""In the usual order: each is kept at its best while the next is improved."""

PREFERENCES = tuple(stage.name for stage in STAGES if stage.word == "preferences")
"""The last stages: what people would rather have, once everything that matters more is settled."""

MOVES_LEAST = (LATE_DAYS, *(stage.name for stage in REPLANNING))
"""What planning again settles first, in this order: whatever else could be gained waits for that."""

WORDS = tuple(dict.fromkeys(stage.word for stage in STAGES))
"""How ``[stages]`` of a review names the stages."""


def decisive(names: Sequence[str]) -> tuple[str, ...]:
    """Return those of the stages `names`, in their order, that people act on: all but the preferences at the end.

    A preference that a review puts before another stage counts as well: there it decides about what comes after it.
    """
    last = max((index for index, name in enumerate(names) if name not in PREFERENCES), default=-1)
    return tuple(names[: last + 1])


def own_name(name: str) -> str:
    """Return what tells a stage from those it goes with: ``lunch`` of ``preferences: lunch``; else all of its name."""
    return name.rpartition(": ")[2]


def stage_names(shape: Shape) -> tuple[str, ...]:
    """Return the names of the stages of a review of `shape`, in the usual order."""
    return tuple(stage.name for stage in _of(shape))


def stages_about(*kinds: DependsOn) -> frozenset[str]:
    """Return the names of the stages whose values follow from one of `kinds`."""
    return frozenset(stage.name for stage in (*REPLANNING, *STAGES) if stage.depends_on in kinds)


def stages_of(agenda: Agenda) -> dict[str, int]:
    """Return the stages of `agenda` in their order, each with its tolerance.

    Where the review is planned again, what keeps it as it was comes after the late days and before all others, in
    whatever order the review wants those.
    """
    asked = ordered_stages(agenda.shape, agenda.review.stages)
    if agenda.before is None:
        return asked
    return {**{name: asked.get(name, 0) for name in MOVES_LEAST}, **asked}


def ordered_stages(shape: Shape, settings: StageSettings) -> dict[str, int]:
    """Return the stages in the order that the review asks for, each with its tolerance.

    Those that the review does not name follow in the usual order. One word may stand for several stages; a tolerance
    holds for the first of those.
    """
    by_word: dict[str, list[str]] = {}
    for stage in _of(shape):
        by_word.setdefault(stage.word, []).append(stage.name)
    asked = [name for word in settings.order for name in by_word.get(word, ())]
    tolerances = {by_word[word][0]: value for word, value in settings.tolerances.items() if word in by_word}
    return {name: tolerances.get(name, 0) for name in dict.fromkeys((*asked, *stage_names(shape)))}


def stage_unit(name: str, shape: Shape) -> str:
    """Return what the values of the stage `name` count; KeyError if there is no such stage."""
    return _BY_NAME[name].unit_for(shape)


def meaning(name: str) -> str:
    """Return what the stage `name` counts; an empty text for one that is not known here."""
    return _BY_NAME[name].words if name in _BY_NAME else ""


def stage_values(agenda: Agenda, bookings: Sequence[Booking]) -> dict[str, int]:
    """Return the value of each stage, by name, in the usual order.

    Every activity of the agenda is booked; KeyError if the shape is about one that is not.
    """
    own = {stage.name: stage.measure(agenda, bookings) for stage in _of(agenda.shape)}
    if agenda.before is None:
        return own
    return {**{stage.name: stage.measure(agenda, bookings) for stage in REPLANNING}, **own}


def _of(shape: Shape) -> tuple[Stage, ...]:
    return tuple(stage for stage in STAGES if stage.only_for is None or isinstance(shape, stage.only_for))


_BY_NAME = {stage.name: stage for stage in (*REPLANNING, *STAGES)}
