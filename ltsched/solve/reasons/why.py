"""Why nothing fits: what can be said for certain."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta

from ltsched.domain.agenda import Agenda
from ltsched.domain.capacity import Shortage, Sums
from ltsched.domain.people import Role
from ltsched.domain.reasons import Advice, Reason
from ltsched.domain.review import HoldScope
from ltsched.domain.rules import OneWeek
from ltsched.domain.words.capacity_words import (
    SHORTAGE_CURE,
    capacity_cure_words,
    capacity_words,
    shortage_words,
)
from ltsched.domain.words.file_names import REVIEW_FILE
from ltsched.domain.words.why_words import (
    LEADS_CURE,
    LEADS_SHORT,
    TIME_CURE,
    UNTIL_CURE,
    open_hold_words,
    time_over_words,
    without_start_words,
)
from ltsched.model.candidates import Candidates
from ltsched.model.free_time import FreeTime
from ltsched.solve.reasons.alone import reason_alone
from ltsched.solve.reasons.capacity import capacity_sums
from ltsched.solve.reasons.relaxing import reasons_by_relaxing
from ltsched.solve.run import Runner

__all__ = ["arithmetic", "reasons_after_solving", "reasons_before_solving", "reasons_of_shortage"]

UNTIL = Advice(UNTIL_CURE, REVIEW_FILE, ("hold.until",))
MORE_TIME = Advice(TIME_CURE, REVIEW_FILE, ("commissioned", "customise.span-weeks"))


def reasons_before_solving(agenda: Agenda, free: FreeTime, alone: Mapping[str, Candidates]) -> tuple[Reason, ...]:
    """Return why the agenda is impossible, as far as that can be seen without a solver; empty if it cannot.

    Looked at are holds without an end, whether any time is left, each activity alone, and the hours that there are for
    all of them.
    """
    open_ended = tuple(
        Reason("hold", open_hold_words(hold), dates=(hold.first,), cure=UNTIL)
        for hold in agenda.review.holds
        if hold.scope is HoldScope.REVIEW and hold.last is None and not (agenda.waiting or agenda.left_out)
    )
    if open_ended:
        return open_ended
    if _run_out(agenda):
        return (Reason("window", time_over_words(agenda), dates=(agenda.span_start, agenda.span_end), cure=MORE_TIME),)
    without = tuple(reason_alone(own.activity, agenda, free) for own in alone.values() if not own.starts)
    if without:
        return without
    return tuple(_capacity(sums) for sums in capacity_sums(agenda, free) if sums.short)[:1]


def reasons_after_solving(
    agenda: Agenda,
    free: FreeTime,
    runner: Runner,
    without_start: Sequence[str] = (),
    *,
    leads_short: bool = False,
    first_only: bool = False,
) -> tuple[Reason, ...]:
    """Return what can be said where each activity alone would fit, and all together do not.

    The arithmetic of a week, the activities `without_start` (the order leaves them no time), whether the time of
    the lead reviewers is too short, and what would help; with `first_only` just the first thing that would.
    """
    between = [Reason("precedence", without_start_words(id), (id,)) for id in without_start if id not in agenda.over]
    short = [_leads_short(agenda)] if leads_short else []
    helps = reasons_by_relaxing(agenda, free, runner, first_only=first_only)
    return (*arithmetic(agenda, free), *between, *short, *helps)


def arithmetic(agenda: Agenda, free: FreeTime) -> tuple[Reason, ...]:
    """Return the hours that a review in one week needs and has, short or not; nothing for other shapes."""
    return tuple(map(_capacity, capacity_sums(agenda, free)[:1])) if isinstance(agenda.shape, OneWeek) else ()


def reasons_of_shortage(
    short: Shortage, agenda: Agenda, free: FreeTime, runner: Runner, *, first_only: bool = False
) -> tuple[Reason, ...]:
    """Return the arithmetic of places, day by day, as a reason, and what would help; see `reasons_after_solving`."""
    return _shortage(short), *reasons_by_relaxing(agenda, free, runner, first_only=first_only)


def _shortage(short: Shortage) -> Reason:
    return Reason(
        "capacity",
        f"{shortage_words(short)}. {SHORTAGE_CURE}",
        (*(activity.id for activity in short.activities), *short.people),
        (short.days[0], short.days[1] + timedelta(days=1)),
        {"needed": short.needed, "possible": short.possible or 0},
        Advice(SHORTAGE_CURE),
    )


def _run_out(agenda: Agenda) -> bool:
    """Return whether something is still to be planned when the time of the review is over."""
    over = all(activity.id in agenda.over for activity in agenda.activities)
    return agenda.review.earliest >= agenda.horizon_end and not over


def _leads_short(agenda: Agenda) -> Reason:
    leads = tuple(person.id for person in agenda.review.with_role(Role.LEAD_REVIEWER))
    return Reason("lead reviewers", f"{LEADS_SHORT} ({LEADS_CURE})", leads, cure=Advice(LEADS_CURE))


def _capacity(sums: Sums) -> Reason:
    """Return the arithmetic as a reason; what would help is said where there is too little."""
    text, cure = capacity_words(sums), capacity_cure_words(sums)
    return Reason(
        "capacity",
        f"{text}. {cure}" if sums.short else text,
        (*(activity.id for activity in sums.activities), *(own.person for own in sums.hours)),
        (sums.days[0], sums.days[-1] + timedelta(days=1)),
        {"needed": sums.needed, "possible": sums.possible},
        Advice(cure) if sums.short else None,
    )
