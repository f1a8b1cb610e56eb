"""The times of bookings that somebody is or was invited to, from the ledger."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from ltsched.domain.invitations.answers import Said
from ltsched.domain.invitations.invitations import Issued, Ledger, Method
from ltsched.domain.people import Room
from ltsched.domain.spans import minute_after, minute_before
from ltsched.files.calendars.own_times import OwnTime, own_times
from ltsched.files.calendars.own_uid import uid_key
from tests.support.agendas import at
from tests.support.invitations import NOW, answer, changed, invitation, ledger_of, line

LATER = NOW + timedelta(days=3)
ASKED = invitation("event", "p1", start=at(1, "10:00"), location="Hall")
FIRST = line(ASKED)
MOVED = line(invitation("event", "p1", start=at(2, "10:00"), location="Hall"), sequence=1, issued_at=LATER)
ELSEWHERE = line(changed(ASKED, location="Attic"), sequence=1, issued_at=LATER)
GONE = line(ASKED, sequence=1, method=Method.CANCEL, issued_at=LATER)
AGAIN = line(ASKED, sequence=2, issued_at=LATER + timedelta(days=1))
ROOMS = (Room("r1", "Hall", 10), Room("r2", "Attic", 10))


def time(of: Issued, **more: object) -> OwnTime:
    """Return the time of a message, which was issued at once and stands."""
    span = minute_before(of.told.start), minute_after(of.told.end)
    own = OwnTime("event", span, NOW, of.issued_at, uids=frozenset({uid_key(of.uid)}))
    return replace(own, **more)  # type: ignore[arg-type]  # any field of it


def of(ledger: Ledger, id: str = "p1") -> tuple[OwnTime, ...]:
    return own_times(ledger, ROOMS).get(id, ())


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ((), ()),
        ((FIRST,), (time(FIRST),)),
        ((FIRST, MOVED), (time(MOVED), time(FIRST, until=LATER))),
        ((FIRST, ELSEWHERE), (time(FIRST),)),
        ((FIRST, GONE), (time(FIRST, until=LATER),)),
        ((FIRST, GONE, AGAIN), (time(AGAIN), time(FIRST, until=LATER))),
    ],
    ids=["nothing", "as it stands", "moved", "another room", "cancelled", "cancelled and planned again"],
)
def test_each_time_has_when_it_was_announced_and_changed(lines: tuple[Issued, ...], found: tuple[OwnTime, ...]) -> None:
    """Those that stand come first; when anything was first issued is kept."""
    assert of(ledger_of(*lines)) == found


@pytest.mark.parametrize(
    ("lines", "said", "found"),
    [
        ((FIRST,), {0: Said.ACCEPTED}, (time(FIRST, accepted=True),)),
        ((FIRST,), {0: Said.TENTATIVE}, (time(FIRST),)),
        ((FIRST,), {0: Said.DECLINED}, ()),
        ((FIRST, MOVED), {0: Said.ACCEPTED}, (time(MOVED), time(FIRST, until=LATER, accepted=True))),
        ((FIRST, MOVED), {0: Said.DECLINED}, (time(MOVED),)),
        ((FIRST, MOVED), {1: Said.DECLINED}, (time(FIRST, until=LATER),)),
        ((FIRST, ELSEWHERE), {0: Said.ACCEPTED}, (time(FIRST, accepted=True),)),
        ((FIRST, ELSEWHERE), {0: Said.ACCEPTED, 1: Said.TENTATIVE}, (time(FIRST),)),
        ((FIRST, ELSEWHERE), {0: Said.DECLINED}, (time(FIRST),)),
    ],
    ids=[
        *("accepted", "perhaps", "declined", "accepted before a move", "declined before a move"),
        *("declined after a move", "accepted before another room", "unsure after another room"),
        "declined before another room",
    ],
)
def test_answers_are_to_a_time(lines: tuple[Issued, ...], said: dict[int, Said], found: tuple[OwnTime, ...]) -> None:
    """A time that was declined is not in a calendar; another room brings it back into it."""
    answers = tuple(answer(lines[sequence], word) for sequence, word in said.items())
    assert of(ledger_of(*lines, answers=answers)) == found


def test_a_room_has_the_times_at_which_it_was_named() -> None:
    """Once for all who are invited; a change of the room is one of its time, and it accepts nothing."""
    second = line(invitation("event", "p2", start=at(1, "10:00"), location="Hall"))
    both = ledger_of(FIRST, second, answers=(answer(FIRST),))
    assert of(both, "r1") == (time(FIRST, uids=frozenset({uid_key(FIRST.uid), uid_key(second.uid)})),)
    moved = ledger_of(FIRST, ELSEWHERE)
    assert of(moved, "r1") == (time(FIRST, until=LATER),)
    assert of(moved, "r2") == (time(ELSEWHERE, issued=LATER),)


def test_the_ends_are_whole_minutes() -> None:
    """Widened, as busy times are."""
    odd = line(changed(ASKED, end=ASKED.told.end + timedelta(seconds=1)))
    (found,) = of(ledger_of(odd))
    assert datetime.fromtimestamp(60 * found.span[1], ASKED.told.end.tzinfo) == ASKED.told.end + timedelta(minutes=1)
