"""The properties of a calendar that say who answers what; `calendars.syntax.parts` passes them over, as private."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence
from operator import itemgetter

from ltsched.files.calendars.syntax.doubts import NotUnderstood
from ltsched.files.calendars.syntax.properties import Property, read_property

__all__ = ["read_properties"]


def read_properties(lines: Sequence[tuple[int, str]], begin: int, wanted: Collection[str]) -> list[Property]:
    """Return the `wanted` properties of a component, in their order; those of components within it are not its own.

    Parameters
    ----------
    lines
        The content lines of the file, unfolded, each with the number of the line on which it begins.
    begin
        The number of the line with its BEGIN, from 1.

    Raises
    ------
    NotUnderstood
        A line of one of them is no property.
    """
    found: list[Property] = []
    depth = 0
    for index in range(bisect_right(lines, begin, key=itemgetter(0)), len(lines)):
        line = lines[index][1]
        start = line[:6].upper()
        if start == "BEGIN:":
            depth += 1
        elif start.startswith("END:"):
            if depth == 0:
                break
            depth -= 1
        elif depth == 0:
            name = line[:40].partition(":")[0].partition(";")[0].strip().upper()
            if name in wanted:
                found.append(_property(name, line))
    return found


def _property(name: str, line: str) -> Property:
    found = read_property(line, is_date=name == "DTSTAMP")
    if found is None:
        raise NotUnderstood(name, "a line that is no property", "expected NAME:VALUE")
    return found
