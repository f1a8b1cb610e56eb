"""What readers make of names that they get wrong, in the versions that are known.

RFC 5545 escapes texts with backslashes, but not what stands in a parameter, such as the name of an attendee: there
RFC 6868 writes ``^'`` for ``"`` and ``^^`` for ``^``. A later version may be right: so a test takes either.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


def same(text: str) -> str:
    """Return `text`."""
    return text


@dataclass(frozen=True)
class Misreading:
    """How a reader changes names."""

    name: Callable[[str], str] = same

    def of(self, meant: dict[str, Any]) -> dict[str, Any]:
        """Return what it reads, or leaves, instead of what was `meant`."""
        organiser, people = meant["organiser"], meant["attendees"]
        return {
            **meant,
            "organiser": [organiser[0], self.name(organiser[1])],
            "attendees": [[address, self.name(name), partstat] for address, name, partstat in people],
        }


def carets(name: str) -> str:
    """Return a name as it stands in the file."""
    return name.replace("^", "^^").replace('"', "^'")


def up_to_semicolon(name: str) -> str:
    """Return a name whose parameter was cut at a semicolon, though it stood in quotes."""
    start, cut, _ = name.partition(";")
    return f'"{start}' if cut else carets(name)


RIGHT = Misreading()
VOBJECT = Misreading(name=carets)
NODE_ICAL = Misreading(name=up_to_semicolon)
