"""Why one activity has no time at all, even if it were alone."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from ltsched.domain.activities import Activity, Panel
from ltsched.domain.agenda import Agenda
from ltsched.domain.option import RoomNeed
from ltsched.domain.reasons import Advice, Reason
from ltsched.domain.review import HoldScope
from ltsched.domain.words.alone_words import (
    held_words,
    no_day_words,
    panel_size_words,
    pool_words,
    seats_words,
    window_words,
)
from ltsched.domain.words.file_names import PEOPLE_FILE, REVIEW_FILE, ROOMS_FILE
from ltsched.domain.words.settled_words import window_text
from ltsched.domain.words.wording import listed
from ltsched.model.bit_sets import count_at, counters
from ltsched.model.candidates import even_days, panel_bits, window_bits
from ltsched.model.free_time import FreeTime
from ltsched.model.settled.wished import wished_bits

__all__ = ["reason_alone"]

SMALLER_STEP = Advice("starts at smaller steps", REVIEW_FILE, ("customise.start-step-minutes",))
WINDOW_WIDENED = Advice("a wider window", REVIEW_FILE, ("window",))
HOLD_LIFTED = Advice("the hold ends earlier", REVIEW_FILE, ("hold.until",))
MORE_PEOPLE = Advice("others who may hold it", PEOPLE_FILE)
MORE_SEATS = Advice("another room, or a larger one", ROOMS_FILE)


def reason_alone(activity: Activity, agenda: Agenda, free: FreeTime) -> Reason:
    """Return the first reason that leaves `activity` no start: its window, its people, its quorum, or its rooms."""
    length = free.grid.length(activity.minutes)
    days = window_bits(activity, agenda.shape, free.grid)
    even = even_days(activity, agenda.shape)
    window = max(activity.first, even[0]), min(activity.end, even[1])
    where = window_words(activity, agenda, window)

    def because(rule: str, said: str, ids: Sequence[str] = (), cure: Advice | None = None, **numbers: int) -> Reason:
        dates = window if window[0] < window[1] else ()
        return Reason(rule, f"{activity.id} has no time: {said}", (activity.id, *ids), dates, numbers, cure)

    starts = free.grid.starts(days, length, free.step_minutes)
    if not days:
        return because("window", no_day_words(activity, agenda, window, even))
    if not starts:
        step = f"no start at a multiple of {free.step_minutes} minutes after midnight"
        leaves = f"{step} leaves {activity.minutes} minutes within the day {where}{held_words(activity)}"
        minutes = activity.minutes
        return because("start step", leaves, cure=SMALLER_STEP, minutes=minutes, step_minutes=free.step_minutes)
    wished = starts & wished_bits(activity, free.grid)
    if not wished:
        texts = (window_text(window) for group in activity.windows for window in group)
        said = f"no start leaves it {where} within what review.toml wishes for ({'; '.join(texts)})"
        return because("wished window", said, cure=WINDOW_WIDENED)
    if not activity.invited and activity.panel is None:
        return because("must attend", "nobody of the review comes to it")
    must = starts = wished
    for person in activity.must:
        must &= free.starts(person, length)
    if not must:
        blocking = _blocking(activity.must, starts, length, free)
        said = f"the diaries of {listed(blocking)} leave no {activity.minutes} minutes in their working hours {where}"
        holds = agenda.review.holds
        held = [hold.target for hold in holds if hold.scope is HoldScope.PERSON and hold.target in activity.must]
        if held:
            said += f"; there is a hold on {', '.join(dict.fromkeys(held))}"
        windowed = [window.person for window in agenda.review.windows if window.person in activity.must]
        if windowed:
            said += f"; review.toml has windows of {', '.join(dict.fromkeys(windowed))}"
        return because("diary", said, blocking, HOLD_LIFTED if held else None, minutes=activity.minutes)
    panel = panel_bits(activity, free, length)
    if activity.panel is not None and not must & panel:
        said, who, cure = _no_panel(activity, activity.panel, where)
        return because("panel", said, who, cure, needed=activity.panel.size, minutes=activity.minutes)
    must &= panel
    planes = counters([free.starts(person, length) for person in activity.expected])
    most = max(len(activity.must) + count_at(planes, slot) for slot in free.grid.members(must))
    if most < activity.quorum:
        said = (
            f"its quorum is {activity.quorum} of {len(activity.invited)}, and at most {most} are free together, those "
            f"who must come among them, {where}"
        )
        return because("quorum", said, quorum=activity.quorum, invited=len(activity.invited), possible=most)
    if activity.room is RoomNeed.NEEDED:
        # Those who must come, the quorum and the panel need a seat; whoever comes besides may be left without.
        least = max(activity.quorum, len(activity.must)) + (activity.panel.size if activity.panel else 0)
        rooms = agenda.review.rooms
        large = [room.id for room in rooms if room.capacity >= least]
        return because("room", seats_words(activity, least, rooms, where), large, MORE_SEATS, needed=least)
    return Reason("window", f"{activity.id} has no time {where}", (activity.id,), window)


def _blocking(people: Sequence[str], starts: int, length: int, free: FreeTime) -> tuple[str, ...]:
    """Return the fewest people whose diaries together leave no start."""
    for size in range(1, len(people) + 1):
        for group in itertools.combinations(people, size):
            left = starts
            for person in group:
                left &= free.starts(person, length)
            if not left:
                return group
    return tuple(people)


def _no_panel(activity: Activity, panel: Panel, where: str) -> tuple[str, Sequence[str], Advice | None]:
    """Return why there is no panel, whom that is about, and what would help."""
    asked = panel_size_words(activity, panel)
    if len(panel.pool) < panel.size or len(panel.leads) < panel.least_leads:
        return f"{asked} and {pool_words(activity, panel)}", panel.pool, MORE_PEOPLE
    if not any(panel.allows(frozenset(chosen)) for chosen in itertools.combinations(panel.pool, panel.size)):
        said = f"{asked} of different agencies, and there are none among {', '.join(panel.pool)}"
        return said, panel.pool, MORE_PEOPLE
    who = (*activity.must, *panel.pool)
    together = f"together with {', '.join(activity.must)}" if activity.must else "together"
    diaries = f"the diaries of {', '.join(who)} leave no {activity.minutes} minutes {where}"
    return f"{asked} who are free {together}; {diaries}", who, None
