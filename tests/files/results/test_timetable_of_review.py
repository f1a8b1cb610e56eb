"""A timetable is read again only for the review, the option, the people and the rooms that it was planned for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from ltsched.domain.timetable import Booking
from ltsched.errors import InvalidReview
from ltsched.files.results.timetable_file import write_timetable
from ltsched.files.results.timetable_of_review import read_timetable_of
from ltsched.validation.mistake_limit import MOST_MISTAKES
from tests.support.agendas import LONDON, at
from tests.support.invitations import meeting, review_of, timetable_of

REVIEW = review_of()
SET_UP = meeting("set-up", at(35, "10:00"), "p1", "p2", room="r1", missing=("p3",))


def written(folder: Path, *bookings: Booking, **more: Any) -> Path:
    """Write a timetable of `REVIEW` and return its folder."""
    write_timetable(folder, timetable_of(REVIEW, *bookings, **more))
    return folder


def mistakes(folder: Path) -> list[str]:
    """Return what is wrong with the timetable in a folder."""
    with pytest.raises(InvalidReview) as caught:
        read_timetable_of(REVIEW, folder)
    return [str(mistake) for mistake in caught.value.mistakes]


def test_a_timetable_of_the_review_comes_back(tmp_path: Path) -> None:
    """With times in the zone of the review, not only at their offsets."""
    found = read_timetable_of(REVIEW, written(tmp_path, SET_UP))
    assert found.bookings == (SET_UP,)
    assert found.bookings[0].start.tzinfo is LONDON


def test_without_a_timetable_the_way_to_one_is_told(tmp_path: Path) -> None:
    """There is no file yet."""
    (told,) = mistakes(tmp_path)
    assert told.startswith("timetable.json: cannot be read: ")
    assert told.endswith("Run `ltsched plan` first.")


@pytest.mark.parametrize(
    ("other", "told"),
    [
        (
            {"reference": "LT-2"},
            ['timetable.json, reference: "LT-2"; the review is "LT-TEST-1". Plan again.'],
        ),
        (
            {"option": "full"},
            [
                'timetable.json, option: "full"; the option of the review is "test". Plan again, or add --option full.',
            ],
        ),
        (
            {"reference": "LT-2", "option": "full"},
            [
                'timetable.json, reference: "LT-2"; the review is "LT-TEST-1". Plan again.',
                'timetable.json, option: "full"; the option of the review is "test". Plan again, or add --option full.',
            ],
        ),
    ],
    ids=["review", "option", "both"],
)
def test_a_timetable_of_another_plan_is_refused(tmp_path: Path, other: dict[str, str], told: list[str]) -> None:
    """That its people are not known either goes without saying."""
    stranger = replace(SET_UP, attendees=("p9",))
    assert mistakes(written(tmp_path, stranger, **other)) == told


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        (
            {"attendees": ("p1", "p22")},
            'set-up: "p22" takes part; expected an id of people.csv. Did you mean "p2"? Plan again.',
        ),
        ({"attendees": ("bob",)}, 'set-up: "bob" takes part; expected an id of people.csv. Plan again.'),
        ({"missing": ("bob",)}, 'set-up: "bob" takes part; expected an id of people.csv. Plan again.'),
        ({"room": "hall"}, 'set-up: "hall" takes part; expected an id of rooms.csv. Plan again.'),
    ],
)
def test_who_is_not_known_is_told(tmp_path: Path, fields: dict[str, Any], told: str) -> None:
    """The booking, the id, and the nearest one that is known."""
    assert mistakes(written(tmp_path, replace(SET_UP, **fields))) == [f"timetable.json, {told}"]


def test_a_room_is_not_needed(tmp_path: Path) -> None:
    """None is no unknown one."""
    assert read_timetable_of(REVIEW, written(tmp_path, replace(SET_UP, room=None))).bookings[0].room is None


def test_too_many_strangers_are_cut_short(tmp_path: Path) -> None:
    """Nobody reads five hundred mistakes."""
    bookings = [meeting(f"m:{number}", at(1, "10:00"), "x") for number in range(500)]
    assert len(mistakes(written(tmp_path, *bookings))) == MOST_MISTAKES + 1
