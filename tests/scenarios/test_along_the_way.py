"""A review is planned and announced, and then one thing after the other happens to it: all holds together."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import example, given, note, settings
from hypothesis import strategies as st

import ltsched
from ltsched.domain.stages.table import MOVES_LEAST
from ltsched.domain.timetable import Booking
from ltsched.errors import InvalidReview
from ltsched.verify import verify
from tests.solve.test_small_agendas import FEW
from tests.support.living import Living, begun
from tests.support.mailboxes import Mailboxes, batches_of

TEAM = ("t1", "t2", "t3")
LEADS = ("l1", "l2")
CASE_GROUP = ("c1", "c2", "c3")
EVERYBODY = (*LEADS, *TEAM, *CASE_GROUP)
Event = tuple[Any, ...]


def one_of(found: Sequence[Any], number: int) -> Any:
    """Return one of what there is; None if there is nothing."""
    return found[number % len(found)] if found else None


def declined(living: Living, number: int, *, instead_days: int | None = None) -> None:
    """Somebody says by telephone that they will not come; and perhaps when they would."""
    line = one_of(living.invited(), number)
    if line is None:
        return
    start = line.told.start
    when = None if instead_days is None else datetime.combine(start.date() + timedelta(instead_days), start.time())
    ltsched.record_answers(living.read(), no=[(line.told.recipient, line.told.activity)], instead=when)


def accepted(living: Living, number: int) -> None:
    line = one_of(living.invited(), number)
    if line is not None:
        ltsched.record_answers(living.read(), yes=[(line.told.recipient, line.told.activity)])


def agreed(living: Living, number: int, days: int) -> None:
    """Everybody agrees on another day for something that is still to come."""
    booking = one_of(living.to_come(), number)
    if booking is not None:
        living.settle(booking.activity, "agreed", booking.day + timedelta(days))


def held(living: Living, number: int) -> None:
    """Something that was still to come was held today, in the morning, by those who were to hold it."""
    booking = one_of(living.to_come(), number)
    if booking is not None:
        living.settle(booking.activity, "held", datetime.combine(living.today, time(9)), booking.panel)


def not_held(living: Living, number: int) -> None:
    """Something that is taken to have been held was not."""
    booking = one_of(living.read().over, number)
    if booking is not None:
        living.settle(booking.activity, "not-held", booking.day)


def dropped(living: Living, number: int) -> None:
    booking = one_of([one for one in living.to_come() if one.panel], number)
    if booking is not None:
        living.settle(booking.activity, "dropped")


def moved_by_hand(living: Living, number: int, days: int) -> dict[str, Any]:
    """Return the wish that something starts some days later or sooner."""
    booking = one_of(living.to_come(), number)
    if booking is None:
        return {}
    day = max(booking.day + timedelta(days), living.today + timedelta(1))
    return {"moves": {booking.activity: datetime.combine(day, booking.start.time())}}


HAPPENS: dict[str, Callable[..., dict[str, Any] | None]] = {
    "is away": Living.away,
    "declines": declined,
    "proposes": lambda living, number, days: declined(living, number, instead_days=days),
    "accepts": accepted,
    "hold": Living.hold,
    "leaves": lambda living, id: living.without("people.csv", id),
    "comes": lambda living, team: living.with_person(team=team),
    "loses a room": lambda living, id: living.without("rooms.csv", id),
    "is agreed": agreed,
    "is held": held,
    "is not held": not_held,
    "is dropped": dropped,
    "is moved": moved_by_hand,
}
NUMBERS = st.integers(0, 60)
EVENTS: dict[str, st.SearchStrategy[tuple[Any, ...]]] = {
    "is away": st.tuples(st.sampled_from(EVERYBODY), st.integers(1, 20), st.integers(1, 6)),
    "declines": st.tuples(NUMBERS),
    "proposes": st.tuples(NUMBERS, st.integers(1, 5)),
    "accepts": st.tuples(NUMBERS),
    "hold": st.tuples(
        st.integers(1, 15), st.none() | st.integers(1, 7), st.sampled_from(["review", "activity:joint-meeting:1"])
    ),
    "leaves": st.tuples(st.sampled_from([*LEADS[1:], *TEAM, *CASE_GROUP])),
    "comes": st.tuples(st.booleans()),
    "loses a room": st.tuples(st.sampled_from(["r1", "r2", "r3"])),
    "is agreed": st.tuples(NUMBERS, st.integers(-3, 6)),
    "is held": st.tuples(NUMBERS),
    "is not held": st.tuples(NUMBERS),
    "is dropped": st.tuples(NUMBERS),
    "is moved": st.tuples(NUMBERS, st.integers(-3, 8)),
}


@st.composite
def steps(draw: st.DrawFn) -> tuple[int, Event, bool]:
    """How many days later what happens, and whether invitations go out in the evening."""
    name = draw(st.sampled_from(sorted(EVENTS)))
    return draw(st.integers(0, 5)), (name, *draw(EVENTS[name])), draw(st.integers(0, 3)) > 0


def undone_by(event: Event, living: Living) -> set[str]:
    """Return what is over so far and is not over, or otherwise than it was, once this has been said.

    What nobody was told to be later is over as it was told, and yet to come in the timetable: it can still be agreed.
    """
    name, *more = event
    if name not in ("is not held", "is agreed", "is held", "is dropped"):
        return set()
    found = living.read().over if name == "is not held" else living.to_come()
    booking = one_of([one for one in found if one.panel or name != "is dropped"], more[0])
    return set() if booking is None else {booking.activity}


def times(bookings: Sequence[Booking], but: set[str]) -> dict[str, tuple[datetime, datetime]]:
    return {one.activity: (one.start, one.end) for one in bookings if one.activity not in but}


def step(living: Living, event: Event) -> None:
    """Let it happen, and plan again; what cannot be is taken back, and nothing has been written."""
    name, *more = event
    past, undone, file = living.read().over, undone_by(event, living), living.folder / "out" / "timetable.json"
    before = file.read_bytes()
    with living.undone_if_impossible() as impossible:
        try:
            wishes = HAPPENS[name](living, *more) or {}
            replanned = living.replan(**wishes)
        except InvalidReview as error:
            note(f"refused: {error}")
            impossible.append(True)
            assert file.read_bytes() == before
            return
        timetable = replanned.result.timetable
        if timetable is None:
            note(f"impossible: {[str(reason.text) for reason in replanned.result.reasons]}")
            impossible.append(True)
            assert file.read_bytes() == before
            return
        assert verify(replanned.result.agenda, timetable) == ()
        again = set(MOVES_LEAST)
        assert all(stage.proven for stage in timetable.stages if stage.name in again)
        assert times(past, undone).items() <= times(timetable.bookings, set()).items()
        if not replanned.unchanged:
            ltsched.write(replanned.result, living.folder / "out")
            due = living.invite(dry_run=True).due
            assert said(due) == said(replanned.messages)
        note(f"{len(replanned.moved)} changed, {len(replanned.messages)} messages")


def said(due: Sequence[Any]) -> list[tuple[str, ...]]:
    """Return what messages say, to whom."""
    return sorted((each.change, each.uid, str(each.invitation.told.start)) for each in due)


def live(folder: Path, days: Sequence[tuple[int, Event, bool]]) -> Living:
    """Plan, announce, and let all of it happen; in the end everybody has been told."""
    living = begun(folder)
    with living.now():
        living.invite()
    for later, event, invites in days:
        living.today += timedelta(later)
        note(f"{living.today}: {event}")
        with living.now():
            step(living, event)
            if invites:
                living.invite()
    with living.now():
        living.invite()
    return living


def still_shown(living: Living, boxes: Mailboxes) -> dict[str, set[tuple[datetime, datetime]]]:
    """Return for each address what its calendar shows for after today."""
    return {
        address: {(start, end) for _, start, end, _ in boxes.shown_to(address) if start > living.evening}
        for address in boxes.addresses()
    }


def wanted(living: Living, addresses: frozenset[str]) -> dict[str, set[tuple[datetime, datetime]]]:
    """Return for each address what the timetable has for after today."""
    found: dict[str, set[tuple[datetime, datetime]]] = {address: set() for address in addresses}
    emails = {person.id: person.email.casefold() for person in living.read().people if person.email}
    for booking in living.to_come():
        for id in booking.attendees:
            if id in emails:
                found.setdefault(emails[id], set()).add((booking.start.astimezone(UTC), booking.end.astimezone(UTC)))
    return found


def check(days: Sequence[tuple[int, Event, bool]], seed: int) -> None:
    with TemporaryDirectory() as place:
        living = live(Path(place) / "review", days)
        boxes = Mailboxes()
        for batch in batches_of(living.folder):
            boxes.take_in(random.Random(seed).sample(batch, len(batch)))
        assert still_shown(living, boxes) == wanted(living, boxes.addresses())


@settings(FEW, max_examples=2)
@given(days=st.lists(steps(), min_size=2, max_size=4), seed=st.integers(0, 99))
def test_everybody_is_left_with_the_timetable(days: list[tuple[int, Event, bool]], seed: int) -> None:
    """It is sound after each event, what is past stays, and calendars that take in the messages end with what is so."""
    check(days, seed)


NOT_TOLD: list[tuple[int, Event, bool]] = [
    (1, ("is away", "t1", 13, 4), False),
    (5, ("is held", 20), True),
    (5, ("comes", False), True),
    (2, ("declines", 30), False),
    (5, ("accepts", 8), False),
    (3, ("is agreed", 38, 2), True),
]
"""A meeting is a day later, nobody is told, and on the day that they were told it is agreed for another one."""


@pytest.mark.long
@settings(FEW, max_examples=4)
@example(days=NOT_TOLD, seed=93)
@given(days=st.lists(steps(), min_size=5, max_size=10), seed=st.integers(0, 99))
def test_everybody_is_after_ten_events(days: list[tuple[int, Event, bool]], seed: int) -> None:
    """The same, for as long as reviews live."""
    check(days, seed)
