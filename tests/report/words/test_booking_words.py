"""A booking in a few words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ltsched.report.words.booking_words import subject, what
from tests.support.agendas import activity, agenda, at, booking, person


@pytest.mark.parametrize(
    ("id", "title", "part", "words"),
    [
        ("set-up", "Set-up meeting", "", "Set-up meeting"),
        ("review-team-meeting:2", "Review-team meeting", "2", "Review-team meeting 2"),
        ("conversation:p06", "Conversation p06", "p06", "Conversation p06"),
        ("x:a\nb", "A \x1b[1m title", "a b", "A [1m title a b"),
    ],
)
def test_what_is_booked(id: str, title: str, part: str, words: str) -> None:
    """The title, with what tells it from others of its kind, once; on one line and harmless."""
    plan = agenda([person("t1")], [activity("m", expected=("t1",))])
    booked = replace(booking(plan, "m", at(0, "10:00")), activity=id, title=title)
    assert (subject(booked), what(booked)) == (part, words)
