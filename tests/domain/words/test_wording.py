"""How dates, counts and foreign texts are written."""

from __future__ import annotations

import unicodedata
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ltsched.domain.words.wording import (
    clock_span,
    day_text,
    first_of,
    harmless,
    listed,
    plural,
    seconds_text,
    unrepeated,
)


@given(st.text(st.characters()))
def test_a_harmless_text_has_one_line_and_nothing_that_acts(text: str) -> None:
    """No control characters, no invisible ones but joiners, no halves of surrogate pairs, whatever came in."""
    shown = harmless(text)
    assert not [sign for sign in shown if unicodedata.category(sign) in ("Cc", "Cs", "Zl", "Zp")]
    assert {sign for sign in shown if unicodedata.category(sign) == "Cf"} <= {"\u200c", "\u200d"}
    assert harmless(shown) == shown
    shown.encode()


@pytest.mark.parametrize("text", ["Zoë Ní Bhriain", "[bold]", "O'Neill-Smith", "李雷", "نمی‌دانم"])
def test_names_are_left_as_they_are(text: str) -> None:
    assert harmless(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred\x1b[0m", "[31mred[0m"),
        ("a\u202egpj.exe", "agpj.exe"),
        ("two\nlines\tand\ra return", "two lines and a return"),
        ("\ud800", "\N{REPLACEMENT CHARACTER}"),
        ("bell\x07 and c1\x9b", "bell and c1"),
    ],
)
def test_what_acts_is_taken_away(text: str, shown: str) -> None:
    assert harmless(text) == shown


def test_days_and_times_are_written_in_one_way() -> None:
    assert day_text(date(2027, 2, 5)) == "Fri 5 Feb 2027"
    assert clock_span(datetime(2027, 2, 5, 9), datetime(2027, 2, 5, 17, 30)) == "09:00–17:30"


def test_counts_have_the_right_number() -> None:
    assert [plural(0, "room"), plural(1, "room"), plural(2, "room")] == ["0 rooms", "1 room", "2 rooms"]
    assert plural(2, "person", "people") == "2 people"


def test_lists_end_with_and() -> None:
    assert [listed([]), listed(["a"]), listed("ab"), listed("abc")] == ["", "a", "a and b", "a, b and c"]


def test_repetitions_are_dropped_in_order() -> None:
    assert unrepeated("baab") == ("b", "a")


@pytest.mark.parametrize(
    ("words", "text"), [("", ""), ("a", "a"), ("ab", "a, b"), ("abc", "a, b and 1 more"), ("abcde", "a, b and 3 more")]
)
def test_a_long_list_is_told_by_its_beginning(words: str, text: str) -> None:
    assert first_of(words, 2) == text


@pytest.mark.parametrize(
    ("seconds", "text"), [(1, "1 second"), (1.0, "1 second"), (60.0, "60 seconds"), (0.5, "0.5 seconds")]
)
def test_one_second_is_no_seconds(seconds: float, text: str) -> None:
    assert seconds_text(seconds) == text
