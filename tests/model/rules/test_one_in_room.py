"""No room is booked twice at once."""

from __future__ import annotations

from ltsched.domain.option import RoomNeed
from ltsched.domain.people import Role
from tests.support.agendas import activity, agenda, at, person, room, span
from tests.support.solving import does_not_fit, fits

L1, L2 = person("l1", Role.LEAD_REVIEWER, agency=""), person("l2", Role.LEAD_REVIEWER, agency="")


TEAM = [person("t1"), person("t2")]


ROOMED = activity("a", must=("l1",), expected=("t1", "t2"), room=RoomNeed.NEEDED)


OTHER = activity("b", must=("l2",), room=RoomNeed.NEEDED)


def test_two_meetings_do_not_share_a_room() -> None:
    """Both leads are free for the same two hours alone: with one room it is impossible, with two it is not."""
    busy = {id: span(0, "11:00", "17:00") for id in ("l1", "l2")}
    people = [L1, L2, *TEAM]
    does_not_fit(agenda(people, [ROOMED, OTHER], rooms=[room("r1")], busy=busy, days=1))
    found = fits(agenda(people, [ROOMED, OTHER], rooms=[room("r1", 3), room("r2", 1)], busy=busy, days=1))
    assert [found.booking(id).room for id in "ab"] == ["r1", "r2"]


def test_a_room_is_used_twice_a_day() -> None:
    """One after the other in one room is right: it is free at the minute at which the first ends."""
    busy = {id: span(0, "13:00", "17:00") for id in ("l1", "l2")}
    found = fits(agenda([L1, L2, *TEAM], [ROOMED, OTHER], rooms=[room("r1")], busy=busy, days=1))
    assert {booking.start for booking in found.bookings} == {at(0, "09:00"), at(0, "11:00")}
    assert {booking.room for booking in found.bookings} == {"r1"}
