"""[[booking]] and [[window]] of review.toml: what they say, and every mistake in them at once."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path

import pytest

from ltsched.domain.people import Person, Role, Room
from ltsched.domain.settled import Settled, State, WishedWindow
from ltsched.errors import Mistake
from ltsched.files.review.review_toml import ReviewFile, read_review_toml
from tests.support.agendas import LONDON

PEOPLE = (Person("l1", "L", "", (Role.LEAD_REVIEWER,)), Person("t1", "T", "", (Role.REVIEW_TEAM,)))
ROOMS = (Room("r1", "Room 1", 8),)
LEAST = 'reference = "R-1"\noption = "full"\ncommissioned = 2027-01-11\ntimezone = "Europe/London"\nregion = "GB-ENG"\n'


def read(tmp_path: Path, text: str) -> tuple[ReviewFile, list[str]]:
    """Return what is read of a review with this text, and its mistakes."""
    file = tmp_path / "review.toml"
    file.write_text(LEAST + text, encoding="utf-8")
    mistakes: list[Mistake] = []
    found = read_review_toml(file, PEOPLE, None, mistakes, [], ROOMS)
    assert found is not None
    return found, [str(mistake) for mistake in mistakes]


def booking(text: str) -> str:
    return f'[[booking]]\nactivity = "set-up"\n{text}\n'


def test_every_key_is_read(tmp_path: Path) -> None:
    """All that they can say, each in its place; a start as TOML writes it or as a text."""
    text = """
[[booking]]
activity = "conversation:p07"
start = 2027-05-13T10:05:00
room = "r1"
held-by = ["l1", "t1"]
[[booking]]
activity = "joint-meeting:1"
start = "2027-05-20"
[[booking]]
activity = "set-up"
state = "not-held"
start = "2027-01-20 09:30"
[[booking]]
activity = "introduction"
state = "dropped"
[[window]]
activity = "conversation"
weekdays = ["Mon", "wednesday"]
hours = "9:30-24:00"
from = 2027-05-03
until = 2027-05-28
[[window]]
person = "t1"
hours = "10:00-16:00"
"""
    found, mistakes = read(tmp_path, text)
    assert mistakes == []
    moment = datetime(2027, 5, 13, 10, 5, tzinfo=LONDON)
    undone = datetime(2027, 1, 20, 9, 30, tzinfo=LONDON)
    assert found.settled == (
        Settled("conversation:p07", State.AGREED, date(2027, 5, 13), moment, "r1", ("l1", "t1")),
        Settled("joint-meeting:1", State.AGREED, date(2027, 5, 20)),
        Settled("set-up", State.NOT_HELD, date(2027, 1, 20), undone),
        Settled("introduction", State.DROPPED),
    )
    assert found.windows == (
        WishedWindow("conversation", "", frozenset({0, 2}), time(9, 30), None, date(2027, 5, 3), date(2027, 5, 28)),
        WishedWindow("", "t1", frozenset(), time(10), time(16)),
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (booking(""), "booking[1].start: nothing is agreed about it; expected a start, a room or held-by, or another"),
        (
            booking('start = "13 May"'),
            "expected a local time such as 2027-05-13 10:00:00, or a day such as 2027-05-13.",
        ),
        (booking("start = 2027-05-13T10:00:00Z"), "in the zone of the review, in whole minutes"),
        (booking("start = 2027-05-13T10:00:30"), "in the zone of the review, in whole minutes"),
        (booking("start = 2027-03-28T01:30:00"), "there is no 01:30 on 2027-03-28: the clocks go forward"),
        (booking("start = 2047-03-28"), "expected a date within ten years of the commissioning"),
        (booking('room = "r2"'), 'no room has the id "r2"; expected the id of a room.'),
        (booking('held-by = ["t9"]'), 'nobody has the id "t9"; expected the id of a person.'),
        (booking('state = "hold"'), "expected one of agreed, held, not-held, dropped"),
        (
            booking('state = "held"') + booking('state = "dropped"'),
            'booking[2].activity: "set-up" is there already (booking[1]); expected one table for each activity',
        ),
        ("[[window]]\nhours = '10:00-16:00'\n", "neither is there; expected an activity or a person, one of the two"),
        (
            "[[window]]\nperson = 't1'\nactivity = 'set-up'\nhours = '10:00-16:00'\n",
            "both are there; expected an activity or a person, one of the two",
        ),
        ("[[window]]\nperson = 't1'\n", "nothing limits it; expected weekdays, hours, from or until"),
        ("[[window]]\nperson = 't9'\nhours = '10:00-16:00'\n", 'nobody has the id "t9"'),
        ("[[window]]\nperson = 't1'\nhours = '16:00-10:00'\n", '"16:00-10:00" ends before it begins'),
        ("[[window]]\nperson = 't1'\nhours = '10-16'\n", "expected hours such as 10:00-16:00"),
        ("[[window]]\nperson = 't1'\nhours = '10:00-25:00'\n", '"10:00-25:00" is not within a day'),
        ("[[window]]\nperson = 't1'\nweekdays = ['Mo']\n", '"Mo" is no day; expected days such as Mon, Tue'),
        ("[[window]]\nperson = 't1'\nfrom = 2027-05-03\nuntil = 2027-05-02\n", "2027-05-02 is before 2027-05-03"),
    ],
    ids=lambda text: text.split(";")[0][:40],
)
def test_what_is_wrong_is_told_with_what_would_be_right(tmp_path: Path, text: str, expected: str) -> None:
    """One mistake each."""
    _, mistakes = read(tmp_path, text)
    assert len(mistakes) == 1
    assert expected in mistakes[0]


def test_all_mistakes_at_once(tmp_path: Path) -> None:
    """In several tables."""
    _, mistakes = read(tmp_path, booking('room = "r9"\nheld-by = "x"') + "[[window]]\nperson = 't1'\n")
    assert len(mistakes) >= 2


def test_of_an_hour_that_is_there_twice_the_first_is_meant(tmp_path: Path) -> None:
    """On the night on which the clocks go back."""
    found, mistakes = read(tmp_path, booking("start = 2027-10-31T01:30:00"))
    assert mistakes == []
    assert found.settled[0].start is not None
    assert found.settled[0].start.fold == 0
