"""Why nothing fits, where that took a solver: what can be said for certain."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ltsched.domain.agenda import Agenda
from ltsched.domain.capacity import Shortage
from ltsched.domain.people import Role
from ltsched.domain.reasons import Advice, Reason
from ltsched.domain.words.why_words import LEADS_CURE, LEADS_SHORT, without_start_words
from ltsched.model.candidates import Candidates
from ltsched.model.free_time import FreeTime
from ltsched.solve.reasons.counted import arithmetic, reason_of_tally
from ltsched.solve.reasons.relaxing import reasons_by_relaxing
from ltsched.solve.run import Runner

__all__ = ["reasons_after_solving", "reasons_of_shortage"]


def reasons_after_solving(
    agenda: Agenda,
    free: FreeTime,
    runner: Runner,
    alone: Mapping[str, Candidates],
    without_start: Sequence[str] = (),
    *,
    leads_short: bool = False,
    first_only: bool = False,
) -> tuple[Reason, ...]:
    """Return what can be said where each activity `alone` would fit, and all together do not.

    The arithmetic, where it is short (what there is enough of is no reason); the activities `without_start` (the order
    leaves them no time), whether the time of the lead reviewers is too short, and what would help; with `first_only`
    just the first thing that would.
    """
    between = [Reason("precedence", without_start_words(id), (id,)) for id in without_start if id not in agenda.over]
    short = [_leads_short(agenda)] if leads_short else []
    helps = reasons_by_relaxing(agenda, free, runner, first_only=first_only)
    return (*arithmetic(agenda, free, alone, most=0), *between, *short, *helps)


def reasons_of_shortage(
    short: Shortage, agenda: Agenda, free: FreeTime, runner: Runner, *, first_only: bool = False
) -> tuple[Reason, ...]:
    """Return the arithmetic of places, day by day, as a reason, and what would help; see `reasons_after_solving`."""
    return reason_of_tally(short, agenda), *reasons_by_relaxing(agenda, free, runner, first_only=first_only)


def _leads_short(agenda: Agenda) -> Reason:
    leads = tuple(person.id for person in agenda.review.with_role(Role.LEAD_REVIEWER))
    return Reason("lead reviewers", f"{LEADS_SHORT} ({LEADS_CURE})", leads, cure=Advice(LEADS_CURE))
