"""Why one activity has no time even if it were alone, in sentences that follow its id and "has no time"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ltsched.domain.activities import Activity, Panel
from ltsched.domain.agenda import Agenda
from ltsched.domain.option import Kind
from ltsched.domain.people import Room
from ltsched.domain.rules import Spread
from ltsched.domain.settled import agreed_day
from ltsched.domain.words.wording import plural

__all__ = ["held_words", "no_day_words", "panel_size_words", "pool_words", "seats_words", "window_words"]

Days = tuple[date, date]
"""Half-open: from the first until before the second."""


def window_words(activity: Activity, agenda: Agenda, window: Days) -> str:
    """Return the days on which `activity` may lie, and what makes them so few."""
    first, end = window
    said = agreed_day(agenda.review.settled, activity.id)
    if said is not None:
        return f"on {said}, the day that was agreed on"
    text = ""
    if isinstance(agenda.shape, Spread) and agenda.shape.window_of(activity.id):
        text = f" (its even position, give or take {plural(agenda.shape.tolerance_days, 'working day')})"
    if agenda.review.commissioned < agenda.review.earliest < activity.first == first:
        text += f" (notice counts from today, {agenda.review.today})"
    return f"from {first} until before {end}{text}"


def no_day_words(activity: Activity, agenda: Agenda, window: Days, even: Days) -> str:
    """Return why no working day lies in the `window` of `activity`; `even` are the days of its even position."""
    today, end = agenda.review.today, even[1]
    begun = today is not None and today >= agenda.review.commissioned
    by = f"lead-in, today ({today}) and notice" if begun else "lead-in and notice"
    kept = f"{by} keep it from lying before {activity.first}"
    if activity.end <= activity.first and agenda.review.earliest > agenda.review.commissioned:
        return f"{kept}, and nothing is booked from {activity.end} on"
    if end <= activity.first:
        return f"no working day lies there: its even position lies from {even[0]} until before {end}, and {kept}"
    return f"no working day lies {window_words(activity, agenda, window)}{held_words(activity)}"


def held_words(activity: Activity) -> str:
    """Return that holds leave fewer days, where there are any."""
    return " (holds considered)" if activity.held else ""


def panel_size_words(activity: Activity, panel: Panel) -> str:
    """Return how many reviewers, or auditors, `activity` takes."""
    word = "auditor" if activity.kind is Kind.AUDIT else "reviewer"
    asked = f"{panel.size} {word}s" if panel.size > 1 else f"one {word}"
    return f"it takes {asked}" + (f", {panel.least_leads} of them a lead reviewer," if panel.least_leads else "")


def pool_words(activity: Activity, panel: Panel) -> str:
    """Return who may hold `activity`, where they are too few."""
    pool = f"only {', '.join(panel.pool)}" if panel.pool else "nobody"
    why = "" if activity.kind is Kind.AUDIT else " (independent of agency, line management and the case)"
    return f"{pool} may hold it{why}"


def seats_words(activity: Activity, least: int, rooms: Sequence[Room], where: str) -> str:
    """Return that no room with `least` seats is free, and whether `rooms` are too small or busy."""
    panel = activity.panel.size if activity.panel else 0
    needed = f"{len(activity.must)} must come"
    if activity.quorum > len(activity.must):
        needed = f"its quorum is {activity.quorum} of {len(activity.invited)}"
    if panel:
        needed += f" and {panel} hold{'s' if panel == 1 else ''} it"
    large = [room.id for room in rooms if room.capacity >= least]
    if not rooms:
        why = "there are no rooms"
    elif not large:
        why = f"the largest room seats {max(room.capacity for room in rooms)}: the rooms are too small"
    else:
        why = f"what is large enough ({', '.join(large)}) is busy whenever they are free"
    return f"no room with {least} seats is free {where}; {needed}, and {why}"
