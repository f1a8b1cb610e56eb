"""What is wrong with an explanation, seen from outside: each fact is left out, each cure is written and planned."""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import ltsched
from ltsched.domain.explaining.explanation import Clash, Cure, Explanation
from ltsched.domain.explaining.step import Step
from ltsched.domain.review import Review
from ltsched.domain.timetable import Status
from ltsched.errors import InvalidReview
from ltsched.options.expand import expand
from ltsched.options.steps.applied import applied
from ltsched.solve.explaining.clashes import held_to, without
from ltsched.solve.explaining.explain import explain
from ltsched.solve.explaining.possible import Trial
from ltsched.solve.plan import plan
from ltsched.solve.run import Runner
from tests.support.edited import write_edits
from tests.support.impossible.case import Case
from tests.support.impossible.folder import Folder

__all__ = ["Explained", "by_hand_faults", "case_faults", "faults", "shown", "tell"]

FIRST = 3
"""Among so many cures the one that is known has to be, or cheaper ones."""


@dataclass(frozen=True, slots=True)
class Explained:
    """A folder, what was read from it, and why nothing fits."""

    path: Path
    review: Review
    explanation: Explanation
    seconds: float

    @classmethod
    def of(cls, path: Path) -> Explained:
        """Read the folder and explain it; the seconds are of the processor."""
        review = ltsched.read_review(path)
        begun = time.process_time()
        explanation = explain(review, time_limit_seconds=120)
        return cls(path, review, explanation, time.process_time() - begun)


def faults(found: Explained) -> Iterator[str]:
    """Yield what is wrong with an explanation, whatever made the review impossible."""
    explanation = found.explanation
    if explanation.status is not Status.INFEASIBLE:
        yield f"the status is {explanation.status}"
    if not explanation.clashes:
        yield "there is no clash"
    if not explanation.cures:
        yield f"there is no cure ({explanation.stopped or 'not stopped'}, all found: {explanation.all_found})"
    agenda = expand(found.review)
    for clash in explanation.clashes:
        yield from _clash_faults(clash, Trial.of(held_to(agenda, clash)).possible(_runner()), found)
    costs = [cure.cost for cure in explanation.cures]
    if costs != sorted(costs):
        yield f"the cures are not told in the order of their costs: {costs}"
    for number, cure in enumerate(explanation.cures, 1):
        told = f"cure {number} {_names(cure.steps)}"
        for fault in _cure_faults(found, cure, cure.steps, number):
            yield f"{told}: {fault}"
        for step in cure.steps if len(cure.steps) > 1 else ():
            rest = [other.change for other in cure.steps if other is not step]
            if plan(applied(found.review, rest)).timetable is not None:
                yield f"{told}: {_names((step,))} is not needed"


def _clash_faults(clash: Clash, fits: bool | None, found: Explained) -> Iterator[str]:
    about = f"clash of {', '.join(clash.activities)}"
    if fits is not False:
        yield f"{about}: its facts alone are not impossible ({fits})"
    if not clash.smallest:
        yield f"{about}: is not shown to be smallest"
        return
    agenda = expand(found.review)
    for fact in clash.facts:
        rest = without(agenda, clash, fact)
        if Trial.of(rest).possible(_runner()) is not True:
            yield f"{about}: {fact} has no part in it"


def _cure_faults(found: Explained, cure: Cure, steps: tuple[Step, ...], number: int) -> Iterator[str]:
    """Yield in what a review into whose files `steps` are written is not as `cure` promises."""
    folder = found.path.with_name(f"{found.path.name}-cure-{number}")
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(found.path, folder)
    try:
        for step in steps:
            write_edits(folder, step.change.edits(found.review))
        result = ltsched.plan(ltsched.read_review(folder))
    except (InvalidReview, AssertionError, StopIteration, KeyError, IndexError) as error:
        yield f"cannot be written: {type(error).__name__}: {error}"
        return
    if result.timetable is None:
        yield f"does not help: {result.status}; {'; '.join(map(str, result.reasons))}"
        return
    timetable, brings = result.timetable, cure.brings
    has = timetable.final_report, timetable.stage_value("late days"), timetable.stage_value("missed attendance")
    promised = brings.final_report, brings.late_days, brings.missed
    if has != promised:
        yield f"brings {has}, not {promised}"


def case_faults(case: Case, found: Explained) -> Iterator[str]:
    """Yield what is wrong with the explanation of a case, by what is known of it."""
    clashes = found.explanation.clashes
    facts = [fact for clash in clashes for fact in clash.facts]
    if len(clashes) < case.clashes:
        yield f"{len(clashes)} clashes, not {case.clashes}"
    for named in case.facts:
        if not any(named.is_named_by(fact) for fact in facts):
            yield f"not named: {_given(named)}"
    for fact in facts:
        mentions = fact.rule not in ("quorum", "seats", "panel", "independence")
        for id in set(fact.ids) & set(case.no_part) if mentions else ():
            yield f"{id} has no part in it: {fact}"
    if case.helps:
        first = found.explanation.cures[:FIRST]
        cheapest = min(helps.cost(found.review) for helps in case.helps)
        known = any(helps.is_like(cure, found.review) for helps in case.helps for cure in first)
        if not known and (not first or any(cure.cost > cheapest for cure in first)):
            yield f"a known cure costs {cheapest}, and is not among the first: {[_names(cure.steps) for cure in first]}"


def by_hand_faults(case: Case, found: Explained, path: Path) -> Iterator[str]:
    """Yield the facts without which, taken out of the folder by hand, some clash is left as it is."""
    for number, named in enumerate(case.facts):
        if named.without is None:
            continue
        folder: Folder = case.folder()
        named.without(folder)
        own = path.with_name(f"{path.name}-without-{number}")
        shutil.rmtree(own, ignore_errors=True)
        agenda = expand(ltsched.read_review(folder.write(own)))
        ids = {activity.id for activity in agenda.activities}
        for clash in found.explanation.clashes:
            left = [id for id in clash.activities if id in ids]
            named_here = any(named.is_named_by(fact) for fact in clash.facts)
            if named_here and left and Trial.of(agenda).possible(_runner(), left) is not True:
                yield f"without {_given(named)}, taken out by hand, {', '.join(left)} do not fit"


def shown(found: Explained) -> Iterator[str]:
    """Yield an explanation as lines, for whoever looks for what is wrong with it."""
    for clash in found.explanation.clashes:
        yield f"clash of {', '.join(clash.activities)}{'' if clash.smallest else ' (not shown to be smallest)'}"
        for fact in clash.facts:
            days = f" {fact.dates[0]}…{fact.dates[-1]} ({len(fact.dates)})" if fact.dates else ""
            yield f"    {fact.rule} {fact.kind} {' '.join(fact.ids)} {fact.number} {fact.key}{days}"
    for cure in found.explanation.cures:
        yield f"cure {_names(cure.steps)} {cure.brings}"


def tell(line: str) -> None:
    """Write a line at once, for whoever waits for the next one."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _runner() -> Runner:
    """Return a runner that no machine is too slow for."""
    return Runner(time.monotonic() + 3600, 0, 1)


def _names(steps: tuple[Step, ...]) -> str:
    return " + ".join(
        " ".join([step.kind, *step.change.ids, *map(str, step.change.dates), str(step.cost)]) for step in steps
    )


def _given(named: object) -> str:
    names = ("ids", "kinds", "rules", "key", "number", "within")
    return ", ".join(f"{name} {getattr(named, name)}" for name in names if getattr(named, name) not in ((), "", None))
