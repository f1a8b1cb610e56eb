"""The tables of an option, read into its words."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from ltsched.domain.option import ForEach, Kind, MilestoneTemplate, Pairing, RoomNeed, ShapeKind
from ltsched.errors import Mistake
from ltsched.options.source import Table
from ltsched.options.words import read_activity, read_milestone, read_order, read_shape
from ltsched.validation.option.named import Known

IDS = frozenset({"set-up", "event"})
KNOWN = Known({"event-minutes": 360}, ["p1"], IDS, ["talk"])


def table(**values: Any) -> Table:
    return Table("own.toml", "here", {key.replace("_", "-"): value for key, value in values.items()})


def test_an_activity_with_everything() -> None:
    """Every key has its place."""
    mistakes: list[Mistake] = []
    source = table(
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
    made = read_activity(source, KNOWN, mistakes)
    assert mistakes == []
    assert made is not None
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
    mistakes: list[Mistake] = []
    source = table(id="x", title="X", minutes=45, must=["lead-reviewer"])
    made = read_activity(source, KNOWN, mistakes)
    assert mistakes == []
    assert made is not None
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
    mistakes: list[Mistake] = []
    source = table(id="x", title="X", minutes=45, must=["lead-reviewer"], **more)
    made = read_activity(source, KNOWN, mistakes)
    assert mistakes == []
    assert made is not None
    assert made.room is room


def test_every_mistake_of_an_activity_at_once() -> None:
    """Nothing hides behind the first."""
    mistakes: list[Mistake] = []
    source = table(id="a b", kind="x", title="", minutes=0, must=["nobody"], quorum=2, odd=1)
    read_activity(source, KNOWN, mistakes)
    assert {mistake.where for mistake in mistakes} == {
        *("here.id", "here.kind", "here.title", "here.minutes", "here.must", "here.quorum", "here.odd")
    }


def test_an_order_with_something_dropped() -> None:
    """What an option does without is no mistake in the orders it is based on; an order left with nothing is none."""
    mistakes: list[Mistake] = []
    source = table(before=["set-up", "talk"], after=["event"])
    order = read_order(source, KNOWN, mistakes)
    assert order is not None
    assert order.before == ("set-up",)
    assert read_order(table(before=["talk"], after=["event"]), KNOWN, mistakes) is None
    assert mistakes == []


def test_an_order_with_everything() -> None:
    """Pairing and lags."""
    mistakes: list[Mistake] = []
    source = table(
        before=["set-up"], after=["event"], pairing="half", least_working_days=1, most_working_days=9, least_weeks=0
    )
    order = read_order(source, KNOWN, mistakes)
    assert mistakes == []
    assert order is not None
    assert (order.pairing, order.least_working_days, order.most_working_days) == (Pairing.HALF, 1, 9)
    assert (order.least_weeks, order.most_weeks) == (0, None)


def test_a_shape() -> None:
    """Blocks know where they split and how far they lie apart."""
    mistakes: list[Mistake] = []
    source = table(kind="blocks", split_at="event", working_days=4, least_weeks=3, most_weeks=6)
    shape = read_shape(source, KNOWN, mistakes)
    assert mistakes == []
    assert shape is not None
    assert (shape.kind, shape.split_at, shape.working_days) == (ShapeKind.BLOCKS, "event", 4)
    read_shape(table(kind="blocks", split_at="event", least_weeks=6, most_weeks=3), KNOWN, mistakes)
    assert [mistake.where for mistake in mistakes] == ["shape.most-weeks"]


def test_a_shape_has_the_keys_of_its_kind() -> None:
    """What means nothing for a review in one week is not passed over."""
    mistakes: list[Mistake] = []
    assert read_shape(table(kind="week", tolerance_days=3), KNOWN, mistakes) is None
    assert str(mistakes[0]) == "own.toml, shape.tolerance-days: unknown key; expected one of besides, kind, of."


def test_milestones_follow_earlier_ones() -> None:
    """Or the last meeting; one that follows a later one is a mistake."""
    mistakes: list[Mistake] = []
    earlier = replace(KNOWN, milestones=["draft"])
    draft = read_milestone(table(id="draft", title="Draft", working_days=5), KNOWN, mistakes)
    final = read_milestone(table(id="final", title="Final", follows="draft"), earlier, mistakes)
    assert mistakes == []
    assert draft == MilestoneTemplate("draft", "Draft", "", 5)
    assert final == MilestoneTemplate("final", "Final", "draft", 0)
    assert read_milestone(table(id="final", title="Final", follows="final"), earlier, mistakes) is None
    assert [mistake.where for mistake in mistakes] == ["here.follows"]
