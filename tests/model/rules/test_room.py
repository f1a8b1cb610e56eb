"""Whatever needs a room has one that seats all who come."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ltsched.domain.option import RoomNeed
from ltsched.domain.people import Role
from tests.support.agendas import activity, agenda, at, person, room, span
from tests.support.solving import does_not_fit, fits

L1, L2 = person("l1", Role.LEAD_REVIEWER, agency=""), person("l2", Role.LEAD_REVIEWER, agency="")


TEAM = [person("t1"), person("t2")]


ROOMED = activity("a", must=("l1",), expected=("t1", "t2"), room=RoomNeed.NEEDED)


@pytest.mark.parametrize(("capacity", "possible"), [(2, True), (1, False)])
def test_a_room_seats_the_quorum(capacity: int, possible: bool) -> None:
    """Two have to come: two seats are enough, whoever else is free, and one is not."""
    plan = agenda([L1, *TEAM], [replace(ROOMED, quorum=2)], rooms=[room("r1", capacity)], days=1)
    if possible:
        assert fits(plan).booking("a").room == "r1"
    else:
        assert "no room with 2 seats is free" in does_not_fit(plan)[0]


def test_a_smaller_room_will_do_when_fewer_can_come() -> None:
    """At the hour at which one of them is away, two seats are enough."""
    busy = {"t2": span(0, "14:00", "17:00")}
    found = fits(agenda([L1, *TEAM], [ROOMED], rooms=[room("r1", 2)], busy=busy, days=1))
    assert found.booking("a").missing == ("t2",)


@pytest.mark.parametrize(("until", "possible"), [("15:00", True), ("15:01", False)])
def test_the_diary_of_the_room_counts(until: str, possible: bool) -> None:
    """The room is taken until two hours before the end of the day, or a minute longer."""
    plan = agenda([L1, *TEAM], [ROOMED], rooms=[room("r1")], busy={"r1": span(0, "00:00", until)}, days=1)
    if possible:
        assert fits(plan).booking("a").start == at(0, "15:00")
    else:
        does_not_fit(plan)


def test_what_takes_a_room_if_free_goes_without() -> None:
    """The one room goes to the meeting that needs it, whoever comes first; the other is held without."""
    busy = {id: span(0, "11:00", "17:00") for id in ("l1", "l2")}
    talk = activity("b", must=("l2",), room=RoomNeed.IF_FREE)
    found = fits(agenda([L1, L2, *TEAM], [talk, ROOMED], rooms=[room("r1")], busy=busy, days=1))
    assert [found.booking(id).room for id in "ab"] == ["r1", None]


def test_the_smallest_room_that_does_is_taken() -> None:
    """The hall is left for others."""
    found = fits(agenda([L1, *TEAM], [ROOMED], rooms=[room("hall", 200), room("r1", 3), room("r2", 5)], days=1))
    assert found.booking("a").room == "r1"


def test_no_rooms_at_all() -> None:
    """Something needs a room and there is none: said so, before any search."""
    assert "there are no rooms" in does_not_fit(agenda([L1, *TEAM], [ROOMED], days=1))[0]
