"""Where seats limit who comes: whether they can, and who has one whoever else comes."""

from __future__ import annotations

from collections.abc import Callable
from itertools import takewhile

from ltsched.domain.option import RoomNeed
from ltsched.domain.stages.stage import DependsOn
from ltsched.domain.stages.table import MISSED_ATTENDANCE, stages_about, stages_of
from ltsched.model.bit_sets import bit_set
from ltsched.model.candidates import Candidates
from ltsched.model.context import Context

__all__ = ["chosen", "room_contended", "surely_away", "surely_come", "tight"]


def room_contended(context: Context, own: Candidates) -> bool:
    """Return whether something else that needs a room might lie at the same time, and take the room that it could have.

    Where nothing can, the largest room that is free is there for the asking.
    """
    activity = own.activity
    return activity.room is RoomNeed.NEEDED and any(
        other.room is RoomNeed.NEEDED and other.id != activity.id and context.overlaps.possible(activity, other)
        for other in context.agenda.activities
    )


def _sure_seats(context: Context, own: Candidates) -> Callable[[int], int]:
    """Return how many of those expected have a seat for sure, as a function of the start."""
    return own.fewest_seats if room_contended(context, own) else own.most_seats


def tight(context: Context, own: Candidates) -> bool:
    """Return whether there might be fewer seats than people who could come, at some start."""
    if not own.rooms or len(own.comes) <= min(own.seats[id] for id in own.rooms):
        return False
    seats = _sure_seats(context, own)
    return any(own.free_at(slot) > seats(slot) for slot in own.starts)


def chosen(context: Context, own: Candidates) -> bool:
    """Return whether the model has to decide of each person expected whether they come.

    That is so where who has a seat hangs on the room or on other bookings, and where somebody who might have another
    booking could be left out for the sake of a stage that comes before attendance.
    """
    clashing = bool(context.clashing(own.activity))
    return (clashing and _could_be_traded(context)) or (_hangs(context, own) and tight(context, own))


def _hangs(context: Context, own: Candidates) -> bool:
    """Return whether who has a seat hangs on more than the start: the room, other bookings, the panel."""
    return bool(context.clashing(own.activity)) or room_contended(context, own) or own.activity.panel is not None


def _could_be_traded(context: Context) -> bool:
    """Return whether fewer may come than could, if the stages alone have a say: what they cost then is no bound."""
    stages = stages_of(context.agenda)
    before = takewhile(lambda name: name != MISSED_ATTENDANCE, stages)
    hang_on_who_comes = stages_about(DependsOn.STARTS, DependsOn.PANELS)
    return stages[MISSED_ATTENDANCE] > 0 or not hang_on_who_comes.isdisjoint(before)


def surely_come(context: Context, own: Candidates) -> dict[str, int]:
    """Return for each person expected the starts at which they come, unless they have another booking then.

    They are free, and even if everybody comes who is seated before them, a seat is left.
    """
    everywhere = own.bits
    if not tight(context, own):
        return {person: bits & everywhere for person, bits in own.comes.items()}
    seats = _sure_seats(context, own)
    left = {slot: seats(slot) for slot in own.starts}
    found: dict[str, int] = {}
    for person, bits in own.comes.items():
        coming = [slot for slot in own.starts if bits >> slot & 1 and left[slot] > 0]
        for slot in coming:
            left[slot] -= 1
        found[person] = bit_set(coming)
    return found


def surely_away(context: Context, own: Candidates) -> dict[str, int]:
    """Return for each person expected the starts at which they do not come, whatever else is booked.

    They are not free or, where the start alone tells who has a seat, all seats go to those before them.
    """
    everywhere = own.bits
    comes = own.comes if _hangs(context, own) else surely_come(context, own)
    return {person: everywhere & ~bits for person, bits in comes.items()}
