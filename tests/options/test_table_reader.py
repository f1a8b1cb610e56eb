"""Taking values out of a table: each of its kind, or a mistake that names its place."""

from __future__ import annotations

from typing import Any

import pytest

from ltsched.domain.option import Kind
from ltsched.errors import Mistake
from ltsched.options.table_reader import TableReader


def reader(**table: Any) -> tuple[TableReader, list[Mistake]]:
    mistakes: list[Mistake] = []
    return TableReader(
        table, "own.toml", "here", {"joint-meetings": 2, "findings-meeting": "no"}, mistakes, set()
    ), mistakes


@pytest.mark.parametrize(
    ("method", "good", "bad"),
    [
        ("text", "x", [3, "", "a\nb", [1], True]),
        ("names", ["x"], [3, [1], {"a": 1}]),
        ("flag", True, [1, "true", []]),
        ("whole", 3, [-1, 1.5, True, "x", 1001, []]),
        ("share", 0.5, [-0.1, 1.1, "x", True, [], float("nan")]),
        ("table_at", {}, [3, [], "x"]),
        ("tables_at", [{}], [3, {}, [3]]),
    ],
)
def test_every_kind_takes_its_own_and_refuses_others(method: str, good: object, bad: list[object]) -> None:
    """A value of another kind is one mistake, with its place."""
    sound, mistakes = reader(key=good)
    getattr(sound, method)("key")
    assert mistakes == []
    for value in bad:
        wrong, mistakes = reader(key=value)
        getattr(wrong, method)("key")
        assert [mistake.where for mistake in mistakes] == ["here.key"], value


def test_the_name_of_a_number_stands_for_it() -> None:
    """And the reader knows that it was used."""
    named, mistakes = reader(count="joint-meetings", other="joint-meting")
    assert named.whole("count") == 2
    assert named.used == {"joint-meetings"}
    assert named.whole("other") is None
    assert "joint-meetings" in mistakes[0].hint


def test_one_of_some_words() -> None:
    """A word of the trade, or a mistake with the nearest one."""
    sound, mistakes = reader(kind="event")
    assert sound.word("kind", Kind) is Kind.EVENT
    assert mistakes == []
    wrong, mistakes = reader(kind="evnt")
    assert wrong.word("kind", Kind) is None
    assert "event" in mistakes[0].hint


def test_what_nobody_asked_for_is_told() -> None:
    """Nothing is silently ignored: each key left over is a mistake, with the nearest of those asked for."""
    left, mistakes = reader(titel="x", count=1)
    left.text("title", "")
    left.whole("count")
    left.finish()
    assert [(mistake.where, mistake.found) for mistake in mistakes] == [("here.titel", "unknown key")]
    assert "title" in mistakes[0].hint


def test_readers_within_readers_know_their_place() -> None:
    """The second table of an array is number two."""
    outer, mistakes = reader(panel={"size": "x"}, order=[{}, {"before": 3}])
    inner = outer.table_at("panel")
    assert inner is not None
    inner.whole("size")
    outer.tables_at("order")[1].names("before")
    assert [mistake.where for mistake in mistakes] == ["here.panel.size", "order[2].before"]
