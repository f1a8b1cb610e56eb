"""Plan a review again from the timetable that it has: what changes, who is told, what more moves would gain."""

from __future__ import annotations

import time
from dataclasses import replace

from ltsched.domain.agenda import Agenda
from ltsched.domain.replanning.before import Before
from ltsched.domain.replanning.changes import changes_of
from ltsched.domain.replanning.measures import messages
from ltsched.domain.review import Review
from ltsched.domain.timetable import Timetable
from ltsched.options.expand import expand
from ltsched.solve.ctrl_c import ctrl_c_ends
from ltsched.solve.progress import SILENT, Listener
from ltsched.solve.replanning.least_moves import replan_agenda
from ltsched.solve.replanning.offers import offers
from ltsched.solve.replanning.replanned import Replanned
from ltsched.solve.run import Runner

__all__ = ["agenda_again", "replan"]


def replan(
    review: Review,
    current: Timetable,
    before: Before,
    *,
    time_limit_seconds: float = 60.0,
    seed: int = 0,
    workers: int = 1,
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
    time_limit_seconds, seed, workers, listener
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
    runner = Runner(started + time_limit_seconds, seed, workers)
    with ctrl_c_ends(runner):
        agenda = agenda_again(review, before)
        result = replan_agenda(agenda, runner, listener)
        timetable = result.timetable
        if timetable is None:
            replanned = Replanned(result, current)
        else:
            due = messages(agenda, timetable.bookings)
            told = tuple(dict.fromkeys(each.invitation.told.recipient for each in due))
            changes = changes_of(agenda, before.bookings, timetable.bookings)
            timetable = replace(timetable, changes=changes, told=told, waiting=agenda.waiting)
            unchanged = _same(timetable, current)
            result = replace(result, timetable=timetable)
            more = offers(agenda, timetable, runner) if with_offers else ()
            replanned = Replanned(result, current, due, more, unchanged)
    seconds = time.monotonic() - started
    return replace(replanned, result=replace(result, interrupted=runner.interrupted, seconds=seconds))


def agenda_again(review: Review, before: Before) -> Agenda:
    """Return what has to be planned again.

    What is held only where it fits (``auto``) is on it just where it was on the timetable before.
    """
    agenda = expand(review)
    if agenda.optional and not set(agenda.optional) <= set(before.bookings):
        agenda = expand(review, hold_optional=False)
    return replace(agenda, before=before)


def _same(one: Timetable, other: Timetable) -> bool:
    """Return whether two timetables come to the same for everybody."""
    return (one.bookings, one.milestones, one.waiting) == (other.bookings, other.milestones, other.waiting)
