"""What kinds of bookings are called and look like: every kind is told from every other."""

from __future__ import annotations

from ltsched.domain.option import Kind
from ltsched.domain.words.kind_words import KIND_WORDS, Phase


def test_every_kind_has_words_and_a_letter_of_its_own_and_a_phase() -> None:
    """A kind that is new needs a row."""
    assert set(KIND_WORDS) == set(Kind)
    for column in ("one", "many", "letter"):
        assert len({getattr(words, column) for words in KIND_WORDS.values()}) == len(Kind), column
    assert {words.phase for words in KIND_WORDS.values()} | {Phase.REPORT} == set(Phase)
