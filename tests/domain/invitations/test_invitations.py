"""What is due: everybody hears of what has changed for them, once, in an order that every calendar understands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ltsched.domain.invitations.invitations import (
    Change,
    Due,
    Invitation,
    Issued,
    Ledger,
    Method,
    invitation_uid,
    what_is_due,
)
from tests.support.agendas import at
from tests.support.invitations import EMPTY, NOW, REFERENCE, after, changed, changes, invitation, ledger_of, line

OLD = invitation()
OVER = invitation(start=at(-3, "10:00"))
ENDS_NOW = invitation(start=NOW - timedelta(hours=2))
PARIS = ZoneInfo("Europe/Paris")


def test_who_has_heard_nothing_is_invited() -> None:
    """A REQUEST with SEQUENCE 0, the UID of this recipient, and the hash of what is seen."""
    (due,) = what_is_due(EMPTY, [OLD], NOW)
    uid = invitation_uid(REFERENCE, "set-up", "p1")
    assert due == Due(Change.NEW, Method.REQUEST, uid, 0, OLD, None, OLD.hash())


def test_who_sees_no_change_hears_nothing() -> None:
    """Nor where the address is only written in other capitals, or the time in another zone."""
    ledger = ledger_of(line(OLD))
    abroad = changed(OLD, start=OLD.told.start.astimezone(PARIS), end=OLD.told.end.astimezone(PARIS))
    for same in (OLD, invitation(email="P1@Example.org", organiser="Reviews@partnership.example"), abroad):
        assert what_is_due(ledger, [same], NOW) == ()


@pytest.mark.parametrize(
    ("seen", "change"),
    [
        ({"start": at(1, "09:30")}, Change.MOVED),
        ({"end": at(1, "12:30")}, Change.MOVED),
        ({"start": at(1, "09:30"), "location": "Hall"}, Change.MOVED),
        ({"location": "Hall"}, Change.CHANGED),
        ({"summary": "LT-TEST-1: meeting"}, Change.CHANGED),
        ({"details": "With p2."}, Change.CHANGED),
        ({"others": (("Ann", "ann@example.org"),)}, Change.CHANGED),
        ({"organiser": "office@example.org"}, Change.CHANGED),
    ],
    ids=str,
)
def test_who_sees_a_change_is_told(seen: dict[str, Any], change: Change) -> None:
    """An update: the same UID, the next SEQUENCE, and what was told before."""
    before, new = line(OLD, sequence=4), invitation(**seen)
    assert what_is_due(ledger_of(before), [new], NOW) == (
        Due(change, Method.REQUEST, before.uid, 5, new, before.told, new.hash()),
    )


@pytest.mark.parametrize(("held", "change"), [((), Change.CANCELLED), (("set-up",), Change.WITHDRAWN)])
def test_who_is_not_invited_any_more_is_told(held: tuple[str, ...], change: Change) -> None:
    """A booking that is gone is cancelled, one that is held without the recipient is withdrawn."""
    before = line(changed(OLD, location="Hall"), sequence=2)
    (due,) = what_is_due(ledger_of(before), [], NOW, held=held)
    assert (due.change, due.method, due.uid, due.sequence) == (change, Method.CANCEL, before.uid, 3)
    assert (due.before, due.invitation.told, due.hash) == (before.told, before.told, before.hash)


def test_a_cancellation_tells_of_no_one() -> None:
    """Neither other attendees nor details, which the ledger does not keep, are in it."""
    (due,) = what_is_due(ledger_of(line(invitation(details="With p2.", others=(("Ann", "a@b.c"),)))), [], NOW)
    assert (due.invitation.others, due.invitation.details) == ((), "")


def test_only_who_joins_hears_of_it() -> None:
    """Those who were invited already see nothing new."""
    joined = invitation(recipient="p2")
    assert changes(what_is_due(ledger_of(line(OLD)), [OLD, joined], NOW)) == [("p2", "new", 0)]


def test_a_cancelled_invitation_is_not_cancelled_twice() -> None:
    """What was taken back needs no further word."""
    assert what_is_due(ledger_of(line(OLD), line(OLD, sequence=1, method=Method.CANCEL)), [], NOW) == ()


def test_who_is_invited_again_has_the_same_uid_and_a_higher_sequence() -> None:
    """Calendars would take a lower one for a message that comes late."""
    cancelled = line(OLD, sequence=7, method=Method.CANCEL)
    (due,) = what_is_due(ledger_of(line(OLD, sequence=6), cancelled), [OLD], NOW)
    assert (due.change, due.method, due.uid, due.sequence) == (Change.NEW, Method.REQUEST, cancelled.uid, 8)


def test_another_address_takes_the_invitation_from_the_old_one_first() -> None:
    """The invitation is later and higher than the cancellation, should both go to one mailbox."""
    before, new = line(OLD, sequence=1), changed(OLD, email="new@example.org", location="Hall")
    cancel, request = what_is_due(ledger_of(before), [new], NOW)
    assert (cancel.change, cancel.method, cancel.sequence) == (Change.WITHDRAWN, Method.CANCEL, 2)
    assert (request.change, request.method, request.sequence) == (Change.NEW, Method.REQUEST, 3)
    assert (cancel.invitation.told.email, cancel.invitation.told.location) == (OLD.told.email, OLD.told.location)
    assert request.invitation is new
    assert cancel.uid == request.uid == before.uid


@pytest.mark.parametrize(
    ("ledger", "wanted"),
    [
        (EMPTY, [OVER]),
        (ledger_of(line(OVER)), []),
        (ledger_of(line(OVER)), [changed(OVER, location="Hall")]),
        (ledger_of(line(OVER)), [changed(OVER, email="new@example.org")]),
        (ledger_of(line(OVER)), [changed(OVER, start=OVER.told.start - timedelta(hours=1))]),
        (ledger_of(line(OVER, method=Method.CANCEL)), [OVER]),
        (EMPTY, [ENDS_NOW]),
        (ledger_of(line(ENDS_NOW)), []),
        (ledger_of(line(ENDS_NOW)), [OVER]),
    ],
    ids=["new", "gone", "changed", "other address", "moved", "back", "ends now", "gone as it ends", "moved as it ends"],
)
def test_what_is_over_is_left_alone(ledger: Ledger, wanted: list[Invitation]) -> None:
    """Nobody is invited to the past, and no meeting that was held is taken out of a calendar."""
    assert what_is_due(ledger, wanted, NOW, again=["p1"]) == ()


@pytest.mark.parametrize(
    ("before", "new", "expected"),
    [
        (OVER, OLD, [("p1", "moved", 1)]),
        (OLD, OVER, [("p1", "moved", 1)]),
        (invitation(start=NOW - timedelta(hours=1)), None, [("p1", "cancelled", 1)]),
        (None, invitation(start=NOW - timedelta(hours=1)), [("p1", "new", 0)]),
    ],
    ids=["out of the past", "into the past", "cancelled while it lasts", "joined while it lasts"],
)
def test_what_is_over_on_one_side_only_is_told(
    before: Invitation | None, new: Invitation | None, expected: list[tuple[str, str, int]]
) -> None:
    """Else a calendar would keep a time that is wrong."""
    ledger = ledger_of(line(before)) if before else EMPTY
    assert changes(what_is_due(ledger, [new] if new else [], NOW)) == expected


def test_again_is_the_same_message() -> None:
    """The same SEQUENCE, so that an answer that was given still counts; others hear nothing."""
    ledger = ledger_of(line(OLD, sequence=3), line(invitation(recipient="p2")))
    wanted = [OLD, invitation(recipient="p2")]
    (due,) = what_is_due(ledger, wanted, NOW, again=["p1"])
    assert (due.change, due.method, due.sequence, due.hash) == (Change.AGAIN, Method.REQUEST, 3, OLD.hash())
    moved = invitation(start=at(2, "10:00"))
    assert changes(what_is_due(ledger, [moved, wanted[1]], NOW, again=["p1"])) == [("p1", "moved", 4)]


def test_cancellations_come_first_then_the_order_of_the_timetable() -> None:
    """A room or a person is free in a calendar before they are wanted again."""
    ledger = ledger_of(line(invitation(recipient="p3")))
    wanted = [invitation(recipient="p2"), invitation(recipient="p1")]
    assert changes(what_is_due(ledger, wanted, NOW)) == [("p3", "cancelled", 1), ("p2", "new", 0), ("p1", "new", 0)]


def test_every_recipient_has_a_uid_of_their_own_for_each_activity() -> None:
    """It depends on nothing else, and no two names run into one another."""
    names = [("R", "a", "p1"), ("R", "a", "p2"), ("R", "b", "p1"), ("S", "a", "p1"), ("R", "ap", "1"), ("Ra", "p", "1")]
    uids = [invitation_uid(*name) for name in names]
    assert len(set(uids)) == len(names)
    assert uids == [invitation_uid(*name) for name in names]
    assert all(uid.endswith("@ltsched") and "p1" not in uid for uid in uids)


def test_a_ledger_knows_what_stands() -> None:
    """The last message of each invitation counts; what was cancelled does not stand, though its UID is known."""
    first, late = line(OLD), line(invitation("joint-meeting", start=at(5, "10:00")))
    early = line(invitation("joint-meeting", "p2", start=at(1, "09:30"), end=at(1, "17:00")), sequence=1)
    gone = line(invitation(recipient="p3"), sequence=1, method=Method.CANCEL)
    ledger = ledger_of(late, first, gone, early)
    assert ledger.standing() == (early, first, late)
    assert ledger.uids() == {late.uid, first.uid, gone.uid, early.uid}


class Client:
    """Calendars as RFC 5546 wants them: for each mailbox and UID, the message with the highest SEQUENCE counts."""

    def __init__(self, messages: Iterable[Due]) -> None:
        self.known: dict[tuple[str, str], Due] = {}
        for due in messages:
            key = due.invitation.told.email.casefold(), due.uid
            if key not in self.known or due.sequence >= self.known[key].sequence:
                self.known[key] = due

    def shows(self) -> list[Invitation]:
        """Return what stands in all calendars."""
        return [due.invitation for due in self.known.values() if due.method is Method.REQUEST]


STARTS = [NOW + timedelta(hours=hours) for hours in (-1, 1, 5, 9)]
ADDRESSES = ("one@example.org", "One@example.org", "two@example.org")
"""Any of the recipients may have any of them: they may share a mailbox, and change it."""

plans = st.dictionaries(
    st.tuples(st.sampled_from(["set-up", "joint-meeting"]), st.sampled_from(["p1", "p2"])),
    st.builds(
        lambda **seen: seen,
        start=st.sampled_from(STARTS),
        email=st.sampled_from(ADDRESSES),
        location=st.sampled_from(["", "Hall"]),
    ),
)
again = st.sets(st.sampled_from(["p1", "p2"]))
steps = st.lists(st.tuples(plans, st.sampled_from([0, 2, 4]), again), min_size=1, max_size=6)


def ahead(invitations: Iterable[Invitation], now: datetime) -> list[tuple[str, ...]]:
    """Return what is seen of the invitations that are not over, in an order of its own."""
    return sorted(
        (*each.told.key, each.told.email.casefold(), each.hash()) for each in invitations if each.told.end > now
    )


def in_turn(issued: Iterable[Issued]) -> bool:
    """Return whether the SEQUENCE of each UID only rises, or comes again with the very same content."""
    last: dict[str, Issued] = {}
    for each in issued:
        before = last.get(each.uid)
        same = before and (before.sequence, before.method, before.hash) == (each.sequence, each.method, each.hash)
        if before and not same and each.sequence <= before.sequence:
            return False
        last[each.uid] = each
    return True


@settings(deadline=None)
@given(steps, st.randoms(use_true_random=False))
def test_after_any_changes_every_calendar_shows_what_is_wanted(
    history: list[tuple[Mapping[tuple[str, str], dict[str, Any]], int, set[str]]], random: Random
) -> None:
    """Whatever the plans were and in whatever order the messages arrive; running once more has nothing to say."""
    ledger, messages, now = EMPTY, list[Due](), NOW
    for plan, hours, again in history:
        now += timedelta(hours=hours)
        wanted = [invitation(*key, **told) for key, told in plan.items()]
        held = {each.told.activity for each in wanted}
        due = what_is_due(ledger, wanted, now, held=held, again=again)
        ledger = after(ledger, due)
        messages += due
        for arrived in (messages, random.sample(messages, len(messages))):
            assert ahead(Client(arrived).shows(), now) == ahead(wanted, now)
        assert what_is_due(ledger, wanted, now, held=held) == ()
        assert in_turn(ledger.issued)
