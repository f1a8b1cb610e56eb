"""The names of people and rooms, by their ids, for tables that name them."""

from __future__ import annotations

from collections.abc import Iterable

from ltsched.domain.review import Review
from ltsched.domain.words.wording import one_line

__all__ = ["Names"]


class Names:
    """The names of the people and rooms of a review; an id that is not known there stands for itself."""

    def __init__(self, review: Review) -> None:
        self._people = {person.id: person.name for person in review.people}
        self._rooms = {room.id: room.name for room in review.rooms}

    def people(self, ids: Iterable[str]) -> str:
        """Return ``l1 V. Larkbutton``, a line for each."""
        return "\n".join(one_line(f"{id} {self._people.get(id, '')}") for id in ids)

    def room(self, id: str | None) -> str:
        """Return the name of a room, or its id where it has none; empty for no room."""
        return one_line(self._rooms.get(id, "") or id) if id else ""
