"""The tables of an option, read into its words."""

from __future__ import annotations

from typing import Any

import pytest

from ltsched.domain.option import ForEach, Kind, Pairing, RoomNeed, ShapeKind
from ltsched.errors import Mistake
from ltsched.options.table_reader import TableReader
from ltsched.options.words import read_activity, read_milestone, read_order, read_shape

IDS = frozenset({"set-up", "event"})


def reader(**table: Any) -> tuple[TableReader, list[Mistake]]:
    mistakes: list[Mistake] = []
    named = {key.replace("_", "-"): value for key, value in table.items()}
    return TableReader(named, "own.toml", "here", {"event-minutes": 360}, mistakes, set()), mistakes


def test_an_activity_with_everything() -> None:
    """Every key has its place."""
    source, mistakes = reader(
        id="event",
        kind="event",
        title="Event",
        minutes="event-minutes",
        ids="day",
        count=2,
        for_each="focused-review",
        must=["lead-reviewer", "p1"],
        expected="review-team",
        quorum=0.5,
        panel={"pool": ["auditor"], "size": 2, "least-leads": 1, "independent": True, "different-agencies": True},
        gap_minutes=30,
        per_day=3,
        notice_working_days=10,
        in_lead_in=True,
        room="if-free",
        when="auto",
        essential=True,
        off_critical_path=True,
    )
    made = read_activity(source, frozenset({"p1"}))
    assert mistakes == []
    assert (made.id, made.kind, made.prefix, made.minutes) == ("event", Kind.EVENT, "day", 360)
    assert (made.count, made.for_each, made.per_day) == (2, ForEach.FOCUSED_REVIEW, 3)
    assert (made.must, made.expected) == (("lead-reviewer", "p1"), ("review-team",))
    assert (made.room, made.when) == (RoomNeed.IF_FREE, "auto")
    assert made.panel is not None
    assert made.panel.independent
    assert made.panel.different_agencies
    assert made.in_lead_in
    assert made.essential
    assert made.off_critical_path


def test_an_activity_with_the_least() -> None:
    """An id, a title, a length and somebody who comes; all else has a default."""
    source, mistakes = reader(id="x", title="X", minutes=45, must=["lead-reviewer"])
    made = read_activity(source, frozenset())
    assert mistakes == []
    assert (made.kind, made.prefix, made.count, made.panel) == (Kind.OTHER, "x", None, None)
    assert (made.room, made.when, made.quorum) == (RoomNeed.NEEDED, "yes", 0.0)


@pytest.mark.parametrize(
    ("more", "room"),
    [
        ({}, RoomNeed.NEEDED),
        ({"kind": "findings-meeting"}, RoomNeed.NEEDED),
        ({"kind": "conversation"}, RoomNeed.IF_FREE),
        ({"kind": "family-conversation"}, RoomNeed.IF_FREE),
        ({"panel": {"pool": ["review-team"]}}, RoomNeed.IF_FREE),
        ({"kind": "audit", "panel": {"pool": ["auditor"]}}, RoomNeed.NONE),
        ({"room": "none"}, RoomNeed.NONE),
        ({"kind": "conversation", "room": "needed"}, RoomNeed.NEEDED),
    ],
)
def test_the_room_of_an_activity_of_ones_own(more: dict[str, Any], room: RoomNeed) -> None:
    """A meeting takes one, a conversation one that is free, an audit none; unless it says something else."""
    source, mistakes = reader(id="x", title="X", minutes=45, must=["lead-reviewer"], **more)
    assert read_activity(source, frozenset()).room is room
    assert mistakes == []


def test_every_mistake_of_an_activity_at_once() -> None:
    """Nothing hides behind the first."""
    source, mistakes = reader(id="a b", kind="x", title="", minutes=0, must=["nobody"], quorum=2, odd=1)
    read_activity(source, frozenset())
    assert {mistake.where for mistake in mistakes} == {
        *("here.id", "here.kind", "here.title", "here.minutes", "here.must", "here.quorum", "here.odd")
    }


def test_an_order_with_something_dropped() -> None:
    """What an option does without is no mistake in the orders it is based on; an order left with nothing is none."""
    source, mistakes = reader(before=["set-up", "talk"], after=["event"])
    order = read_order(source, IDS, frozenset({"talk"}))
    assert order is not None
    assert order.before == ("set-up",)
    source, _ = reader(before=["talk"], after=["event"])
    assert read_order(source, IDS, frozenset({"talk"})) is None
    assert mistakes == []


def test_an_order_with_everything() -> None:
    """Pairing and lags."""
    source, mistakes = reader(
        before=["set-up"], after=["event"], pairing="half", least_working_days=1, most_working_days=9, least_weeks=0
    )
    order = read_order(source, IDS, frozenset())
    assert mistakes == []
    assert order is not None
    assert (order.pairing, order.least_working_days, order.most_working_days) == (Pairing.HALF, 1, 9)
    assert (order.least_weeks, order.most_weeks) == (0, None)


def test_a_shape() -> None:
    """Blocks know where they split and how far they lie apart."""
    source, mistakes = reader(kind="blocks", split_at="event", working_days=4, least_weeks=3, most_weeks=6)
    shape = read_shape(source, IDS, frozenset())
    assert mistakes == []
    assert (shape.kind, shape.split_at, shape.working_days) == (ShapeKind.BLOCKS, "event", 4)
    source, mistakes = reader(kind="blocks", split_at="event", least_weeks=6, most_weeks=3)
    read_shape(source, IDS, frozenset())
    assert [mistake.where for mistake in mistakes] == ["here.most-weeks"]


def test_milestones_follow_earlier_ones() -> None:
    """Or the last meeting; one that follows a later one is a mistake, and follows the last meeting meanwhile."""
    source, mistakes = reader(id="draft", title="Draft", working_days=5)
    draft = read_milestone(source, [])
    source, more = reader(id="final", title="Final", follows="draft")
    assert read_milestone(source, [draft]).after == "draft"
    assert mistakes == more == []
    source, mistakes = reader(id="final", title="Final", follows="final")
    assert read_milestone(source, [draft]).after == ""
    assert [mistake.where for mistake in mistakes] == ["here.follows"]
