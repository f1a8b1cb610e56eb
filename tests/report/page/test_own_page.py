"""The page of one person has nothing of anybody else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pytest

from ltsched.domain.people import Person, Role
from ltsched.domain.review import Review
from ltsched.domain.timetable import Timetable
from ltsched.report.page.page import page
from tests.report.page.parsing import Parsed, parsed
from tests.report.page.samples import SCENARIOS, comparison, scenario, small
from tests.support import agendas


def told(found: Parsed) -> str:
    """Return all that a page says: its text and its attributes, with the styles of the picture left out."""
    attributes = (
        value
        for element in found.elements
        for name, value in element.attributes.items()
        if name not in ("style", "d", "clip-path", "transform")
    )
    return "\n".join([found.text, *attributes])


def one_of_each_role(review: Review) -> Iterator[Person]:
    for role in Role:
        yield from review.with_role(role)[-1:]


@cache
def own_page(name: str, id: str) -> Parsed:
    timetable, review = scenario(name)
    return parsed(page(timetable, review, comparison=comparison(), only=id))


def may_know(id: str, timetable: Timetable) -> set[str]:
    """Return the ids that somebody may see: those whom they meet in what they hold."""
    held = (booking for booking in timetable.of_person(id) if id in booking.panel)
    return {id for booking in held for id in booking.attendees}


@pytest.mark.parametrize("name", SCENARIOS)
def test_nobody_else_is_on_it(name: str) -> None:
    timetable, review = scenario(name)
    # Files under audit are called by ids as well, which may be those of people.
    files = {booking.activity.partition(":")[2] for booking in timetable.bookings if booking.kind == "audit"}
    for person in one_of_each_role(review):
        text = told(own_page(name, person.id))
        known = may_know(person.id, timetable)
        for other in review.people:
            if other.id == person.id:
                continue
            assert other.name not in text
            assert other.email not in text
            if other.id not in known | files:
                assert not re.search(rf"(?<![\w-]){re.escape(other.id)}(?![\w-])", text), (person.id, other.id)


@pytest.mark.parametrize("name", SCENARIOS)
def test_their_own_bookings_are_all_there_and_no_others(name: str) -> None:
    timetable, review = scenario(name)
    for person in one_of_each_role(review):
        own = timetable.of_person(person.id)
        found = own_page(name, person.id)
        rows = [row for row in found.all("tr") if row.inside("tbody") and "class" not in row.attributes]
        times = [each.attributes["datetime"] for row in rows for each in found.all("time") if row in each.parents]
        assert times == [booking.start.isoformat(timespec="minutes") for booking in own]
        assert sum(id.startswith("phases-booking-") for id in found.ids()) == len(own)
        assert "missing" not in " ".join(found.ids())


def test_who_holds_a_conversation_reads_with_whom_and_nobody_else_does() -> None:
    timetable, review = small()
    assert "With c1, together with l1." in parsed(page(timetable, review, only="t1")).text
    assert "With c1" not in parsed(page(timetable, review, only="c1")).text


def test_a_title_or_room_that_names_somebody_else_is_not_shown() -> None:
    timetable, review = small()
    timetable = agendas.changed(timetable, "joint-meeting:1", title="A meeting about name of C2")
    review = replace(review, rooms=tuple(replace(room, name="The room of Name of c3") for room in review.rooms))
    text = parsed(page(timetable, review, only="c1")).text
    assert "of C2" not in text
    assert "of c3" not in text
    assert "Joint meeting" in text
    assert "r1" in text
    assert "A meeting about name of C2" in parsed(page(timetable, review, only="c2")).text


def test_only_those_who_carry_the_review_see_its_milestones() -> None:
    timetable, review = small(agendas.day(50))
    for id, sees in (("l1", True), ("t1", True), ("c1", False)):
        text = parsed(page(timetable, review, only=id)).text
        assert ("Final report" in text) is sees
        assert ("Deadline" in text) is sees


def test_who_has_no_booking_and_no_address_has_a_page_that_says_so() -> None:
    timetable, review = small()
    review = replace(review, people=(*review.people, replace(agendas.person("x9"), email="")))
    assert "Nothing is booked for you." in parsed(page(timetable, review, only="x9")).text
    without = replace(review, people=tuple(replace(person, email="") for person in review.people))
    assert "With c1, together with l1." in parsed(page(timetable, without, only="t1")).text


def test_a_stranger_has_no_page() -> None:
    with pytest.raises(KeyError):
        page(*small(), only="nobody")


def test_dates_that_were_not_checked_say_so() -> None:
    assert "Not checked." in parsed(page(*small(), only="l1", verified=False)).text
    assert "Not checked." not in parsed(page(*small(), only="l1")).text
