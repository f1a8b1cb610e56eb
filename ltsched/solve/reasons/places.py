"""How many places on panels can be filled: each person has room for so many, and for one at each activity."""

from __future__ import annotations

from collections.abc import Mapping, Set

__all__ = ["fill_places"]


def fill_places(
    room: Mapping[str, int], wanted: Mapping[str, int], allowed: Mapping[str, Set[str]]
) -> tuple[int, frozenset[str]]:
    """Return how many places can be filled at most, and the activities that are short of them.

    The activity a wants ``wanted[a]`` different people of ``allowed[a]``, and a person p can take ``room[p]`` places: a
    greatest flow, found by one augmenting path after the other. The activities named want more places than all who are
    allowed to hold any of them have for them; none if every place is filled.
    """
    filling = _Filling(room, allowed, {id: set() for id in wanted}, dict.fromkeys(room, 0))
    missing = {id for id, places in wanted.items() for _ in range(places) if not filling.fill(id, set())}
    short: set[str] = set()
    for id in missing:
        filling.fill(id, short)
    return sum(map(len, filling.held.values())), frozenset(short)


class _Filling:
    """Who holds what so far, and how many each person holds."""

    def __init__(
        self, room: Mapping[str, int], allowed: Mapping[str, Set[str]], held: dict[str, set[str]], load: dict[str, int]
    ) -> None:
        self.room = room
        self.allowed = allowed
        self.held = held
        self.load = load

    def fill(self, id: str, seen: set[str]) -> bool:
        """Give `id` one person more; return whether that was possible. Others may have to find somebody else for it.

        `seen` are the activities that have been asked already; those asked in vain are added.
        """
        seen.add(id)
        for person in sorted(self.allowed[id] - self.held[id]):
            if self.load[person] < self.room[person]:
                self.held[id].add(person)
                self.load[person] += 1
                return True
            for other in [other for other, people in self.held.items() if person in people and other not in seen]:
                if self.fill(other, seen):
                    self.held[other].remove(person)
                    self.held[id].add(person)
                    return True
        return False
