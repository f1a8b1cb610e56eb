"""Which activity precedes which: every pairing over all small numbers, lags, and groups of focused reviews."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import Any

import pytest

from ltsched.domain.activities import Activity
from ltsched.domain.option import ForEach, Kind, OrderTemplate, Pairing, Template
from ltsched.domain.rules import LagUnit, Precedence
from ltsched.options.orders import descendants, in_order, keyed, precedences
from tests.support.agendas import activity

Pairs = set[tuple[str, str]]
COUNTS = list(itertools.product(range(7), range(4)))


def many(template: str, count: int) -> list[Activity]:
    return [activity(f"{template}:{number}") for number in range(1, count + 1)]


def ordered(
    before: Sequence[Activity],
    after: Sequence[Activity],
    pairing: Pairing,
    then: Sequence[Activity] = (),
) -> Pairs:
    """Return the pairs that one order of r before j gives."""
    order = OrderTemplate(("r",), ("j",), pairing, "t" if then else "")
    groups = {"r": {"": before}, "j": {"": after}, "t": {"": then}}
    return {(rule.before, rule.after) for rule in precedences((), [order], groups)}


@pytest.mark.parametrize(("r", "j"), COUNTS)
def test_all(r: int, j: int) -> None:
    """Each before each; nothing where there is nothing on a side."""
    expected = {(f"r:{a}", f"j:{b}") for a in range(1, r + 1) for b in range(1, j + 1)}
    assert ordered(many("r", r), many("j", j), Pairing.ALL) == expected


@pytest.mark.parametrize(("r", "j"), COUNTS)
def test_share(r: int, j: int) -> None:
    """The k-th joint meeting follows number ⌈k·R/J⌉ of the analyses, and the next analysis follows it."""
    found = ordered(many("r", r), many("j", j), Pairing.SHARE)
    expected = set()
    for k in range(1, j + 1) if r else ():
        last = -(-k * r // j)
        expected.add((f"r:{last}", f"j:{k}"))
        if last < r:
            expected.add((f"j:{k}", f"r:{last + 1}"))
    assert found == expected


def test_share_of_the_source() -> None:
    """Five and two: three analyses, joint meeting 1, two analyses, joint meeting 2."""
    assert ordered(many("r", 5), many("j", 2), Pairing.SHARE) == {("r:3", "j:1"), ("j:1", "r:4"), ("r:5", "j:2")}


@pytest.mark.parametrize(("r", "j"), COUNTS)
def test_half(r: int, j: int) -> None:
    """The first half, rounded up, before all; the rest after them."""
    half = -(-r // 2)
    js = [f"j:{b}" for b in range(1, j + 1)]
    expected = {(f"r:{a}", b) for a in range(1, half + 1) for b in js}
    expected |= {(b, f"r:{a}") for a in range(half + 1, r + 1) for b in js}
    assert ordered(many("r", r), many("j", j), Pairing.HALF) == expected


@pytest.mark.parametrize(("r", "j"), COUNTS)
def test_last(r: int, j: int) -> None:
    """The last before each."""
    expected = {(f"r:{r}", f"j:{b}") for b in range(1, j + 1)} if r else set()
    assert ordered(many("r", r), many("j", j), Pairing.LAST) == expected


@pytest.mark.parametrize(("r", "j"), COUNTS)
def test_last_before(r: int, j: int) -> None:
    """Conversations come before the last analysis ahead of the first joint meeting; with no analysis, before that."""
    talks = many("c", 2)
    order = OrderTemplate(("c",), ("r",), Pairing.LAST_BEFORE, "j")
    groups = {"c": {"": talks}, "r": {"": many("r", r)} if r else {}, "j": {"": many("j", j)} if j else {}}
    found = {(rule.before, rule.after) for rule in precedences((), [order], groups)}
    ends = {f"r:{-(-r // j) if j else r}"} if r else {f"j:{j}"} if j else set()
    ends |= {"j:1"} if j else set()
    assert found == {(talk.id, end) for talk in talks for end in ends}


@pytest.mark.parametrize(("r", "j"), [(r, j) for r, j in COUNTS if r and j])
def test_turns_never_go_round(r: int, j: int) -> None:
    """Taking turns, together with the order among themselves, is always an order."""
    teams, joints = many("r", r), many("j", j)
    turns = (("r", "r", Pairing.ALL), ("j", "j", Pairing.ALL), ("r", "j", Pairing.SHARE))
    orders = [OrderTemplate((a,), (b,), p) for a, b, p in turns]
    groups = {"r": {"": teams}, "j": {"": joints}}
    rules = precedences((), orders, groups)
    assert all(id not in descendants(id, rules) for id in (one.id for one in (*teams, *joints)))
    position = {one.id: index for index, one in enumerate(in_order([*joints, *teams], rules))}
    assert all(position[rule.before] < position[rule.after] for rule in rules)


def test_counted_activities_keep_their_numbers() -> None:
    """Without an order that says so, number one comes before number two all the same."""
    template = Template("r", Kind.OTHER, "R", 60, count=3)
    rules = precedences([template], (), {"r": {"": many("r", 3)}})
    assert rules == (Precedence("r:1", "r:2"), Precedence("r:2", "r:3"))


def test_an_order_of_a_template_with_itself_gives_its_lags() -> None:
    """The least gap from one review-team meeting to the next, and no second rule without it."""
    template = Template("r", Kind.OTHER, "R", 60, count=3)
    order = OrderTemplate(("r",), ("r",), least_working_days=5)
    rules = precedences([template], [order], {"r": {"": many("r", 3)}})
    assert rules == (Precedence("r:1", "r:2", 5), Precedence("r:2", "r:3", 5))


def test_lags_in_working_days_and_in_weeks() -> None:
    """Weeks are calendar days, seven each; both units at once are two rules."""
    groups = {"r": {"": many("r", 1)}, "j": {"": many("j", 1)}}

    def rules(**lags: Any) -> tuple[Precedence, ...]:
        return precedences((), [OrderTemplate(("r",), ("j",), **lags)], groups)

    assert rules(least_working_days=5, most_working_days=9) == (Precedence("r:1", "j:1", 5, 9),)
    assert rules(least_weeks=3) == (Precedence("r:1", "j:1", 21, None, LagUnit.DAYS),)
    assert rules(most_weeks=4) == (Precedence("r:1", "j:1", 0, 28, LagUnit.DAYS),)
    both = rules(least_working_days=5, most_weeks=4)
    assert both == (Precedence("r:1", "j:1", 5), Precedence("r:1", "j:1", 0, 28, LagUnit.DAYS))


def test_a_lag_is_not_asked_of_the_way_back() -> None:
    """From the analysis to the joint meeting five working days; from there to the next analysis none."""
    order = OrderTemplate(("r",), ("j",), Pairing.SHARE, least_working_days=5)
    rules = precedences((), [order], {"r": {"": many("r", 2)}, "j": {"": many("j", 2)}})
    assert rules == (Precedence("r:1", "j:1", 5), Precedence("j:1", "r:2"), Precedence("r:2", "j:2", 5))


def test_focused_reviews_have_an_order_of_their_own() -> None:
    """What belongs to one comes before what belongs to the same, and before or after all that belongs to none."""
    groups = {
        "r": {"fr1": [activity("r:fr1")], "fr2": [activity("r:fr2")]},
        "j": {"fr1": [activity("j:fr1")], "fr2": [activity("j:fr2")]},
        "x": {"": [activity("x")]},
    }
    rules = precedences((), [OrderTemplate(("x",), ("r",)), OrderTemplate(("r",), ("j",))], groups)
    assert {(rule.before, rule.after) for rule in rules} == {
        ("x", "r:fr1"),
        ("x", "r:fr2"),
        ("r:fr1", "j:fr1"),
        ("r:fr2", "j:fr2"),
    }


def test_keyed_groups_only_focused_reviews() -> None:
    """Conversations have keys too, and no order of their own."""
    pairs = [("a", activity("x:a")), ("b", activity("x:b"))]
    talk = Template("x", Kind.CONVERSATION, "X", 60, for_each=ForEach.KEY_STAFF)
    event = Template("x", Kind.EVENT, "X", 60, for_each=ForEach.FOCUSED_REVIEW)
    assert list(keyed(talk, pairs)) == [""]
    assert list(keyed(event, pairs)) == ["a", "b"]


def test_in_order_is_stable_and_ends() -> None:
    """Where there is a choice the order is kept; rules that go round lose nobody and do not hang."""
    ones = many("r", 3)
    assert in_order(ones, ()) == ones
    assert [one.id for one in in_order(ones, [Precedence("r:3", "r:1")])] == ["r:2", "r:3", "r:1"]
    circle = [Precedence("r:1", "r:2"), Precedence("r:2", "r:1")]
    assert sorted(one.id for one in in_order(ones, circle)) == ["r:1", "r:2", "r:3"]
