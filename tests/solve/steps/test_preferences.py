"""What people would rather have: improved within an effort, and only then proven, whatever that takes."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

import pytest

from ltsched.domain.rules import Early
from ltsched.domain.stages.table import PREFERENCES
from ltsched.solve.plan import plan_agenda
from ltsched.solve.progress import Silent
from ltsched.solve.run import Runner
from ltsched.solve.steps import preferences
from tests.support.agendas import MONDAY
from tests.support.tiny_reviews import tiny


@dataclass
class _BreakOff(Silent):
    """Interrupts the run once it goes on to prove."""

    runner: Runner
    phases: list[str] = field(default_factory=list)

    def phase(self, text: str) -> None:
        self.phases.append(text)
        self.runner.interrupted = self.runner.interrupted or text.startswith("proving")


def test_who_runs_out_of_time_while_proving_loses_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """The preferences are improved before the first of them may take all the time that there is."""
    monkeypatch.setattr(preferences, "_proven", lambda course, search: False)
    agenda = tiny(Early(("joint-meeting:1", "joint-meeting:2"), MONDAY))
    runner = Runner(time.monotonic() + 60, prove=True)
    listener = _BreakOff(runner)
    broken_off = plan_agenda(agenda, runner, listener).timetable
    within_effort = plan_agenda(agenda, Runner(time.monotonic() + 60)).timetable
    assert any(phase.startswith("proving") for phase in listener.phases)
    assert broken_off is not None
    assert within_effort is not None
    assert broken_off.stages == within_effort.stages
    assert {stage.name for stage in within_effort.stages if stage.bound}.intersection(PREFERENCES)
