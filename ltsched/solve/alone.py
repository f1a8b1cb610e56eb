"""Why one activity has no time at all, even if it were alone."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from ltsched.domain.activities import Activity
from ltsched.domain.agenda import Agenda
from ltsched.domain.option import RoomNeed
from ltsched.domain.rules import Spread
from ltsched.model.candidates import FreeTime, bit_days, counters, panel_bits, window_bits

__all__ = ["reason_alone"]


def reason_alone(activity: Activity, agenda: Agenda, free: FreeTime) -> str:
    """Return the first reason that leaves `activity` no start: its window, its people, its quorum, or its rooms."""
    length = free.grid.length(activity.minutes)
    window = window_bits(activity, free.grid) & _even_window(activity, agenda, free)
    where = _window_text(activity, agenda)
    starts = free.grid.starts(window, length, free.step_minutes)
    if not starts:
        held = " (holds considered)" if activity.held else ""
        return f"{activity.id} has no time: no working day lies {where}{held}"
    if not activity.invited and activity.panel is None:
        return f"{activity.id} has no time: nobody of the review comes to it"
    must = starts
    for person in activity.must:
        must &= free.starts(person, length)
    if not must:
        blocking = _blocking(activity.must, starts, length, free)
        return f"{activity.id} has no time: the diaries of {blocking} leave no {activity.minutes} minutes {where}"
    panel = panel_bits(activity, free, length)
    if activity.panel is not None and not must & panel:
        return f"{activity.id} has no time: {_panel_text(activity, free, length, where)}"
    must &= panel
    planes = counters([free.starts(person, length) for person in activity.expected])
    best = max(sum((plane >> slot & 1) << i for i, plane in enumerate(planes)) for slot in free.grid.members(must))
    come = best + len(activity.must)
    if come < activity.quorum:
        return (
            f"{activity.id} has no time: its quorum is {activity.quorum} of {len(activity.invited)}, and at most "
            f"{come} are free together, those who must come among them, {where}"
        )
    if activity.room is RoomNeed.NEEDED:
        return f"{activity.id} has no time: no room that seats all who come is free {where}"
    return f"{activity.id} has no time {where}"


def _even_window(activity: Activity, agenda: Agenda, free: FreeTime) -> int:
    everywhere = (1 << free.grid.slots) - 1
    if isinstance(agenda.shape, Spread) and activity.id in agenda.shape.activities:
        position = agenda.shape.positions[agenda.shape.activities.index(activity.id)]
        return bit_days(free.grid, *agenda.shape.window(position))
    return everywhere


def _window_text(activity: Activity, agenda: Agenda) -> str:
    first, end = activity.first, activity.end
    text = ""
    if isinstance(agenda.shape, Spread) and activity.id in agenda.shape.activities:
        position = agenda.shape.positions[agenda.shape.activities.index(activity.id)]
        opens, closes = agenda.shape.window(position)
        first, end = max(first, opens), min(end, closes)
        text = f" (its even position, give or take {agenda.shape.tolerance_days} working days)"
    return f"from {first} until before {end}{text}"


def _blocking(people: Sequence[str], starts: int, length: int, free: FreeTime) -> str:
    """Name the fewest people whose diaries together leave no start."""
    for size in range(1, len(people) + 1):
        for group in itertools.combinations(people, size):
            left = starts
            for person in group:
                left &= free.starts(person, length)
            if not left:
                return " and ".join((", ".join(group[:-1]), group[-1]) if size > 1 else group)
    return ", ".join(people)


def _panel_text(activity: Activity, free: FreeTime, length: int, where: str) -> str:
    panel = activity.panel
    if panel is None:
        raise ValueError(f"{activity.id} has no panel")
    asked = f"{panel.size} reviewers" if panel.size > 1 else "one reviewer"
    if panel.least_leads:
        asked += f", {panel.least_leads} of them a lead reviewer,"
    if len(panel.pool) < panel.size or len(panel.leads) < panel.least_leads:
        pool = ", ".join(panel.pool) or "nobody"
        return f"it takes {asked} and only {pool} may hold it (independent of agency, line management and the case)"
    if not any(panel.allows(frozenset(chosen)) for chosen in itertools.combinations(panel.pool, panel.size)):
        return f"it takes {asked} of different agencies, and there are none among {', '.join(panel.pool)}"
    who = ", ".join((*activity.must, *panel.pool))
    together = f"together with {', '.join(activity.must)}" if activity.must else "together"
    diaries = f"the diaries of {who} leave no {activity.minutes} minutes {where}"
    return f"it takes {asked} who are free {together}; {diaries}"
