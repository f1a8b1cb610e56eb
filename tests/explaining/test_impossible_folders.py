"""Reviews that are impossible are what they are said to be, by planning alone: nothing of explaining is asked here."""

from __future__ import annotations

from pathlib import Path

import pytest

import ltsched
from ltsched.cli.app import run
from ltsched.domain.timetable import Status
from tests.support.impossible.bases import BASES, base
from tests.support.impossible.case import Case
from tests.support.impossible.cases import CASES
from tests.support.impossible.folder import Folder

NAMES = [case.name for case in CASES]


@pytest.mark.parametrize("option", BASES)
def test_what_they_are_made_of_is_possible(option: str, tmp_path: Path) -> None:
    """So whatever makes one impossible is what was done to it."""
    assert _planned(base(option), tmp_path / "base") is Status.OPTIMAL


def test_there_are_many_and_each_has_a_name_of_its_own() -> None:
    assert len(CASES) >= 48
    assert len(set(NAMES)) == len(NAMES)
    assert all(case.done and case.facts for case in CASES)


@pytest.mark.long
@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_each_is_impossible(case: Case, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = case.folder().write(tmp_path / "impossible")
    assert run(["plan", str(folder), "--quiet"]) == 3, capsys.readouterr().out


@pytest.mark.long
@pytest.mark.parametrize("case", [case for case in CASES if case.helps], ids=lambda case: case.name)
def test_what_is_known_to_help_does(case: Case, tmp_path: Path) -> None:
    """Written into the folder by hand, each alone."""
    for number, helps in enumerate(case.helps):
        folder = case.folder()
        helps.done(folder)
        assert _planned(folder, tmp_path / str(number)) in (Status.OPTIMAL, Status.FEASIBLE), helps.parts


@pytest.mark.long
@pytest.mark.parametrize("case", [case for case in CASES if case.clashes == 1], ids=lambda case: case.name)
def test_without_any_of_the_facts_there_is_a_timetable(case: Case, tmp_path: Path) -> None:
    """Taken out of the folder by hand, each alone: so each has a part in it."""
    for number, fact in enumerate(case.facts):
        if fact.without is not None:
            folder = case.folder()
            fact.without(folder)
            assert _planned(folder, tmp_path / str(number)) in (Status.OPTIMAL, Status.FEASIBLE), fact


def _planned(folder: Folder, path: Path) -> Status:
    return ltsched.plan(ltsched.read_review(folder.write(path))).status
