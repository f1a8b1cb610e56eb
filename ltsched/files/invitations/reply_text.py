"""The text of a calendar in an answer, whatever bytes its private text holds."""

from __future__ import annotations

import codecs
import contextlib
import re

__all__ = ["BEFORE_TEXT", "calendar_text", "is_calendar"]

UTF_8_MARK, UTF_8_MARK_TWICE = b"\xef\xbb\xbf", b"\xc3\xaf\xc2\xbb\xc2\xbf"
UTF_16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
BEFORE_TEXT = bytes({*range(33), *UTF_8_MARK, *UTF_8_MARK_TWICE, *codecs.BOM_UTF16})
"""What may stand before a text: blanks, controls and byte-order marks."""

# Python knows codecs that are no charsets of a mail, some of which take for ever.
CHARSETS = ("utf", "us-", "ascii", "iso", "latin", "windows-", "cp", "koi8", "mac", "big5", "gb", "euc", "shift")
LINE_END = re.compile("(?<!\r)\r++\n")
# No property needs one, but for the tab; text that was cut to bytes or taken for another charset has them.
CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff]")
# Programs fold after 75 bytes, also within a character.
FOLDED = re.compile(rb"([\xc2-\xf4][\x80-\xbf]{0,2})((?:\r*+\n)++[ \t])([\x80-\xbf]{1,3})")


def is_calendar(data: bytes) -> bool:
    """Return whether a calendar begins here, in whichever encoding."""
    # Half of the bytes of UTF-16 are zeros.
    return data[:200].lstrip(BEFORE_TEXT).replace(b"\0", b"").upper().startswith(b"BEGIN:VCAL")


def calendar_text(data: bytes, charset: str) -> str:
    r"""Return the text of a calendar: lines end with ``\n``, and no control character but the tab is in it.

    Parameters
    ----------
    data
        The calendar.
    charset
        What the mail says; may be empty or wrong. Then each line is UTF-8, or else Windows-1252, and what is in
        neither becomes replacement characters: only private text can be meant.
    """
    text = LINE_END.sub("\n", _decoded(data, charset))
    # Where lines end otherwise, a carriage return within one is a control character like any other.
    return CONTROLS.sub("", text if "\n" in text else text.replace("\r", "\n"))


def _decoded(data: bytes, charset: str) -> str:
    if charset.startswith(CHARSETS):
        with contextlib.suppress(LookupError, ValueError):  # no such charset, or it is not in that
            return data.decode(charset)
    if data.startswith(UTF_16_MARKS):
        return data.decode("utf-16", errors="replace")
    if is_calendar(data) and b"\0" in data[:20].lstrip(b"\0"):
        return data.decode("utf-16-be" if data[:1] == b"\0" else "utf-16-le", errors="replace")
    data = data.removeprefix(UTF_8_MARK_TWICE)
    with contextlib.suppress(ValueError):
        return data.decode("utf-8")
    return "\n".join(map(_line, FOLDED.sub(_unfolded, data).split(b"\n")))


def _unfolded(match: re.Match[bytes]) -> bytes:
    """Put the whole of a character before the fold; each line keeps its number."""
    before, fold, after = match.groups()
    try:
        (before + after).decode("utf-8")
    except UnicodeDecodeError:
        return match[0]
    return before + after + fold


def _line(data: bytes) -> str:
    if data.isascii():
        return data.decode("ascii")
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    whole = sum(not character.isascii() for character in text) - broken
    return text if whole >= broken else data.decode("cp1252", errors="replace")
