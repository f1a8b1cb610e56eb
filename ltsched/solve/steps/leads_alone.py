"""Whether the lead reviewers alone could do what a packed review asks of them."""

from __future__ import annotations

import logging
from collections.abc import Mapping

from ltsched.domain.agenda import Agenda
from ltsched.domain.rules import Blocks, OneWeek
from ltsched.domain.timetable import Status
from ltsched.model.build import build_leads_alone, build_unhindered
from ltsched.model.candidates import Candidates, FreeTime
from ltsched.solve.run import Runner

__all__ = ["WORDS_EFFORT", "leads_cannot", "leads_short"]

log = logging.getLogger(__name__)

PACKED = (OneWeek, Blocks)
"""Where time is short, it is first of all that of the lead reviewers; elsewhere the look would be for nothing."""

MOST_EFFORT = 5.0
"""For each of the two looks, in deterministic time."""

WORDS_EFFORT = 0.5
"""For each of them where it is known already that nothing fits, and only the words are looked for."""


def leads_cannot(
    agenda: Agenda,
    free: FreeTime,
    candidates: Mapping[str, Candidates],
    runner: Runner,
    *,
    most_effort: float = MOST_EFFORT,
) -> bool:
    """Return whether it is proven that a packed review is impossible for its lead reviewers, whoever else is free.

    What is impossible without the others' diaries is impossible with them, and a good deal sooner proven: the whole
    model has no linear relaxation to speak of. As everywhere, another configuration has to say the same before it
    counts. False means that nothing is known.
    """
    if not isinstance(agenda.shape, PACKED):
        return False
    model = build_leads_alone(agenda, free, candidates).cp
    attempt = runner.solve(model, linearization=2, most_effort=most_effort)
    if attempt.status is not Status.INFEASIBLE:
        return False
    second = runner.solve(model, second_opinion=True, most_effort=most_effort)
    if second.status is not Status.INFEASIBLE:
        log.warning("one configuration says infeasible for the lead reviewers, another %s", second.status)
    return second.status is Status.INFEASIBLE


def leads_short(agenda: Agenda, free: FreeTime, candidates: Mapping[str, Candidates], runner: Runner) -> bool:
    """Return whether the time of the lead reviewers makes impossible a review of which `leads_cannot` says so.

    That is so if it is possible where anybody may be in several places at once; false if that was not found out.
    """
    attempt = runner.solve(build_unhindered(agenda, free, candidates).cp, most_effort=MOST_EFFORT)
    return attempt.status in (Status.OPTIMAL, Status.FEASIBLE)
