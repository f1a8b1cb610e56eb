"""How dates, times, counts and foreign texts are written on screens and pages."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date, datetime

__all__ = [
    "clock_span",
    "date_text",
    "day_and_clock",
    "day_range",
    "day_text",
    "first_of",
    "harmless",
    "listed",
    "listed_first",
    "one_line",
    "plural",
    "seconds_text",
    "unrepeated",
]

JOINERS = frozenset("\u200c\u200d")
"""Invisible characters that some scripts need for their spelling."""


def harmless(text: str) -> str:
    """Return `text` on one line and without anything that acts on a terminal or hides what it says.

    Tabs and line breaks become blanks; control characters (escape sequences begin with one), direction overrides and
    other invisible characters are left out; half a surrogate pair becomes the replacement character.
    """
    if text.isprintable():  # nearly all
        return text
    kept: list[str] = []
    for character in text:
        category = unicodedata.category(character)
        if character in "\t\n\r" or category in ("Zl", "Zp"):
            kept.append(" ")
        elif category == "Cs":
            kept.append("\N{REPLACEMENT CHARACTER}")
        elif category not in ("Cc", "Cf") or character in JOINERS:
            kept.append(character)
    return "".join(kept)


def one_line(text: str) -> str:
    """Return `text` as `harmless` does, with single blanks and none around it."""
    return " ".join(harmless(text).split())


def day_text(day: date) -> str:
    """Return ``Mon 15 Feb 2027``."""
    return f"{day:%a} {day.day} {day:%b %Y}"


def date_text(day: date) -> str:
    """Return ``15 Feb 2027``."""
    return f"{day.day} {day:%b %Y}"


def day_and_clock(moment: datetime) -> str:
    """Return ``Mon 15 Feb 2027 10:00``, in the zone that the moment carries."""
    return f"{day_text(moment.date())} {moment:%H:%M}"


def day_range(first: date, last: date) -> str:
    """Return ``11–22 Jan 2027``, ``28 Jan–2 Feb 2027`` or ``11 Jan 2027``; both days belong to it."""
    end = date_text(last)
    if first == last:
        return end
    if first.year != last.year:
        return f"{date_text(first)}–{end}"
    return f"{first.day}–{end}" if first.month == last.month else f"{first.day} {first:%b}–{end}"


def clock_span(start: datetime, end: datetime) -> str:
    """Return ``10:00–12:00``, in the zone that the moments carry."""
    return f"{start:%H:%M}–{end:%H:%M}"


def plural(count: int, one: str, many: str = "") -> str:
    """Return ``1 booking``, ``3 bookings``; `many` is `one` with an s if it is left out."""
    return f"{count} {one if count == 1 else many or one + 's'}"


def seconds_text(seconds: float) -> str:
    """Return ``1 second``, ``2.5 seconds``."""
    return f"{seconds:g} second{'' if seconds == 1 else 's'}"


def listed(words: Iterable[str]) -> str:
    """Return ``a, b and c``; an empty text for no words."""
    *others, last = list(words) or [""]
    return f"{', '.join(others)} and {last}" if others else last


def first_of(words: Sequence[str], most: int, apart: str = ", ") -> str:
    """Return the first `most` words, and how many more there are: ``a, b and 3 more``."""
    more = f" and {len(words) - most} more" if len(words) > most else ""
    return f"{apart.join(words[:most])}{more}"


def listed_first(words: Sequence[str], most: int) -> str:
    """Return ``a, b and c``; of more than `most` words the first ``most - 1``, and how many more there are."""
    return listed(words) if len(words) <= most else first_of(words, most - 1)


def unrepeated(words: Iterable[str]) -> tuple[str, ...]:
    """Return the words in their order, each once."""
    return tuple(dict.fromkeys(words))
