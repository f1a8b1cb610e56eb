"""TOML files, and the dates in them."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ltsched.errors import Mistake
from ltsched.files.disk.toml_file import read_day, read_tables, read_toml
from ltsched.options.table_reader import TableReader


def read(tmp_path: Path, text: str | bytes) -> tuple[dict[str, Any] | None, list[str]]:
    file = tmp_path / "review.toml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    mistakes: list[Mistake] = []
    return read_toml(file, "review.toml", mistakes, []), list(map(str, mistakes))


def day(value: object) -> tuple[date | None, list[str]]:
    mistakes: list[Mistake] = []
    reader = TableReader({"from": value}, "review.toml", "hold[1]", {}, mistakes, set())
    return read_day(reader, "from"), list(map(str, mistakes))


def test_toml_of_windows_is_read(tmp_path: Path) -> None:
    """A byte-order mark, Windows line breaks and Windows-1252 are no mistakes."""
    assert read(tmp_path, b"\xef\xbb\xbfa = 1\r\n") == ({"a": 1}, [])
    assert read(tmp_path, b"a = 'caf\xe9'\r\n") == ({"a": "café"}, [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a = 1\nb = full\n", "review.toml, line 2: not TOML: Invalid value; expected key = value. Texts need quotes"),
        ("a = 1\na = 2\n", "review.toml, line 2: not TOML: Cannot overwrite a value"),
        ("a = 1\nb = 'x", "review.toml, line 2: not TOML:"),
        ("a=" + "[" * 4000, "too deep"),
        ("a=" + "1" * 4400, "not TOML"),
        ("a = [{ b = 0x" + "f" * 17 + " }]", "a number of more than 64 bits"),
        ("a." * 100 + "a=1", "line 1: a line of more than 5,000 characters or 64 dots"),
        ("#" * 5001, "line 1: a line of more than"),
        ("x\n" * 600_000, "more than 1,000,000 bytes"),
    ],
)
def test_what_is_no_toml_is_told_with_its_line(tmp_path: Path, text: str, expected: str) -> None:
    """Also what would exhaust the parser."""
    table, mistakes = read(tmp_path, text)
    assert table is None
    assert len(mistakes) == 1
    assert expected in mistakes[0]


def test_a_date_may_be_a_text() -> None:
    """Quotes around a date are forgiven."""
    assert day(date(2027, 3, 1)) == (date(2027, 3, 1), [])
    assert day("2027-03-01") == (date(2027, 3, 1), [])


@pytest.mark.parametrize("text", ["2027-02-30", "1.3.2027", 20270301, True, "", [], "２０２７-03-01"])
def test_what_is_no_date_is_told(text: object) -> None:
    """With the key, and an example."""
    found, mistakes = day(text)
    assert found is None
    assert len(mistakes) == 1
    assert mistakes[0].startswith("review.toml, hold[1].from: ")
    assert "expected a date such as 2027-01-11" in mistakes[0]


def test_a_time_of_day_or_a_far_year_is_no_date(tmp_path: Path) -> None:
    """A date-time is a mistake, and so is a year that nobody means."""
    table, _ = read(tmp_path, "a = 2027-01-11T09:00:00\nb = 0001-01-01")
    assert table is not None
    assert "2027-01-11T09:00:00; expected a date such as 2027-01-11 without a time" in day(table["a"])[1][0]
    assert "expected a year from 1990 to 2199" in day(table["b"])[1][0]


def test_a_missing_date_is_a_mistake_only_if_it_is_needed() -> None:
    """The commissioning is needed, the deadline is not."""
    mistakes: list[Mistake] = []
    reader = TableReader({}, "review.toml", "", {}, mistakes, set())
    assert read_day(reader, "deadline") is None
    assert mistakes == []
    assert read_day(reader, "commissioned", needed=True) is None
    assert str(mistakes[0]) == "review.toml, commissioned: missing; expected a date such as 2027-01-11."


@pytest.mark.parametrize("value", [{"scope": "review"}, "x", "", 1])
def test_a_single_table_is_not_a_list_of_them(value: object) -> None:
    """``[hold]`` for ``[[hold]]`` is told, and so is anything that is no table."""
    mistakes: list[Mistake] = []
    assert read_tables(TableReader({"hold": value}, "review.toml", "", {}, mistakes, set()), "hold") == []
    assert "[[hold]]" in str(mistakes[0])


def test_tables_have_their_limit() -> None:
    """Five hundred holds are read, more are a mistake."""
    mistakes: list[Mistake] = []
    reader = TableReader({"hold": [{}] * 501}, "review.toml", "", {}, mistakes, set())
    assert len(read_tables(reader, "hold")) == 500
    assert "501 tables; expected at most 500" in str(mistakes[0])
