"""The same flags twice give the same bytes; with --canonical any seed and number of workers give the same bookings."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

import ltsched
from ltsched.domain.timetable import Timetable
from ltsched.domain.words.file_names import TIMETABLE_FILE
from ltsched.files.results.timetable_file import read_timetable
from ltsched.options.template import shipped_options
from tests.support.shipped import shipped_review
from tests.support.three_weeks_later import TODAY, announced, away

SECONDS = 3600.0
MANY_CHOICES = "full"
"""Here there are too many."""


def canonical(name: str, seed: int, workers: int) -> Timetable:
    """Return the timetable of a shipped scenario that leaves no choice."""
    result = ltsched.plan(shipped_review(name), seed=seed, workers=workers, canonical=True, time_limit_seconds=SECONDS)
    assert result.timetable is not None
    assert result.timetable.canonical
    return result.timetable


@pytest.mark.long
@pytest.mark.parametrize("name", [name for name in shipped_options() if name != MANY_CHOICES])
def test_any_seed_and_number_of_workers(name: str) -> None:
    """Every booking of a shipped scenario: its time, its room, who holds it, who comes."""
    first = canonical(name, 0, 1)
    for seed, workers in [(seed, workers) for seed in (0, 1, 2) for workers in (1, 2)]:
        assert canonical(name, seed, workers) == first


@pytest.mark.long
def test_where_there_are_too_many_choices_nothing_is_claimed() -> None:
    """Full has eighteen conversations, each with nine who could hold it: its timetable is told to be one of several."""
    result = ltsched.plan(shipped_review(MANY_CHOICES), canonical=True, time_limit_seconds=SECONDS)
    assert result.timetable is not None
    assert not result.timetable.canonical
    assert any("--canonical" in text or "canonical" in text for text in result.timetable.warnings)


def test_a_small_scenario_with_any_seed_and_number_of_workers() -> None:
    """The same for the smallest, each time."""
    assert canonical("focused", 0, 1) == canonical("focused", 2, 2)


@pytest.fixture(scope="module")
def under_way(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return scenarios/focused, announced; then somebody is away when they should come."""
    folder = announced("focused", tmp_path_factory.mktemp("same") / "focused")
    booking = read_timetable(folder / "out" / TIMETABLE_FILE).booking("review-team-meeting:1")
    away(folder, booking.attendees[0], booking.day.isoformat(), booking.day.isoformat())
    return folder


@pytest.mark.parametrize(
    "command",
    [
        "replan DIR --dry-run --json",
        "alternatives DIR review-team-meeting:2 --json",
        "compare DIR --option focused --sweep --from 2027-02-01 --to 2027-02-08 --processes 1",
    ],
)
def test_the_same_flags_twice_give_the_same_bytes(command: str, under_way: Path, tmp_path: Path) -> None:
    """In processes in which sets have another order: on stdout, and in every file."""
    told = []
    for number in ("1", "2"):
        out = tmp_path / number
        words = [str(under_way) if word == "DIR" else word for word in command.split()]
        more = ["--out", str(out)] if words[0] == "compare" else []
        arguments = [sys.executable, "-m", "ltsched", *words, *more, "--today", TODAY.isoformat(), "--quiet"]
        environment = {**os.environ, "PYTHONHASHSEED": number}
        ran = subprocess.run(arguments, capture_output=True, check=True, env=environment, timeout=1800)
        files = {
            path.relative_to(out).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(out.rglob("*"))
            if path.is_file()
        }
        told.append((ran.stdout.replace(str(out).encode(), b"OUT"), files))
    assert told[0] == told[1]
