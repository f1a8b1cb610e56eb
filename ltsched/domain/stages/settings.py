"""Order and tolerances of the stages: in the words of ``[stages]``, put first, and as a timetable tells them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ltsched.domain.review import StageSettings
from ltsched.domain.stages.table import STAGES
from ltsched.domain.timetable import Timetable

__all__ = ["stage_word", "stages_planned_with", "with_stages"]


def stage_word(name: str) -> str:
    """Return how ``[stages]`` of a review names the stage `name`; KeyError if there is none."""
    return next(stage.word for stage in STAGES if stage.name == name)


def with_stages(
    settings: StageSettings, first: Sequence[str], tolerances: Mapping[str, int], chosen: str
) -> StageSettings:
    """Return `settings` with the stages `first` (names) before all others, and of them no tolerance but `tolerances`.

    The others follow as `settings` have them, with their own tolerances; a tolerance of 0 is left out. `chosen` is what
    they stand for.
    """
    words = [stage_word(name) for name in first]
    own = {stage_word(name): value for name, value in tolerances.items() if value}
    others = {word: value for word, value in settings.tolerances.items() if word not in words}
    order = (*words, *(word for word in settings.order if word not in words))
    return StageSettings(order, {**own, **others}, chosen)


def stages_planned_with(timetable: Timetable) -> StageSettings:
    """Return the order and the tolerances that `timetable` was planned with, as it tells them."""
    words = {stage.name: stage.word for stage in STAGES}
    told = [(words[stage.name], stage.tolerance) for stage in timetable.stages if stage.name in words]
    tolerances = {word: tolerance for word, tolerance in told if tolerance}
    return StageSettings(tuple(dict.fromkeys(word for word, _ in told)), tolerances, timetable.chosen)
