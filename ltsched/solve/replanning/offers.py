"""What more moves would gain: who could come who cannot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ltsched.domain.agenda import Agenda
from ltsched.domain.replanning.changes import changes_of
from ltsched.domain.stages.replanning import MOVED, MOVED_UNANNOUNCED
from ltsched.domain.stages.table import LATE_DAYS, MISSED_ATTENDANCE
from ltsched.domain.timetable import Booking, ChangeKind, Status, Timetable
from ltsched.model.build import build
from ltsched.model.candidates import find_candidates
from ltsched.model.decode import decode
from ltsched.model.free_time import FreeTime
from ltsched.model.grid import lay_grid
from ltsched.model.narrow import narrow
from ltsched.model.stay import stay
from ltsched.model.tighten import tighten
from ltsched.solve.bookings import bookings
from ltsched.solve.replanning.replanned import Offer
from ltsched.solve.run import Runner

__all__ = ["MOST_MOVES", "offers"]

MOST_MOVES = 2
"""So many more bookings would move at most: more than that nobody wants to hear of."""

EFFORT = 0.5
"""For each look, in deterministic time."""


def offers(agenda: Agenda, timetable: Timetable, runner: Runner) -> tuple[Offer, ...]:
    """Return what one more move, and two more, would gain in attendance; nothing where nobody misses anything.

    Only the bookings that somebody misses would move; everything else stays as it is in `timetable`. What is told can
    be had, but need not be all there is.
    """
    if agenda.before is None or runner.stopped:
        return ()
    to_come = {one.activity: one for one in timetable.bookings if one.activity not in agenda.over}
    missed = frozenset(one.activity for one in to_come.values() if one.missing)
    if not missed:
        return ()
    now = agenda.changed(before=replace(agenda.before, bookings=to_come, free=frozenset()))
    free = FreeTime.of(now, lay_grid(now))
    alone = narrow(now, free.grid, find_candidates(now, free))
    candidates = tighten(now, free.grid, stay(now, free.grid, alone, missed))
    if not all(own.starts for own in candidates.values()):
        return ()
    best = timetable.stage_value(MISSED_ATTENDANCE)
    found: list[Offer] = []
    for moves in range(MOST_MOVES, 0, -1):
        model = build(now, free, candidates)
        terms = model.terms
        model.cp.add(terms[LATE_DAYS] <= timetable.stage_value(LATE_DAYS))
        model.cp.add(terms[MOVED] + terms[MOVED_UNANNOUNCED] <= moves)
        model.cp.add(terms[MISSED_ATTENDANCE] <= best - 1)
        model.cp.minimize(terms[MISSED_ATTENDANCE])
        attempt = runner.solve(model.cp, most_effort=EFFORT)
        if attempt.status is Status.INFEASIBLE:
            break  # what more moves would not gain, fewer do not
        if attempt.solution is None:
            continue
        offer = _offer(now, to_come, bookings(now, free.grid, decode(model, attempt.solution)), timetable)
        if offer is not None:
            # Of two that gain the same, the one with fewer moves.
            found = [offer, *(one for one in found if one.missed[0] < offer.missed[0])]
    return tuple(found)


def _offer(agenda: Agenda, now: dict[str, Booking], then: Sequence[Booking], timetable: Timetable) -> Offer | None:
    moves = tuple(change for change in changes_of(agenda, now, then) if change.kind is ChangeKind.MOVED)
    gains = []
    for one in then:
        came = now.get(one.activity)
        more = () if came is None else tuple(id for id in came.missing if id in one.attendees)
        if more:
            gains.append((one.activity, more))
    if not moves or not gains:
        return None
    missed = sum(len(one.missing) for one in then)
    return Offer(moves, (missed, timetable.stage_value(MISSED_ATTENDANCE)), tuple(gains))
