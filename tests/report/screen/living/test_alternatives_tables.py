"""Other times for one booking, on a screen."""

from __future__ import annotations

from dataclasses import replace

from ltsched.domain.option import RoomNeed
from ltsched.domain.people import Role
from ltsched.domain.replanning.alternatives import Alternatives, Impossible
from ltsched.report.screen.living.alternatives_tables import (
    alternatives_table,
    differences_table,
    impossible_table,
    now_line,
)
from tests.support.agendas import activity, agenda, at, booking, day, person, room, span
from tests.support.elsewhere import alternatives
from tests.support.printing import printed

PEOPLE = [person("l1", Role.LEAD_REVIEWER), *(person(id) for id in ("t1", "t2"))]


def found(*, invited: bool = True) -> Alternatives:
    """Return those of a meeting that t2 misses: on Tuesday t1 could not come, and b would have to move on Wednesday."""
    made = [
        activity("a", must=("l1",), expected=("t1", "t2"), quorum=1, end=day(3), room=RoomNeed.NEEDED),
        activity("b", minutes=480, must=("l1",), end=day(5)),
    ]
    busy = {"t1": span(1, "09:00", "17:00"), "t2": span(0, "09:00", "17:00")}
    plan = agenda(PEOPLE, made, rooms=[room("r1")], days=5, busy=busy)
    booked = [booking(plan, "a", at(0, "10:00"), missing=["t2"], room="r1"), booking(plan, "b", at(2, "09:00"))]
    return alternatives(plan, booked, "a", invited=invited)


def test_the_heading_says_how_it_is_now() -> None:
    assert printed(now_line(found())) == "LT-TEST-1 a, now Mon 1 Mar 2027 10:00–12:00 in r1; not t2"


def test_who_would_miss_it_is_told_against_now() -> None:
    """In full, then who is new, and who could come."""
    said = printed(alternatives_table(found()))
    assert "Tue 2 Mar 2027 r1 t1" in said
    assert "new: t1" in said
    assert "could come: t2" in said


def test_columns_that_say_nothing_are_left_out() -> None:
    """Nobody holds it; before anybody has been invited nobody has to be told."""
    head = printed(alternatives_table(found())).splitlines()[0]
    assert head == "When Room Would miss it Else Report Tell"
    assert printed(alternatives_table(found(invited=False))).splitlines()[0] == "When Room Would miss it Else Report"
    few = found()
    few = replace(few, found=tuple(each for each in few.found if not each.others))
    assert "Else" not in printed(alternatives_table(few)).splitlines()[0]


def test_what_else_changes_is_named_from_and_to() -> None:
    """With the number of its row, and a word where it is not proven the least."""
    all_found = found()
    table = differences_table(all_found.found)
    assert table is not None
    said = printed(table)
    number = next(number for number, each in enumerate(all_found.found, 1) if each.others)
    assert said.startswith(f"{number} b Wed 3 Mar 2027 09:00\n→ ")
    assert "best found" not in said
    unsure = differences_table([replace(each, sure=False) for each in all_found.found])
    assert unsure is not None
    assert "best found" in printed(unsure)
    assert differences_table([each for each in all_found.found if not each.others]) is None


def test_who_proposed_it_and_why_not() -> None:
    one = found()
    marked = replace(one, found=(replace(one.found[0], proposed_by=("t1", "t2")),))
    assert "proposed by" in printed(alternatives_table(marked))
    said = printed(impossible_table([Impossible(at(1, "10:00"), at(1, "12:00"), ("t1",), ("l1 is away", "no room"))]))
    assert "Tue 2 Mar 2027 t1 l1 is away; no room" in said
