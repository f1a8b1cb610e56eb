"""Why a booking has moved: what would be broken if it were still where it was."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ltsched.domain.agenda import Agenda
from ltsched.domain.option import RoomNeed
from ltsched.domain.review import Hold, HoldScope
from ltsched.domain.rules import Violation
from ltsched.domain.rules.wished_window import window_has
from ltsched.domain.spans import minute_after, minute_before
from ltsched.domain.timetable import Booking
from ltsched.domain.words.wording import listed

__all__ = ["broken_where_it_was", "why_moved"]

NOTHING_FORCED = "the whole is better so"
UNSURE = ("left out", "unseated", "seating order", "room missing", "room left free", "room not needed")
"""What rules say of seats and rooms that would be settled anew if the booking were where it was."""
ORDER = ("hold", "room", "room busy", "quorum", "window", "precedence", "lag", "panel", "spread", "daily load", "gap")
"""What tells most comes first."""
TAKEN_SINCE = ("double booking", "room double booking")
"""That somebody or a room is elsewhere booked then is told only where nothing else is.

What has left its place makes room for others, which is no reason why it left.
"""


def broken_where_it_was(agenda: Agenda, bookings: Sequence[Booking], was: Booking) -> tuple[Violation, ...]:
    """Return what `was` breaks, put back among the other `bookings` of a new timetable.

    All are there whom it takes (those who must come, and those who held it and still may), and whoever is expected and
    free.
    """
    activity = agenda.activity(was.activity)
    pool = activity.panel.pool if activity.panel is not None else ()
    held_by = tuple(id for id in was.panel if id in pool)
    come = tuple(id for id in activity.expected if _free(agenda, id, was))
    away = tuple(id for id in activity.expected if id not in come)
    back = replace(was, attendees=(*activity.must, *come, *held_by), missing=away, unseated=(), panel=held_by)
    others = {**{one.activity: one for one in bookings}, was.activity: back}
    found = (each for rule in agenda.rules for each in rule.broken_by(others, agenda.working_days))
    return tuple(each for each in found if was.activity in each.ids and each.rule not in UNSURE)


def _free(agenda: Agenda, id: str, booking: Booking) -> bool:
    available = agenda.availability.get(id)
    return available is not None and available.free.covers(minute_before(booking.start), minute_after(booking.end))


def why_moved(agenda: Agenda, bookings: Sequence[Booking], was: Booking) -> str:
    """Return in words why `was` is not where it was in a new timetable; what forced it comes first.

    Where nothing did, it has moved for the sake of something that counts for more.
    """
    broken = broken_where_it_was(agenda, bookings, was)
    texts = list(dict.fromkeys(_texts(agenda, broken, was))) or list(_without_room(agenda, bookings, was))
    return "; ".join(texts[:2]) or NOTHING_FORCED


def _without_room(agenda: Agenda, bookings: Sequence[Booking], was: Booking) -> Iterable[str]:
    """Yield that no room was left for `was`, where it needs one."""
    activity = agenda.activity(was.activity)
    if activity.room is not RoomNeed.NEEDED or not agenda.review.rooms:
        return
    others = [one for one in bookings if one.activity != was.activity and one.start < was.end and was.start < one.end]
    taken = {one.room for one in others}
    free = [room for room in agenda.review.rooms if room.id not in taken and _free(agenda, room.id, was)]
    come = len(activity.must) + sum(_free(agenda, id, was) for id in activity.expected) + len(was.panel)
    if not free:
        yield "no room is free then any more"
    elif all(room.capacity < come for room in free):
        yield f"no room that is free then seats {come}"


def _texts(agenda: Agenda, broken: Iterable[Violation], was: Booking) -> Iterable[str]:
    found = list(broken)
    if any(each.rule not in TAKEN_SINCE for each in found):
        found = [each for each in found if each.rule not in TAKEN_SINCE]
    away = [id for each in found if each.rule == "diary" for id in each.ids if id in agenda.availability]
    if away:
        yield from _why_away(agenda, tuple(dict.fromkeys(away)), was)
    for each in sorted(found, key=lambda each: ORDER.index(each.rule) if each.rule in ORDER else len(ORDER)):
        if each.rule == "hold":
            yield _held(agenda, was)
        elif each.rule == "panel" and not away:
            yield f"it cannot be held by {listed(was.panel)} any more"
        elif each.rule == "quorum" and not away:
            yield f"{each.text}: too few are free"
        elif each.rule not in ("diary", "panel", "quorum"):
            yield each.text


def _why_away(agenda: Agenda, ids: Sequence[str], was: Booking) -> Iterable[str]:
    """Yield why people who are needed are not free where it was: first those who have declined it."""
    declined = agenda.review.declined_during(was.start, was.end)
    said = [id for id in ids if id in declined]
    held = [id for id in ids if id not in said and any(_of_person(hold, id, was) for hold in agenda.review.holds)]
    outside = [id for id in ids if id not in said and id not in held and _outside(agenda, id, was)]
    busy = [id for id in ids if id not in said and id not in held and id not in outside]
    if said:
        yield f"{listed(said)} {_have(said)} declined"
    if held:
        yield f"{listed(held)} {_are(held)} on hold"
    if outside:
        yield f"it lies outside the windows of {listed(outside)} in review.toml"
    if busy:
        yield f"{listed(busy)} {_are(busy)} not free any more"


def _outside(agenda: Agenda, id: str, was: Booking) -> bool:
    """Return whether there are windows of somebody, and none of them has the booking."""
    windows = [window for window in agenda.review.windows if window.person == id]
    return bool(windows) and not any(window_has(window, was) for window in windows)


def _of_person(hold: Hold, id: str, was: Booking) -> bool:
    return hold.scope is HoldScope.PERSON and hold.target == id and hold.holds(was.day)


def _held(agenda: Agenda, was: Booking) -> str:
    holds = [hold for hold in agenda.review.holds if hold.scope is not HoldScope.PERSON and hold.holds(was.day)]
    reasons = [hold.reason for hold in holds if hold.reason]
    return f"on hold{f': {listed(dict.fromkeys(reasons))}' if reasons else ''}"


def _have(ids: Sequence[str]) -> str:
    return "has" if len(ids) == 1 else "have"


def _are(ids: Sequence[str]) -> str:
    return "is" if len(ids) == 1 else "are"
