"""Which calendars are old, by what they say of themselves."""

from __future__ import annotations

from datetime import date

import pytest

from ltsched.domain.availability import Coverage, Diary
from ltsched.domain.invitations.invitations import Ledger
from ltsched.domain.people import Role
from ltsched.domain.standing.calendars import calendars_on, named
from ltsched.domain.standing.standing import Calendars, OldCalendar
from tests.support.agendas import day, person, review
from tests.support.invitations import EMPTY, NOW, ledger_of, line

TODAY = day(21)


def on(written: date | None, ledger: Ledger = EMPTY) -> Calendars:
    diary = Diary(has_calendar=True, coverage=Coverage(written=written))
    return calendars_on(review([person("t1")], diaries={"t1": diary}), ledger, TODAY)


@pytest.mark.parametrize(("written", "days"), [(day(6), [15]), (day(7), []), (None, [])])
def test_older_than_two_weeks(written: date | None, days: list[int]) -> None:
    """Fourteen days are not too old, and what does not say its age is not called old."""
    found = on(written)
    assert ([each.days for each in found.old], found.known) == (days, 1)


def test_older_than_the_last_invitations() -> None:
    """They were issued on the Monday: whatever was written before cannot know of them."""
    issued = ledger_of(line(issued_at=NOW.replace(day=10)))
    assert on(day(8), issued).old == (OldCalendar("t1", day(8), 13, before_invitations=True),)
    assert on(day(9), issued).old == ()


def test_who_has_none_is_told_but_for_administrators() -> None:
    """They are not booked."""
    people = [person("t1"), person("a1", Role.ADMINISTRATOR)]
    assert calendars_on(review(people), EMPTY, TODAY) == Calendars(none=("t1",))


def test_where_all_are_old_they_are_not_listed() -> None:
    both = tuple(OldCalendar(id, day(0), 21, before_invitations=False) for id in ("t1", "t2"))
    assert named(Calendars(known=2, old=both), both) == "all 2"
    assert named(Calendars(known=3, old=both), both) == "t1 and t2"
