"""A run that is killed while it writes its files leaves a result that can be read, and the next run succeeds."""

from __future__ import annotations

import itertools
import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from ltsched.cli.app import run
from ltsched.files.results.timetable_file import read_timetable
from tests.support.agendas import at, moved
from tests.support.killing import apart, killed_at
from tests.support.made_up import Library, found, made_up_agenda, made_up_timetable

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="a process is killed in the middle, which takes fork")


def plan(out: Path) -> None:
    assert run(["plan", "x", "--out", str(out), "--quiet"]) == 0


def content(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_run_that_is_killed_leaves_a_whole_timetable(library: Callable[..., Library], tmp_path: Path) -> None:
    """At random steps of the writing: timetable.json is the old one or the new one, and the next run mends the rest."""
    agenda = made_up_agenda()
    library(found(agenda))
    new, steps = tmp_path / "new", itertools.count()
    count = int(apart(lambda: plan(new), new, lambda: next(steps), lambda: str(next(steps)).encode()))
    after = content(new)
    earlier = moved(made_up_timetable(agenda), "conversation:c1", at(9, "14:00"))
    out = tmp_path / "out"
    for step in sorted(random.Random(3).sample(range(2, count), 4)):
        library(found(agenda, earlier))
        plan(out)
        before = content(out)
        library(found(agenda))
        assert killed_at(step, lambda: plan(out), out)
        document = (out / "timetable.json").read_bytes()
        assert document in (before["timetable.json"], after["timetable.json"])
        read_timetable(out / "timetable.json")
        assert (out / "timetable.csv").read_bytes() in (before["timetable.csv"], after["timetable.csv"])
        plan(out)
        assert content(out) == after
