"""Clashes for tests: what is held to their facts fits or not, by the whole model."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace

from ltsched.domain.agenda import Agenda
from ltsched.domain.availability import Availability, Diary, DiaryTime, Level
from ltsched.domain.explaining.explanation import Clash
from ltsched.domain.explaining.open_time import open_time
from ltsched.domain.rules import Fact
from ltsched.domain.spans import NEVER, Spans
from ltsched.domain.timetable import Status
from ltsched.model.build import build
from ltsched.model.candidates import find_candidates
from ltsched.model.free_time import FreeTime
from ltsched.model.grid import lay_grid
from ltsched.solve.explaining.clashes import held_to, without
from ltsched.solve.run import Runner
from tests.support.agendas import span

__all__ = ["away", "fits", "is_smallest", "rules", "runner", "the"]


def runner() -> Runner:
    return Runner(time.monotonic() + 60)


def fits(plan: Agenda) -> bool:
    """Return whether `plan` fits, by the whole model."""
    everybody = dict.fromkeys(plan.availability, Availability(open_time(plan, holidays_too=True), NEVER))
    free = FreeTime.of(plan, lay_grid(plan.changed(availability=everybody)))  # with days on which nobody is there, too
    candidates = find_candidates(plan, free)
    if not all(own.starts for own in candidates.values()):
        return False
    return runner().solve(build(plan, free, candidates).cp).status is not Status.INFEASIBLE


def is_smallest(plan: Agenda, clash: Clash) -> None:
    """See that the facts cannot hold together, and that they can without any one of them."""
    assert clash.smallest
    assert not fits(held_to(plan, clash))
    for fact in clash.facts:
        assert fits(without(plan, clash, fact)), fact


def rules(clash: Clash | None) -> set[str]:
    assert clash is not None
    return {fact.rule for fact in clash.facts}


def the(clash: Clash | None, rule: str) -> Fact:
    assert clash is not None
    found = [fact for fact in clash.facts if fact.rule == rule]
    assert len(found) == 1, found
    return found[0]


def away(plan: Agenda, person: str, kind: str, days: Sequence[int]) -> Agenda:
    """Return `plan` with an entry of a kind in the diary of somebody for all of some days."""
    spans = [span(number, "00:00", "23:59") for number in days]
    times = tuple(DiaryTime(*pair, Level.BUSY, "busy.csv", kind=kind) for each in spans for pair in each)
    taken = Spans.of((one.start, one.end) for one in times)
    diaries = {**plan.review.diaries, person: Diary.of(times)}
    return plan.changed(
        review=replace(plan.review, diaries=diaries),
        availability={**plan.availability, person: plan.availability[person].without(taken)},
    )
