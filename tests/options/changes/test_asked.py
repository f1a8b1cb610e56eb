"""Changes from the words of the command line: what is understood, and every mistake at once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from ltsched.domain.living.changes import Changes
from ltsched.domain.review import Hold, HoldScope
from ltsched.errors import InvalidReview
from ltsched.options.changes.asked import asked_changes

FIRST, LAST = date(2027, 3, 1), date(2027, 3, 12)


def told(**asked: Sequence[str]) -> list[str]:
    with pytest.raises(InvalidReview) as caught:
        asked_changes(**asked)
    return [str(mistake) for mistake in caught.value.mistakes]


def test_nothing_asked_is_nothing() -> None:
    """No words, no change."""
    assert asked_changes() == Changes()


@pytest.mark.parametrize(
    ("text", "last"),
    [("2027-03-01..2027-03-12", LAST), (" 2027-03-01 .. 2027-03-12 ", LAST), ("2027-03-01..", None)],
)
def test_a_hold(text: str, last: date | None) -> None:
    """On the review; both days are held, and the second may be left out."""
    assert asked_changes(holds=[text]).holds == (Hold(HoldScope.REVIEW, "", FIRST, last, "what if"),)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("joint-meetings=1", 1),
        ("customise.joint-meetings = 1", 1),
        ("joint-meetings='1'", "1"),
        ("joint-meetings=0.5", 0.5),
        ("joint-meetings=auto", "auto"),
        ('joint-meetings="auto"', "auto"),
    ],
)
def test_a_number_is_read_as_review_toml_would_have_it(text: str, value: Any) -> None:
    """A word may stand without quotation marks; whether it is right is looked at with the review."""
    assert asked_changes(settings=[text]) == Changes(numbers={"joint-meetings": value})


def test_a_deadline_and_people() -> None:
    """Each once, in the order in which they were named."""
    found = asked_changes(without=["t3", "t1", "t3"], settings=["deadline=2027-03-12"], late=["t2=2027-03-01"])
    assert found == Changes(without=("t3", "t1"), deadline=LAST, late={"t2": FIRST})


def test_every_mistake_at_once() -> None:
    """Each names the flag, what was found and what would be right."""
    assert told(
        holds=["soon..", "2027-03-12..2027-03-01"],
        settings=["joint-meetings", "deadline=never", "span-weeks=1", "span-weeks=2"],
        late=["t3", "t3=2027-02-30"],
    ) == [
        '--hold, from: "soon"; expected a date such as 2027-01-11.',
        "--hold, until: 2027-03-01 is before 2027-03-12; expected the last day held, or no until for an open end.",
        '--set: "joint-meetings"; expected KEY=VALUE, such as joint-meetings=1 or deadline=2027-10-01.',
        '--set, span-weeks: "2" after "1"; expected it once.',
        '--set, deadline: "never"; expected a date such as 2027-01-11.',
        '--late: "t3"; expected ID=DATE, such as t3=2027-03-01.',
        '--late, t3: "2027-02-30"; expected a date such as 2027-01-11.',
    ]
