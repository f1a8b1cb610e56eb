"""Who is invited to what, and that nobody is told more than they need."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC

import pytest

from ltsched.domain.invitations.invitations import Invitation, Shown, Told
from ltsched.domain.invitations.invitees import Invitees, invitees, subject
from ltsched.domain.people import Person, Role, Room
from ltsched.domain.review import Organiser
from ltsched.domain.timetable import Booking
from tests.support.agendas import LONDON, at, person, room
from tests.support.invitations import meeting, review_of, timetable_of

OFFICE = Organiser("Review office", "reviews@partnership.example")
LEAD, TEAM, CASE = person("l1", Role.LEAD_REVIEWER), person("t1"), person("c1", Role.CASE_GROUP)
TALK = meeting("conversation:c1", at(8, "14:00"), "c1", "l1", "t1", panel=("l1", "t1"))


def invited(
    *bookings: Booking,
    people: tuple[Person, ...] = (LEAD, TEAM, CASE),
    shown: Shown = Shown.NONE,
    rooms: tuple[Room, ...] = (room("r1"),),
) -> Invitees:
    """Return who is invited to these bookings."""
    review = replace(review_of(*people), rooms=rooms)
    return invitees(review, timetable_of(review, *bookings).bookings, OFFICE, shown)


def by_recipient(found: Invitees) -> dict[str, Invitation]:
    """Return the invitations to the one booking by their recipients."""
    return {each.told.recipient: each for each in found.invitations}


def test_who_attends_is_invited() -> None:
    """In the order of bookings and attendees, each with their own address; all else is as it is for everybody."""
    found = invited(meeting("set-up", at(1, "10:00"), "t1", "l1", room="r1"), TALK)
    assert [each.told.key for each in found.invitations] == [
        *(("set-up", "t1"), ("set-up", "l1")),
        *(("conversation:c1", "c1"), ("conversation:c1", "l1"), ("conversation:c1", "t1")),
    ]
    assert found.invitations[0] == Invitation(
        Told("set-up", "t1", "t1@example.org", "LT-TEST-1: set-up", at(1, "10:00"), at(1, "12:00"), "Room r1"),
        organiser=OFFICE.email,
    )
    assert (found.unreachable, found.missing, found.naming) == ((), (), ())


def test_times_are_local() -> None:
    """Whatever zone the timetable has them in: texts show them as they are."""
    (found,) = invited(meeting("set-up", at(35, "10:00").astimezone(UTC), "l1")).invitations
    told = found.told
    assert (told.start, told.end) == (at(35, "10:00"), at(35, "12:00"))
    assert told.start.tzinfo is told.end.tzinfo is LONDON


def test_who_has_no_address_is_told_of_and_not_invited() -> None:
    """With all their bookings; the others are invited."""
    people = (LEAD, replace(TEAM, email=""), CASE)
    found = invited(meeting("set-up", at(1, "10:00"), "t1", "l1"), TALK, people=people)
    assert found.unreachable == (("t1", ("set-up", "conversation:c1")),)
    assert [each.told.recipient for each in found.invitations] == ["l1", "c1", "l1"]


def test_who_cannot_come_is_not_invited() -> None:
    """They are told of, each with what they miss."""
    bookings = [meeting(id, at(1, "10:00"), "l1", missing=("c1", "t1")) for id in ("joint-meeting:1", "set-up")]
    found = invited(*bookings)
    assert {each.told.recipient for each in found.invitations} == {"l1"}
    assert found.missing == (("c1", ("joint-meeting:1", "set-up")), ("t1", ("joint-meeting:1", "set-up")))


@pytest.mark.parametrize(
    ("booking", "details"),
    [
        (TALK, {"c1": "", "l1": "With c1, together with t1.", "t1": "With c1, together with l1."}),
        (replace(TALK, panel=("l1",)), {"c1": "", "l1": "With c1 and t1.", "t1": ""}),
        (
            meeting("audit:f01", at(1, "10:00"), "l1", "t1", "c1", panel=("l1", "t1", "c1")),
            {
                "l1": "Together with t1 and c1.",
                "t1": "Together with l1 and c1.",
                "c1": "Together with l1 and t1.",
            },
        ),
        (meeting("audit:f01", at(1, "10:00"), "l1", panel=("l1",)), {"l1": ""}),
        (meeting("set-up", at(1, "10:00"), "l1", "t1"), {"l1": "", "t1": ""}),
    ],
    ids=["talk", "one holds it", "audit", "alone", "no panel"],
)
def test_who_holds_it_hears_with_whom(booking: Booking, details: dict[str, str]) -> None:
    """By ids, since an invitation is read by more people than its recipient; all others hear nothing."""
    assert {id: each.details for id, each in by_recipient(invited(booking)).items()} == details


@pytest.mark.parametrize("shown", Shown)
def test_a_practitioner_learns_of_nobody(shown: Shown) -> None:
    """No id, name or address of anybody else is in what they see."""
    told = repr(replace(by_recipient(invited(TALK, shown=shown))["c1"], organiser=""))
    assert not [secret for id in ("l1", "t1") for secret in (f"Name of {id}", f"{id}@", f"'{id}'") if secret in told]
    assert by_recipient(invited(TALK, shown=shown))["c1"].others == ()


def test_the_team_is_shown_to_the_team_only_if_that_is_wanted() -> None:
    """Lead reviewers and the review team see one another's names and addresses, nobody sees or is seen besides."""
    both = person("b1", Role.REVIEW_TEAM, Role.CASE_GROUP)
    silent = replace(person("t2"), email="")
    people = (LEAD, TEAM, silent, CASE, both, person("f1", Role.FAMILY), person("a1", Role.ADMINISTRATOR))
    booking = meeting("joint-meeting:1", at(1, "10:00"), *(each.id for each in people))
    found = by_recipient(invited(booking, people=people, shown=Shown.REVIEW_TEAM))
    assert {id: each.others for id, each in found.items() if each.others} == {
        "l1": (("Name of t1", "t1@example.org"),),
        "t1": (("Name of l1", "l1@example.org"),),
    }
    assert not any(each.others for each in invited(booking, people=people).invitations)


def test_only_who_meets_is_shown() -> None:
    """One of the team who is not at a booking is not in its invitations."""
    found = by_recipient(invited(meeting("set-up", at(1, "10:00"), "l1"), shown=Shown.REVIEW_TEAM))
    assert found["l1"].others == ()


def test_a_subject_is_neutral_and_on_one_line() -> None:
    """The code name and the kind of booking; line breaks and signs that hide something are gone."""
    assert subject("LT-1", "Joint meeting 2") == "LT-1: joint meeting 2"
    assert subject("LT-1\r\nBcc: x@y", "A\u2028B\u202e") == "LT-1 Bcc: x@y: a b"


def test_a_room_is_told_on_one_line() -> None:
    """Its name goes into mails and calendars."""
    found = invited(meeting("set-up", at(1, "10:00"), "l1", room="r1"), rooms=(Room("r1", "The\r\n hall", 9),))
    assert found.invitations[0].told.location == "The hall"


@pytest.mark.parametrize(
    ("title", "hall", "naming"),
    [
        ("Conversation with name of  C1", "Hall", (("conversation:c1", "c1"),)),
        ("Conversation", "Room of Name of T1", (("conversation:c1", "t1"),)),
        ("Conversation", "Hall", ()),
    ],
)
def test_a_name_that_everybody_would_read_is_told(title: str, hall: str, naming: tuple[tuple[str, str], ...]) -> None:
    """In a subject or a room, in any spelling, once for each booking and person."""
    found = invited(replace(TALK, title=title, room="r1"), rooms=(Room("r1", hall, 9),))
    assert found.naming == naming


def test_a_single_word_is_taken_for_no_name() -> None:
    """Somebody who is called Hall is not named by the room."""
    found = invited(
        replace(TALK, room="r1"), people=(LEAD, TEAM, replace(CASE, name="Hall")), rooms=(Room("r1", "Hall", 9),)
    )
    assert found.naming == ()
