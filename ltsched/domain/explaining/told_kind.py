"""What kind of reason keeps somebody away, as the words of a note tell it."""

from __future__ import annotations

import re
from functools import cache

from ltsched.domain.availability import Level
from ltsched.domain.explaining.costs import cost_rows

__all__ = ["LONGEST_LOOKED_AT", "first_kind", "kind_at", "told_kind"]

LONGEST_LOOKED_AT = 1000
"""Of a text only so many characters are looked at."""

WORD = re.compile(r"[^\W_]+")
BY_LEVEL = {Level.BUSY: "busy", Level.IF_NEEDED: "tentative", Level.FREE: ""}


def told_kind(text: str) -> str:
    """Return the row of the costs that the words of `text` tell, the first of several; empty if they tell none.

    Whole words, no matter how they are capitalised; no more than `LONGEST_LOOKED_AT` characters. It never says anything
    about whether somebody is free, and keeps nothing of the text.
    """
    words = WORD.findall(text[:LONGEST_LOOKED_AT].casefold())
    if _first_words().isdisjoint(words):  # nearly all
        return ""
    said = f" {' '.join(words)} "
    return next((name for phrase, name in _phrases() if phrase in said), "")


def first_kind(one: str, other: str) -> str:
    """Return the one of two kinds that comes first in the table of the costs; empty is none."""
    if not (one and other):
        return one or other
    order = list(cost_rows())
    return min(one, other, key=order.index)


def kind_at(level: Level, told: str) -> str:
    """Return the kind of a time of a diary: as it is `told`, or else what `level` says; empty for what was left out."""
    return (told if level is not Level.FREE else "") or BY_LEVEL[level]


@cache
def _phrases() -> tuple[tuple[str, str], ...]:
    """Return what tells a kind, with blanks around each of its words, and the kind, in the order of the table."""
    rows = cost_rows().values()
    return tuple((f" {' '.join(WORD.findall(words))} ", row.name) for row in rows for words in row.told_by)


@cache
def _first_words() -> frozenset[str]:
    return frozenset(phrase.split()[0] for phrase, _ in _phrases())
