"""Names put to the ids of a sentence: files have ids alone, and people read what is in them, too."""

from __future__ import annotations

import re
from collections.abc import Mapping

__all__ = ["with_names"]

WORD = re.compile(r"\w[\w:.\-]*")
ENDS = ".:-"
"""What may stand in an id, and is no part of one at the end of a word."""


def with_names(text: str, names: Mapping[str, str]) -> str:
    """Return a sentence in which each id of `names` is called by its name: ``Amira Khan (t1) must come``.

    A word is an id only as a whole. What stands in brackets alone already has its name before it.
    """

    def named(match: re.Match[str]) -> str:
        word = match[0].rstrip(ENDS)
        before, after = text[: match.start()], text[match.start() + len(word) :]
        if word not in names or (before.endswith("(") and after.startswith(")")):
            return match[0]
        name = names[word]
        if before.endswith("the "):
            name = name.removeprefix("the ")
        return name + match[0][len(word) :]

    return WORD.sub(named, text)
