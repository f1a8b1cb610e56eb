"""The properties of a calendar that say who answers what; `calendars.syntax.parts` passes them over, as they are private."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from ltsched.files.calendars.syntax.doubts import NotUnderstood
from ltsched.files.calendars.syntax.properties import Property

__all__ = ["read_properties"]

# No quantifier goes back on what it has taken, so that no line takes longer than it is long.
PROPERTY = re.compile(r'([A-Za-z0-9-]++)((?:;[^:;"]*+(?:"[^"]*+"[^:;"]*+)*+)*+):(.*)', re.DOTALL)
PARAMETER = re.compile(r';([^=;:"]*+)=((?:[^;"]++|"[^"]*+")*+)')


def read_properties(lines: Sequence[str], begin: int, wanted: Collection[str]) -> list[Property]:
    """Return the `wanted` properties of a component, in their order; those of components within it are not its own.

    Parameters
    ----------
    lines
        The lines of the file, as they are folded.
    begin
        The number of the line with its BEGIN, from 1.

    Raises
    ------
    NotUnderstood
        A line of one of them is no property.
    """
    found: list[Property] = []
    for line in _unfolded(lines, begin):
        name = line[:40].partition(":")[0].partition(";")[0].strip().upper()
        if name in wanted:
            found.append(_property(name, line))
    return found


def _unfolded(lines: Sequence[str], begin: int) -> list[str]:
    """Return the lines of one component."""
    found: list[list[str]] = []
    depth = 0
    kept = False  # whether the line that may go on is one of the component's own
    for number in range(begin, len(lines)):
        line = lines[number]
        if line.startswith((" ", "\t")):
            if kept:
                found[-1].append(line[1:])
            continue
        if not line:
            continue  # between a line and its fold, where a program has doubled the line ends
        kept = False
        start = line[:6].upper()
        if start == "BEGIN:":
            depth += 1
        elif start.startswith("END:"):
            if depth == 0:
                break
            depth -= 1
        elif depth == 0:
            kept = True
            found.append([line])
    return ["".join(pieces) for pieces in found]


def _property(name: str, line: str) -> Property:
    match = PROPERTY.fullmatch(line)
    if match is None:
        raise NotUnderstood(name, "found a line that is no property", "expected NAME:VALUE")
    params = {key.strip().upper(): text.replace('"', "") for key, text in PARAMETER.findall(match[2])}
    return Property(name, params, match[3])
