"""The review as it would be: numbers, days, holds and diaries; and whether that leaves anything else to plan."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from ltsched.domain.living.changes import Changes
from ltsched.domain.review import HoldScope, Review, Settings
from ltsched.errors import InvalidReview
from ltsched.options.changes.changed import changed, nothing_else_to_plan
from ltsched.options.expand import expand
from tests.support.agendas import MONDAY, at, day, hold, review
from tests.support.reading import CAST, customised, own
from tests.support.small_reviews import SHORT, small_review

REVIEW: Review = review(CAST, option=customised("mid-range", SHORT), settings=Settings(customise=SHORT))
AUDITOR = "a1"
"""Somebody who takes part in nothing of Mid-range."""


def told(changes: Changes, read: Review = REVIEW) -> list[str]:
    with pytest.raises(InvalidReview) as caught:
        changed(read, changes)
    return [str(mistake) for mistake in caught.value.mistakes]


def same(changes: Changes, read: Review = REVIEW) -> bool:
    return nothing_else_to_plan(expand(read), expand(changed(read, changes)))


def test_numbers_are_those_of_the_option() -> None:
    """Over those that the review changes already; its own copy stays as it was."""
    found = changed(REVIEW, Changes(numbers={"review-team-meetings": 2}))
    assert found.option.whole("review-team-meetings") == 2
    assert found.option.whole("span-weeks") == REVIEW.option.whole("span-weeks")
    assert found.settings.customise == {**SHORT, "review-team-meetings": 2}
    assert REVIEW.option.whole("review-team-meetings") == SHORT["review-team-meetings"]
    assert not same(Changes(numbers={"review-team-meetings": 2}))
    assert same(Changes(numbers={"review-team-meetings": SHORT["review-team-meetings"]}))


def test_the_numbers_of_an_option_beside_the_review(tmp_path: Path) -> None:
    """It is read again from its file."""
    option, mistakes = own(tmp_path, 'based-on = "focused"\ntitle = "Own"\nsummary = "ours"\n')
    assert mistakes == []
    assert option is not None
    read = small_review()
    beside = review(read.people, option=option, folder=tmp_path)
    assert changed(beside, Changes(numbers={"span-weeks": 3})).option.whole("span-weeks") == 3


def test_a_deadline_and_a_hold() -> None:
    """Both count as if they stood in review.toml."""
    held = hold(HoldScope.REVIEW, day(7), day(11))
    found = changed(REVIEW, Changes(deadline=day(40), holds=(held,)))
    assert (found.deadline, found.holds) == (day(40), (held,))
    assert not same(Changes(deadline=day(40)))
    assert not same(Changes(holds=(held,)))


def test_late_is_busy_until_then() -> None:
    """The day itself is the first on which they can come; a day before the commissioning changes nothing."""
    found = changed(REVIEW, Changes(late={"t1": day(7)}))
    free = expand(found).availability["t1"].free
    moments = [start for start, _ in free.moments(REVIEW.timezone)]
    assert min(moments) == at(7, "09:00")
    assert not same(Changes(late={"t1": day(7)}))
    assert same(Changes(late={"t1": MONDAY}))
    assert same(Changes(late={"t1": MONDAY - timedelta(days=9)}))
    assert same(Changes(late={AUDITOR: day(7)}))


def test_without_somebody_who_takes_part_in_nothing() -> None:
    """Nothing else is to be planned; without anybody else there is."""
    assert same(Changes(without=(AUDITOR,)))
    assert not same(Changes(without=("t1",)))


def test_every_mistake_at_once() -> None:
    """In the words of review.toml, under the flag that says it."""
    changes = Changes(
        without=("t33",),
        holds=(hold(HoldScope.REVIEW, date(2090, 1, 1), None),),
        numbers={"joint-meetings": 99, "joint-meting": 1, "dedline": 1},
        deadline=MONDAY - timedelta(days=1),
        late={"t11": day(3)},
    )
    assert told(changes) == [
        '--without: nobody has the id "t33"; expected an id of people.csv. Did you mean "t3"?',
        '--late: nobody has the id "t11"; expected an id of people.csv. Did you mean "t1"?',
        "--set, deadline: 2027-02-28 is before the commissioning; expected a date from 2027-03-01 on.",
        "--hold, from: 2090-01-01; expected a date within ten years of the commissioning, 2027-03-01.",
        "--set, joint-meetings: 99; expected a whole number from 0 to 10 (number).",
        "--set, joint-meting: unknown key; expected the name of a number (`ltsched options full` lists them), or "
        'deadline. Did you mean "joint-meetings"?',
        "--set, dedline: unknown key; expected the name of a number (`ltsched options full` lists them), or deadline. "
        'Did you mean "deadline"?',
    ]


def test_a_number_that_does_not_fit_another() -> None:
    """What is checked only once all numbers are known is told in the same way."""
    assert told(Changes(numbers={"slot-minutes": 7})) == [
        "--set, slot-minutes: 7; expected a length of which a day has a whole number, such as 15."
    ]
