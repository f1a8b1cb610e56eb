"""A timetable on a screen."""

from __future__ import annotations

from dataclasses import replace

from ltsched.report.screen.timetable_tables import absences_table, bookings_table, title_line
from tests.support import agendas
from tests.support.made_up import made_up_agenda, made_up_timetable
from tests.support.printing import printed


def test_without_rooms_there_is_no_column_of_rooms() -> None:
    found = made_up_timetable(made_up_agenda())
    bare = replace(found, bookings=tuple(replace(booking, room=None) for booking in found.bookings))
    assert "Room" in printed(bookings_table(found))
    assert "Room" not in printed(bookings_table(bare))


def test_where_everybody_comes_there_is_no_list_of_absences() -> None:
    plan = made_up_agenda()
    found = made_up_timetable(plan)
    everybody = replace(found, bookings=found.bookings[:1])
    assert absences_table(everybody, plan.review) is None
    assert absences_table(found, plan.review) is not None


def test_an_empty_timetable_has_a_title_without_days() -> None:
    empty = replace(made_up_timetable(made_up_agenda()), bookings=())
    assert title_line(empty, "Full").plain == "LT-TEST-1  Full, 0 bookings"


def test_whoever_has_no_seat_is_marked() -> None:
    """In the row of the booking, and in the list of absences; those whose diary is full are not."""
    plan = made_up_agenda()
    found = agendas.changed(made_up_timetable(plan), "set-up", missing=("t2", "t3"), unseated=("t3",))
    assert "not t2, t3 (no seat)" in printed(bookings_table(found))
    absences = absences_table(found, plan.review)
    assert absences is not None
    said = printed(absences)
    assert "t3 Dana Example Set-up meeting (2 Mar) (no seat)" in said
    assert said.count("no seat") == 1


def test_whoever_misses_most_is_named_first() -> None:
    plan = made_up_agenda()
    found = agendas.changed(made_up_timetable(plan), "set-up", missing=("t3",))
    absences = absences_table(found, plan.review)
    assert absences is not None
    assert printed(absences).splitlines()[0].startswith("t3 Dana Example Set-up meeting (2 Mar), Joint meeting 1")
