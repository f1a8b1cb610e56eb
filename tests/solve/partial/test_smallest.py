"""Some that do not fit together, as few as possible."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from ltsched.solve.partial.smallest import smallest

IDS = tuple("abcdefghij")


@pytest.mark.parametrize("core", ["a", "j", "ab", "aj", "cfh", "abcdefghij"])
def test_what_is_found_is_what_does_not_fit(core: str) -> None:
    assert smallest(IDS, lambda ids: not set(core) <= set(ids)) == tuple(core)


def test_of_several_one_is_found_and_those_in_front_are_given_up_first() -> None:
    assert smallest(IDS, lambda ids: not ({"a", "b"} <= set(ids) or {"i", "j"} <= set(ids))) == ("i", "j")


def test_few_of_many_are_soon_found() -> None:
    """By halves: not by one look for each of a hundred."""
    looks = []

    def fit(ids: Sequence[int]) -> bool:
        looks.append(ids)
        return 99 not in ids

    assert smallest([f"{n}" for n in range(100)], lambda ids: fit([int(id) for id in ids])) == ("99",)
    assert len(looks) < 20
