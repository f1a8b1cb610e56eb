"""Every stage can be told to somebody who has not read the manual."""

from __future__ import annotations

from ltsched.domain.rules import Early, Spread
from ltsched.domain.stage_values import stage_names
from ltsched.domain.stage_words import MEANINGS, meaning
from tests.support.agendas import MONDAY


def test_every_stage_has_its_sentence() -> None:
    """Those of every shape, and no others; each different and a whole sentence."""
    shapes = (Spread((), (), 0, ()), Early((), MONDAY))
    assert set(MEANINGS) == {name for shape in shapes for name in stage_names(shape)}
    assert len(set(MEANINGS.values())) == len(MEANINGS)
    assert all(text.endswith(".") for text in MEANINGS.values())


def test_a_stage_that_is_not_known_has_none() -> None:
    """A timetable of a later version can still be shown."""
    assert meaning("of tomorrow") == ""
