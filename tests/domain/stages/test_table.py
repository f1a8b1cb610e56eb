"""The table of the stages: each row has all that a stage needs, everywhere."""

from __future__ import annotations

from ltsched.domain.rules import Blocks, Early, OneDay, OneWeek, Spread
from ltsched.domain.stages.replanning import REPLANNING
from ltsched.domain.stages.stage import DependsOn
from ltsched.domain.stages.table import PREFERENCES, STAGES, WORDS, meaning, stage_names, stages_about
from ltsched.model.stages.terms import START_COSTS, TERMS
from ltsched.verify.again import COUNTED_AGAIN
from ltsched.verify.values import COUNTED
from tests.support.agendas import MONDAY

SHAPES = (Spread((), (), 0, ()), Blocks((), (), 5, 21, 42), OneWeek((), MONDAY), OneDay(()), Early((), MONDAY))


def test_every_stage_can_be_told_to_somebody_who_has_not_read_the_manual() -> None:
    """Each has a name and a unit of its own, and a whole sentence."""
    assert len({stage.name for stage in STAGES}) == len(STAGES)
    assert len({stage.words for stage in STAGES}) == len(STAGES)
    assert all(stage.words.endswith(".") and stage.unit for stage in STAGES)
    assert {name for shape in SHAPES for name in stage_names(shape)} == {stage.name for stage in STAGES}


def test_a_stage_that_is_not_known_has_no_sentence() -> None:
    """A timetable of a later version can still be shown."""
    assert meaning("of tomorrow") == ""


def test_every_stage_is_in_the_model_and_is_counted_again() -> None:
    """A row that the model cannot minimise, or that nobody checks, is no stage."""
    names, again = {stage.name for stage in STAGES}, {stage.name for stage in REPLANNING}
    assert {name for group in TERMS for name in group} == names | again
    assert set(COUNTED) == names
    assert set(COUNTED_AGAIN) == again


def test_what_depends_on_starts_has_a_cost_for_each_start() -> None:
    """Else the meetings alone would drop the starts of a day that are best in it, and its bound would be none."""
    assert set(START_COSTS) == stages_about(DependsOn.STARTS)


def test_the_words_for_the_settings_derive_from_the_names() -> None:
    """Evenness goes with the shape, and all preferences by one word."""
    assert WORDS == ("late-days", "missed-attendance", "missed-twice", "if-needed", "shape", "finish", "preferences")
    assert all(name.startswith("preferences: ") for name in PREFERENCES)
