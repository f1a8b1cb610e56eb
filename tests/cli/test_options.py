"""`ltsched options`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ltsched.domain.numbers import NUMBERS
from ltsched.options.template import shipped_options
from tests.cli.conftest import Program


def test_all_options_fit_on_80_columns(program: Program) -> None:
    ran = program("options")
    assert ran.code == 0
    assert max(map(len, ran.out.splitlines())) <= 80
    for name in shipped_options():
        assert f"\n{name} " in ran.out


@pytest.mark.parametrize("name", shipped_options())
def test_one_option_shows_each_number_that_it_uses(program: Program, name: str) -> None:
    """Numbers that nothing in the option uses are left out; the others have their unit."""
    numbers = json.loads(program("options", name, "--json").out)["option"]["numbers"]
    ran = program("options", name)
    assert ran.code == 0
    assert max(map(len, ran.out.splitlines())) <= 80
    for number in NUMBERS:
        assert (f" {number} " in ran.out.partition("Numbers")[2]) == (number in numbers)


def test_json_has_every_option(program: Program) -> None:
    document = json.loads(program("options", "--json").out)
    assert document["format"] == 1
    assert [option["name"] for option in document["options"]] == list(shipped_options())


def test_an_option_of_ones_own_is_shown_from_its_file(program: Program, tmp_path: Path) -> None:
    own = tmp_path / "rapid.toml"
    own.write_text('based-on = "focused"\ntitle = "[Rapid]"\n[numbers]\nspan-weeks = 3\n')
    ran = program("options", own)
    assert ran.code == 0
    assert "[Rapid] (rapid)" in ran.out
    assert "3 weeks" in ran.out


def test_mistakes_in_an_option_of_ones_own_are_told(program: Program, tmp_path: Path) -> None:
    own = tmp_path / "rapid.toml"
    own.write_text('based-on = "focused"\ntitle = "Rapid"\n[numbers]\nspan-week = 3\n')
    ran = program("options", own)
    assert ran.code == 2
    assert ran.out == ""
    assert 'Did you mean "span-weeks"?' in ran.err


def test_json_has_activities_and_orders_by_value(program: Program) -> None:
    """How long a conversation is, not which number says so."""
    option = json.loads(program("options", "full", "--json").out)["option"]
    (conversation,) = (each for each in option["activities"] if each["id"] == "conversation")
    assert conversation["minutes"] == 120
    assert not {"numbers", "place"} & {key for each in option["activities"] + option["orders"] for key in each}
