"""What has changed from one timetable to the next, booking by booking."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime

from ltsched.domain.agenda import Agenda
from ltsched.domain.replanning.why import why_moved
from ltsched.domain.settled import State
from ltsched.domain.timetable import Booking, Change, ChangeKind
from ltsched.domain.words.wording import listed

__all__ = ["changes_of"]


def changes_of(
    agenda: Agenda,
    before: Mapping[str, Booking],
    after: Sequence[Booking],
    waited: Collection[str] = (),
    rooms: Mapping[str, str | None] | None = None,
    left_out: Collection[str] = (),
) -> tuple[Change, ...]:
    """Return what became of every booking that is still to come, in the order of time.

    What has no other time is kept; where it has other people or another room, the change says so.

    Parameters
    ----------
    agenda
        What was planned again.
    before
        The bookings still to come of the timetable before, by activity.
    after
        The new bookings, all of them.
    waited
        What has waited up to now for the end of a hold.
    rooms
        The rooms before, by activity, even those that the review does not know any more; None: nothing is said of lost
        rooms.
    left_out
        What the timetable before has left out, as there was no room for it.
    """
    to_come = {one.activity: one for one in after if one.activity not in agenda.over}
    ids = dict.fromkeys((*before, *to_come))
    roomed = {id for id, room in (rooms or {}).items() if room is not None}
    found = [_change(agenda, id, before.get(id), to_come.get(id), after, waited, roomed, left_out) for id in ids]
    return tuple(sorted(found, key=_place))


def _place(change: Change) -> tuple[datetime, str]:
    moment = change.after or change.before
    assert moment is not None
    return moment, change.activity


def _change(
    agenda: Agenda,
    id: str,
    was: Booking | None,
    now: Booking | None,
    after: Sequence[Booking],
    waited: Collection[str],
    roomed: Collection[str],
    left_out: Collection[str],
) -> Change:
    if now is None:
        assert was is not None
        return Change(id, ChangeKind.REMOVED, was.start, None, _why_gone(agenda, id))
    if was is None:
        return Change(id, ChangeKind.ADDED, None, now.start, _why_added(agenda, id, waited, left_out))
    if (was.start, was.end) == (now.start, now.end):
        return Change(id, ChangeKind.KEPT, was.start, now.start, "; ".join(_otherwise(was, now, had_room=id in roomed)))
    why = _why_moved(agenda, after, was, now)
    return Change(id, ChangeKind.MOVED, was.start, now.start, "; ".join((why, *_held_by(was, now))))


def _otherwise(was: Booking, now: Booking, *, had_room: bool) -> Iterator[str]:
    """Yield what is otherwise about a booking that has not moved; it may have had a room that is lost."""
    yield from _held_by(was, now)
    gone = [id for id in was.attendees if id not in now.attendees and id not in was.panel]
    more = [id for id in now.attendees if id not in was.attendees and id not in now.panel]
    if gone:
        yield f"without {listed(gone)}"
    if more:
        yield f"with {listed(more)}"
    if was.room != now.room or (had_room and now.room is None):
        yield f"in {now.room}" if now.room is not None else "without a room"


def _held_by(was: Booking, now: Booking) -> Iterator[str]:
    gone = [id for id in was.panel if id not in now.panel]
    more = [id for id in now.panel if id not in was.panel]
    if gone or more:
        yield f"held by {listed(now.panel)}" + (f", not {listed(gone)}" if gone else "")


def _why_moved(agenda: Agenda, after: Sequence[Booking], was: Booking, now: Booking) -> str:
    if now.minutes != was.minutes:
        return f"it takes {now.minutes} minutes now, not {was.minutes}"
    if any(one.activity == was.activity and one.day is not None for one in agenda.review.settled):
        return "it was agreed so"
    proposed = agenda.before.proposals if agenda.before is not None else ()
    people = [one.person for one in proposed if (one.activity, one.start) == (now.activity, now.start)]
    why = why_moved(agenda, after, was)
    return f"{why}; as {listed(people)} proposed" if people else why


def _why_added(agenda: Agenda, activity: str, waited: Collection[str], left_out: Collection[str]) -> str:
    if activity in waited:
        return "what it waited for has an end"
    if any(one.activity == activity and one.state is State.NOT_HELD for one in agenda.review.settled):
        return "it was not held"
    if activity in left_out:
        return "there is room for it now"
    return "it is new"


def _why_gone(agenda: Agenda, activity: str) -> str:
    if activity in agenda.waiting:
        return "it waits for the end of a hold that has none"
    if activity in agenda.over:
        return "it has been held"
    if any(one.activity == activity and one.state is State.DROPPED for one in agenda.review.settled):
        return "it was dropped"
    return "it is not on the agenda any more"
