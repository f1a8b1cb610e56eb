"""Read when a review is planned, and what is over."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from ltsched.domain.option import Kind
from ltsched.domain.review import Review
from ltsched.domain.timetable import Booking, Status, Timetable
from ltsched.files.invitations.issuing import issue
from ltsched.files.review.review_folder import read_review_folder
from ltsched.files.review.when import When, last_results
from tests.support.agendas import LONDON
from tests.support.small_reviews import small_folder
from tests.support.written import write_timetable

TODAY = date(2027, 1, 20)
ORGANISER = """[organiser]
name = "Review office"
email = "reviews@partnership.example"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The small review with a timetable: a set-up on 13 January, a conversation on the 20th, and one on the 27th."""
    folder = small_folder(tmp_path / "review", ORGANISER)
    write_timetable(folder / "out", last())
    return folder


def booked(id: str, number: int, *attendees: str, **more: object) -> Booking:
    kind = Kind(id.partition(":")[0])
    start, end = (datetime(2027, 1, number, hour, tzinfo=LONDON) for hour in (10, 12))
    return Booking(id, kind, kind.capitalize(), start, end, attendees=attendees, **more)  # type: ignore[arg-type]  # passed through


def last(**more: object) -> Timetable:
    bookings = (
        booked("set-up", 13, "l1", "t1"),
        booked("conversation:c1", 20, "c1", "l1", "t1", panel=("l1", "t1")),
        booked("conversation:c2", 27, "c2", "l1", "t1", panel=("l1", "t1")),
    )
    plain = {"reference": "LT-2027-01", "option": "mid-range", "status": Status.FEASIBLE, "stages": ()}
    return Timetable(**{**plain, "bookings": bookings, "milestones": (), **more})  # type: ignore[arg-type]  # passed through


def read(folder: Path, today: date | None = TODAY, **more: object) -> Review:
    return read_review_folder(folder, when=When(today, results=folder / "out", **more))  # type: ignore[arg-type]  # passed through


def ids(review: Review) -> list[str]:
    return [booking.activity for booking in review.over]


def told(review: Review) -> str:
    return " | ".join(str(notice) for notice in review.notices)


def rehearse(folder: Path, day: str = "2027-01-20") -> None:
    """Write the day into review.toml."""
    path = folder / "review.toml"
    path.write_text(path.read_text().replace("timezone", f"today = {day}\ntimezone", 1))


def test_the_day_that_is_given_then_that_of_the_rehearsal_then_the_clock(folder: Path) -> None:
    """And no day at all where nothing says one."""
    now = datetime(2027, 1, 18, 12, tzinfo=UTC)
    assert [read(folder, day, now=now).today for day in (TODAY, None)] == [TODAY, now.date()]
    assert read_review_folder(folder).today is None
    rehearse(folder, "2027-01-19")
    found = [read(folder, day, now=now) for day in (TODAY, None)]
    assert [(review.today, review.rehearsal) for review in found] == [(TODAY, True), (date(2027, 1, 19), True)]


def test_the_clock_is_that_of_the_zone(folder: Path) -> None:
    """It is tomorrow already in Auckland, and yesterday still in Honolulu."""
    path = folder / "review.toml"
    text = path.read_text()
    now = datetime(2027, 1, 18, 11, 30, tzinfo=UTC)
    for zone, day in (("Pacific/Auckland", 19), ("Europe/London", 18), ("Pacific/Honolulu", 18)):
        path.write_text(text.replace("Europe/London", zone))
        assert read(folder, None, now=now).today == date(2027, 1, day)
    assert read(folder, None, now=now.replace(hour=9)).today == date(2027, 1, 17)


@pytest.mark.parametrize(
    ("written", "wrong"),
    [("2027-13-01", "not TOML"), ("true", "expected a date"), ("2027-01-11T10:00:00", "without a time")],
)
def test_a_day_that_is_none_is_told(folder: Path, written: str, wrong: str) -> None:
    rehearse(folder, written)
    with pytest.raises(Exception, match=wrong):
        read(folder)


def test_what_is_over_is_read_as_it_was(folder: Path) -> None:
    """Up to today and that included; nothing before the review has begun, and nothing where no folder is named."""
    assert read(folder).over == last().bookings[:2]
    assert ids(read(folder, date(2027, 1, 10))) == []
    assert ids(read_review_folder(folder, when=When(TODAY))) == []


@pytest.mark.parametrize(
    ("written", "why"),
    [
        (lambda folder: (folder / "out" / "timetable.json").write_text("{"), "cannot be read (timetable.json, line 1"),
        (lambda folder: write_timetable(folder / "out", last(reference="LT-X")), "is of LT-X, not of LT-2027-01"),
        (lambda folder: write_timetable(folder / "out", last(rehearsal=True)), "nothing in it has happened"),
    ],
)  # fmt: skip
def test_a_timetable_that_says_nothing_of_the_past_is_told(
    folder: Path, written: Callable[[Path], object], why: str
) -> None:
    """Damaged, of another review, of a rehearsal: the review is planned all the same, and by the invitations alone."""
    issue(read(folder), folder, folder / "out", now=datetime(2027, 1, 11, tzinfo=UTC))
    written(folder)
    found = read(folder)
    assert why in told(found)
    assert ids(found) == ["set-up", "conversation:c1"]
    assert found.over[1].panel == ("l1", "t1")


def test_in_a_rehearsal_the_last_timetable_counts_whatever_it_is_of(folder: Path) -> None:
    """So that the weeks to come can be rehearsed one after the other, from where the review stands."""
    rehearse(folder)
    assert len(ids(read(folder))) == 2
    write_timetable(folder / "out", last(rehearsal=True))
    assert len(ids(read(folder))) == 2


def test_who_is_not_known_any_more_is_left_out_and_told(folder: Path) -> None:
    """A person and a room; what they took part in stays."""
    bookings = (replace(last().bookings[1], attendees=("c1", "l1", "t9"), panel=("l1", "t9"), room="r1"),)
    write_timetable(folder / "out", last(bookings=bookings))
    found = read(folder)
    assert "conversation:c1 of 2027-01-20 is over and stays without t9, r1" in told(found)
    assert found.over == (replace(bookings[0], attendees=("c1", "l1"), panel=("l1",), room=None),)


def test_of_another_option_what_both_have_stays(folder: Path) -> None:
    """Focused has no conversations; nobody was invited to one."""
    found = read_review_folder(folder, "focused", when=When(TODAY, results=folder / "out"))
    assert ids(found) == ["set-up"]


def test_a_timetable_of_before_has_no_day(folder: Path) -> None:
    """It is read as ever."""
    path = folder / "out" / "timetable.json"
    text = path.read_text()
    path.write_text(text.replace(',\n  "today": null,\n  "rehearsal": false', ""))
    assert path.read_text() != text
    assert len(ids(read(folder))) == 2


def test_the_last_timetable_is_the_one_beside_which_is_written(tmp_path: Path) -> None:
    """Where there is none, it is that of the review."""
    assert last_results(tmp_path, tmp_path / "other") == tmp_path / "out"
    write_timetable(tmp_path / "other", last())
    assert last_results(tmp_path, tmp_path / "other") == tmp_path / "other"
