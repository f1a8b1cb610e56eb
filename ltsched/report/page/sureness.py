"""How sure a result is, in words."""

from __future__ import annotations

from dataclasses import dataclass

from ltsched.domain.review import Review
from ltsched.domain.stages.table import SHAPE, decisive, meaning, own_name
from ltsched.domain.timetable import StageResult, Status, Timetable
from ltsched.domain.words.wording import one_line, plural
from ltsched.report.words.option_words import shape_words
from ltsched.report.words.status_words import least_moves_words

__all__ = ["Sureness", "Weighed", "sureness", "weighed"]

COUNTED = {"people": ("attendance", "attendances")}
"""One person may miss several meetings: what is counted is attendances."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A stage in words: what it is called and counts, what was found, and what is proven about it."""

    name: str
    meaning: str
    found: str
    proof: str
    proven: bool


@dataclass(frozen=True, slots=True)
class Sureness:
    """How sure the whole is.

    Parameters
    ----------
    headline, explanation
        A few words; a sentence.
    proven
        Whether every stage is.
    worth_planning_longer
        Whether something other than the finer preferences might be better.
    """

    headline: str
    explanation: str
    proven: bool
    worth_planning_longer: bool


def sureness(timetable: Timetable) -> Sureness:
    """Return how sure the timetable is."""
    open_ones = [stage for stage in timetable.stages if not stage.proven]
    if timetable.status is Status.OPTIMAL and not open_ones:
        tolerant = any(stage.tolerance for stage in timetable.stages)
        beyond = " by more than the tolerance that the review gives" if tolerant else ""
        said = f"No other timetable{least_moves_words(timetable)} is better{beyond}: this is certain."
        return Sureness("Proven", said, True, False)
    acted_on = decisive([stage.name for stage in timetable.stages])
    if open_ones and not any(stage.name in acted_on for stage in open_ones):
        said = "Dates and attendance are proven. Only finer preferences might be better still: " + _gaps(open_ones)
        return Sureness("Proven in all that matters most", said, False, False)
    if open_ones:
        said = f"It keeps every rule, but a better one may exist: {_gaps(open_ones)}"
        return Sureness("Not proven", said, False, True)
    return Sureness("Not proven", "It keeps every rule, but a better one may exist.", False, True)


def _gaps(stages: list[StageResult]) -> str:
    parts = (f"{own_name(stage.name)} by up to {_amount(stage, stage.gap)}" for stage in stages)
    return f"{', '.join(parts)}."


def weighed(timetable: Timetable, review: Review) -> tuple[Weighed, ...]:
    """Return the stages in words, in their order: what stands first counts most."""
    return tuple(_weighed(stage, review) for stage in timetable.stages)


def _weighed(stage: StageResult, review: Review) -> Weighed:
    counts = meaning(stage.name)
    if stage.name == SHAPE:
        counts = f"{counts} Here: {shape_words(review.option)}."
    if not stage.proven:
        proof = f"not proven: at best {_amount(stage, stage.bound)}"
    elif stage.value > stage.bound:
        proof = f"proven, within the tolerance of {stage.tolerance}: at best {_amount(stage, stage.bound)}"
    else:
        proof = "proven: there is none better"
    return Weighed(one_line(stage.name).capitalize(), counts, _amount(stage, stage.value), proof, stage.proven)


def _amount(stage: StageResult, value: int) -> str:
    unit = one_line(stage.unit)
    one, many = COUNTED.get(unit, (unit.removesuffix("s"), unit))
    return plural(value, one, many)
