"""How the name of a file or folder is typed in a command that somebody is to copy."""

from __future__ import annotations

import re
import shlex

__all__ = ["typed"]

PLAIN = re.compile(r"[\w@%+=:,./\\~-]+")
"""What no shell takes for anything else; a name on Windows has backslashes."""
MEANS_MORE = frozenset('"$`!')
"""What a shell reads even within double quotes."""


def typed(name: object) -> str:
    """Return `name` as it is typed in a command: in quotes where it has blanks or signs that a shell would read.

    In double quotes, which every shell knows; where these would not do, as a POSIX shell needs it.

    Examples
    --------
    >>> typed("reviews/LT-2027-03"), typed("case A 2027"), typed("50$ each")
    ('reviews/LT-2027-03', '"case A 2027"', "'50$ each'")
    """
    text = str(name)
    if PLAIN.fullmatch(text):
        return text
    return shlex.quote(text) if MEANS_MORE.intersection(text) else f'"{text}"'
