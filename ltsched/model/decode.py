"""From the values of the variables back to starts and panels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ltsched.domain.activities import Activity
from ltsched.model.build import Model

__all__ = ["Placed", "decode"]


@dataclass(frozen=True, slots=True)
class Placed:
    """An activity with its start (a slot), its panel, those expected of whom the model says that they do not come, and
    its room, where the model chose one."""

    activity: Activity
    start: int
    panel: tuple[str, ...]
    away: frozenset[str]
    room: str | None = None


def decode(model: Model, solution: Sequence[int]) -> list[Placed]:
    """Return where `solution`, one value for each variable of `model`, puts each activity."""
    context = model.context
    found = []
    for id, placement in context.placements.items():
        panel = tuple(member for member, literal in placement.panel.items() if solution[literal.index])
        away = frozenset(
            person for (of, person), literal in context.attends.items() if of == id and not solution[literal.index]
        )
        rooms = [room for room, there in context.in_room.get(id, {}).items() if solution[there.index]]
        room = rooms[0] if rooms else None
        found.append(Placed(placement.activity, solution[placement.start.index], panel, away, room))
    return found
