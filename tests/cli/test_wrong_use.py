"""Commands that were typed wrongly."""

from __future__ import annotations

import json

import pytest

from tests.cli.conftest import Program


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["chekc"], "no such command 'chekc'. Did you mean \"check\"?"),
        (["plan", "x", "--tme-limit", "5"], 'no such option: --tme-limit. Did you mean "--time-limit"?'),
        (["plan"], "missing argument 'DIR'."),
        (["plan", "x", "--option", "speedplus"], 'Did you mean "speed-plus"?'),
        (["options", "themd"], "there is no option 'themd'"),
        (["plan", "x", "--time-limit", "nan"], "'nan' is not a number of seconds"),
        (["plan", "x", "--time-limit", "-1"], "'-1' is not a number of seconds"),
        (["plan", "x", "--time-limit", "soon"], "'soon' is not a number of seconds"),
        (["plan", "x", "--workers", "0"], "'0' is not a whole number from 1 to 64"),
        (["plan", "x", "--seed", "1.5"], "'1.5' is not a whole number from 0"),
        (["new", "x", "--commissioned", "11.1.2027"], "'11.1.2027' is not a date"),
        (["new", "x", "--commissioned", "9999-12-31"], "not in the years 2000 to 2100"),
        (["new", "x", "--option", "mine.toml"], "take a shipped option"),
        (["check", "x", "y"], "unexpected extra argument"),
    ],
)
def test_wrong_use_is_one_clear_message(program: Program, arguments: list[str], said: str) -> None:
    """A command that was typed wrongly ends with 2 and says what would be right."""
    ran = program(*arguments)
    assert ran.code == 2
    assert ran.out == ""
    assert ran.err.startswith("error: ")
    assert said in ran.err
    assert "Try: ltsched" in ran.err
    assert "Traceback" not in ran.err


def test_wrong_use_with_json_is_json(program: Program) -> None:
    ran = program("plan", "x", "--json", "--sed", "5")
    assert ran.code == 2
    document = json.loads(ran.out)
    assert document["status"] == "invalid"
    assert "--seed" in document["mistakes"][0]["found"]
    assert ran.err == ""
