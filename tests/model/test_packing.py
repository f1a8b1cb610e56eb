"""How many bookings fit into a day: the greedy count against trying every choice."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from ltsched.model.packing import most_in_a_day


def tried(starts: list[int], length: int, limit: int, meeting: tuple[int, int]) -> int:
    """Return the most, by trying every set of starts."""
    begin, taken = meeting
    free = [s for s in starts if not taken or s + length <= begin or s >= begin + taken]
    for count in range(min(limit, len(free)), 0, -1):
        for chosen in itertools.combinations(free, count):
            if all(a + length <= b for a, b in itertools.pairwise(chosen)):
                return count
    return 0


@given(
    starts=st.sets(st.integers(0, 30), max_size=9),
    length=st.integers(1, 12),
    limit=st.integers(1, 4),
    meeting=st.tuples(st.integers(0, 30), st.integers(0, 10)),
)
def test_taking_each_as_early_as_it_can_be_is_best(
    starts: set[int], length: int, limit: int, meeting: tuple[int, int]
) -> None:
    """With a meeting in between, or none, and with a limit."""
    bits = sum(1 << start for start in starts)
    assert most_in_a_day(bits, length, limit, *meeting) == tried(sorted(starts), length, limit, meeting)
