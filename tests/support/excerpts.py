"""Examples that show only a part of what is printed: a line with an ellipsis stands for lines that are left out."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["LEFT_OUT", "is_excerpt"]

LEFT_OUT = "…"


def is_excerpt(shown: Sequence[str], printed: Sequence[str]) -> bool:
    """Return whether `shown` is what was `printed`, with some stretches of lines left out, and marked as such.

    What is shown begins and ends as what was printed does, unless it is marked there, too.
    """
    if not shown:
        return not printed
    first, *rest = shown
    if first != LEFT_OUT:
        return bool(printed) and printed[0] == first and is_excerpt(rest, printed[1:])
    return any(is_excerpt(rest, printed[start:]) for start in range(len(printed) + 1))
