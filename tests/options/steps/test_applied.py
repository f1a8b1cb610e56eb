"""What a change makes of a review is what comes of writing its edits into the files and reading them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest

from ltsched.domain.explaining.changes.number_set import NumberPlace, NumberSet
from ltsched.domain.explaining.changes.people import NoConversation, NotEssential, OneMoreReviewer
from ltsched.domain.explaining.changes.rooms import OneMoreRoom, RoomSeats
from ltsched.domain.explaining.changes.said import HoldEnds, NotAgreed, WindowsGone, WindowWidened
from ltsched.domain.explaining.step import Change
from ltsched.domain.people import Person, Role, Room
from ltsched.domain.review import Review
from ltsched.errors import InvalidReview
from ltsched.files.review.review_folder import read_review_folder
from ltsched.options.expand import expand
from ltsched.options.steps.applied import applied
from tests.support.edited import write_edits

PEOPLE = """id,name,email,role,agency,works,essential,conversation,line_manager,notes
l1,Lead,l1@x.example,lead-reviewer,,,,,,
l2,Second,l2@x.example,lead-reviewer,,,,,,
t1,Head,t1@x.example,review-team,Council,Mon-Wed 09:00-17:00,yes,,,
t2,Doctor,t2@x.example,review-team,Trust,,,,,
c1,Teacher,c1@x.example,case-group,School,,,1,,
c2,Officer,c2@x.example,case-group,Police,,yes,2,,
c3,Nurse,c3@x.example,case-group,Trust,,,3,,
"""
ROOMS = "id,name,capacity\nr1,Hall,12\nr2,Board room,5\n"
BUSY = "id,start,end\nt1,2027-02-15,2027-02-19\nr1,2027-02-16T09:00,2027-02-16T12:00\n"
REVIEW = """reference = "LT-2027-01"
option = "mid-range"
kind = "practice-review"
commissioned = 2027-01-11
timezone = "Europe/London"
region = "GB-ENG"
[family]
approach = "letter"
[customise]
span-weeks = 20
[[hold]]
scope = "review"
from = 2027-03-01
until = 2027-03-12
reason = "criminal trial"
[[hold]]
scope = "person:c1"
from = 2027-04-12
[[window]]
activity = "joint-meeting"
weekdays = ["Tue", "Thu"]
hours = "10:00-16:00"
[[window]]
person = "t2"
weekdays = ["Mon"]
[[window]]
person = "t2"
from = 2027-02-01
until = 2027-06-30
[[booking]]
activity = "set-up"
start = 2027-01-20T10:00:00
[[booking]]
activity = "introduction"
start = 2027-02-12
[[activity]]
id = "briefing"
title = "Briefing of the board"
minutes = 60
must = ["lead-reviewer"]
[[order]]
before = ["joint-meeting"]
after = ["briefing"]
least-working-days = 5
"""


def folder(path: Path, people: str = PEOPLE) -> Path:
    """Write the folder, which has something of everything that can be otherwise."""
    path.mkdir(parents=True, exist_ok=True)
    for name, text in {"review.toml": REVIEW, "people.csv": people, "rooms.csv": ROOMS, "busy.csv": BUSY}.items():
        (path / name).write_text(text, encoding="utf-8")
    return path


def number(kind: str, place: NumberPlace, after: float | str) -> NumberSet:
    """A number set; what it was before is for people to read."""
    return NumberSet(kind, place, 0, after)


CHANGES: dict[str, Callable[[Review], Change]] = {
    "essential": lambda review: NotEssential("t1"),
    "no conversation": lambda review: NoConversation(("c3", "c2")),
    "one more reviewer": lambda review: OneMoreReviewer(
        Person("new1", "One more", "", (Role.REVIEW_TEAM,), "Another agency")
    ),
    "one more lead": lambda review: OneMoreReviewer(Person("new1", "One more", "", (Role.LEAD_REVIEWER,))),
    "seats": lambda review: RoomSeats("r2", 5, 10),
    "one more room": lambda review: OneMoreRoom(Room("new-room", "One more room", 9)),
    "hold ended": lambda review: HoldEnds(review.holds[0], date(2027, 3, 5)),
    "open hold ended": lambda review: HoldEnds(review.holds[1], date(2027, 4, 30)),
    "no hold": lambda review: HoldEnds(review.holds[0], date(2027, 2, 28)),
    "window": lambda review: WindowsGone((review.windows[0],)),
    "windows that are alternatives": lambda review: WindowsGone(review.windows[1:]),
    "any weekday": lambda review: WindowWidened(review.windows[0], "weekdays"),
    "any hours": lambda review: WindowWidened(review.windows[0], "hours"),
    "no first day": lambda review: WindowWidened(review.windows[2], "from"),
    "no last day": lambda review: WindowWidened(review.windows[2], "until"),
    "a time agreed": lambda review: NotAgreed(review.settled[0]),
    "a day agreed": lambda review: NotAgreed(review.settled[1]),
    "a number": lambda review: number("minutes", NumberPlace("joint-meeting-minutes"), 330),
    "a number that is there": lambda review: number("span", NumberPlace("span-weeks"), 21),
    "a share": lambda review: number("quorum", NumberPlace("joint-meeting-quorum"), 0.55),
    "a choice": lambda review: number("meeting", NumberPlace("findings-meeting"), "no"),
    "of an activity of its own": lambda review: number("minutes", NumberPlace("minutes", "activity", "briefing"), 30),
    "of an activity of the option": lambda review: number(
        "minutes", NumberPlace("minutes", "activity", "introduction"), 60
    ),
    "of an order of its own": lambda review: number("lag", NumberPlace("least-working-days", "order", "1"), 4),
}
"""A change of each kind, and of each way to write one."""


def asked(review: Review) -> tuple[object, ...]:
    """All that is planned of a review."""
    agenda = expand(review, tell_of_holds=False)
    return (
        agenda.activities,
        agenda.precedences,
        agenda.daily_loads,
        agenda.shape,
        dict(agenda.availability),
        (agenda.span_start, agenda.span_end, agenda.horizon_end),
        agenda.report_dates,
        review.people,
        review.rooms,
        review.holds,
        review.windows,
        review.settled,
        review.settings,
        review.option,
    )


def same(path: Path, changes: Sequence[Change]) -> None:
    """See that making `changes` to a folder and to its review comes to the same, and to something else than before."""
    before = read_review_folder(path)
    made = applied(before, changes)
    write_edits(path, [edit for change in changes for edit in change.edits(before)])
    assert asked(read_review_folder(path)) == asked(made)
    assert asked(made) != asked(before)


@pytest.mark.parametrize("name", CHANGES)
def test_it_is_what_is_read_again(tmp_path: Path, name: str) -> None:
    """For each kind."""
    path = folder(tmp_path)
    same(path, [CHANGES[name](read_review_folder(path))])


def test_all_at_once(tmp_path: Path) -> None:
    """Tables that go do not change the numbers of those that stay, for whoever writes it."""
    path = folder(tmp_path)
    review = read_review_folder(path)
    names = ("no hold", "open hold ended", "window", "no first day", "a time agreed")
    numbers = ("a number", "a share", "of an activity of the option", "of an order of its own")
    same(path, [CHANGES[name](review) for name in (*names, *numbers, "essential", "no conversation", "seats")])


def test_ranks_are_written_where_nobody_has_one(tmp_path: Path) -> None:
    """Without ranks it is the whole case group: one conversation fewer takes ranks for all others."""
    people = PEOPLE.replace(",1,,", ",,,").replace(",2,,", ",,,").replace(",3,,", ",,,")
    path = folder(tmp_path, people)
    change = NoConversation(("c3",), ("c1", "c2"))
    assert len(change.edits(read_review_folder(path))) == 2
    same(path, [change])
    held = [one.id for one in expand(read_review_folder(path)).activities if one.kind == "conversation"]
    assert held == ["conversation:c1", "conversation:c2"]


def test_what_is_said_of_a_conversation_goes_with_it(tmp_path: Path) -> None:
    """A window, a hold and a booking of what is not held would be mistakes; those of others stay."""
    path = folder(tmp_path)
    said = """
[[window]]
activity = "conversation:c3"
weekdays = ["Mon"]
[[hold]]
scope = "activity:conversation:c3"
from = 2027-03-01
[[booking]]
activity = "conversation:c3"
start = 2027-03-10
"""
    (path / "review.toml").write_text(REVIEW + said, encoding="utf-8")
    change = NoConversation(("c3",), chosen=True)
    assert [edit.key for edit in change.edits(read_review_folder(path))] == [
        *("c3.conversation", "window[4]", "hold[3]", "booking[3]"),
    ]
    same(path, [change])


@pytest.mark.parametrize("after", [0, 721, "no", 2.5])
def test_no_number_that_would_be_refused(tmp_path: Path, after: float | str) -> None:
    """Its limits are those of review.toml."""
    review = read_review_folder(folder(tmp_path))
    with pytest.raises(InvalidReview, match="joint-meeting-minutes"):
        applied(review, [number("minutes", NumberPlace("joint-meeting-minutes"), after)])


def test_the_last_of_two_amounts_counts(tmp_path: Path) -> None:
    """One after another, as where each was a step; together they are one."""
    review = read_review_folder(folder(tmp_path))
    first, second = (NumberSet("span", NumberPlace("span-weeks"), before, before + 1) for before in (20, 21))
    both = NumberSet("span", NumberPlace("span-weeks"), 20, 22)
    assert asked(applied(review, [first, second])) == asked(applied(review, [both]))


def test_nothing_changed(tmp_path: Path) -> None:
    """Without a change it is the review itself."""
    review = read_review_folder(folder(tmp_path))
    assert applied(review, []) is review
