"""Some of the activities that do not fit together, as few as possible."""

from __future__ import annotations

from collections.abc import Callable, Sequence

__all__ = ["smallest"]


def smallest(ids: Sequence[str], fit: Callable[[Sequence[str]], bool]) -> tuple[str, ...]:
    """Return a part of `ids` that does not fit, and of which every smaller part that was looked at does.

    `ids` themselves must not fit. Those in front are given up first; larger parts are tried before single ones, so that
    a few that do not fit among many are soon found.

    Parameters
    ----------
    fit
        Whether some of them fit, or may: true also where that was not found out.
    """
    left = list(ids)
    size = len(left) // 2
    while size:
        start = 0
        while start < len(left):
            rest = left[:start] + left[start + size :]
            if rest and not fit(rest):
                left = rest
            else:
                start += size
        size //= 2
    return tuple(left)
