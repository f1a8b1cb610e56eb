"""Which stages one model has to know together."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ltsched.domain.agenda import Agenda
from ltsched.domain.review import StageSettings
from ltsched.domain.stages.table import FINISH, PREFERENCES, stages_about
from ltsched.solve.course import Course
from ltsched.solve.progress import SILENT
from ltsched.solve.run import Runner
from tests.support.agendas import activity, agenda, person
from tests.support.solving import candidates_of


def course(*order: str) -> Course:
    plan: Agenda = agenda([person("t1")], [activity("a", must=("t1",))])
    plan = replace(plan, review=replace(plan.review, stages=StageSettings(order, {})))
    return Course(plan, *candidates_of(plan), Runner(float("inf")), SILENT)


def test_the_preferences_have_a_model_of_their_own_where_they_come_last() -> None:
    """Else one model knows them from the start."""
    assert not course().all_at_once
    assert tuple(goal.name for goal in course().preferences) == PREFERENCES
    assert course("preferences", "finish").all_at_once


def test_a_stage_about_panels_that_is_no_preference_is_in_the_model_of_the_whole(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It is improved before the preferences, so the model without panels would have no term for it."""
    monkeypatch.setattr("ltsched.solve.course.stages_about", lambda *kinds: stages_about(*kinds) | {FINISH})
    assert course().all_at_once
