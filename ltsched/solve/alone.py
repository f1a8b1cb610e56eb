"""Why one activity has no time at all, even if it were alone."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from ltsched.domain.activities import Activity
from ltsched.domain.agenda import Agenda
from ltsched.domain.option import Kind, RoomNeed
from ltsched.domain.review import HoldScope
from ltsched.domain.rules import Spread
from ltsched.model.bit_sets import count_at, counters
from ltsched.model.candidates import even_days, panel_bits, window_bits
from ltsched.model.free_time import FreeTime

__all__ = ["reason_alone"]


def reason_alone(activity: Activity, agenda: Agenda, free: FreeTime) -> str:
    """Return the first reason that leaves `activity` no start: its window, its people, its quorum, or its rooms."""
    length = free.grid.length(activity.minutes)
    window = window_bits(activity, agenda.shape, free.grid)
    where = _window_text(activity, agenda)
    starts = free.grid.starts(window, length, free.step_minutes)
    if not starts:
        return f"{activity.id} has no time: {_no_start_text(activity, window, agenda, free)}"
    if not activity.invited and activity.panel is None:
        return f"{activity.id} has no time: nobody of the review comes to it"
    must = starts
    for person in activity.must:
        must &= free.starts(person, length)
    if not must:
        blocking = _blocking(activity.must, starts, length, free)
        leave = f"the diaries of {blocking} leave no {activity.minutes} minutes in their working hours"
        return f"{activity.id} has no time: {leave} {where}{_holds_text(activity.must, agenda)}"
    panel = panel_bits(activity, free, length)
    if activity.panel is not None and not must & panel:
        return f"{activity.id} has no time: {_panel_text(activity, free, length, where)}"
    must &= panel
    planes = counters([free.starts(person, length) for person in activity.expected])
    come = [len(activity.must) + count_at(planes, slot) for slot in free.grid.members(must)]
    if max(come) < activity.quorum:
        return (
            f"{activity.id} has no time: its quorum is {activity.quorum} of {len(activity.invited)}, and at most "
            f"{max(come)} are free together, those who must come among them, {where}"
        )
    if activity.room is RoomNeed.NEEDED:
        return f"{activity.id} has no time: {_seats_text(activity, agenda, where)}"
    return f"{activity.id} has no time {where}"


def _window_text(activity: Activity, agenda: Agenda) -> str:
    opens, closes = even_days(activity, agenda.shape)
    text = ""
    if isinstance(agenda.shape, Spread) and agenda.shape.window_of(activity.id):
        text = f" (its even position, give or take {agenda.shape.tolerance_days} working days)"
    if agenda.review.commissioned < agenda.review.earliest < activity.first == max(activity.first, opens):
        text += f" (notice counts from today, {agenda.review.today})"
    return f"from {max(activity.first, opens)} until before {min(activity.end, closes)}{text}"


def _no_start_text(activity: Activity, window: int, agenda: Agenda, free: FreeTime) -> str:
    """Say what leaves no start when nobody has been looked at yet: the window, or the grain of the starts."""
    held = " (holds considered)" if activity.held else ""
    where = _window_text(activity, agenda)
    if window:
        step = f"no start at a multiple of {free.step_minutes} minutes after midnight"
        return f"{step} leaves {activity.minutes} minutes within the day {where}{held}"
    opens, closes = even_days(activity, agenda.shape)
    kept = f"{_kept_by(agenda)} keep it from lying before {activity.first}"
    if activity.end <= activity.first and agenda.review.earliest > agenda.review.commissioned:
        return f"{kept}, and nothing is booked from {activity.end} on"
    if closes <= activity.first:
        even = f"its even position lies from {opens} until before {closes}"
        return f"no working day lies there: {even}, and {kept}"
    return f"no working day lies {where}{held}"


def _kept_by(agenda: Agenda) -> str:
    """Say what keeps an activity from lying earlier; once a review has begun, today does too."""
    today = agenda.review.today
    begun = today is not None and today >= agenda.review.commissioned
    return f"lead-in, today ({today}) and notice" if begun else "lead-in and notice"


def _holds_text(people: Sequence[str], agenda: Agenda) -> str:
    held = [hold.target for hold in agenda.review.holds if hold.scope is HoldScope.PERSON and hold.target in people]
    return f"; there is a hold on {', '.join(dict.fromkeys(held))}" if held else ""


def _seats_text(activity: Activity, agenda: Agenda, where: str) -> str:
    """Say how many seats it takes at the least, and whether the rooms are too small or busy.

    Those who must come, the quorum and the panel need a seat; whoever comes besides may be left without.
    """
    panel = activity.panel.size if activity.panel else 0
    least = max(activity.quorum, len(activity.must)) + panel
    rooms = agenda.review.rooms
    largest = max((room.capacity for room in rooms), default=0)
    large = [room.id for room in rooms if room.capacity >= least]
    needed = f"{len(activity.must)} must come"
    if activity.quorum > len(activity.must):
        needed = f"its quorum is {activity.quorum} of {len(activity.invited)}"
    if panel:
        needed += f" and {panel} hold{'s' if panel == 1 else ''} it"
    if not rooms:
        why = "there are no rooms"
    elif not large:
        why = f"the largest room seats {largest}: the rooms are too small"
    else:
        why = f"what is large enough ({', '.join(large)}) is busy whenever they are free"
    return f"no room with {least} seats is free {where}; {needed}, and {why}"


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
    word = "auditor" if activity.kind is Kind.AUDIT else "reviewer"
    asked = f"{panel.size} {word}s" if panel.size > 1 else f"one {word}"
    if panel.least_leads:
        asked += f", {panel.least_leads} of them a lead reviewer,"
    if len(panel.pool) < panel.size or len(panel.leads) < panel.least_leads:
        pool = f"only {', '.join(panel.pool)}" if panel.pool else "nobody"
        why = "" if activity.kind is Kind.AUDIT else " (independent of agency, line management and the case)"
        return f"it takes {asked} and {pool} may hold it{why}"
    if not any(panel.allows(frozenset(chosen)) for chosen in itertools.combinations(panel.pool, panel.size)):
        return f"it takes {asked} of different agencies, and there are none among {', '.join(panel.pool)}"
    who = ", ".join((*activity.must, *panel.pool))
    together = f"together with {', '.join(activity.must)}" if activity.must else "together"
    diaries = f"the diaries of {who} leave no {activity.minutes} minutes {where}"
    return f"it takes {asked} who are free {together}; {diaries}"
