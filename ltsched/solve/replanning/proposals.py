"""Try the times that people have proposed."""

from __future__ import annotations

import itertools
from dataclasses import replace

from ltsched.domain.agenda import Agenda
from ltsched.domain.invitations.standing_answers import PersonTime
from ltsched.domain.replanning.changes import changes_of
from ltsched.domain.replanning.measures import messages
from ltsched.domain.replanning.why import broken_where_it_was
from ltsched.domain.settled import WishedWindow
from ltsched.domain.spans import minute_after, minute_before
from ltsched.domain.stages.table import MOVES_LEAST
from ltsched.domain.timetable import Timetable
from ltsched.domain.words.wording import listed
from ltsched.options.settled.check import after
from ltsched.solve.plan import plan_agenda
from ltsched.solve.replanning.least_moves import LeastMoves
from ltsched.solve.replanning.replanned import Tried
from ltsched.solve.result import Result
from ltsched.solve.run import Runner

__all__ = ["timetable_of", "try_proposals"]


def timetable_of(result: Result) -> Timetable:
    """Return the timetable of a result that has one."""
    assert result.timetable is not None
    return result.timetable


def try_proposals(agenda: Agenda, result: Result, runner: Runner) -> tuple[Result, tuple[Tried, ...]]:
    """Return the best of `result` and the plans with a time that somebody has proposed, and what came of each.

    A proposal is taken where it costs no more than the best plan does without: no later, no more that moves, nobody
    more who is told, no more distance.
    """
    assert agenda.before is not None
    best, found = result, []
    for proposal in agenda.before.proposals:
        if not _is_open(agenda, proposal):
            continue
        if timetable_of(best).booking(proposal.activity).start == proposal.start:
            with_it = best
        else:
            with_it = _with(agenda, proposal, runner)
        found.append(_tried(agenda, proposal, with_it, timetable_of(best)))
        if with_it.timetable is not None and _costs(with_it.timetable) <= _costs(timetable_of(best)):
            best = with_it
    booked = {one.activity: one.start for one in timetable_of(best).bookings}
    return best, tuple(replace(one, taken=booked[one.proposal.activity] == one.proposal.start) for one in found)


def _with(agenda: Agenda, proposal: PersonTime, runner: Runner) -> Result:
    """Return the plan in which an activity starts when somebody proposes it: nothing else is in its window then."""
    activity = agenda.activity(proposal.activity)
    start, end = proposal.start, after(proposal.start, activity.minutes)
    exactly = WishedWindow(activity.id, opens=start.time(), closes=end.time(), first=start.date(), last=start.date())
    wished = replace(activity, windows=(*activity.windows, (exactly,)))
    others = (wished if one is activity else one for one in agenda.activities)
    result = plan_agenda(agenda.changed(activities=tuple(others)), runner, told=False, steps=(LeastMoves(),))
    return replace(result, agenda=agenda)


def _is_open(agenda: Agenda, proposal: PersonTime) -> bool:
    known = {activity.id for activity in agenda.activities}.difference(agenda.over)
    return proposal.activity in known and proposal.start.date() >= agenda.review.earliest


def _costs(timetable: Timetable) -> tuple[int, ...]:
    return tuple(timetable.stage_value(name) for name in MOVES_LEAST)


def _tried(agenda: Agenda, proposal: PersonTime, with_it: Result, best: Timetable) -> Tried:
    assert agenda.before is not None
    if with_it.timetable is not None:
        bookings = with_it.timetable.bookings
        changes = changes_of(agenda, agenda.before.bookings, bookings)
        return Tried(proposal, changes, messages(agenda, bookings))
    return Tried(proposal, None, why=_why_not(agenda, proposal, best))


def _why_not(agenda: Agenda, proposal: PersonTime, best: Timetable) -> str:
    """Return in words why an activity cannot start when somebody proposes it."""
    activity, booking = agenda.activity(proposal.activity), best.booking(proposal.activity)
    start = proposal.start
    there = replace(booking, start=start, end=after(start, activity.minutes))
    span = minute_before(there.start), minute_after(there.end)
    free = {id for id, available in agenda.availability.items() if available.free.covers(*span)}
    away = [id for id in activity.must if id not in free]
    if away:
        return f"{listed(away)} {'is' if len(away) == 1 else 'are'} not free then"
    panel = activity.panel
    if panel is not None:
        chosen = itertools.combinations([id for id in panel.pool if id in free], panel.size)
        if not any(panel.allows(frozenset(one)) for one in chosen):
            return "nobody who may hold it is free then"
    broken = broken_where_it_was(agenda, best.bookings, there)
    told = [each.text for each in broken if each.rule not in ("diary", "panel", "double booking", "gap")]
    return told[0] if told else "it cannot be had with what else is booked"
