"""The content lines of a calendar, put together from bytes: a character may be folded in the middle."""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["content_lines", "decoded", "lines_of", "plain_bytes"]

DOUBLED = re.compile(rb"(?<!\r)\r{2,}+\n")
UTF_8_MARK = b"\xef\xbb\xbf"
UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")
UTF_16_BEGIN = (b"B\0E\0G\0", b"\0B\0E\0G")
# Programs cut dashes and quotes to one byte, pad names with zeros and end files with 0x1A; no letter is among these.
CONTROLS = bytes(code for code in (*range(0x20), 0x7F) if chr(code) not in "\t\r\n")


def plain_bytes(data: bytes) -> bytes:
    """Return a calendar as bytes in which ASCII is ASCII, without the controls that no property needs."""
    if data.startswith(UTF_16_MARKS):
        data = data.decode("utf-16", errors="replace").encode()
    elif data.lstrip(b" \t\r\n\0").startswith(UTF_16_BEGIN) or data.startswith(UTF_16_BEGIN):
        order = "utf-16-be" if data.startswith(b"\0") else "utf-16-le"
        data = data.decode(order, errors="replace").encode()
    return data.translate(None, CONTROLS)


def lines_of(data: bytes) -> list[bytes]:
    r"""Return the lines as they stand in the file, without their ends: ``\r\n``, ``\n`` or ``\r``.

    Text mode on Windows makes ``\r\r\n`` of a line end: that is one, too.
    """
    if b"\r\r\n" in data:
        data = DOUBLED.sub(b"\n", data)
    return data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")


def content_lines(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield each unfolded content line with the number of the line on which it begins, from 1.

    A line that begins with a blank or a tab goes on with the one before it (:rfc:`5545#section-3.1`), also where an
    empty line stands between them.
    """
    begun = 0
    pieces: list[bytes] = []
    for number, line in enumerate(lines_of(data), start=1):
        if line[:1] in (b" ", b"\t"):
            pieces.append(line[1:])
        elif line:
            if begun:
                yield begun, pieces[0] if len(pieces) == 1 else b"".join(pieces)
            begun, pieces = number, [line.removeprefix(UTF_8_MARK)]
    if begun:
        yield begun, b"".join(pieces)


def decoded(line: bytes) -> str:
    """Return the text of one content line: UTF-8, or else Windows-1252; what is in neither is replaced."""
    if line.isascii():
        return line.decode("ascii")
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError:
        text = line.decode("cp1252", errors="replace")
    return "".join(character for character in text if character.isprintable() or character == "\t")
