"""TOML files."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from ltsched.errors import Mistake
from ltsched.files.disk.toml_file import read_toml


def read(tmp_path: Path, text: str | bytes) -> tuple[dict[str, Any] | None, list[str]]:
    file = tmp_path / "review.toml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    mistakes: list[Mistake] = []
    return read_toml(file, "review.toml", mistakes, []), list(map(str, mistakes))


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
