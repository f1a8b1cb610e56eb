"""What an option comes to, counted: evidence, hours, first and last days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from ltsched.domain.comparison import Evidence, evidence, hours_by_agency, hours_by_role
from ltsched.domain.option import Kind
from ltsched.domain.people import Role
from ltsched.domain.timetable import Booking, Status
from tests.support.agendas import at, person, review
from tests.support.comparisons import comparison, outcome
from tests.support.planned import FINAL_REPORT

STAFF = (
    person("l1", Role.LEAD_REVIEWER, agency=""),
    person("l2", Role.LEAD_REVIEWER, Role.AUDITOR, agency=""),
    person("t1", Role.REVIEW_TEAM, Role.AUDITOR, agency="Council"),
    person("t2", agency="Police"),
    person("c1", Role.CASE_GROUP, agency="Council"),
    person("f1", Role.FAMILY, agency="Council"),
    person("f2", Role.CASE_GROUP, Role.FAMILY, agency="Police"),
)


def booked(minutes: int, *attendees: str, missing: tuple[str, ...] = ()) -> Booking:
    start = at(0, "10:00")
    end = start.replace(hour=10 + minutes // 60, minute=minutes % 60)
    return Booking("x", Kind.OTHER, "x", start, end, None, attendees, missing)


@pytest.mark.parametrize(("ranks", "key_staff"), [((1, 2, None), 2), ((None, None, None), 3), ((), 0)])
def test_the_key_staff_are_those_with_a_rank_or_all(ranks: tuple[int | None, ...], key_staff: int) -> None:
    """Where nobody has a rank it is the whole case group; a review without one has none."""
    people = [person("l1", Role.LEAD_REVIEWER), person("t1", conversation_rank=9)]
    people += [person(f"c{n}", Role.CASE_GROUP, conversation_rank=rank) for n, rank in enumerate(ranks)]
    assert evidence(review(people), {}, 0).key_staff == key_staff


def test_evidence_counts_kinds() -> None:
    """An event is a joint meeting; what is no evidence is not counted."""
    held = {Kind.REVIEW_TEAM_MEETING: 2, Kind.JOINT_MEETING: 1, Kind.EVENT: 3, Kind.AUDIT: 10, Kind.SET_UP: 1}
    assert evidence(review(STAFF), held, 1) == Evidence(2, 1, 2, 4, 10)
    assert evidence(review(STAFF), {}, 0) == Evidence(2, 0, 0, 0, 0)


@pytest.mark.parametrize(("heard", "key_staff", "share"), [(6, 8, 0.75), (0, 8, 0.0), (0, 0, 0.0)])
def test_the_share_that_is_heard(heard: int, key_staff: int, share: float) -> None:
    """Of nobody, nobody is heard: that is no mistake."""
    assert Evidence(key_staff, heard, 0, 0, 0).heard_share == share


def test_hours_by_agency_leave_the_family_out() -> None:
    """Most first, then by name; who is independent has an empty key; those who are missing cost nothing."""
    bookings = [booked(90, "l1", "t1", "c1", "f1", "f2", missing=("t2",)), booked(60, "l2", "t2")]
    hours = hours_by_agency(review(STAFF), bookings)
    assert list(hours.items()) == [("Council", 3.0), ("", 2.5), ("Police", 1.0)]


def test_agencies_with_equal_hours_are_in_the_order_of_their_names() -> None:
    """So that equal input gives equal tables."""
    assert list(hours_by_agency(review(STAFF), [booked(20, "t2", "t1")]).items()) == [
        ("Council", 0.33),
        ("Police", 0.33),
    ]


def test_hours_by_role_count_each_person_once() -> None:
    """Who has several roles counts with the first; the family is left out, whatever else they are."""
    hours = hours_by_role(review(STAFF), [booked(60, "l1", "l2", "t1", "c1", "f1", "f2")])
    assert hours == {Role.LEAD_REVIEWER: 2.0, Role.CASE_GROUP: 1.0, Role.REVIEW_TEAM: 1.0}
    assert next(iter(hours)) is Role.LEAD_REVIEWER


def test_no_bookings_no_hours() -> None:
    """An agency that does nothing is not named."""
    assert hours_by_agency(review(STAFF), []) == {}
    assert hours_by_role(review(STAFF), []) == {}


def test_first_and_last_meeting_and_the_final_report() -> None:
    """Of the bookings and milestones of the timetable, whatever their order."""
    found = outcome()
    assert found.timetable is not None
    turned = replace(found, timetable=replace(found.timetable, bookings=found.timetable.bookings[::-1]))
    for each in (found, turned):
        assert (each.first_meeting, each.last_meeting) == (date(2027, 3, 2), date(2027, 3, 31))
        assert each.final_report == FINAL_REPORT


def test_without_a_timetable_there_are_no_days() -> None:
    """None, and no error; a timetable without bookings or milestones has none either."""
    bare = outcome()
    assert bare.timetable is not None
    empty = replace(bare, timetable=replace(bare.timetable, bookings=(), milestones=()))
    for each in (outcome(status=Status.INFEASIBLE), empty):
        assert (each.first_meeting, each.last_meeting, each.final_report) == (None, None, None)


def test_the_fullest_is_that_with_the_highest_rank() -> None:
    """The first of equals; options that are not ranked do not count, and of none there is none."""
    themed, focused, full, other = (outcome(f"o{n}", fullness=n) for n in (0, 1, 4, 4))
    assert comparison(themed, focused, full, other).fullest is full
    assert comparison(themed).fullest is None
    assert comparison().fullest is None
