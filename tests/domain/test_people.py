"""Working hours, on plain days and on those on which the clocks change."""

from __future__ import annotations

from ltsched.domain.people import OFFICE_HOURS, Role, WorkingHours, hours_of_all
from ltsched.domain.spans import Spans
from tests.support.agendas import LONDON, at, day, person, span

PART_TIME = WorkingHours(((0, 9 * 60, 12 * 60), (0, 13 * 60, 17 * 60), (2, 9 * 60, 12 * 60 + 30)))
SUNDAYS = WorkingHours(((6, 0, 8 * 60), (6, 8 * 60, 24 * 60)))


def test_office_hours_are_monday_to_friday() -> None:
    """Nothing is worked at a weekend."""
    assert OFFICE_HOURS.spans([day(n) for n in range(7)], LONDON) == Spans.of(
        pair for n in range(5) for pair in span(n, "09:00", "17:00")
    )


def test_a_week_may_have_several_patterns() -> None:
    """A lunch break and a half day are kept out; days that are not asked for are not given."""
    expected = span(0, "09:00", "12:00") | span(0, "13:00", "17:00") | span(2, "09:00", "12:30")
    assert PART_TIME.spans([day(n) for n in range(5)], LONDON) == expected
    assert PART_TIME.spans([day(1)], LONDON) == Spans()


def test_hours_keep_to_the_wall_when_the_clocks_change() -> None:
    """A Sunday from midnight to midnight has 23 hours on 28 March and 25 on 31 October, and starts at midnight."""
    for number, hours in ((20, 24), (27, 23), (244, 25)):
        worked = SUNDAYS.spans([day(number)], LONDON)
        assert list(worked.moments(LONDON)) == [(at(number, "00:00"), at(number + 1, "00:00"))]
        assert worked.minutes() == hours * 60
    for number in (26 + 2, 27 + 2):
        assert OFFICE_HOURS.spans([day(number)], LONDON) == span(number, "09:00", "17:00")


def test_a_person_may_have_several_roles() -> None:
    """`has` finds each of them."""
    both = person("t1", Role.REVIEW_TEAM, Role.CASE_GROUP)
    assert [both.has(role) for role in (Role.REVIEW_TEAM, Role.CASE_GROUP, Role.FAMILY)] == [True, True, False]


def test_the_hours_of_all_go_from_the_first_to_the_last() -> None:
    """In one piece each day, with a pause or without; where nobody works, it is 9 to 5."""
    early = WorkingHours(((0, 7 * 60, 12 * 60),))
    late = WorkingHours(((0, 15 * 60, 18 * 60), (1, 10 * 60, 11 * 60)))
    found = hours_of_all([early, late, early], [day(0), day(1), day(2)], LONDON)
    assert found == span(0, "07:00", "18:00") | span(1, "10:00", "11:00") | span(2, "09:00", "17:00")
