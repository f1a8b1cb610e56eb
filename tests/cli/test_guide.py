"""`ltsched guide`."""

from __future__ import annotations

import pytest

from ltsched.guide import TOPICS, about, read_topic
from tests.cli.conftest import Program


def test_without_a_topic_it_lists_them(program: Program) -> None:
    ran = program("guide")
    assert ran.code == 0
    assert max(map(len, ran.out.splitlines())) <= 80
    words = " ".join(ran.out.split())
    for topic in TOPICS:
        assert f"{topic} {about(topic)}" in words


@pytest.mark.parametrize("topic", TOPICS)
def test_a_topic_is_plain_text_where_nobody_looks_at_it(program: Program, topic: str) -> None:
    """Into a file or a pipe goes the text as it is, line by line."""
    ran = program("guide", topic)
    assert ran.code == 0
    assert ran.out == read_topic(topic)
    assert "<!--" not in ran.out


def test_a_terminal_gets_it_laid_out(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rich.console.Console.is_terminal", True)
    ran = program("guide", "folder")
    assert ran.code == 0
    assert "|---|" not in ran.out
    assert "review.toml" in ran.out


def test_an_unknown_topic_is_one_message(program: Program) -> None:
    ran = program("guide", "calender")
    assert ran.code == 2
    assert ran.out == ""
    assert "there is no topic 'calender'; expected start," in ran.err
    assert 'Did you mean "calendars"?' in ran.err
    assert ran.err.count("error:") == 1
