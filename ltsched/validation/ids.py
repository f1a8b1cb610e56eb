"""Ids: short names that are safe in a file name and in a calendar, on every system."""

from __future__ import annotations

import re
from collections.abc import Mapping

__all__ = ["EXPECTED_ID", "Ids", "is_id"]

ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")
# Names that Windows keeps for devices, whatever their extension.
DEVICES = frozenset(
    {"con", "prn", "aux", "nul", *(f"com{number}" for number in range(10)), *(f"lpt{number}" for number in range(10))}
)
EXPECTED_ID = "expected a letter or digit, then up to 63 letters, digits, - or _"


def is_id(text: str) -> bool:
    """Return whether `text` can be an id: the name of a device of Windows (CON, COM1) cannot."""
    return ID.fullmatch(text) is not None and text.casefold() not in DEVICES


class Ids:
    """The ids that have been given, each with the place where it was: no two may differ only in capitals.

    Parameters
    ----------
    others
        Ids that were given elsewhere, with their places.
    """

    def __init__(self, others: Mapping[str, str] | None = None) -> None:
        self._given: dict[str, tuple[str, str]] = {}
        for id, place in (others or {}).items():
            self._given.setdefault(id.casefold(), (id, place))

    def fault(self, id: str, place: str) -> tuple[str, str] | None:
        """Give `id` to what stands at `place`; return what is found and what is expected if that cannot be."""
        if not id:
            return "missing", EXPECTED_ID
        if not is_id(id):
            if ID.fullmatch(id):
                return f'"{id}" is kept by Windows for a device', "expected another id"
            return "", EXPECTED_ID
        earlier = self._given.setdefault(id.casefold(), (id, place))
        if earlier == (id, place):
            return None
        if earlier[0] == id:
            return f'"{id}" is there already ({earlier[1]})', "expected an id of its own"
        return f'"{id}" differs from "{earlier[0]}" ({earlier[1]}) only in capitals', "expected an id of its own"
