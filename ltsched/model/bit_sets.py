"""Sets of slots as whole numbers, a bit for each slot: quick to cut, to shift and to count."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["at_least", "bit_set", "count_at", "counters"]


def bit_set(slots: Sequence[int]) -> int:
    """Return `slots` as a bit set."""
    if not slots:
        return 0
    octets = bytearray((max(slots) >> 3) + 1)
    for slot in slots:
        octets[slot >> 3] |= 1 << (slot & 7)
    return int.from_bytes(octets, "little")


def counters(sets: Sequence[int]) -> list[int]:
    """Count, for all slots at once, in how many of the bit `sets` each is: plane i has bit i of the counts."""
    planes: list[int] = []
    for carry in sets:
        for index, plane in enumerate(planes):
            planes[index], carry = plane ^ carry, plane & carry
        if carry:
            planes.append(carry)
    return planes


def count_at(planes: Sequence[int], slot: int) -> int:
    """Return the count that the planes of `counters` have for one slot."""
    return sum((plane >> slot & 1) << index for index, plane in enumerate(planes))


def at_least(sets: Sequence[int], least: int) -> int:
    """Return the slots that are in at least `least` of the bit sets; for 0 or less that is every slot (−1)."""
    if least <= 0:
        return -1
    planes = counters(sets)
    if least >= 1 << len(planes):
        return 0
    greater, equal = 0, -1
    for index in reversed(range(len(planes))):
        if least >> index & 1:
            equal &= planes[index]
        else:
            greater |= equal & planes[index]
            equal &= ~planes[index]
    return greater | equal
