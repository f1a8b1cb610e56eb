"""What a number of an option can be set to."""

from __future__ import annotations

import pytest

from ltsched.domain.numbers import NUMBERS, Setting, accepts, expected_of


@pytest.mark.parametrize(
    ("name", "value", "accepted"),
    [
        ("span-weeks", 1, True),
        ("span-weeks", 104, True),
        ("span-weeks", 0, False),
        ("span-weeks", 105, False),
        ("span-weeks", 2.5, False),
        ("span-weeks", "26", False),
        ("span-weeks", True, False),
        ("joint-meeting-quorum", 0, True),
        ("joint-meeting-quorum", 0.6, True),
        ("joint-meeting-quorum", 1, True),
        ("joint-meeting-quorum", 1.01, False),
        ("joint-meeting-quorum", float("nan"), False),
        ("joint-meeting-quorum", True, False),
        ("findings-meeting", "auto", True),
        ("findings-meeting", "perhaps", False),
        ("findings-meeting", True, False),
        ("findings-meeting", 1, False),
    ],
)
def test_what_is_accepted(name: str, value: Setting, accepted: bool) -> None:
    """Limits are inclusive; whole numbers are whole; true and false are no numbers."""
    assert accepts(NUMBERS[name], value) is accepted


def test_what_would_be_right_is_told_in_words() -> None:
    """With the limits and the unit."""
    assert expected_of(NUMBERS["span-weeks"]) == "expected a whole number from 1 to 104 (weeks)"
    assert expected_of(NUMBERS["joint-meeting-quorum"]) == "expected a share from 0 to 1, such as 0.6"
    assert expected_of(NUMBERS["findings-meeting"]) == 'expected "yes", "no" or "auto"'
