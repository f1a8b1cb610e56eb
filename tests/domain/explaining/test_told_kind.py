"""What kind of reason keeps somebody away, as the words of a note tell it."""

from __future__ import annotations

import pytest

from ltsched.domain.availability import Level
from ltsched.domain.explaining.costs import cost_rows
from ltsched.domain.explaining.told_kind import LONGEST_LOOKED_AT, first_kind, kind_at, told_kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Annual leave", "leave"),
        ("A/L", "leave"),
        ("On LEAVE (back Monday)", "leave"),
        ("Out of office", "leave"),
        ("School holiday", "leave"),
        ("Family Court: final hearing", "court"),
        ("Inquest", "court"),
        ("Sick leave", "sick"),
        ("Mandatory training", "training"),
        ("Training; then leave", "leave"),
        ("Study-day", "training"),
        ("Leave\tearly", "leave"),
        ("Courtyard tour", ""),
        ("Cleaver", ""),
        ("Review conference", ""),
        ("off", ""),
        ("time  OFF", "leave"),
        ("", ""),
        ("   ", ""),
        ("\0\x07\ufffd\u202e", ""),
        ("ﬁnal heariNG", "court"),
    ],
)
def test_whole_words_tell_it(text: str, kind: str) -> None:
    """No matter how they are capitalised and what stands around them; of several the first row of the table."""
    assert told_kind(text) == kind


@pytest.mark.parametrize(("word", "kind"), [(word, row.name) for row in cost_rows().values() for word in row.told_by])
def test_every_word_of_the_table_is_found(word: str, kind: str) -> None:
    """In the midst of others."""
    assert told_kind(f"x-{word.upper()}, y") == kind


def test_no_more_than_the_beginning_is_looked_at() -> None:
    """A text may be as long as it likes."""
    assert told_kind("x " * (LONGEST_LOOKED_AT // 2) + "court") == ""
    assert told_kind("x" * 5_000_000) == ""


def test_of_two_kinds_the_first_of_the_table() -> None:
    """None is no kind."""
    assert first_kind("leave", "court") == first_kind("court", "leave") == "court"
    assert first_kind("", "leave") == first_kind("leave", "") == "leave"
    assert first_kind("", "") == ""


def test_what_no_word_tells_its_level_does() -> None:
    """What was left out is of no kind, whatever its words are."""
    assert [kind_at(level, "") for level in (Level.BUSY, Level.IF_NEEDED, Level.FREE)] == ["busy", "tentative", ""]
    assert [kind_at(level, "court") for level in (Level.BUSY, Level.IF_NEEDED, Level.FREE)] == ["court", "court", ""]
