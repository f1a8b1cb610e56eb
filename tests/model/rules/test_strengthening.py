"""The rules that only help the proof: with them or without, the least value of a stage is the same."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from ltsched.domain.agenda import Agenda
from ltsched.domain.stages.table import LUNCH, SHAPE, TRIPS
from tests.support.crowded import crowded
from tests.support.plain_model import least, plain_model


@pytest.mark.parametrize("stage", [SHAPE, LUNCH, TRIPS])
def test_what_helps_the_proof_forbids_nothing(stage: str) -> None:
    """Whatever the diaries: no timetable is lost, and no value changes."""

    @given(plan=crowded())
    @settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
    def holds(plan: Agenda) -> None:
        helped = least(plan, stage)
        with plain_model():
            assert least(plan, stage) == helped

    holds()
