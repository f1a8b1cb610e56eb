"""A file of garbage is cut short, and the cut is told."""

from __future__ import annotations

from ltsched.errors import Mistake
from ltsched.validation.mistake_limit import MOST_MISTAKES, enough, told


def test_few_mistakes_are_all_told() -> None:
    """Up to the limit nothing is left out."""
    mistakes = [Mistake("people.csv", "id", "x", "y", line=line) for line in range(MOST_MISTAKES - 1)]
    assert not enough(mistakes)
    assert told(mistakes) == mistakes


def test_too_many_are_cut_with_a_word_on_it() -> None:
    """Nothing is left out in silence."""
    mistakes = [Mistake("people.csv", "id", "x", "y", line=line) for line in range(MOST_MISTAKES + 5)]
    assert enough(mistakes)
    assert told(mistakes)[:-1] == mistakes[:MOST_MISTAKES]
    assert "further ones are not listed" in str(told(mistakes)[-1])
