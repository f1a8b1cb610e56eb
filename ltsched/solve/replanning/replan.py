"""Plan a review again from the timetable that it has: what changes, who is told, what more moves would gain."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace

from ltsched.domain.agenda import Agenda
from ltsched.domain.replanning.before import Before
from ltsched.domain.replanning.changes import changes_of
from ltsched.domain.replanning.measures import messages
from ltsched.domain.replanning.why import broken_where_it_was, why_moved
from ltsched.domain.review import Review
from ltsched.domain.settled import State
from ltsched.domain.timetable import Booking, Status, Timetable
from ltsched.domain.words.wording import day_text
from ltsched.solve.ctrl_c import ctrl_c_ends
from ltsched.solve.plan import plan_agenda
from ltsched.solve.progress import SILENT, Listener
from ltsched.solve.replanning.agenda_again import agenda_again
from ltsched.solve.replanning.deputies import deputies
from ltsched.solve.replanning.least_moves import LeastMoves
from ltsched.solve.replanning.offers import offers
from ltsched.solve.replanning.proposals import timetable_of, try_proposals
from ltsched.solve.replanning.replanned import Replanned, Tried
from ltsched.solve.result import Result
from ltsched.solve.run import Runner

__all__ = ["replan"]


def replan(
    review: Review,
    current: Timetable,
    before: Before,
    *,
    time_limit_seconds: float = 60.0,
    seed: int = 0,
    workers: int = 1,
    prove: bool = False,
    listener: Listener = SILENT,
    with_offers: bool = True,
) -> Replanned:
    """Plan `review` again so that as little as possible moves.

    Parameters
    ----------
    review
        As it is now, with what is settled.
    current
        The timetable that it has.
    before
        That timetable as far as it is still to come, and who was told of what.
    time_limit_seconds, seed, workers, prove, listener
        As in `ltsched.solve.plan.plan`.
    with_offers
        Whether to look for what more moves would gain.

    Raises
    ------
    InvalidReview
        The review names an activity that its option does not have.
    UnsoundTimetable
        The timetable fails the independent check, which is a bug.
    """
    started = time.monotonic()
    runner = Runner(started + time_limit_seconds, seed, workers, prove)
    with ctrl_c_ends(runner):
        agenda = agenda_again(review, before)
        result = plan_agenda(agenda, runner, listener, every_reason=False, steps=(LeastMoves(),))
        if result.timetable is None:
            others = deputies(agenda, runner, listener) if with_offers and result.status is Status.INFEASIBLE else ()
            replanned = Replanned(result, current, cannot_stay=_cannot_stay(agenda), deputies=others)
        else:
            result, tried = try_proposals(agenda, result, runner)
            replanned = _replanned(agenda, result, current, tried)
            if with_offers:
                timetable = timetable_of(replanned.result)
                found = offers(agenda, timetable, runner)
                replanned = replace(replanned, offers=found, deputies=deputies(agenda, runner, listener, timetable))
    seconds = time.monotonic() - started
    ended = replace(replanned.result, interrupted=runner.interrupted, seconds=seconds)
    return replace(replanned, result=ended)


def _replanned(agenda: Agenda, result: Result, current: Timetable, tried: tuple[Tried, ...]) -> Replanned:
    """Return the new timetable with what has changed, and whom that has to be told."""
    assert agenda.before is not None
    timetable = timetable_of(result)
    due = messages(agenda, timetable.bookings)
    told = tuple(dict.fromkeys(each.invitation.told.recipient for each in due))
    rooms = {one.activity: one.room for one in current.bookings}
    there_is_room = frozenset(one.activity for one in current.left_out)
    changes = changes_of(agenda, agenda.before.bookings, timetable.bookings, current.waiting, rooms, there_is_room)
    changed = replace(timetable, changes=changes, told=told, most_kept=current.most_kept and bool(timetable.left_out))
    unchanged = _same(changed, current)
    return Replanned(replace(result, timetable=changed), current, due, tried=tried, unchanged=unchanged)


def _cannot_stay(agenda: Agenda) -> tuple[tuple[str, str], ...]:
    """Return which bookings cannot stay where they are, each with why."""
    assert agenda.before is not None
    known = {activity.id for activity in agenda.activities}
    kept = [*agenda.over.values(), *(one for id, one in agenda.before.bookings.items() if id in known)]
    to_come = [one for one in kept if one.activity not in agenda.over]
    broken = {one.activity: broken_where_it_was(agenda, kept, one) for one in to_come}
    return tuple((one.activity, _why_not_there(agenda, kept, one)) for one in to_come if broken[one.activity])


def _why_not_there(agenda: Agenda, kept: Sequence[Booking], booking: Booking) -> str:
    """Return why a booking cannot stay: what people have agreed on comes before what that breaks."""
    for said in agenda.review.settled:
        if said.activity == booking.activity and said.state is State.AGREED and said.day is not None:
            if said.day != booking.day:
                return f"{day_text(said.day)} is agreed"
            if said.start is not None and said.start != booking.start:
                return f"{said.start:%H:%M} is agreed"
    return why_moved(agenda, kept, booking)


def _same(one: Timetable, other: Timetable) -> bool:
    """Return whether two timetables come to the same for everybody."""
    return (one.bookings, one.milestones, one.waiting, one.left_out) == (
        other.bookings,
        other.milestones,
        other.waiting,
        other.left_out,
    )
