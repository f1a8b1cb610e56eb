"""The ``works`` cell."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ltsched.domain.people import OFFICE_HOURS
from ltsched.validation.working_hours import parse_working_hours

NINE, NOON, FIVE, MIDNIGHT = 540, 720, 1020, 1440
SHORT = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("", OFFICE_HOURS.hours),
        ("Mon-Fri 09:00-17:00", OFFICE_HOURS.hours),
        ("monday – friday 9:00 – 17:00", OFFICE_HOURS.hours),
        ("Tue 09:00-12:00; Mon 09:00-17:00", ((0, NINE, FIVE), (1, NINE, NOON))),
        ("Mon,Wed 09:00-12:00;", ((0, NINE, NOON), (2, NINE, NOON))),
        ("Mon-Tue, Thursday 09:00-12:00", ((0, NINE, NOON), (1, NINE, NOON), (3, NINE, NOON))),
        ("Fri-Mon 09:00-12:00", ((0, NINE, NOON), (4, NINE, NOON), (5, NINE, NOON), (6, NINE, NOON))),
        ("Mon 09:00-12:00; Mon 11:00-17:00", ((0, NINE, FIVE),)),
        ("Mon 09:00-12:00; Mon 12:00-17:00", ((0, NINE, FIVE),)),
        ("Mon 17:00-24:00; Tue 00:00-09:00", ((0, FIVE, MIDNIGHT), (1, 0, NINE))),
    ],
)
def test_what_is_understood(text: str, hours: tuple[tuple[int, int, int], ...]) -> None:
    """Ranges over the weekend, lists, full names, other dashes, overlaps, and an end at 24:00."""
    assert parse_working_hours(text).hours == hours


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("9-5", "expected days and hours, such as"),
        (";", "expected days and hours, such as"),
        ("Mon 22:00-06:00", "passes midnight; expected hours within one day (a shift is a busy time"),
        ("Mon 18:00-00:00", "expected 24:00 for midnight"),
        ("Mon 09:00-09:00", "ends when it starts"),
        ("Mon 09:60-10:00", "no time of day"),
        ("Mon 09:00-24:15", "no time of day"),
        ("Mon 24:00-24:00", "ends when it starts"),
        ("Mon-Fru 09:00-17:00", '"fru" in "Mon-Fru 09:00-17:00" is no day'),
        ("Mon-Wed-Fri 09:00-17:00", "expected days and hours"),
        ("Mon-Fri 09:00-17:00; Sat", '"Sat"; expected days'),
    ],
)
def test_what_is_not_understood_is_told(text: str, words: str) -> None:
    """The pattern, what is wrong with it, and what would be right."""
    with pytest.raises(ValueError, match="; expected") as caught:
        parse_working_hours(text)
    assert words in str(caught.value)


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 47), st.integers(1, 48)), min_size=1, max_size=6))
def test_patterns_are_united(patterns: list[tuple[int, int, int]]) -> None:
    """The minutes worked are those of any pattern, each once, cut at midnight and in order."""
    patterns = [(day, start, end) for day, start, end in patterns if start < end] or [(0, 0, 48)]
    clock = [f"{half // 2}:{half % 2 * 30:02}" for half in range(49)]
    text = "; ".join(f"{SHORT[day]} {clock[start]}-{clock[end]}" for day, start, end in patterns)
    hours = parse_working_hours(text).hours
    worked = [(day, half) for day, start, end in hours for half in range(start // 30, end // 30)]
    assert worked == sorted({(day, half) for day, start, end in patterns for half in range(start, end)})


@given(st.text(alphabet="MonTueFri 0123459:-;,–", max_size=25))
def test_any_text_is_understood_or_told(text: str) -> None:
    """Nothing else than a ValueError, and never hours that are none."""
    with contextlib.suppress(ValueError):
        assert parse_working_hours(text).hours
