"""A review finds its people and their diaries, and a hold knows its days."""

from __future__ import annotations

from datetime import date

import pytest

from ltsched.domain.availability import NO_DIARY, Diary
from ltsched.domain.people import Role
from ltsched.domain.review import HoldScope
from tests.support.agendas import day, hold, option, person, review, span

LEAD, BOTH = person("l1", Role.LEAD_REVIEWER), person("t1", Role.REVIEW_TEAM, Role.CASE_GROUP)


def test_people_are_found_by_id_and_by_role() -> None:
    """In the order of the file; somebody with two roles is found by both."""
    made = review([BOTH, LEAD])
    assert made.person("t1") is BOTH
    assert made.with_role(Role.CASE_GROUP) == made.with_role(Role.REVIEW_TEAM) == (BOTH,)
    assert made.with_role(Role.FAMILY) == ()
    with pytest.raises(KeyError):
        made.person("x")


def test_who_has_no_entries_has_an_empty_diary() -> None:
    """A diary is there for everybody."""
    diary = Diary(span(0, "10:00", "11:00"))
    made = review([LEAD, BOTH], diaries={"l1": diary})
    assert (made.diary("l1"), made.diary("t1")) == (diary, NO_DIARY)


@pytest.mark.parametrize(("last", "held"), [(day(3), [2, 3]), (day(2), [2]), (None, [2, 3, 4, 5])])
def test_a_hold_has_its_first_and_its_last_day(last: date | None, held: list[int]) -> None:
    """Both inclusive; without a last one it does not end."""
    made = hold(HoldScope.REVIEW, day(2), last)
    assert [number for number in range(6) if made.holds(day(number))] == held


def test_a_whole_number_of_an_option_is_whole() -> None:
    """Asking for a share or a choice as a whole number is a mistake in the program."""
    made = option(joint_meeting_quorum=0.6)
    assert made.whole("slot-minutes") == 15
    with pytest.raises(TypeError, match=r"joint-meeting-quorum is 0\.6, not a whole number"):
        made.whole("joint-meeting-quorum")
    with pytest.raises(KeyError):
        made.template("meeting")
