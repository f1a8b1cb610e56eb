"""Why nothing fits: what can be said for certain, in words."""

from __future__ import annotations

from collections.abc import Mapping

from ltsched.domain.agenda import Agenda
from ltsched.domain.review import HoldScope
from ltsched.model.candidates import Candidates, FreeTime
from ltsched.solve.alone import reason_alone
from ltsched.solve.capacity import capacity_reasons

__all__ = ["reasons_before_solving"]


def reasons_before_solving(agenda: Agenda, free: FreeTime, alone: Mapping[str, Candidates]) -> tuple[str, ...]:
    """Return why the agenda is impossible, as far as that can be seen without a solver; empty if it cannot.

    Looked at are holds without an end, each activity alone, and the hours that there are for all of them.
    """
    open_ended = tuple(
        f"the hold on the review from {hold.first} ({hold.reason or 'no reason given'}) has no end: nothing can be "
        'planned until it gets one (add "until" to it in review.toml)'
        for hold in agenda.review.holds
        if hold.scope is HoldScope.REVIEW and hold.last is None
    )
    if open_ended:
        return open_ended
    without = tuple(reason_alone(own.activity, agenda, free) for own in alone.values() if not own.starts)
    return without + capacity_reasons(agenda, free, alone)
