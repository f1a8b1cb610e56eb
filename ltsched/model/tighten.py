"""Cut the candidates to what the order leaves: each activity alone, against the earliest and latest of the others."""

from __future__ import annotations

from collections.abc import Mapping

from ltsched.domain.agenda import Agenda
from ltsched.domain.rules import Precedence
from ltsched.domain.timegrid import TimeGrid
from ltsched.model.candidates import Candidates

__all__ = ["tighten"]


def tighten(agenda: Agenda, grid: TimeGrid, found: Mapping[str, Candidates]) -> dict[str, Candidates]:
    """Return the candidates without the starts that no order allows; an activity may be left with none.

    For each precedence, starts of `after` go that lie before the earliest end of `before`, and so on; repeated until
    nothing changes. An activity that has no start at all cuts nothing more.
    """
    left = dict(found)
    waiting = True
    while waiting:
        waiting = False
        for rule in agenda.precedences:
            before, after = left.get(rule.before), left.get(rule.after)
            if before is None or after is None or not before.starts or not after.starts:
                continue
            keep_after = [
                start for start in after.starts if _allows(rule, agenda, grid, before, before.starts[0], start)
            ]
            keep_before = [
                start for start in before.starts if _allows(rule, agenda, grid, before, start, after.starts[-1])
            ]
            if rule.most is not None:
                keep_after = [s for s in keep_after if _lag(rule, agenda, grid, before.starts[-1], s) <= rule.most]
                keep_before = [s for s in keep_before if _lag(rule, agenda, grid, s, after.starts[0]) <= rule.most]
            for id, old, new in ((rule.after, after, keep_after), (rule.before, before, keep_before)):
                if len(new) < len(old.starts):
                    left[id] = old.only(sum(1 << start for start in new))
                    waiting = True
    return left


def _allows(rule: Precedence, agenda: Agenda, grid: TimeGrid, before: Candidates, first: int, second: int) -> bool:
    return second >= first + before.length and _lag(rule, agenda, grid, first, second) >= rule.least


def _lag(rule: Precedence, agenda: Agenda, grid: TimeGrid, first: int, second: int) -> int:
    one, other = grid.days[first // grid.slots_a_day], grid.days[second // grid.slots_a_day]
    return rule.lag(one, other, agenda.working_days)
