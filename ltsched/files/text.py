"""Text from the bytes of a file, whichever of the usual programs wrote it."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from ltsched.errors import Mistake

__all__ = ["decode", "read_text"]

UTF_16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# Controls other than tab and line break: no program writes them into a table, so they mean that it is none.
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
SAVE_AGAIN = 'In Excel, save it as "CSV UTF-8"; in an editor, as UTF-8'


def read_text(file: Path, relative: str, most_bytes: int, mistakes: list[Mistake]) -> str | None:
    r"""Read a text file.

    Parameters
    ----------
    file
        The file.
    relative
        What it is called in a mistake.
    most_bytes
        A longer file is refused.
    mistakes
        What is wrong is added here.

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
        return decode(data).replace("\r\n", "\n").replace("\r", "\n")
    except ValueError as error:
        mistakes.append(Mistake(relative, "", str(error), "expected plain text", f"{SAVE_AGAIN}."))
        return None


def decode(data: bytes) -> str:
    """Return the text of `data`: UTF-8, UTF-16 with a byte-order mark (Excel's "Unicode text"), or Windows-1252.

    Raises
    ------
    ValueError
        If it is none of these, or has control characters, as a spreadsheet, a picture or an archive does.
    """
    if data.startswith(b"PK\x03\x04"):
        raise ValueError("it is a workbook or an archive, not text")
    try:
        text = data.decode("utf-16" if data.startswith(UTF_16_MARKS) else "utf-8-sig")
    except UnicodeDecodeError:
        try:
            text = data.decode("cp1252")
        except UnicodeDecodeError:
            raise ValueError("it is neither UTF-8 nor Windows-1252") from None
    control = CONTROLS.search(text)
    if control is not None:
        line = text.count("\n", 0, control.start()) + 1
        raise ValueError(f"it is not text: a control character (U+{ord(control[0]):04X}) in line {line}")
    return text
