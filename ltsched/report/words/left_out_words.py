"""What a partial timetable leaves out, as people read it: with names, which its file does not have."""

from __future__ import annotations

from dataclasses import dataclass

from ltsched.domain.option import Kind
from ltsched.domain.review import Review
from ltsched.domain.timetable import Timetable
from ltsched.domain.words.explaining.calling import call_of, capital
from ltsched.domain.words.explaining.naming import with_names
from ltsched.domain.words.wording import one_line

__all__ = ["ToldLeftOut", "told_left_out"]


@dataclass(frozen=True, slots=True)
class ToldLeftOut:
    """One activity that is left out: its id, what it is called, why, and what would make room for it; all in one line.

    `cure` is empty where none is known.
    """

    activity: str
    what: str
    why: str
    cure: str


@dataclass(frozen=True, slots=True)
class _Titled:
    id: str
    title: str
    kind: Kind


def told_left_out(timetable: Timetable, review: Review) -> tuple[ToldLeftOut, ...]:
    """Return what `timetable` leaves out, in its order; empty where everything is booked."""
    if not timetable.left_out:
        return ()
    kinds = {booking.activity.partition(":")[0]: booking.kind for booking in timetable.bookings}
    titled = [_Titled(booking.activity, booking.title, booking.kind) for booking in timetable.bookings]
    titled += [_Titled(one.activity, one.title, _kind(one.activity, kinds)) for one in timetable.left_out]
    call = call_of(review, titled)
    ids = [*(each.id for each in review.diary_owners), *(one.id for one in titled if ":" in one.id)]
    names = {id: call(id) for id in ids}  # of other activities the id may be any word of the sentence

    def told(text: str) -> str:
        return capital(with_names(one_line(text), names))

    return tuple(
        ToldLeftOut(one.activity, capital(call(one.activity).removeprefix("the ")), told(one.why), told(one.cure))
        for one in timetable.left_out
    )


def _kind(activity: str, kinds: dict[str, Kind]) -> Kind:
    """Return the kind of an activity that is not booked: that of others of its template, or the one it is named for."""
    template = activity.partition(":")[0]
    if template in kinds:
        return kinds[template]
    return Kind(template) if template in set(Kind) else Kind.OTHER
