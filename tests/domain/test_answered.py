"""What becomes of an answer, and which one counts for an invitation."""

from __future__ import annotations

from datetime import timedelta

import pytest

from ltsched.domain.answered import Answered, Arrival, Fate, answered, take_in
from ltsched.domain.answers import Answer, Said
from ltsched.domain.invitations import Issued, Method
from tests.agendas import at
from tests.invitations import EMPTY, NOW, answer, invitation, ledger_of, line

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
        ((FIRST, MOVED), (), answer(GONE), Fate.TOO_NEW, MOVED),
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
        *("unknown", "nothing issued", "too new"),
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
