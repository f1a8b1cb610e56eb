"""``[calendars]`` of review.toml."""

from __future__ import annotations

import tomllib

import pytest

from ltsched.domain.availability import Level
from ltsched.domain.review import CalendarSettings
from ltsched.errors import Mistake
from ltsched.files.review.calendar_settings import read_calendar_settings


def read(text: str) -> tuple[CalendarSettings, list[str]]:
    """Read a review.toml of this text, with the people t3 and p07."""
    mistakes: list[Mistake] = []
    table = tomllib.loads(text).get("calendars", {})
    return read_calendar_settings(table, ["t3", "p07"], "review.toml", mistakes), list(map(str, mistakes))


def test_nothing_said_is_told_apart_from_a_choice() -> None:
    """Then whole days shown as free are if-needed, and asked about."""
    assert read("") == (CalendarSettings(None, {}), [])


def test_one_person_may_differ() -> None:
    """A table of their own, beside what counts for all."""
    found, mistakes = read('[calendars]\nall-day-free = "free"\n[calendars.t3]\nall-day-free = "busy"')
    assert (found, mistakes) == (CalendarSettings(Level.FREE, {"t3": Level.BUSY}), [])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[calendars]\nall-day-free = "bussy"', ["calendars.all-day-free", '"bussy"', 'Did you mean "busy"?']),
        ('[calendars.t4]\nall-day-free = "busy"', ["calendars.t4", 'nobody has the id "t4"']),
        ('[calendars]\nall-day-fre = "busy"', ["calendars.all-day-fre", "unknown key", 'mean "all-day-free"?']),
        ('[calendars.t3]\nall-day = "busy"', ["calendars.t3.all-day", "unknown key"]),
        ("[calendars]\nt3 = 3", ["calendars.t3: 3", "expected a table"]),
    ],
    ids=str,
)
def test_a_mistake_says_where_and_what_would_be_right(text: str, said: list[str]) -> None:
    """One for each."""
    _, mistakes = read(text)
    assert len(mistakes) == 1
    assert all(each in mistakes[0] for each in said)
