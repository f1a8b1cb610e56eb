"""Why nothing fits, when each activity alone would: leave out one kind of rule after the other, and see what helps."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from ltsched.domain.agenda import Agenda
from ltsched.domain.option import Kind
from ltsched.domain.reasons import Advice, Reason
from ltsched.domain.rules import RULES, Rule
from ltsched.domain.timetable import Status
from ltsched.model.build import build
from ltsched.model.candidates import find_candidates
from ltsched.model.free_time import FreeTime
from ltsched.model.narrow import narrow
from ltsched.model.patterns.build import build_meetings
from ltsched.solve.arithmetic.shortage import find_shortage
from ltsched.solve.run import Runner
from ltsched.solve.search import Search
from ltsched.solve.steps.extend import at_meetings, near_meetings
from ltsched.solve.steps.leads_alone import leads_cannot

__all__ = ["reasons_by_relaxing"]

LEADS_EFFORT = 0.5
"""For a look at the lead reviewers alone, in deterministic time: they are soon shown to be unable to, if they are."""

NEAR_EFFORT = 0.05
"""For a look near the days of the meetings alone: where there is something, it is mostly found at once."""

MOST_EFFORT = 0.1
"""For any other attempt: whether something helps is worth that much. What hardly fits takes many seconds of it."""

EFFORT_IN_ALL = 0.5
"""For all attempts together: after that nothing more is tried, and it is said of what."""

TOGETHER = Reason("together", "no timetable keeps every rule at once")

Change = Callable[[Agenda], Agenda]


def reasons_by_relaxing(
    agenda: Agenda, free: FreeTime, runner: Runner, *, first_only: bool = False
) -> tuple[Reason, ...]:
    """Return which single kind of rule, if it were left out, would make the agenda possible.

    Each answer has been solved: what is named did help. If none does alone, that is said. With `first_only` nothing is
    tried after the first that helps.
    """
    helping: list[Reason] = []
    unknown: list[str] = []
    begun = runner.effort
    for rule, words, change in _changes(agenda):
        fits = _fits(change(agenda), free, runner) if runner.effort < begun + EFFORT_IN_ALL else None
        if fits:
            helping.append(Reason(rule, f"it would fit {words}", cure=Advice(words)))
        elif fits is None:
            unknown.append(words)
        if first_only and fits:
            break
    if helping:
        return (TOGETHER, *helping)
    text = "leaving out one kind of rule alone does not help"
    if unknown:
        what = "what would help" if first_only else f"whether it would fit {', or '.join(unknown)}"
        text = f"there was no time to find out {what}"
    return (TOGETHER, Reason("together", text))


def _fits(agenda: Agenda, free: FreeTime, runner: Runner) -> bool | None:
    """Return whether a timetable exists; None if that was not found out in time."""
    candidates = narrow(agenda, free.grid, find_candidates(agenda, free))
    if not all(own.starts for own in candidates.values()) or find_shortage(agenda, free, candidates) is not None:
        return False
    model = build_meetings(agenda, free, candidates)
    meetings = Search(model, runner, linearization=2 if model.exact_meetings else 1, most_effort=MOST_EFFORT)
    meetings.improve(())
    if (
        meetings.status is Status.INFEASIBLE
        and runner.solve(meetings.model.cp, second_opinion=True, most_effort=MOST_EFFORT).status is Status.INFEASIBLE
    ):
        return False
    if leads_cannot(agenda, free, candidates, runner, most_effort=LEADS_EFFORT):
        return False
    whole = Search(build(agenda, free, candidates, panels_too=False), runner)
    for look in (at_meetings, near_meetings):
        near = look(whole, meetings, candidates)
        if near is not None and runner.solve(near.cp, most_effort=NEAR_EFFORT).solution is not None:
            return True
    attempt = runner.solve(whole.model.cp, most_effort=MOST_EFFORT)
    return None if attempt.status is Status.UNKNOWN else attempt.status is not Status.INFEASIBLE


def _changes(agenda: Agenda) -> Iterator[tuple[str, str, Change]]:
    """Yield what could be left out, by name and in words, and what that makes of an agenda: each rule, each kind."""
    for rule in reversed(RULES):
        if rule.relaxed(agenda) is not None:
            yield rule.names[0], rule.given_up, partial(_relaxed, rule)
    for kind in dict.fromkeys(activity.kind for activity in agenda.activities):
        if any(activity.kind is not kind for activity in agenda.activities):
            yield "agenda", f"without any {kind.replace('-', ' ')}", partial(_without, kind=kind)


def _relaxed(rule: type[Rule], agenda: Agenda) -> Agenda:
    return rule.relaxed(agenda) or agenda


def _without(agenda: Agenda, kind: Kind) -> Agenda:
    """Return the agenda without the activities of a kind; rules and shapes pass over what is not there."""
    return replace(agenda, activities=tuple(activity for activity in agenda.activities if activity.kind is not kind))
