"""The last stages, as the model counts them: lunch, waiting, trips, balance."""

from __future__ import annotations

from ltsched.domain.option import Kind
from ltsched.domain.people import Role
from tests.support.agendas import activity, agenda, at, conversation, day, person, span
from tests.support.solving import fits, values

L1, L2 = person("l1", Role.LEAD_REVIEWER, agency=""), person("l2", Role.LEAD_REVIEWER, agency="")
T1, T2 = person("t1"), person("t2")
TALKERS = [person(f"c{number}", Role.CASE_GROUP, agency="school") for number in range(1, 5)]


def test_lunch_is_kept_free_where_it_can_be() -> None:
    """A meeting keeps clear of half past twelve to half past one; one that fills the only free hours cannot."""
    meeting = activity("a", must=("l1",))
    busy = {"l1": span(0, "09:00", "11:00")}
    assert values(fits(agenda([L1], [meeting], busy=busy, days=1)))["preferences: lunch"] == 0
    busy = {"l1": span(0, "09:00", "11:30") | span(0, "15:00", "17:00")}
    assert values(fits(agenda([L1], [meeting], busy=busy, days=1)))["preferences: lunch"] == 1


def test_lunch_is_half_open() -> None:
    """Until half past twelve, and from half past one on, is not lunch."""
    busy = {"l1": span(0, "09:00", "10:30") | span(0, "12:30", "13:30") | span(0, "15:30", "17:00")}
    two = [activity(id, must=("l1",)) for id in "ab"]
    found = fits(agenda([L1], two, busy=busy, days=1))
    assert [booking.start for booking in found.bookings] == [at(0, "10:30"), at(0, "13:30")]
    assert values(found)["preferences: lunch"] == 0


def test_a_conversation_keeps_lunch_free_too() -> None:
    """Four conversations of a day with one pair go around lunch; if they fill the day, two of them take some of it."""
    talks = [conversation(each.id, ["l1", "t1"], minutes=90, gap_minutes=0) for each in TALKERS]
    found = fits(agenda([L1, T1, *TALKERS], talks, days=1))
    assert values(found)["preferences: lunch"] == 0
    longer = [conversation(each.id, ["l1", "t1"], minutes=120, gap_minutes=0) for each in TALKERS]
    assert values(fits(agenda([L1, T1, *TALKERS], longer, days=1)))["preferences: lunch"] == 2


def test_the_set_up_does_not_wait() -> None:
    """A set-up that holds nothing else up still comes on the first day possible."""
    set_up = activity("set-up", kind=Kind.SET_UP, must=("l2",))
    late = activity("a", must=("l1",), first=day(9))
    found = fits(agenda([L1, L2], [set_up, late], busy={"l2": span(0, "09:00", "17:00")}, days=14))
    assert found.booking("set-up").day == day(1)
    assert values(found)["preferences: waiting"] == 1


def test_trips_are_few() -> None:
    """Two conversations that may lie on any of three days, besides a meeting on the last, go to its day."""
    talks = [conversation(each.id, ["l1", "t1"], leads=["l1"]) for each in TALKERS[:2]]
    meeting = activity("a", must=("l1",), first=day(2), minutes=60)
    found = fits(agenda([L1, T1, *TALKERS[:2]], [*talks, meeting], days=3))
    assert values(found)["preferences: trips"] == 1


def test_trips_count_each_lead_reviewer() -> None:
    """A day on which two lead reviewers come counts twice."""
    meeting = activity("a", must=("l1", "l2"))
    assert values(fits(agenda([L1, L2], [meeting], days=1)))["preferences: trips"] == 2


def test_a_review_without_lead_reviewers_has_no_trips() -> None:
    """Nobody travels; a conversation held by others is planned all the same."""
    found = fits(agenda([T1, T2, TALKERS[0]], [conversation("c1", ["t1", "t2"])], days=1))
    assert values(found)["preferences: trips"] == 0


def test_panels_are_balanced() -> None:
    """Four conversations, one lead and two others: the others hold two each."""
    talks = [conversation(each.id, ["l1", "t1", "t2"], leads=["l1"], minutes=60) for each in TALKERS]
    found = fits(agenda([L1, T1, T2, *TALKERS], talks, days=2))
    assert values(found)["preferences: balance"] == 0
    assert sorted(sum(id in b.panel for b in found.bookings) for id in ("t1", "t2")) == [2, 2]


def test_a_difference_of_one_is_balanced() -> None:
    """Three conversations leave one of two with one more, which cannot be helped and does not count."""
    talks = [conversation(each.id, ["l1", "t1", "t2"], leads=["l1"], minutes=60) for each in TALKERS[:3]]
    found = fits(agenda([L1, T1, T2, *TALKERS], talks, days=2))
    assert values(found)["preferences: balance"] == 0
    assert sorted(sum(id in b.panel for b in found.bookings) for id in ("t1", "t2")) == [1, 2]
