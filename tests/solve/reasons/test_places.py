"""Filling places on panels: as many as trying everything fills, and a shortage that is one."""

from __future__ import annotations

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from ltsched.solve.reasons.places import fill_places

PEOPLE = ("p", "q", "r")


def test_two_people_with_room_for_nine_fill_eighteen_of_twenty_eight() -> None:
    """Fourteen activities that take both of them."""
    wanted = {str(n): 2 for n in range(14)}
    pair = frozenset({"l1", "l2"})
    assert fill_places({"l1": 9, "l2": 9}, wanted, dict.fromkeys(wanted, pair)) == (18, frozenset(wanted))


def test_whoever_is_not_short_is_not_named() -> None:
    """Only a and b compete for p."""
    allowed = {"a": frozenset("p"), "b": frozenset("p"), "c": frozenset("qr")}
    assert fill_places({"p": 1, "q": 1, "r": 1}, dict.fromkeys("abc", 1), allowed) == (2, frozenset("ab"))


@settings(deadline=None, derandomize=True, max_examples=60)
@given(
    room=st.fixed_dictionaries(dict.fromkeys(PEOPLE, st.integers(0, 3))),
    asked=st.lists(st.tuples(st.integers(0, 2), st.frozensets(st.sampled_from(PEOPLE))), min_size=1, max_size=4),
)
def test_as_many_as_trying_everything(room: dict[str, int], asked: list[tuple[int, frozenset[str]]]) -> None:
    """And those named want more than all who are allowed to hold any of them have for them."""
    wanted = {str(n): places for n, (places, _) in enumerate(asked)}
    allowed = {str(n): people for n, (_, people) in enumerate(asked)}
    choices = [
        [one for size in range(places + 1) for one in itertools.combinations(sorted(people), size)]
        for places, people in asked
    ]
    best = max(
        sum(map(len, chosen))
        for chosen in itertools.product(*choices)
        if all(sum(person in one for one in chosen) <= room[person] for person in PEOPLE)
    )
    filled, short = fill_places(room, wanted, allowed)
    assert filled == best
    assert bool(short) == (best < sum(wanted.values()))
    there = sum(min(room[person], sum(person in allowed[id] for id in short)) for person in PEOPLE)
    assert not short or there < sum(wanted[id] for id in short)
