"""Seats limit who comes, and nothing else: never what is possible for those who have one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ltsched.domain.activities import Panel
from ltsched.domain.option import RoomNeed
from ltsched.domain.people import Role
from ltsched.domain.review import StageSettings
from ltsched.domain.stages.table import IF_NEEDED, MISSED_ATTENDANCE
from tests.support.agendas import activity, agenda, at, conversation, person, room, span
from tests.support.solving import does_not_fit, fits, values

L1, L2 = person("l1", Role.LEAD_REVIEWER, agency=""), person("l2", Role.LEAD_REVIEWER, agency="")
TEN = [person(f"p{n}", Role.CASE_GROUP, conversation_rank=n) for n in range(1, 9)]
EVERYBODY = [L1, L2, *TEN]
IDS = tuple(each.id for each in TEN)
MEETING = activity("a", must=("l1", "l2"), expected=IDS, quorum=6, room=RoomNeed.NEEDED)
HALL = room("hall", 8)


def test_ten_are_free_and_eight_have_a_seat() -> None:
    """The two with the last ranks have none; that is no reason for another day, or for none."""
    found = fits(agenda(EVERYBODY, [MEETING], rooms=[HALL], days=2))
    booked = found.booking("a")
    assert (booked.missing, booked.unseated) == (("p7", "p8"), ("p7", "p8"))
    assert (booked.room, booked.day) == ("hall", at(0, "09:00").date())
    assert values(found)[MISSED_ATTENDANCE] == 2
    assert any("p7 and p8 could come and have no seat" in warning for warning in found.warnings)


def test_a_day_on_which_people_are_away_is_no_better() -> None:
    """Three are away on the first day: eight come on the second, with two for whom there is no seat."""
    busy = {id: span(0, "00:00", "23:00") for id in ("p1", "p2", "p3")}
    found = fits(agenda(EVERYBODY, [MEETING], rooms=[HALL], busy=busy, days=2))
    assert found.booking("a").day == at(1, "09:00").date()
    assert found.booking("a").missing == ("p7", "p8")


def test_who_is_away_leaves_the_seat_to_the_next() -> None:
    """And is missing because of the diary, not for want of a seat."""
    found = fits(agenda(EVERYBODY, [MEETING], rooms=[HALL], busy={"p1": span(0, "00:00", "23:00")}, days=1))
    assert (found.booking("a").missing, found.booking("a").unseated) == (("p1", "p8"), ("p8",))


@pytest.mark.parametrize(("seats", "possible"), [(6, True), (5, False)])
def test_the_quorum_has_seats(seats: int, possible: bool) -> None:
    """Six of ten: a room for six will do, one for five will not."""
    plan = agenda(EVERYBODY, [MEETING], rooms=[room("r1", seats)], days=1)
    if possible:
        assert len(fits(plan).booking("a").attendees) == 6
    else:
        (reason,) = does_not_fit(plan)
        assert "its quorum is 6 of 10, and the largest room seats 5: the rooms are too small" in reason


@pytest.mark.parametrize(("seats", "possible"), [(4, True), (3, False)])
def test_the_panel_has_seats_before_anybody_who_is_expected(seats: int, possible: bool) -> None:
    """Two hold it and one must come; of the two who are expected one has to come."""
    held = activity("a", must=("p1",), expected=("p2", "p3"), quorum=2, room=RoomNeed.NEEDED)
    held = replace(held, panel=Panel(("l1", "l2"), 2))
    plan = agenda(EVERYBODY, [held], rooms=[room("r1", seats)], days=1)
    if possible:
        assert fits(plan).booking("a").attendees == ("p1", "p2", "l1", "l2")
    else:
        assert "its quorum is 2 of 3 and 2 hold it" in does_not_fit(plan)[0]


def test_the_larger_room_is_worth_another_hour() -> None:
    """It is free only in the afternoon."""
    rooms = [HALL, room("large", 10)]
    found = fits(agenda(EVERYBODY, [MEETING], rooms=rooms, busy={"large": span(0, "00:00", "13:00")}, days=1))
    assert found.booking("a").room == "large"
    assert found.booking("a").start >= at(0, "13:00")
    assert found.booking("a").missing == ()


def test_whoever_has_no_seat_is_not_reluctant() -> None:
    """p8 would come only if needed and has no seat; so would p1, who has one."""
    for id, count in (("p8", 0), ("p1", 1)):
        found = fits(agenda(EVERYBODY, [MEETING], rooms=[HALL], if_needed={id: span(0, "00:00", "23:00")}, days=1))
        assert values(found)[IF_NEEDED] == count


def test_a_seat_is_not_given_away_because_somebody_is_reluctant() -> None:
    """It is p1's turn, whatever else would be nicer, and in whatever order the stages come."""
    stages = StageSettings(order=("if-needed", "missed-attendance"))
    if_needed = {"p1": span(0, "00:00", "23:00")}
    found = fits(agenda(EVERYBODY, [MEETING], rooms=[HALL], if_needed=if_needed, days=1, stages=stages))
    assert found.booking("a").unseated == ("p7", "p8")


def test_nobody_is_left_out_because_they_are_reluctant() -> None:
    """Who might have another booking then does not stay away for the sake of a stage that comes first: it is proven."""
    stages = StageSettings(order=("if-needed", "missed-attendance"))
    meeting = activity("a", must=("l1",), expected=("t1",))
    other = activity("b", must=("l2",), expected=("t1",))
    everywhen = {"t1": span(0, "00:00", "23:00")}
    plan = agenda([L1, L2, person("t1")], [meeting, other], if_needed=everywhen, days=1, stages=stages)
    found = fits(plan)
    assert (values(found)[IF_NEEDED], values(found)[MISSED_ATTENDANCE]) == (1, 1)
    assert found.booking("a").start < found.booking("b").end
    assert found.booking("b").start < found.booking("a").end


BOTH = {id: span(0, "11:00", "17:00") for id in ("l1", "l2")}
"""Two meetings can only be at the same time."""


def test_the_large_room_goes_where_it_gains_most() -> None:
    """Two meetings at once: five and three are expected at them, and the rooms have five seats and two for these."""
    one = activity("a", must=("l1",), expected=IDS[:3], quorum=2, room=RoomNeed.NEEDED)
    other = activity("b", must=("l2",), expected=IDS[3:], quorum=2, room=RoomNeed.NEEDED)
    plan = agenda(EVERYBODY, [one, other], rooms=[room("large", 6), room("small", 3)], busy=BOTH, days=1)
    found = fits(plan)
    assert (found.booking("a").room, found.booking("a").unseated) == ("small", ("p3",))
    assert (found.booking("b").room, found.booking("b").unseated) == ("large", ())


def test_whoever_has_no_seat_is_free_for_another_booking() -> None:
    """p1 and p2 are expected at both; one seat here and one there: both have one."""
    one = activity("a", must=("l1",), expected=("p1", "p2"), quorum=1, room=RoomNeed.NEEDED)
    other = activity("b", must=("l2",), expected=("p1", "p2"), quorum=1, room=RoomNeed.NEEDED)
    plan = agenda(EVERYBODY, [one, other], rooms=[room("r1", 2), room("r2", 2)], busy=BOTH, days=1)
    found = fits(plan)
    assert sorted((*found.booking("a").attendees, *found.booking("b").attendees)) == ["l1", "l2", "p1", "p2"]
    assert values(found)[MISSED_ATTENDANCE] == 2
    assert all(booking.unseated == () for booking in found.bookings), "they are elsewhere"


def test_who_holds_a_conversation_leaves_the_seat_to_the_next() -> None:
    """t1 can be spared for the conversation, since there are seats for just one of the three."""
    team = [person(id) for id in ("t1", "t2", "t3")]
    meeting = activity("a", must=("l1",), expected=("t1", "t2", "t3"), quorum=2, room=RoomNeed.NEEDED)
    talk = conversation("p1", ("l2", "t1"), leads=("l2",))
    plan = agenda([L1, L2, TEN[0], *team], [meeting, talk], rooms=[room("r1", 2)], busy=BOTH, days=1)
    found = fits(plan)
    assert found.booking("a").attendees == ("l1", "t2")
    assert found.booking("a").unseated == ("t3",)
