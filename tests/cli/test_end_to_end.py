"""From a new folder to its timetable, with the real solver."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ltsched.options.template import shipped_options
from tests.cli.conftest import Program

FIRST, *OTHERS = shipped_options()


@pytest.mark.parametrize("name", [FIRST, *(pytest.param(name, marks=pytest.mark.long) for name in OTHERS)])
def test_a_new_folder_plans_right_away(program: Program, tmp_path: Path, name: str) -> None:
    """`ltsched new` and `ltsched plan` are all that it takes to see a timetable, whatever the option."""
    folder = tmp_path / "review"
    assert program("new", folder, "--option", name, "--commissioned", "2027-01-11").code == 0
    ran = program("plan", folder, "--quiet", "--time-limit", "3600")
    assert ran.code == 0, ran.out + ran.err
    assert ran.err == ""
    shown, _, files = ran.out.partition("Written to")
    assert max(map(len, shown.splitlines())) <= 80
    assert "timetable.json" in files
    written = json.loads((folder / "out" / "timetable.json").read_text())
    assert written["status"] == ("optimal" if "Proven: no timetable is better" in shown else "feasible")
