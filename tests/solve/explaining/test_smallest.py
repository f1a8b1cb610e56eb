"""The smallest part of a set that is enough: the last ones stay, and few of many are soon found."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from ltsched.solve.explaining.smallest import smallest

SETS = st.sets(st.integers(0, 11), min_size=1, max_size=4)


@given(st.lists(SETS, min_size=1, max_size=5))
def test_nothing_can_be_left_out_and_the_last_ones_stay(each: list[set[int]]) -> None:
    """Of all smallest parts it is the one that no other one comes after, compared from the first item on."""

    def enough(part: Sequence[int]) -> bool:
        return any(one <= set(part) for one in each)

    found = smallest(range(12), enough)

    assert enough(found)
    assert not any(enough([other for other in found if other != item]) for item in found)
    least = [one for one in each if not any(other < one for other in each)]
    first_left = [[item in one for item in range(12)] for one in least]
    assert [item in found for item in range(12)] == min(first_left)


@given(SETS, st.lists(st.booleans(), min_size=200, max_size=200))
def test_what_is_returned_is_enough_whatever_is_not_known(needed: set[int], known: list[bool]) -> None:
    turn = iter(known)

    def enough(part: Sequence[int]) -> bool:
        return needed <= set(part) and next(turn, False)

    assert needed <= set(smallest(range(12), enough))


def test_few_of_many_are_soon_found() -> None:
    looks = []

    def enough(part: Sequence[int]) -> bool:
        looks.append(part)
        return {3, 97} <= set(part)

    assert smallest(range(200), enough) == [3, 97]
    assert len(looks) < 40


def test_where_nothing_is_needed_nothing_is_left() -> None:
    assert smallest(range(5), lambda part: True) == []
