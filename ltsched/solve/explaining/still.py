"""Whether a clash is still there once something is otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ltsched.domain.agenda import Agenda
from ltsched.domain.explaining.explanation import Clash
from ltsched.domain.explaining.grounds import grounds_of_several
from ltsched.domain.rules import Fact
from ltsched.domain.spans import Spans
from ltsched.solve.explaining.look import Look
from ltsched.solve.explaining.possible import Trial, only
from ltsched.solve.run import Runner

__all__ = ["still_clashes"]

BY_NUMBER = frozenset({"lag", "blocks apart", "daily load"})
"""Facts that are told apart by their number: it is that of what is there now."""


def still_clashes(agenda: Agenda, clash: Clash, runner: Runner) -> bool | None:
    """Return whether the facts of `clash`, as they are in `agenda` now, still cannot hold together.

    What else stands in the way of its activities is another clash. None means that it was not found out.
    """
    known = {activity.id for activity in agenda.activities}
    left = [id for id in clash.activities if id in known]
    if not left:
        return False
    if not clash.facts:
        possible = Trial.of(agenda).possible(runner, left, proven=False)
    else:
        part = only(agenda, left)
        possible = Look(part, runner).possible(list(_as_now(clash.facts, part)))
    return None if possible is None else not possible


def _as_now(facts: Sequence[Fact], agenda: Agenda) -> Iterator[Fact]:
    """Yield `facts` with the times at which people are still away, and with the numbers that are now."""
    numbers = grounds_of_several(agenda) if any(fact.rule in BY_NUMBER for fact in facts) else ()
    for fact in facts:
        if fact.rule == "diary":
            if fact.ids[0] in agenda.availability:
                away = Spans.of(fact.spans) - agenda.availability[fact.ids[0]].free
                yield replace(fact, spans=tuple(away.pairs))
        elif fact.rule in BY_NUMBER:
            yield from (now for now in numbers if now.rule == fact.rule and now.key == fact.key and _meet(now, fact))
        else:
            yield fact


def _meet(one: Fact, other: Fact) -> bool:
    return not set(one.ids).isdisjoint(other.ids)
