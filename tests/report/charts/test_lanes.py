"""No bar of a row hides another."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from ltsched.domain.words.kind_words import Phase
from ltsched.report.charts.lanes import Bar, day_number, lanes, moment_number
from tests.support import agendas

TIMES = st.lists(st.tuples(st.integers(0, 400), st.integers(1, 40)), max_size=25)


def bar(start: float, end: float) -> Bar:
    return Bar("x", start, end, Phase.JOINT, "J")


@given(TIMES, st.integers(1, 30))
def test_bars_of_one_lane_do_not_overlap(times: list[tuple[int, int]], width: int) -> None:
    bars = [bar(start, start + length) for start, length in sorted(times)]
    placed = list(zip(bars, lanes(bars, width), strict=True))
    for (one, lane), (other, another) in combinations(placed, 2):
        if lane == another:
            assert max(one.end, one.start + width) <= other.start


def test_bars_apart_share_the_first_lane() -> None:
    assert lanes([bar(0, 1), bar(5, 6), bar(10, 11)], 5) == [0, 0, 0]
    assert lanes([bar(0, 1), bar(4, 6), bar(10, 11)], 5) == [0, 1, 0]


def test_days_and_local_times_are_counted_alike() -> None:
    noon = agendas.at(0, "12:00")
    assert moment_number(noon) == day_number(agendas.day(0)) + 0.5
