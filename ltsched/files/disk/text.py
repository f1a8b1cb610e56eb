"""Text from the bytes of a file, whichever of the usual programs wrote it."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ltsched.errors import Mistake, Notice

__all__ = ["Text", "decode_any", "read_text"]

UTF_8 = "UTF-8"
LINE_END = re.compile(r"(?<!\r)\r++\n|\r")
"""Text mode on Windows makes ``\\r\\r\\n`` of a line end."""

UTF_16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# Controls other than tab and line break: no program writes them into a table, so they mean that it is none.
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
SAVE_AGAIN = 'In Excel, save it as "CSV UTF-8"; in an editor, as UTF-8'


@dataclass(frozen=True, slots=True)
class Text:
    """A text, and the encoding that it was in, as users call it."""

    text: str
    encoding: str


def read_text(file: Path, relative: str, most_bytes: int, mistakes: list[Mistake], notices: list[Notice]) -> str | None:
    r"""Read a text file, in any encoding that a program of its users may have saved it in.

    Parameters
    ----------
    file
        The file.
    relative
        What it is called in a mistake.
    most_bytes
        A longer file is refused.
    mistakes, notices
        What is wrong is added here, and that it is not UTF-8: no other encoding says of itself which one it is.

    Returns
    -------
    str or None
        The text with ``\n`` as its only line break and without a byte-order mark; None after a mistake.
    """
    try:
        if not file.is_file():
            mistakes.append(Mistake(relative, "", "not a file", "expected a text file"))
            return None
        with file.open("rb") as stream:
            data = stream.read(most_bytes + 1)
    except OSError as error:
        found = f"it cannot be read ({error.strerror or type(error).__name__})"
        mistakes.append(Mistake(relative, "", found, "expected a readable text file"))
        return None
    if len(data) > most_bytes:
        found = f"it has more than {most_bytes:,} bytes"
        mistakes.append(Mistake(relative, "", found, "no file of a review is that large"))
        return None
    try:
        found_text = decode_any(data)
    except ValueError as error:
        mistakes.append(Mistake(relative, "", str(error), "expected plain text", f"{SAVE_AGAIN}."))
        return None
    if found_text.encoding != UTF_8:
        text = f"{relative} was read as {found_text.encoding}; save it as UTF-8 to be sure"
        notices.append(Notice(text, relative))
    return LINE_END.sub("\n", found_text.text)


def decode_any(data: bytes) -> Text:
    """Return the text of `data` in the encoding that it is most likely in.

    UTF-8; UTF-16, with a byte-order mark (Excel's "Unicode text") or without; Mac OS Roman where lines end as on old
    Macs (Excel's "CSV (Macintosh)"); Windows-1252; and where a byte has no meaning in that, code page 850 of MS-DOS
    (Excel's "CSV (MS-DOS)"), in which ``0x81`` is "ü".

    Raises
    ------
    ValueError
        It has control characters, as a spreadsheet, a picture or an archive does.
    """
    if data.startswith(b"PK\x03\x04"):
        raise ValueError("it is a workbook or an archive, not text")
    for encoding, codec in _likely(data):
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        return Text(_checked(text), encoding)
    raise ValueError("it is in no encoding of a text")


def _likely(data: bytes) -> Iterator[tuple[str, str]]:
    """Yield encodings in which `data` may be, with the names that Python has for them, the likeliest first."""
    if data.startswith(UTF_16_MARKS):
        yield "UTF-16", "utf-16"
    # Text in Latin letters has a zero in every other place.
    zeros = data[::2].count(0), data[1::2].count(0)
    if max(zeros) > len(data) // 4 and min(zeros) == 0:
        yield "UTF-16", "utf-16-be" if zeros[0] else "utf-16-le"
    yield UTF_8, "utf-8-sig"
    if b"\r" in data and b"\n" not in data:
        yield "Mac OS Roman", "mac-roman"
    yield "Windows-1252", "cp1252"
    yield "text of MS-DOS (code page 850)", "cp850"


def _checked(text: str) -> str:
    control = CONTROLS.search(text)
    if control is not None:
        line = text.count("\n", 0, control.start()) + 1
        raise ValueError(f"it is not text: a control character (U+{ord(control[0]):04X}) in line {line}")
    return text
