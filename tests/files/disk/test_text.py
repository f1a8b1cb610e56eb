"""Text is read whichever of the usual programs wrote it, and nothing else is."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ltsched.errors import Mistake, Notice
from ltsched.files.disk.text import Text, decode_any, read_text

NAMES = "id,name\nt1,Zoë Müller – Åse\n"
WINDOWS, DOS, MAC = "Windows-1252", "text of MS-DOS (code page 850)", "Mac OS Roman"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (NAMES.encode(), "UTF-8"),
        (NAMES.encode("utf-8-sig"), "UTF-8"),
        (NAMES.encode("utf-16"), "UTF-16"),
        (NAMES.encode("utf-16-le"), "UTF-16"),
        (NAMES.encode("utf-16-be"), "UTF-16"),
        (NAMES.encode("cp1252"), WINDOWS),
        (NAMES.replace("–", "-").encode("cp850"), DOS),
        (NAMES.replace("\n", "\r").encode("mac-roman"), MAC),
        (NAMES.replace("\n", "\r").encode(), "UTF-8"),
    ],
)
def test_the_encoding_is_found_out(data: bytes, encoding: str) -> None:
    """Each of those in which Excel and editors save a table."""
    found = decode_any(data)
    assert found.encoding == encoding
    assert found.text.replace("\r", "\n").replace("-", "–") == NAMES


@pytest.mark.parametrize("byte", [b"\x81", b"\x8d", b"\x8f", b"\x90", b"\x9d"])
def test_a_byte_without_meaning_in_windows_has_one_in_dos(byte: bytes) -> None:
    """Excel's "CSV (MS-DOS)": a letter, and no sign that nobody can read."""
    letter = decode_any(byte).text
    assert len(letter) == 1
    assert decode_any(byte + b"\n") == Text(f"{letter}\n", DOS)
    assert letter.isalpha()


@given(st.binary(max_size=300))
def test_any_bytes_are_text_in_an_encoding_or_refused(data: bytes) -> None:
    """Nothing else than a ValueError, and never a control character in what is read."""
    try:
        found = decode_any(data)
    except ValueError:
        return
    assert not {character for character in found.text if ord(character) < 32} - set("\t\n\r")


@pytest.mark.parametrize("data", [b"PK\x03\x04rest", b"id,name\n\x00", b"a\x1b[31m", b"\x89PNG\r\n\x1a\n", bytes(9)])
def test_what_is_no_text_is_refused_in_any_encoding(data: bytes) -> None:
    """A workbook, NULs, escapes for a terminal, a picture."""
    with pytest.raises(ValueError, match="text"):
        decode_any(data)


@pytest.mark.parametrize(("codec", "encoding"), [("utf-8", ""), ("cp1252", WINDOWS), ("utf-16", "UTF-16")])
def test_another_encoding_than_utf_8_is_told_once(tmp_path: Path, codec: str, encoding: str) -> None:
    """With the way to be sure."""
    file = tmp_path / "people.csv"
    file.write_bytes(NAMES.encode(codec))
    notices: list[Notice] = []
    assert read_text(file, "people.csv", 1000, [], notices) == NAMES
    told = [Notice(f"people.csv was read as {encoding}; save it as UTF-8 to be sure", "people.csv")]
    assert notices == (told if encoding else [])


def test_every_line_break_becomes_one(tmp_path: Path) -> None:
    """Windows and old Macs end lines in their own way; line numbers must come out right all the same."""
    file = tmp_path / "a.csv"
    file.write_bytes(b"a\r\nb\rc\n\r\r\n")
    assert read_text(file, "a.csv", 100, [], []) == "a\nb\nc\n\n"


def test_a_file_is_read_up_to_its_limit_and_not_beyond(tmp_path: Path) -> None:
    """At the limit it is read; one byte more is a mistake."""
    file = tmp_path / "a.csv"
    file.write_bytes(b"x" * 10)
    mistakes: list[Mistake] = []
    assert read_text(file, "a.csv", 10, mistakes, []) == "x" * 10
    assert read_text(file, "a.csv", 9, mistakes, []) is None
    assert "more than 9 bytes" in str(mistakes[0])


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes, which this system has not")
def test_a_pipe_does_not_hang(tmp_path: Path) -> None:
    """Opening a named pipe would wait for ever."""
    pipe = tmp_path / "people.csv"
    os.mkfifo(pipe)
    mistakes: list[Mistake] = []
    assert read_text(pipe, "people.csv", 100, mistakes, []) is None
    assert str(mistakes[0]) == "people.csv: not a file; expected a text file."
