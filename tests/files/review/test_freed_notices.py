"""Rows of busy.csv that free somebody after all: what they do, and what should be known of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from ltsched.domain.review import Review
from ltsched.files.review.review_folder import read_review_folder
from ltsched.options.diaries import availability
from tests.support.agendas import day, span
from tests.support.small_reviews import small_folder

TUESDAY = 1


def read(tmp_path: Path, rows: str, more: str = "") -> Review:
    """Return the review of four people, commissioned on 11 January, with these rows; days are those of March."""
    folder = small_folder(tmp_path / "review", more)
    (folder / "busy.csv").write_text("id,start,end,level,note\n" + rows, encoding="utf-8")
    return read_review_folder(folder)


def told(review: Review) -> list[str]:
    return [notice.text for notice in review.notices if "free after all" in notice.text]


def test_it_overrides_other_rows_and_hours(tmp_path: Path) -> None:
    """To the minute; what they could give up if needed is then simply free."""
    rows = (
        "t1,2027-03-02,2027-03-02,busy,court\n"
        "t1,2027-03-02T15:00,2027-03-02T16:00,if-needed,\n"
        "t1,2027-03-02T14:00,2027-03-02T18:30,free,can come after all\n"
    )
    review = read(tmp_path, rows)
    found = availability(review, day(5))["t1"]
    whole = span(TUESDAY, "00:00", "23:59")
    assert found.free & whole == span(TUESDAY, "14:00", "18:30")
    assert not found.if_needed & whole
    assert told(review) == [
        "busy.csv, line 4: t1 is free after all, and what lines 2 and 3 say of that time does not count"
    ]


@pytest.mark.parametrize(
    "rows",
    [
        "t1,2027-03-02T10:00,2027-03-02T11:00,free,\n",
        "t1,2027-01-05,2027-01-08,Free,\n",
        "t1,2027-03-05,2027-03-08,free,\n",
        "t1,2027-03-02T10:00,2027-03-02T12:00,busy,\nt1,2027-03-02T12:00,2027-03-02T13:00,free,\n",
        "t1,2027-03-02T10:00,2027-03-02T12:00,busy,\nc1,2027-03-02T10:00,2027-03-02T13:00,free,\n",
    ],
    ids=["free already", "over", "a weekend in it", "touching", "somebody else"],
)
def test_there_is_nothing_to_tell(tmp_path: Path, rows: str) -> None:
    """What is free already, or over, and what does its work in part."""
    assert told(read(tmp_path, rows)) == []


@pytest.mark.parametrize(
    ("row", "more", "why"),
    [
        ("t1,2027-03-06,2027-03-07", "", "nobody is booked on such a day or hour"),
        (
            "t1,2027-03-02,",
            "[[hold]]\nscope = 'person:t1'\nfrom = 2027-03-01\n",
            "is kept away by a hold all the same",
        ),
        (
            "t1,2027-03-02T10:00,2027-03-02T11:00",
            "[[window]]\nperson = 't1'\nhours = '12:00-15:00'\n",
            "is kept away by a window of review.toml all the same",
        ),
    ],
)
def test_what_no_row_can_free_is_told(tmp_path: Path, row: str, more: str, why: str) -> None:
    """A weekend, a hold, a window: the row is right, and helps nothing."""
    review = read(tmp_path, f"{row},free,\n", more)
    assert told(review) == [f"busy.csv, line 2: t1 is free after all, but {why}"]
