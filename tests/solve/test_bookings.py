"""From starts and panels to bookings: who comes follows from the diaries, and from the other bookings."""

from __future__ import annotations

from ltsched.domain.agenda import Agenda
from ltsched.domain.option import RoomNeed
from ltsched.domain.people import Role
from ltsched.domain.timegrid import TimeGrid
from ltsched.domain.timetable import Booking
from ltsched.model.decode import Placed
from ltsched.model.grid import lay_grid
from ltsched.solve.bookings import bookings
from tests.support.agendas import activity, agenda, at, conversation, person, room, span

L1, L2 = person("l1", Role.LEAD_REVIEWER, agency=""), person("l2", Role.LEAD_REVIEWER, agency="")
T1, T2 = person("t1"), person("t2")
C1 = person("c1", Role.CASE_GROUP, agency="school")


def slot(grid: TimeGrid, clock: str) -> int:
    """Return the slot of a time on the first day."""
    return next(each for each in range(grid.slots) if grid.start(each) == at(0, clock))


def placed(plan: Agenda, **starts: tuple[str, tuple[str, ...], set[str]]) -> dict[str, Booking]:
    """Return the bookings of activities put at these times, with these panels, without these people."""
    grid = lay_grid(plan)
    put = [
        Placed(one, slot(grid, clock), panel, frozenset(away))
        for one in plan.activities
        for clock, panel, away in [starts[one.id[-1]]]
    ]
    return {booking.activity[-1]: booking for booking in bookings(plan, grid, put)}


def test_who_is_free_comes_and_who_is_not_is_missing() -> None:
    """The diary decides; the order is that of the activity."""
    meeting = activity("a", must=("l1",), expected=("t1", "t2"))
    plan = agenda([L1, T1, T2], [meeting], busy={"t1": span(0, "10:00", "11:00")}, days=1)
    booked = placed(plan, a=("09:00", (), set()))["a"]
    assert (booked.attendees, booked.missing) == (("l1", "t2"), ("t1",))
    assert (booked.start, booked.end) == (at(0, "09:00"), at(0, "11:00"))


def test_the_one_whom_the_model_counted_on_goes_there() -> None:
    """Somebody expected at two meetings of one hour goes where the model put them, whichever is first in time."""
    both = [activity(id, must=(lead,), expected=("t1",)) for id, lead in (("a", "l1"), ("b", "l2"))]
    plan = agenda([L1, L2, T1], both, days=1)
    found = placed(plan, a=("09:00", (), {"t1"}), b=("10:00", (), set()))
    assert (found["a"].missing, found["b"].missing) == (("t1",), ())


def test_whoever_turns_out_to_be_free_comes_too() -> None:
    """The model did not need them; nobody is left out who could come."""
    plan = agenda([L1, T1], [activity("a", must=("l1",), expected=("t1",))], days=1)
    assert placed(plan, a=("09:00", (), {"t1"}))["a"].missing == ()


def test_the_gap_after_a_conversation_keeps_its_panel_away() -> None:
    """Half an hour after it is not free for a meeting; for the one who talked it is."""
    meeting = activity("a", must=("l2",), expected=("t1", "c1"))
    plan = agenda([L1, L2, T1, C1], [conversation("c1", ["l1", "t1"]), meeting], days=1)
    found = placed(plan, **{"1": ("09:00", ("l1", "t1"), set()), "a": ("11:00", (), {"t1", "c1"})})
    assert found["a"].missing == ("t1",)
    later = placed(plan, **{"1": ("09:00", ("l1", "t1"), set()), "a": ("11:30", (), {"t1", "c1"})})
    assert later["a"].missing == ()


ROOMS = [room("small", 2), room("large", 3)]


def test_seats_are_those_of_the_largest_room_that_is_free() -> None:
    """Or of the one that the model chose; who comes later in the order has none."""
    meeting = activity("a", must=("l1",), expected=("t1", "t2", "c1"), room=RoomNeed.NEEDED)
    plan = agenda([L1, C1, T1, T2], [meeting], rooms=ROOMS, days=1)
    booked = placed(plan, a=("09:00", (), set()))["a"]
    assert (booked.attendees, booked.missing, booked.unseated) == (("l1", "t1", "t2"), ("c1",), ("c1",))
    busy = {"large": span(0, "10:00", "11:00")}
    taken = agenda([L1, C1, T1, T2], [meeting], rooms=ROOMS, busy=busy, days=1)
    assert placed(taken, a=("09:00", (), set()))["a"].unseated == ("t2", "c1")
    grid = lay_grid(plan)
    (chosen,) = bookings(plan, grid, [Placed(meeting, slot(grid, "09:00"), (), frozenset(), "small")])
    assert chosen.unseated == ("t2", "c1")


def test_whose_turn_it_is_takes_the_seat() -> None:
    """The model counted on t2, and t1 turns out to be free: t2 goes to the other meeting instead."""
    both = [
        activity("a", must=("l1",), expected=("t1", "t2"), room=RoomNeed.NEEDED),
        activity("b", must=("l2",), expected=("t2",)),
    ]
    plan = agenda([L1, L2, T1, T2], both, rooms=[room("small", 2)], days=1)
    found = placed(plan, a=("09:00", (), {"t1"}), b=("10:00", (), {"t2"}))
    assert (found["a"].attendees, found["b"].attendees) == (("l1", "t1"), ("l2", "t2"))
    assert (found["a"].missing, found["a"].unseated) == (("t2",), ())


def test_bookings_come_in_the_order_of_time() -> None:
    """Then of their ids."""
    both = [activity(id, must=(lead,)) for id, lead in (("a", "l1"), ("b", "l2"))]
    plan = agenda([L1, L2], both, days=1)
    assert list(placed(plan, a=("11:00", (), set()), b=("09:00", (), set()))) == ["b", "a"]
    assert list(placed(plan, a=("09:00", (), set()), b=("09:00", (), set()))) == ["a", "b"]
