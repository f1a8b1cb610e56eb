"""Sets of time behave as the sets of minutes that they stand for."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ltsched.domain.spans import NEVER, Spans, day_span, minute_after, minute_before
from tests.support.agendas import LONDON, at, day

BOUND = 60
minutes = st.integers(-BOUND, BOUND)
pair_lists = st.lists(st.tuples(minutes, minutes), max_size=8)
spans = pair_lists.map(Spans.of)


def as_set(these: Spans) -> set[int]:
    return {minute for start, end in these for minute in range(start, end)}


@given(pair_lists)
def test_of_is_the_union_of_its_pairs(pairs: list[tuple[int, int]]) -> None:
    """Pairs in any order, overlapping, empty or turned round, give the union of their minutes."""
    assert as_set(Spans.of(pairs)) == {minute for start, end in pairs for minute in range(start, end)}


@given(spans, spans)
def test_union_intersection_and_difference(a: Spans, b: Spans) -> None:
    """``|``, ``&`` and ``-`` are those of the sets of minutes."""
    assert as_set(a | b) == as_set(a) | as_set(b)
    assert as_set(a & b) == as_set(a) & as_set(b)
    assert as_set(a - b) == as_set(a) - as_set(b)


@given(spans, spans)
def test_every_result_is_in_normal_form(a: Spans, b: Spans) -> None:
    """Pairs are sorted, apart from one another and not empty, so equal sets are equal values."""
    for result in (a, a | b, a & b, a - b):
        assert all(start < end for start, end in result)
        assert all(one[1] < two[0] for one, two in pairwise(result))
        assert result == Spans.of((minute, minute + 1) for minute in as_set(result))


@given(spans, minutes, minutes)
def test_covers_touches_and_minutes(a: Spans, start: int, end: int) -> None:
    """`covers` is "every minute", `touches` is "any minute", `minutes` counts."""
    asked = set(range(start, end))
    assert a.covers(start, end) == (asked <= as_set(a))
    if asked:
        assert a.touches(start, end) == bool(asked & as_set(a))
    assert a.minutes() == len(as_set(a))
    assert bool(a) == bool(as_set(a))


@given(st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1)))
def test_moments_are_widened_to_whole_minutes(moment: datetime) -> None:
    """What is busy for a second is busy for its minute, on either end."""
    moment = moment.replace(tzinfo=UTC)
    epoch = datetime(1970, 1, 1, tzinfo=UTC)
    before, after = (epoch + timedelta(minutes=of(moment)) for of in (minute_before, minute_after))
    assert before <= moment <= after
    whole = moment.second == moment.microsecond == 0
    assert after - before == timedelta(minutes=0 if whole else 1)


def test_a_moment_without_a_zone_is_refused() -> None:
    """Times carry a zone at every boundary."""
    with pytest.raises(ValueError, match="has no time zone"):
        minute_before(datetime(2027, 3, 1, 10))


@pytest.mark.parametrize(("number", "hours"), [(26, 24), (27, 23), (28, 24), (244, 25)])
def test_a_day_lasts_from_midnight_to_midnight(number: int, hours: int) -> None:
    """The days on which the clocks change (28 March, 31 October 2027) are shorter and longer."""
    start, end = day_span(day(number), day(number), LONDON)
    assert end - start == hours * 60


def test_moments_show_local_time() -> None:
    """Spans come back as they were put in, in local time."""
    start, end = at(26, "10:00"), at(28, "12:00")
    assert [tuple(map(str, pair)) for pair in Spans.between(start, end).moments(LONDON)] == [(str(start), str(end))]
    assert list(NEVER.moments(LONDON)) == []
