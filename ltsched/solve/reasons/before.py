"""Why nothing fits, as far as that is seen before anything is solved."""

from __future__ import annotations

from collections.abc import Mapping

from ltsched.domain.agenda import Agenda
from ltsched.domain.reasons import Advice, Reason
from ltsched.domain.review import HoldScope
from ltsched.domain.words.file_names import REVIEW_FILE
from ltsched.domain.words.why_words import TIME_CURE, UNTIL_CURE, open_hold_words, time_over_words
from ltsched.model.candidates import Candidates
from ltsched.model.free_time import FreeTime
from ltsched.solve.reasons.alone import reason_alone
from ltsched.solve.reasons.capacity import capacity_sums
from ltsched.solve.reasons.counted import reason_of_sums

__all__ = ["reason_of_time_over", "reasons_before_solving"]

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
    if (over := reason_of_time_over(agenda)) is not None:
        return (over,)
    without = tuple(reason_alone(own.activity, agenda, free) for own in alone.values() if not own.starts)
    if without:
        return without
    return tuple(reason_of_sums(sums, agenda) for sums in capacity_sums(agenda, free) if sums.short)[:1]


def reason_of_time_over(agenda: Agenda) -> Reason | None:
    """Return that something is still to be planned when the time of the review is over; None where it is not so."""
    over = all(activity.id in agenda.over for activity in agenda.activities)
    if agenda.review.earliest < agenda.horizon_end or over:
        return None
    return Reason("window", time_over_words(agenda), dates=(agenda.span_start, agenda.span_end), cure=MORE_TIME)
