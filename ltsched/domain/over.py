"""What is over: the bookings on today or before, as people were told of them or else as they were planned."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date

from ltsched.domain.invitations.invitations import Ledger, Told
from ltsched.domain.option import Kind
from ltsched.domain.review import Review
from ltsched.domain.stages.settings import stages_planned_with
from ltsched.domain.timetable import Booking, Timetable
from ltsched.domain.words.wording import day_text

__all__ = ["as_planned", "rehearsal_text", "what_is_over"]

TALKS = (Kind.CONVERSATION, Kind.FAMILY_CONVERSATION)


def rehearsal_text(today: date) -> str:
    """Return what everybody who sees a plan of a rehearsal has to know first."""
    return f"REHEARSAL: as if today were {day_text(today)} (review.toml); nobody is invited"


def as_planned(review: Review, timetable: Timetable) -> Review:
    """Return `review` as it was when `timetable` was planned: only so can that be judged.

    On that day, and with the stages that were chosen for it alone.
    """
    stages = stages_planned_with(timetable) if timetable.chosen else review.stages
    return replace(review, today=timetable.today, rehearsal=timetable.rehearsal, over=timetable.over, stages=stages)


def what_is_over(
    last: Timetable | None,
    ledger: Ledger,
    rooms: Mapping[str, str],
    days: tuple[date, date],
    known: Collection[str] | None = None,
) -> tuple[Booking, ...]:
    """Return the bookings of the days ``[commissioned, today]``, both included, in the order of time.

    Where people were invited to an activity, it was when they were told last: a later plan that nobody heard of has
    moved nothing. What was never invited to was when it was planned.

    Parameters
    ----------
    last
        The timetable that was planned last; None if there is none.
    ledger
        What was issued.
    rooms
        The ids of rooms by their names.
    days
        The day of commissioning and today.
    known
        What activities may be that nobody was invited to, by what stands before the colon; None for anything.
    """
    booked = {} if last is None else {booking.activity: booking for booking in last.bookings}
    told = {id: _as_told(lines, booked.get(id), rooms) for id, lines in _standing(ledger).items()}
    untold = {id: one for id, one in booked.items() if known is None or id.partition(":")[0] in known}
    found = {**untold, **told}.values()
    over = (booking for booking in found if days[0] <= booking.day <= days[1])
    return tuple(sorted(over, key=lambda booking: (booking.start, booking.activity)))


def _standing(ledger: Ledger) -> dict[str, list[Told]]:
    """Return for each activity the invitations to it that stand, with the time that was told last."""
    last = {line.told.activity: (line.told.start, line.told.end) for line in ledger.issued}
    found: dict[str, list[Told]] = {}
    for told in (line.told for line in ledger.standing()):
        if (told.start, told.end) == last[told.activity]:
            found.setdefault(told.activity, []).append(told)
    return found


def _as_told(told: list[Told], booked: Booking | None, rooms: Mapping[str, str]) -> Booking:
    """Return the booking that people were invited to: the one of the timetable, unless that has another time."""
    one = told[0]
    if booked is not None and (booked.start, booked.end) == (one.start, one.end):
        return booked
    kind, _, subject = one.activity.partition(":")
    attendees = tuple(dict.fromkeys(each.recipient for each in told))
    return Booking(
        activity=one.activity,
        kind=Kind(kind) if kind in set(Kind) else Kind.OTHER,
        title=_title(one.summary) or one.activity,
        start=one.start,
        end=one.end,
        room=rooms.get(one.location),
        attendees=attendees,
        panel=tuple(_panel(kind, subject, attendees)),
    )


def _title(summary: str) -> str:
    """Return what a booking is called, from the subject of its invitation: ``LT-2027-03: joint meeting 1``."""
    title = summary.partition(": ")[2]
    return f"{title[:1].upper()}{title[1:]}"


def _panel(kind: str, subject: str, attendees: tuple[str, ...]) -> Iterator[str]:
    """Yield who held it: all but the one whom a conversation was with; at other meetings nobody does."""
    if kind in (*TALKS, Kind.AUDIT):
        yield from (id for id in attendees if id != subject)
