"""Small agendas with a plan made before, of which people were told, and something that has changed since."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import assume
from hypothesis import strategies as st

from ltsched.domain.agenda import Agenda
from ltsched.domain.invitations.invitations import Issued, Ledger, Shown, what_is_due
from ltsched.domain.invitations.invitees import invitees
from ltsched.domain.invitations.standing_answers import PersonTime
from ltsched.domain.replanning.before import Before
from ltsched.domain.replanning.known_people import bookings_of_known
from ltsched.domain.replanning.waiting import with_waiting
from ltsched.domain.spans import Spans, minute_after, minute_before
from ltsched.domain.timetable import Booking
from tests.support.small_agendas import PEOPLE, small_agendas, some_time
from tests.support.solving import plan_agenda

__all__ = ["CHANGES", "agendas_again"]

CHANGES = ("nothing", "busy", "declined", "gone", "new", "removed", "longer", "room lost")
NOW = datetime(2027, 2, 1, tzinfo=UTC)
"""Before anything that is booked."""


@st.composite
def agendas_again(draw: st.DrawFn, change: str, *, roomed: bool = False) -> Agenda:
    """An agenda to be planned again: there was a plan before, some were invited, and `change` has happened since."""
    plan = draw(small_agendas(roomed=roomed))
    silent = draw(st.sampled_from([frozenset[str](), frozenset({"t1"}), frozenset({"c1", "l1"})]))
    people = tuple(replace(each, email="") if each.id in silent else each for each in plan.review.people)
    plan = replace(plan, review=replace(plan.review, people=people))
    first = _without_one(draw, plan) if change == "new" else plan
    bookings = _planned(first)
    told = bookings
    if draw(st.booleans()):  # it was planned again since people were invited
        told = _planned(_busier(draw, first))
    ledger = _ledger(draw, first, told)
    now = _changed(draw, change, plan, bookings)
    known = bookings_of_known(bookings, now.review)
    ids = [each.activity for each in bookings]
    before = Before(
        bookings={each.activity: each for each in known},
        ledger=ledger,
        organiser=now.review.organiser,
        now=NOW,
        free=frozenset(draw(st.sets(st.sampled_from(ids), max_size=1))) if draw(st.booleans()) else frozenset(),
        proposals=_proposals(draw, bookings),
    )
    return replace(now, before=before)


def _planned(plan: Agenda) -> Sequence[Booking]:
    timetable = plan_agenda(plan).timetable
    assume(timetable is not None)
    assert timetable is not None
    return timetable.bookings


def _busier(draw: st.DrawFn, plan: Agenda) -> Agenda:
    id = draw(st.sampled_from([*(each.id for each in PEOPLE), *(each.id for each in plan.review.rooms)]))
    first = (plan.span_start - plan.review.commissioned).days
    busy = draw(some_time(first, (plan.horizon_end - plan.review.commissioned).days))
    return replace(plan, availability={**plan.availability, id: plan.availability[id].without(busy)})


def _ledger(draw: st.DrawFn, plan: Agenda, told: Sequence[Booking]) -> Ledger:
    """Return a ledger by which everybody, some, or nobody was invited to `told`."""
    shown = draw(st.sampled_from([Shown.NONE, Shown.NONE, Shown.REVIEW_TEAM]))
    empty = Ledger("LT-TEST-1", shown)
    assert plan.review.organiser is not None
    wanted = invitees(plan.review, told, plan.review.organiser, shown).invitations
    whom = draw(st.sampled_from(["all", "all", "activities", "people", "none"]))
    activities = draw(st.sets(st.sampled_from([each.activity for each in told]))) if whom == "activities" else None
    people = draw(st.sets(st.sampled_from([each.id for each in PEOPLE]))) if whom == "people" else None
    lines = [
        Issued(due.invitation.told, due.uid, due.sequence, due.method, due.hash, NOW, 1)
        for due in what_is_due(empty, wanted, NOW)
        if whom != "none"
        and (activities is None or due.invitation.told.activity in activities)
        and (people is None or due.invitation.told.recipient in people)
    ]
    return replace(empty, issued=tuple(lines), batches=1)


def _proposals(draw: st.DrawFn, bookings: Sequence[Booking]) -> tuple[PersonTime, ...]:
    if draw(st.integers(0, 3)):
        return ()
    one, other = draw(st.sampled_from(bookings)), draw(st.sampled_from(bookings))
    return (PersonTime(person=one.attendees[0], activity=one.activity, start=other.start, end=other.end),)


def _changed(draw: st.DrawFn, change: str, plan: Agenda, bookings: Sequence[Booking]) -> Agenda:
    if change == "busy":
        return _busier(draw, plan)
    if change == "declined":
        one = draw(st.sampled_from(bookings))
        id = draw(st.sampled_from(one.attendees))
        return _without_time(plan, id, one)
    if change == "room lost":
        roomed = [each for each in bookings if each.room is not None]
        assume(roomed)
        one = draw(st.sampled_from(roomed))
        assert one.room is not None
        return _without_time(plan, one.room, one)
    if change == "gone":
        return _without_person(draw, plan)
    if change == "removed":
        return _without_one(draw, plan)
    if change == "longer":
        id = draw(st.sampled_from([each.id for each in plan.activities]))
        longer = (replace(each, minutes=each.minutes + 60) if each.id == id else each for each in plan.activities)
        return replace(plan, activities=tuple(longer))
    return plan


def _without_time(plan: Agenda, id: str, booking: Booking) -> Agenda:
    """Return `plan` with somebody, or a room, no longer there at the time of `booking`."""
    span = Spans.of([(minute_before(booking.start), minute_after(booking.end))])
    return replace(plan, availability={**plan.availability, id: plan.availability[id].without(span)})


def _without_one(draw: st.DrawFn, plan: Agenda) -> Agenda:
    assume(len(plan.activities) > 1)
    id = draw(st.sampled_from([each.id for each in plan.activities]))
    return replace(with_waiting(plan, [id]), waiting=(), notices=plan.notices)


def _without_person(draw: st.DrawFn, plan: Agenda) -> Agenda:
    """Return `plan` without somebody who is a must nowhere, and with whom no panel and no quorum stands or falls."""
    gone = draw(st.sampled_from([each.id for each in PEOPLE]))
    left = []
    for each in plan.activities:
        assume(gone not in each.must)
        one = replace(each, expected=tuple(id for id in each.expected if id != gone))
        assume(one.quorum <= len(one.invited))
        if one.panel is not None:
            pool = tuple(id for id in one.panel.pool if id != gone)
            apart = tuple(group - {gone} for group in one.panel.apart)
            assume(len(pool) >= one.panel.size and len(one.panel.leads - {gone}) >= one.panel.least_leads)
            one = replace(one, panel=replace(one.panel, pool=pool, leads=one.panel.leads - {gone}, apart=apart))
        left.append(one)
    people = tuple(each for each in plan.review.people if each.id != gone)
    return replace(plan, activities=tuple(left), review=replace(plan.review, people=people))
