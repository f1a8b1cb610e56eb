"""Alternatives on a shipped scenario: the guide shows what comes out, and it is what the check allows."""

from __future__ import annotations

import re
import shutil
from importlib.metadata import version
from pathlib import Path

import pytest

import ltsched
from ltsched.cli.app import run
from ltsched.cli.exit_codes import ExitCode
from ltsched.guide import read_topic
from ltsched.options.expand import expand
from ltsched.verify import verify
from tests.scenarios.recording import kept
from tests.support.shipped import SCENARIOS

ASKED = "review-team-meeting:2"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of scenarios/full, called ``full``, that is planned."""
    made = tmp_path_factory.mktemp("guide") / "full"
    shutil.copytree(SCENARIOS / "full", made)
    ltsched.write(ltsched.plan(ltsched.read_review(made)), made / "out")
    return made


def test_the_guide_shows_a_real_one(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a change that was meant, the block is made anew; other libraries may find others that are as good."""
    if any(version(library) != number for library, number in kept("full")["made by"].items()):
        pytest.skip("the block was made with other libraries")
    monkeypatch.chdir(folder.parent)
    assert run(["alternatives", "full", ASKED, "--count", "8", "-q"]) == ExitCode.DONE
    shown = "\n".join(line.rstrip() for line in capsys.readouterr().out.splitlines())
    (block,) = re.findall(r"^```\n(LT-.*?)\n```$", read_topic("alternatives"), re.MULTILINE | re.DOTALL)
    assert shown.endswith(block)


def test_every_one_passes_the_check(folder: Path) -> None:
    """Of a meeting, a conversation and a joint meeting: ten different times where there are so many."""
    review = ltsched.read_review(folder)
    agenda = expand(review)
    for activity, number in ((ASKED, 8), ("conversation:p08", 10), ("joint-meeting:1", 5)):
        found = ltsched.alternatives(review, activity).found
        assert len(found) == number
        for each in found:
            assert verify(agenda, each.timetable) == ()
            assert each.booking.start != each.change.before.start
        assert all(each.sure for each in found)
