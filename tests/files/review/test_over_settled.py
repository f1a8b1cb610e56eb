"""What is over as a folder says: the last timetable, and what people have settled by hand since."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from ltsched.domain.option import Kind
from ltsched.domain.review import Review
from ltsched.domain.timetable import Booking, Status, Timetable
from ltsched.errors import InvalidReview
from ltsched.files.review.review_folder import read_review_folder
from ltsched.files.review.when import When
from tests.support.agendas import LONDON
from tests.support.small_reviews import small_folder
from tests.support.written import write_timetable

TODAY = date(2027, 1, 20)
PANEL = ("l1", "t1")


def booked(id: str, number: int) -> Booking:
    start, end = (datetime(2027, 1, number, hour, tzinfo=LONDON) for hour in (10, 12))
    subject = id.partition(":")[2]
    return Booking(id, Kind.CONVERSATION, f"Conversation {subject}", start, end, None, (subject, *PANEL), (), PANEL)


def over(tmp_path: Path, text: str) -> list[tuple[str, datetime, tuple[str, ...]]]:
    """Return what is over on `TODAY`: a conversation lay on that day in the last timetable, and one a week later."""
    folder = small_folder(tmp_path / "review", text)
    bookings = booked("conversation:c1", 20), booked("conversation:c2", 27)
    last = Timetable("LT-2027-01", "mid-range", Status.FEASIBLE, (), bookings, ())
    write_timetable(folder / "out", last)
    review: Review = read_review_folder(folder, when=When(TODAY, results=folder / "out"))
    return [(one.activity, one.start, one.panel) for one in review.over]


def test_nothing_said_leaves_it_as_planned(tmp_path: Path) -> None:
    """The conversation of today is over."""
    assert [id for id, *_ in over(tmp_path, "")] == ["conversation:c1"]


def test_what_was_held_before_its_day_has_its_people(tmp_path: Path) -> None:
    """It was planned for next week and held yesterday: those who were to hold it did."""
    text = '[[booking]]\nactivity = "conversation:c2"\nstate = "held"\nstart = 2027-01-19T13:10:00\n'
    found = over(tmp_path, text)
    assert found[0] == ("conversation:c2", datetime(2027, 1, 19, 13, 10, tzinfo=LONDON), PANEL)


def test_what_lies_ahead_has_not_been_held_without_a_time(tmp_path: Path) -> None:
    """The last timetable has it next week: when it was held is asked for."""
    text = '[[booking]]\nactivity = "conversation:c2"\nstate = "held"\n'
    with pytest.raises(InvalidReview, match="at what time conversation:c2 was held"):
        over(tmp_path, text)


@pytest.mark.parametrize("state", ["not-held", "dropped"])
def test_what_was_not_held_is_not_over(tmp_path: Path, state: str) -> None:
    """Though its day is past."""
    assert over(tmp_path, f'[[booking]]\nactivity = "conversation:c1"\nstate = "{state}"\n') == []


def test_a_name_that_no_activity_has(tmp_path: Path) -> None:
    """Told when the folder is read, with the one that was perhaps meant."""
    with pytest.raises(InvalidReview, match=r'booking\[1\]\.activity: "conversation:c4"'):
        over(tmp_path, '[[booking]]\nactivity = "conversation:c4"\nstate = "dropped"\n')
