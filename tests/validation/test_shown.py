"""What was found, in a message."""

from __future__ import annotations

from datetime import date

import pytest

from ltsched.validation.shown import shown


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "null"),
        (True, "true"),
        (3, "3"),
        ("x", '"x"'),
        (date(2027, 1, 2), "2027-01-02"),
        ([1, "a"], '[1, "a"]'),
        ({}, "a table"),
        ("\x1b[2J", '"\\x1b[2J"'),
        ("x" * 200, '"' + "x" * 56 + "…"),
    ],
)
def test_a_value_is_shown_as_its_author_wrote_it(value: object, text: str) -> None:
    """On one line, without control characters, and not too long."""
    assert shown(value) == text


def test_a_number_with_very_many_digits_can_be_shown() -> None:
    """Python refuses to write it out; a message must not."""
    assert len(shown(10**10_000)) <= 60
