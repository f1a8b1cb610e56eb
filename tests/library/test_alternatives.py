"""`ltsched.alternatives`: of a folder, its timetable and its answers; and what cannot be asked for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

import ltsched
from ltsched.domain.invitations.answers import Said
from ltsched.domain.invitations.invitations import Issued
from ltsched.domain.review import Review
from ltsched.domain.settled import Settled
from ltsched.files.invitations.ledger_file import read_ledger, write_ledger
from tests.support.agendas import LONDON
from tests.support.invitations import answer
from tests.support.small_reviews import small_folder

ORGANISER = """[organiser]
name = "Review office"
email = "reviews@partnership.example"
"""
TODAY = date(2027, 1, 11)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A review of four people that is planned."""
    made = small_folder(tmp_path / "review", ORGANISER)
    ltsched.write(ltsched.plan(review_of(made)), made / "out")
    return made


def review_of(folder: Path, today: date = TODAY) -> Review:
    return ltsched.read_review(folder, today=today)


def test_the_other_times_of_a_folder(folder: Path) -> None:
    """In the order in which they are best, and nothing is written."""
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    found = ltsched.alternatives(review_of(folder), "conversation:c1", count=3)
    assert len(found.found) == 3
    assert not found.invited
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_answers_to_the_invitation_as_it_stands(folder: Path) -> None:
    """A counter-proposal is among them."""
    review = review_of(folder)
    ltsched.invite(review, now=datetime(2027, 1, 11, 8, tzinfo=LONDON))
    ledger = read_ledger(folder, review.reference, LONDON)
    line = next(each for each in ledger.issued if each.told.key == ("conversation:c1", "c1"))
    start = proposed(review, line)
    counter = answer(line, Said.DECLINED, start=start, end=start.replace(hour=start.hour + 2))
    write_ledger(folder, replace(ledger, answers=(*ledger.answers, counter)))
    found = ltsched.alternatives(review_of(folder), "conversation:c1", count=1)
    assert found.invited
    (granted,) = (each for each in found.found if each.proposed_by)
    assert (granted.booking.start, granted.proposed_by) == (start, ("c1",))


def proposed(review: Review, line: Issued) -> datetime:
    """Return the last of the times that are possible."""
    found = ltsched.alternatives(review, "conversation:c1").found
    return max(each.booking.start for each in found if each.booking.start != line.told.start)


def test_what_is_agreed_may_be_looked_at(folder: Path) -> None:
    """Its own agreement does not hold it; that is told, because it has to be changed as well."""
    agreed = replace(review_of(folder), settled=(Settled("conversation:c1"),))
    found = ltsched.alternatives(agreed, "conversation:c1", count=2)
    assert found.agreed
    assert len(found.found) == 2


@pytest.mark.parametrize(
    ("activity", "count", "said"),
    [
        ("conversation:c3", 10, 'Did you mean "conversation:c'),
        ("xyz", 10, "There are: "),
        ("conversation:c1", 0, "0 alternatives cannot be had"),
    ],
)
def test_what_cannot_be_asked_for(folder: Path, activity: str, count: int, said: str) -> None:
    with pytest.raises(ltsched.WrongUse, match=said):
        ltsched.alternatives(review_of(folder), activity, count=count)


def test_what_is_over_cannot_be_moved(folder: Path) -> None:
    with pytest.raises(ltsched.WrongUse, match="conversation:c1 is over"):
        ltsched.alternatives(review_of(folder, date(2027, 6, 1)), "conversation:c1")


def test_a_timetable_of_another_state_of_the_review(folder: Path) -> None:
    """What is booked and what has to be are told apart, all at once."""
    people = folder / "people.csv"
    people.write_text(people.read_text().replace("School,1", "School,").replace("Police,2", "Police,1"))
    path = folder / "out" / "timetable.json"
    path.write_text(path.read_text().replace("review-team-meeting:1", "review-team-meeting:9"))
    with pytest.raises(ltsched.InvalidReview) as error:
        ltsched.alternatives(review_of(folder), "conversation:c2")
    assert {mistake.where for mistake in error.value.mistakes} == {
        "conversation:c1",
        "review-team-meeting:1",
        "review-team-meeting:9",
    }


def test_without_a_timetable(folder: Path) -> None:
    (folder / "out" / "timetable.json").unlink()
    with pytest.raises(ltsched.InvalidReview, match="Run `ltsched plan` first"):
        ltsched.alternatives(review_of(folder), "conversation:c1")


def test_without_a_folder(folder: Path) -> None:
    with pytest.raises(ltsched.WrongUse, match="not read from a folder"):
        ltsched.alternatives(replace(review_of(folder), folder=None), "conversation:c1")


def test_while_something_waits(folder: Path) -> None:
    """What waits for a hold without an end has no other time; the rest has, and the report has no date."""
    review_toml = folder / "review.toml"
    hold = '[[hold]]\nscope = "activity:joint-meeting:1"\nfrom = 2027-01-12\n'
    review_toml.write_text(review_toml.read_text() + hold)
    ltsched.write(ltsched.replan(review_of(folder)).result, folder / "out")
    found = ltsched.alternatives(review_of(folder), "conversation:c1", count=2)
    assert found.now.waiting == ("joint-meeting:1",)
    assert (found.broken, [each.report for each in found.found]) == ((), [None, None])
    with pytest.raises(ltsched.WrongUse, match="joint-meeting:1 waits for the end of a hold that has none"):
        ltsched.alternatives(review_of(folder), "joint-meeting:1")
    with pytest.raises(ltsched.InvalidReview, match=r"--pin: .* waits for the end of a hold"):
        ltsched.replan(review_of(folder), pins=["joint-meeting:1"])
    review_toml.write_text(review_toml.read_text() + "until = 2027-01-20\n")
    with pytest.raises(ltsched.InvalidReview, match=r"Run `ltsched replan` first"):
        ltsched.alternatives(review_of(folder), "conversation:c1")
