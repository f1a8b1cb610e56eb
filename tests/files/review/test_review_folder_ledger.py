"""The ledger in the folder of a review: its invitations make nobody busy, and one that is wrong is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from ltsched.files.invitations.ledger_file import write_ledger
from ltsched.files.review.review_folder import read_review_folder
from tests.support.invitations import ledger_of, line
from tests.support.least_folder import EVENT, PEOPLE, least_folder, notices, told


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return least_folder(tmp_path / "review")


def issued(folder: Path, *, uid: str = "1", reference: str = "R-1") -> None:
    """Write the ledger of a review in which an invitation with this UID was issued."""
    write_ledger(folder, ledger_of(line(uid=uid), reference=reference))


@pytest.mark.parametrize(("uid", "entries"), [("1", 0), ("2", 1)], ids=["its own", "another"])
def test_an_invitation_of_the_review_makes_nobody_busy(folder: Path, uid: str, entries: int) -> None:
    """Who has accepted one has it in the calendar, and can still be planned anew at that time."""
    (folder / "calendars").mkdir()
    (folder / "calendars" / "p1.ics").write_text(EVENT, encoding="utf-8")
    issued(folder, uid=uid)
    review = read_review_folder(folder)
    assert (review.diary("p1").entries, len(review.diary("p1").busy.pairs)) == (entries, entries)
    assert [text for text in notices(review) if text.startswith("not read")] == []


def test_a_broken_ledger_is_told(folder: Path) -> None:
    """Together with the mistakes of other files, after those of the tables."""
    (folder / "invitations.json").write_text("{", encoding="utf-8")
    (folder / "people.csv").write_text(PEOPLE.replace("case-group", "cases"), encoding="utf-8")
    people, ledger = told(folder)
    assert people.startswith("people.csv, line 5, role: ")
    assert ledger.startswith("invitations.json, line 1: not JSON: ")


def test_the_ledger_of_another_review_is_told(folder: Path) -> None:
    """A folder was copied, or the code name has changed."""
    issued(folder, reference="R-2")
    (mistake,) = told(folder)
    assert mistake.startswith('invitations.json, reference: "R-2"; expected "R-1", the reference of review.toml. If ')
