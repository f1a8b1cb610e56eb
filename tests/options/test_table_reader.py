"""How a value of a TOML file is shown to its author."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ltsched.options.table_reader import shown


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (True, "true"),
        ("full", '"full"'),
        (2.5, "2.5"),
        (date(2027, 1, 11), "2027-01-11"),
        (["full", date(2027, 1, 11)], '["full", 2027-01-11]'),
        ({"scope": "review"}, "a table"),
        ("\x1b[31m", '"\\x1b[31m"'),
    ],
)
def test_a_value_is_shown_in_the_words_of_toml(value: Any, text: str) -> None:
    """No word of Python stands in a message, and no control character."""
    assert shown(value) == text


def test_a_long_value_is_cut() -> None:
    """A message stays readable whatever stands in the file."""
    assert len(shown(["x" * 50] * 1000)) <= 60
