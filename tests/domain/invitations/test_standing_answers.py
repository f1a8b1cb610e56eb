"""What answers mean for planning: declined, proposed, and not said."""

from __future__ import annotations

from datetime import UTC, timedelta

import pytest

from ltsched.domain.invitations.answers import Answer, Said
from ltsched.domain.invitations.invitations import Ledger, Method
from ltsched.domain.invitations.standing_answers import (
    PersonTime,
    declined,
    declined_times,
    not_answered,
    proposals,
)
from tests.support.agendas import at
from tests.support.invitations import EMPTY, NOW, answer, changed, invitation, ledger_of, line

TWO_HOURS = timedelta(hours=2)
ASKED = invitation("set-up", "p1", start=at(1, "10:00"))
FIRST = line(ASKED)
MOVED = line(invitation("set-up", "p1", start=at(2, "10:00")), sequence=1)
OTHER_ROOM = line(changed(ASKED, location="Room 2"), sequence=1)
WITHDRAWN = line(ASKED, sequence=1, method=Method.CANCEL)
OF_P2 = line(invitation("set-up", "p2", start=at(1, "10:00")))
NO = answer(FIRST, Said.DECLINED)
LATER = NOW + timedelta(hours=2)


def of(person: str, day: int, time: str = "10:00") -> PersonTime:
    """Return two hours of the set-up meeting."""
    start = at(day, time)
    return PersonTime(person=person, activity="set-up", start=start, end=start + TWO_HOURS)


@pytest.mark.parametrize(
    ("ledger", "now", "ever"),
    [
        (EMPTY, (), ()),
        (ledger_of(FIRST), (), ()),
        (ledger_of(FIRST, answers=(NO,)), (of("p1", 1),), (of("p1", 1),)),
        (ledger_of(FIRST, answers=(answer(FIRST, Said.DECLINED, counts=False),)), (), ()),
        (ledger_of(FIRST, answers=(answer(FIRST, Said.TENTATIVE),)), (), ()),
        (ledger_of(FIRST, answers=(NO, answer(FIRST, at=LATER))), (), ()),
        (ledger_of(FIRST, answers=(NO, answer(FIRST, at=NOW))), (of("p1", 1),), (of("p1", 1),)),
        (ledger_of(FIRST, answers=(NO, answer(FIRST, Said.DELEGATED, at=LATER))), (), ()),
        (ledger_of(FIRST, MOVED, answers=(NO,)), (), (of("p1", 1),)),
        (ledger_of(FIRST, MOVED, answers=(NO, answer(MOVED))), (), (of("p1", 1),)),
        (ledger_of(FIRST, MOVED, answers=(answer(MOVED, Said.DECLINED),)), (of("p1", 2),), (of("p1", 2),)),
        (ledger_of(FIRST, OTHER_ROOM, answers=(NO,)), (), (of("p1", 1),)),
        (ledger_of(FIRST, OTHER_ROOM, answers=(NO, answer(OTHER_ROOM))), (), ()),
    ],
    ids=[
        *("nobody is invited", "nobody has said anything", "declined", "an address that does not count", "perhaps"),
        *("accepted later", "accepted before", "somebody else is sent later", "moved since", "moved and accepted"),
        *("declined after a move", "another room since", "accepted with another room"),
    ],
)
def test_declined(ledger: Ledger, now: tuple[PersonTime, ...], ever: tuple[PersonTime, ...]) -> None:
    """As it stands, and at any time that was asked for."""
    assert (declined(ledger), declined_times(ledger)) == (now, ever)


def test_who_was_taken_out_because_they_declined_has_still_declined() -> None:
    """As long as the booking stands for others; a booking that is gone was declined only once."""
    assert declined(ledger_of(FIRST, OF_P2, WITHDRAWN, answers=(NO,))) == (of("p1", 1),)
    alone = ledger_of(FIRST, WITHDRAWN, answers=(NO,))
    assert (declined(alone), declined_times(alone)) == ((), (of("p1", 1),))
    elsewhere = line(invitation("set-up", "p2", start=at(2, "10:00")), sequence=1)
    assert declined(ledger_of(FIRST, OF_P2, WITHDRAWN, elsewhere, answers=(NO,))) == ()


def test_who_is_invited_again_to_what_they_declined_has_not_said_yet() -> None:
    """Somebody has asked them once more; that they declined that time is still known."""
    again = line(ASKED, sequence=2)
    ledger = ledger_of(FIRST, OF_P2, WITHDRAWN, again, answers=(NO,))
    assert (declined(ledger), declined_times(ledger)) == ((), (of("p1", 1),))
    assert declined_times(ledger_of(FIRST, WITHDRAWN, again, answers=(NO, answer(again)))) == ()


def test_declines_are_told_in_the_order_of_time() -> None:
    """Of several people and bookings, and all of `declined` are times that were declined."""
    late = line(invitation("event", "p1", start=at(3, "10:00")))
    answers = tuple(answer(each, Said.DECLINED) for each in (late, OF_P2, FIRST))
    ledger = ledger_of(late, OF_P2, FIRST, answers=answers)
    assert [(each.person, each.activity) for each in declined(ledger)] == [
        ("p1", "set-up"),
        ("p2", "set-up"),
        ("p1", "event"),
    ]
    assert declined_times(ledger) == declined(ledger)


def counter(said: Said = Said.DECLINED) -> Answer:
    """Return a proposal of Thursday at two, to `FIRST`."""
    return answer(FIRST, said, start=at(3, "14:00"), end=at(3, "16:00"))


def test_proposals_are_those_of_the_answers_that_count() -> None:
    """Whether or not it declines; a later answer without a time, or a move, takes it back."""
    proposed = (of("p1", 3, "14:00"),)
    for said in (Said.DECLINED, Said.TENTATIVE):
        assert proposals(ledger_of(FIRST, answers=(counter(said),))) == proposed
    assert proposals(ledger_of(FIRST, answers=(counter(), answer(FIRST, at=LATER)))) == ()
    assert proposals(ledger_of(FIRST, MOVED, answers=(counter(),))) == ()
    assert proposals(ledger_of(FIRST, OF_P2, answers=(answer(FIRST),))) == ()


def test_who_proposes_a_time_and_declines_does_both() -> None:
    """And who only proposes has not declined."""
    assert declined(ledger_of(FIRST, answers=(counter(),))) == (of("p1", 1),)
    assert declined(ledger_of(FIRST, answers=(counter(Said.TENTATIVE),))) == ()


@pytest.mark.parametrize("said", Said)
def test_not_answered(said: Said) -> None:
    """No answer, one to an earlier version, and somebody else sent; "perhaps" is an answer."""
    silent = (of("p2", 1),)
    both = (of("p1", 1), *silent)
    assert not_answered(ledger_of(FIRST, OF_P2)) == both
    ledger = ledger_of(FIRST, OF_P2, answers=(answer(FIRST, said),))
    assert not_answered(ledger) == (both if said is Said.DELEGATED else silent)
    assert not_answered(ledger_of(FIRST, MOVED, answers=(answer(FIRST, said),))) == (of("p1", 2),)
    assert not_answered(ledger_of(FIRST, WITHDRAWN)) == ()


def test_an_answer_by_another_zone_is_the_same_time() -> None:
    """Instants are compared, not what clocks show."""
    utc = line(changed(ASKED, start=ASKED.told.start.astimezone(UTC), end=ASKED.told.end.astimezone(UTC)), sequence=1)
    assert declined_times(ledger_of(FIRST, utc, answers=(NO, answer(utc)))) == ()
