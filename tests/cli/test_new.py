"""`ltsched new`."""

from __future__ import annotations

import json
import tomllib
from datetime import date
from pathlib import Path

import pytest

from ltsched.library.beginning import next_monday
from ltsched.options.template import shipped_options
from tests.cli.conftest import Program


@pytest.mark.parametrize("name", shipped_options())
def test_a_new_folder_has_no_mistakes(program: Program, tmp_path: Path, name: str) -> None:
    """`ltsched check` finds nothing to mend in what `ltsched new` wrote, whatever the option."""
    folder = tmp_path / "review"
    assert program("new", folder, "--option", name, "--commissioned", "2027-01-11").code == 0
    ran = program("check", folder, "--json", "-q")
    assert ran.code == 0, ran.out
    document = json.loads(ran.out)
    assert document["option"] == name
    assert document["customise"] == {}


def test_it_says_how_to_go_on(program: Program, tmp_path: Path) -> None:
    ran = program("new", tmp_path / "review")
    assert ran.code == 0
    assert f"ltsched plan {tmp_path / 'review'}" in ran.out
    assert ran.err == ""


def test_an_empty_folder_is_filled(program: Program, tmp_path: Path) -> None:
    assert program("new", tmp_path).code == 0
    assert (tmp_path / "review.toml").exists()


def test_a_folder_with_anything_in_it_is_left_alone(program: Program, tmp_path: Path) -> None:
    """Nothing is written, nothing changed."""
    (tmp_path / "people.csv").write_text("mine")
    ran = program("new", tmp_path)
    assert ran.code == 2
    assert "is not empty" in ran.err
    assert [path.name for path in tmp_path.iterdir()] == ["people.csv"]
    assert (tmp_path / "people.csv").read_text() == "mine"


def test_a_file_in_the_way_is_told(program: Program, tmp_path: Path) -> None:
    (tmp_path / "review").write_text("mine")
    ran = program("new", tmp_path / "review")
    assert ran.code == 2
    assert "is not a folder" in ran.err


def test_the_day_of_commissioning_can_be_given(program: Program, tmp_path: Path) -> None:
    program("new", tmp_path / "review", "--commissioned", "2027-03-01")
    review = tomllib.loads((tmp_path / "review" / "review.toml").read_text())
    assert review["commissioned"] == date(2027, 3, 1)


def test_without_one_it_is_the_next_monday() -> None:
    """The Monday after today, never today."""
    assert next_monday(date(2027, 1, 10)) == date(2027, 1, 11)
    assert next_monday(date(2027, 1, 11)) == date(2027, 1, 18)
    assert next_monday(date(2027, 1, 12)) == date(2027, 1, 18)
