"""What is open of the answers: who has not said, who has declined, who proposes another time."""

from __future__ import annotations

from dataclasses import replace

from ltsched.domain.invitations.answers import Said
from ltsched.domain.standing.open_answers import open_answers
from ltsched.domain.standing.standing import Answers
from tests.support.agendas import at
from tests.support.invitations import answer, invitation, ledger_of, line, meeting

PEOPLE = ("p1", "p2", "p3")
SET_UP = meeting("set-up", at(1, "10:00"), "p1", "p2")
TALK = meeting("conversation:p3", at(8, "10:00"), "p3")
P1 = line(invitation("set-up", "p1"))
P2 = line(invitation("set-up", "p2"))
P3 = line(invitation("conversation:p3", "p3", start=at(8, "10:00")))


def test_those_whose_booking_comes_soonest_come_first() -> None:
    found = open_answers(ledger_of(P3, P2, P1), (SET_UP, TALK), PEOPLE)
    assert (found.none, found.invitations) == (3, 3)
    assert [(each.activity, each.people) for each in found.unanswered] == [
        ("set-up", ("p1", "p2")),
        ("conversation:p3", ("p3",)),
    ]


def test_every_answer_is_counted_as_what_it_says() -> None:
    """Who has sent somebody else is a perhaps: the review has to hear from people themselves."""
    answers = (answer(P1), answer(P2, Said.DELEGATED), answer(P3, Said.TENTATIVE))
    found = open_answers(ledger_of(P1, P2, P3, answers=answers), (SET_UP, TALK), PEOPLE)
    assert (found.yes, found.no, found.maybe, found.none) == (1, 0, 2, 0)


def test_who_has_declined_is_open_until_the_plan_takes_account_of_it() -> None:
    """Missing, or with the booking at another time, there is nothing more to do."""
    ledger = ledger_of(P1, answers=(answer(P1, Said.DECLINED),))
    assert open_answers(ledger, (SET_UP,), PEOPLE).declined == (("p1", "set-up", SET_UP.start),)
    without = replace(SET_UP, attendees=("p2",), missing=("p1",))
    moved = replace(SET_UP, start=at(2, "10:00"), end=at(2, "12:00"))
    for booking in (without, moved):
        found = open_answers(ledger, (booking,), PEOPLE)
        assert (found.declined, found.no) == ((), 1)


def test_a_proposed_time_is_open_until_the_booking_has_moved() -> None:
    """There or elsewhere: it has been looked at then. Who proposes a time has not just declined."""
    start, end = at(2, "10:00"), at(2, "12:00")
    ledger = ledger_of(P1, answers=(answer(P1, Said.DECLINED, start=start, end=end),))
    found = open_answers(ledger, (SET_UP,), PEOPLE)
    assert (found.proposed, found.declined) == ((("p1", "set-up", start, end),), ())
    for moved in ((start, end), (at(3, "10:00"), at(3, "12:00"))):
        assert open_answers(ledger, (replace(SET_UP, start=moved[0], end=moved[1]),), PEOPLE).proposed == ()


def test_what_is_over_and_who_has_left_is_not_open() -> None:
    assert open_answers(ledger_of(P1, P2), (TALK,), PEOPLE) == Answers()
    assert open_answers(ledger_of(P1, P2), (SET_UP,), ("p1",)).none == 1
