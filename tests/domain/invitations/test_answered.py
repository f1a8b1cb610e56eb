"""What becomes of an answer, and which one counts for an invitation."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from itertools import permutations
from typing import Any

import pytest

from ltsched.domain.invitations.answered import Answered, Arrival, Fate, answered, take_in
from ltsched.domain.invitations.answers import Answer, Said
from ltsched.domain.invitations.invitations import Issued, Method
from tests.support.agendas import at
from tests.support.invitations import EMPTY, NOW, answer, invitation, ledger_of, line

FIRST = line(sequence=0)
MOVED = line(invitation(start=at(2, "10:00")), sequence=1)
GONE = line(invitation(start=at(2, "10:00")), sequence=2, method=Method.CANCEL)
BACK = line(invitation(start=at(3, "10:00")), sequence=3)
YES = answer(MOVED)
LATER, EARLIER = NOW + timedelta(hours=2), NOW


@pytest.mark.parametrize(
    ("issued", "known", "came", "fate", "to"),
    [
        ((FIRST, MOVED), (), YES, Fate.COUNTED, MOVED),
        ((FIRST, MOVED), (YES,), answer(MOVED, Said.DECLINED, at=LATER), Fate.COUNTED, MOVED),
        ((FIRST, MOVED), (YES,), answer(MOVED, Said.DECLINED, at=YES.at), Fate.COUNTED, MOVED),
        ((FIRST, MOVED), (YES,), answer(MOVED, Said.DECLINED, at=EARLIER), Fate.REPLACED, MOVED),
        ((FIRST, MOVED), (answer(FIRST, at=LATER),), YES, Fate.COUNTED, MOVED),
        ((FIRST, MOVED), (answer(MOVED, at=LATER, counts=False),), YES, Fate.COUNTED, MOVED),
        ((FIRST, MOVED), (), answer(FIRST), Fate.OUTDATED, FIRST),
        ((FIRST, MOVED, GONE), (), YES, Fate.OUTDATED, MOVED),
        ((FIRST, MOVED, GONE), (), answer(GONE), Fate.OUTDATED, GONE),
        ((FIRST, MOVED, GONE, BACK), (), answer(GONE), Fate.OUTDATED, GONE),
        ((FIRST, MOVED, GONE, BACK), (), answer(BACK), Fate.COUNTED, BACK),
        ((BACK,), (), answer(FIRST), Fate.OUTDATED, BACK),
        ((FIRST, MOVED, BACK), (), answer(GONE), Fate.OUTDATED, MOVED),
        ((FIRST, MOVED), (), answer(MOVED, counts=False), Fate.OF_ANOTHER, MOVED),
        ((FIRST, MOVED), (), answer(FIRST, counts=False), Fate.OUTDATED, FIRST),
        ((FIRST, MOVED), (YES,), YES, Fate.KNOWN, MOVED),
        ((FIRST, MOVED, GONE), (YES,), YES, Fate.KNOWN, MOVED),
        ((FIRST, MOVED), (), answer(MOVED, uid="x"), Fate.UNKNOWN, None),
        ((), (), YES, Fate.UNKNOWN, None),
    ],
    ids=[
        *("first", "later", "same second", "replaced", "to another version", "nobody's word before", "outdated"),
        *("after a cancellation", "to a cancellation", "to one before the last", "after coming back"),
        *(
            "older than the ledger",
            "never issued",
            "of another",
            "of another and outdated",
            "known",
            "known and outdated",
        ),
        *("unknown", "nothing issued"),
    ],
)
def test_the_fate_of_an_answer(
    issued: tuple[Issued, ...], known: tuple[Answer, ...], came: Answer, fate: Fate, to: Issued | None
) -> None:
    """By its UID, its SEQUENCE, its time and its sender, with the message that it answers."""
    assert take_in(ledger_of(*issued, answers=known), came) == Arrival(fate, came, to)


def test_an_answer_is_to_the_invitation_of_its_uid() -> None:
    """Those of other recipients do not matter."""
    others = line(invitation(recipient="p2"), sequence=9)
    assert take_in(ledger_of(MOVED, others), YES) == Arrival(Fate.COUNTED, YES, MOVED)
    assert take_in(ledger_of(MOVED, others, answers=(answer(others),)), YES).fate is Fate.COUNTED


def test_the_latest_answer_to_the_version_that_stands_counts() -> None:
    """By the time that the senders' calendars tell, and in the order of arrival within one second."""
    no = answer(MOVED, Said.DECLINED, at=LATER)
    for known in ((YES, no), (no, YES), (answer(MOVED, Said.TENTATIVE, at=LATER), no)):
        assert answered(ledger_of(FIRST, MOVED, answers=known)) == (Answered(MOVED, no),)


@pytest.mark.parametrize(
    ("known", "why"),
    [
        ((), "nobody has answered"),
        ((answer(FIRST),), "the answer was to an earlier time"),
        ((answer(MOVED, counts=False),), "somebody else has answered"),
        ((answer(MOVED, uid="x"),), "the answer was to another invitation"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_without_a_word_that_counts_there_is_no_answer(known: tuple[Answer, ...], why: str) -> None:
    """What holds for another version, person or invitation does not hold here."""
    assert answered(ledger_of(FIRST, MOVED, answers=known)) == (Answered(MOVED, None),), why


def said(said: Said, mailed: int | None = None, minutes: int = 0, **more: Any) -> Answer:
    """Return an answer to MOVED, mailed so many hours after `NOW`; its own time says nothing about the order."""
    sent = None if mailed is None else NOW + timedelta(hours=mailed)
    return answer(MOVED, said, at=LATER + timedelta(minutes=minutes), mailed=sent, **more)


YES_AT_3, NO_AT_4, MAYBE_AT_5 = said(Said.ACCEPTED, 3), said(Said.DECLINED, 4), said(Said.TENTATIVE, 5)
YES_IN_A_FILE, NO_IN_A_FILE = said(Said.ACCEPTED), said(Said.DECLINED)


@pytest.mark.parametrize(
    ("known", "counts"),
    [
        *((known, MAYBE_AT_5) for known in permutations((YES_AT_3, NO_AT_4, MAYBE_AT_5))),
        ((YES_IN_A_FILE, NO_IN_A_FILE), NO_IN_A_FILE),
        ((NO_IN_A_FILE, YES_IN_A_FILE), YES_IN_A_FILE),
        ((NO_AT_4, YES_IN_A_FILE), YES_IN_A_FILE),
        ((YES_IN_A_FILE, NO_AT_4), NO_AT_4),
        ((MAYBE_AT_5, YES_IN_A_FILE, NO_AT_4), YES_IN_A_FILE),
        ((YES_AT_3, replace(NO_AT_4, mailed=YES_AT_3.mailed)), replace(NO_AT_4, mailed=YES_AT_3.mailed)),
        ((said(Said.ACCEPTED, 3, minutes=1), NO_AT_4), said(Said.ACCEPTED, 3, minutes=1)),
        ((NO_AT_4, replace(MAYBE_AT_5, counts=False)), NO_AT_4),
    ],
)
def test_of_one_second_the_later_mail_counts_and_then_what_came_in_last(
    known: tuple[Answer, ...], counts: Answer
) -> None:
    """A file without a mail came in after all that was there; the time in the answer itself goes before both."""
    assert answered(ledger_of(MOVED, answers=known)) == (Answered(MOVED, counts),)
    *before, last = known
    fate = Fate.COUNTED if counts is last or counts == last else Fate.REPLACED
    assert take_in(ledger_of(MOVED, answers=tuple(before)), last).fate in (fate, Fate.OF_ANOTHER)


def test_what_is_said_again_later_counts_again() -> None:
    """Yes, no, and yes again, by a program that gives all of them the time of the invitation."""
    again = replace(YES_AT_3, mailed=LATER + timedelta(days=1))
    assert take_in(ledger_of(MOVED, answers=(YES_AT_3, NO_AT_4)), again) == Arrival(Fate.COUNTED, again, MOVED)
    for came in (YES_AT_3, replace(YES_AT_3, mailed=NOW), YES_IN_A_FILE):
        assert take_in(ledger_of(MOVED, answers=(YES_AT_3, NO_AT_4)), came) == Arrival(Fate.KNOWN, YES_AT_3, MOVED)
    assert take_in(ledger_of(MOVED, answers=(YES_AT_3,)), again).fate is Fate.KNOWN


def test_a_ledger_that_knows_no_mails_learns_of_them_where_it_matters() -> None:
    """Of two answers with one time, the order in which an earlier version recorded them says nothing."""
    ledger = ledger_of(MOVED, answers=(NO_IN_A_FILE, YES_IN_A_FILE))
    for came in (YES_AT_3, NO_AT_4):
        arrival = take_in(ledger, came)
        ledger = replace(ledger, answers=(*ledger.answers, arrival.answer))
    assert answered(ledger) == (Answered(MOVED, NO_AT_4),)


RAISED = "its SEQUENCE is 7, but that of the invitation was {}"
BEFORE, BETWEEN, AFTER = (NOW + timedelta(days=days) for days in (-1, 1, 3))
LATE_MOVED = replace(MOVED, issued_at=NOW + timedelta(days=2))


@pytest.mark.parametrize(
    ("issued", "at", "fate", "to"),
    [
        ((FIRST,), AFTER, Fate.COUNTED, FIRST),
        ((FIRST,), BEFORE, Fate.COUNTED, FIRST),
        ((FIRST, LATE_MOVED), AFTER, Fate.COUNTED, LATE_MOVED),
        ((FIRST, LATE_MOVED), LATE_MOVED.issued_at, Fate.COUNTED, LATE_MOVED),
        ((FIRST, LATE_MOVED), BETWEEN, Fate.OUTDATED, FIRST),
        ((FIRST, LATE_MOVED), BEFORE, Fate.COUNTED, LATE_MOVED),
        ((FIRST, replace(GONE, issued_at=NOW + timedelta(days=2))), AFTER, Fate.OUTDATED, None),
    ],
    ids=["after it", "by a slow clock", "after both", "at once", "between", "by a wrong clock", "cancelled"],
)
def test_a_sequence_that_a_program_has_raised_does_no_harm(
    issued: tuple[Issued, ...], at: datetime, fate: Fate, to: Issued | None
) -> None:
    """The answer is to what had been issued when it was given, and says so."""
    came = answer(FIRST, sequence=7, at=at)
    arrival = take_in(ledger_of(*issued), came)
    to = to or issued[-1]
    assert (arrival.fate, arrival.to, arrival.note) == (fate, to, RAISED.format(to.sequence))
    assert arrival.answer == replace(came, sequence=to.sequence, raised=7)
    assert arrival.answer.as_written() == came


def test_a_raised_answer_is_not_one_to_the_version_that_gets_its_number_later() -> None:
    """It is known when it is read once more; an answer to the new version counts."""
    came = answer(FIRST, sequence=1, at=BETWEEN)
    recorded = take_in(ledger_of(FIRST), came).answer
    ledger = ledger_of(FIRST, LATE_MOVED, answers=(recorded,))
    assert answered(ledger) == (Answered(LATE_MOVED, None),)
    assert take_in(ledger, came) == Arrival(Fate.KNOWN, recorded, FIRST)
    assert take_in(ledger, answer(LATE_MOVED, at=AFTER)).fate is Fate.COUNTED


def test_what_was_issued_again_keeps_its_answer() -> None:
    """It is the same version."""
    again = line(invitation(start=at(2, "10:00")), sequence=1, batch=2)
    assert answered(ledger_of(MOVED, again, answers=(YES,))) == (Answered(again, YES),)


def test_all_that_stands_is_listed_in_the_order_of_time() -> None:
    """What was cancelled is not, whoever had accepted it."""
    late, early = line(invitation(recipient="p2", start=at(9, "10:00"))), line(invitation(recipient="p3"))
    ledger = ledger_of(late, MOVED, GONE, early, answers=(YES, answer(late)))
    assert answered(ledger) == (Answered(early, None), Answered(late, answer(late)))
    assert answered(EMPTY) == ()
