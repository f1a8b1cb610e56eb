"""Why nothing fits: what can be said for certain, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ltsched.domain.agenda import Agenda
from ltsched.domain.review import HoldScope
from ltsched.domain.rules import OneWeek
from ltsched.model.candidates import Candidates, FreeTime
from ltsched.solve.alone import reason_alone
from ltsched.solve.capacity import capacity_sums
from ltsched.solve.relaxing import reasons_by_relaxing
from ltsched.solve.run import Runner

__all__ = ["arithmetic", "reasons_after_solving", "reasons_before_solving"]

LEADS_SHORT = (
    "the lead reviewers would have to be in two places at once (another lead reviewer, fewer conversations, or free "
    "time in their diaries might help)"
)


def reasons_before_solving(agenda: Agenda, free: FreeTime, alone: Mapping[str, Candidates]) -> tuple[str, ...]:
    """Return why the agenda is impossible, as far as that can be seen without a solver; empty if it cannot.

    Looked at are holds without an end, whether any time is left, each activity alone, and the hours that there are for
    all of them.
    """
    open_ended = tuple(
        f"the hold on the review from {hold.first} ({hold.reason or 'no reason given'}) has no end: nothing can be "
        'planned until it gets one (add "until" to it in review.toml)'
        for hold in agenda.review.holds
        if hold.scope is HoldScope.REVIEW and hold.last is None
    )
    if open_ended:
        return open_ended
    if _run_out(agenda):
        return (_run_out(agenda),)
    without = tuple(reason_alone(own.activity, agenda, free) for own in alone.values() if not own.starts)
    if without:
        return without
    return tuple(f"{sums}. {sums.more}" for sums in capacity_sums(agenda, free) if sums.short)[:1]


def reasons_after_solving(
    agenda: Agenda,
    free: FreeTime,
    runner: Runner,
    without_start: Sequence[str] = (),
    *,
    leads_short: bool = False,
    first_only: bool = False,
) -> tuple[str, ...]:
    """Return what can be said where each activity alone would fit, and all together do not.

    The arithmetic of a week, the activities `without_start` (the order leaves them no time), whether the time of
    the lead reviewers is too short, and what would help; with `first_only` just the first thing that would.
    """
    between = [_without_start_text(id, agenda) for id in without_start if id not in agenda.over]
    short = [LEADS_SHORT] if leads_short else []
    helps = reasons_by_relaxing(agenda, free, runner, first_only=first_only)
    return (*arithmetic(agenda, free), *between, *short, *helps)


def _run_out(agenda: Agenda) -> str:
    """Return the reason of a review of which something is still to be planned when its time is over; else nothing."""
    review, end = agenda.review, agenda.horizon_end
    if review.earliest < end or all(activity.id in agenda.over for activity in agenda.activities):
        return ""
    return (
        f"the time of the review is over: it was commissioned on {review.commissioned}, its span ends before "
        f"{agenda.span_end}, nothing is booked from {end} on, and today is {review.today} (a later day of "
        "commissioning, or more span-weeks under [customise], would give it time)"
    )


def _without_start_text(id: str, agenda: Agenda) -> str:
    for rule in agenda.precedences:
        if rule.before == id and rule.after in agenda.over:
            day = agenda.over[rule.after].day
            return f"{id} has no time left: it must come before {rule.after}, which is over ({day})"
    return f"{id} has no time left between what must come before it and what must come after it"


def arithmetic(agenda: Agenda, free: FreeTime) -> tuple[str, ...]:
    """Return the hours that a review in one week needs and has, in a sentence; nothing for other shapes."""
    return tuple(map(str, capacity_sums(agenda, free)[:1])) if isinstance(agenda.shape, OneWeek) else ()
