"""The types of fields that documents have in common."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from ltsched.errors import Mistake
from ltsched.validation.document import Document
from ltsched.validation.fields import Day, Moment, Names, Text
from ltsched.validation.reading import read


class Hold(Document):
    first: Day | None = None
    at: Moment | None = None
    title: Text = ""
    names: Names = ()


def value_of(key: str, value: object) -> tuple[Any, list[str]]:
    mistakes: list[Mistake] = []
    found = read(Hold, {key: value}, "review.toml", mistakes, where="hold[1]")
    return getattr(found, key, None), list(map(str, mistakes))


def test_a_date_may_be_a_text() -> None:
    """Quotes around a date are forgiven."""
    assert value_of("first", date(2027, 3, 1)) == (date(2027, 3, 1), [])
    assert value_of("first", "2027-03-01") == (date(2027, 3, 1), [])


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2027-02-30", "a date such as 2027-01-11"),
        ("1.3.2027", "a date such as 2027-01-11"),
        ("２０２７-03-01", "a date such as 2027-01-11"),
        ("", "a date such as 2027-01-11"),
        (20270301, "a date such as 2027-01-11"),
        (True, "a date such as 2027-01-11"),
        ([], "a date such as 2027-01-11"),
        (datetime(2027, 1, 11, 9), "a date such as 2027-01-11 without a time"),
        (date(1, 1, 1), "a year from 1990 to 2199"),
    ],
)
def test_what_is_no_date_is_told(value: object, expected: str) -> None:
    """With the key, and an example; a time of day and a year that nobody means are mistakes too."""
    found, (mistake,) = value_of("first", value)
    assert found is None
    assert mistake.startswith("review.toml, hold[1].first: ")
    assert mistake.endswith(f"; expected {expected}.")


def test_a_moment_has_its_offset() -> None:
    """A time without one, or at the edges of the calendar, is none."""
    assert value_of("at", "2027-03-01T10:00+00:00") == (datetime(2027, 3, 1, 10, tzinfo=UTC), [])
    for wrong in ("2027-03-01T10:00", "2027-03-01", "0001-01-01T00:00+00:00", 3):
        _, (mistake,) = value_of("at", wrong)
        assert "expected a time with its offset" in mistake


@pytest.mark.parametrize("value", [3, "", " ", "a\nb", [1], True])
def test_a_text_is_on_one_line_with_something_in_it(value: object) -> None:
    """And no other value is one."""
    assert "; expected a text on one line." in value_of("title", value)[1][0]
    assert value_of("title", " a ") == ("a", [])


def test_a_text_stands_for_a_list_of_one() -> None:
    """Where names are listed."""
    assert value_of("names", "a") == (("a",), [])
    assert value_of("names", ["a", "b"]) == (("a", "b"), [])
    for wrong in (3, {"a": 1}):
        assert "expected a list of texts" in value_of("names", wrong)[1][0]
