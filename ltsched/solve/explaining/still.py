"""Whether a clash is still there once something is otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ltsched.domain.agenda import Agenda
from ltsched.domain.explaining.explanation import Clash
from ltsched.domain.explaining.grounds import grounds_of_several
from ltsched.domain.explaining.open_time import diary_facts, open_time
from ltsched.domain.rules import Fact
from ltsched.solve.explaining.look import Look
from ltsched.solve.explaining.possible import Trial, only
from ltsched.solve.run import Runner

__all__ = ["still_clashes"]

BY_NUMBER = frozenset({"lag", "blocks apart", "daily load", "hold"})
"""Facts with a number, or days, of which those count that are there now: a hold lasts on where there is more time."""


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
    """Yield `facts` with the times at which people are away for the same reason now, and with the numbers that are now.

    Where more days are to be had, people may be away on them, too; and a room that is there now has its seats.
    """
    numbers = grounds_of_several(agenda) if any(fact.rule in BY_NUMBER for fact in facts) else ()
    for fact in facts:
        if fact.rule == "diary":
            if fact.ids[0] in agenda.availability:
                away = diary_facts(agenda, fact.ids[0], open_time(agenda))
                yield from (now for now in away if now.kind == fact.kind)
        elif fact.rule in BY_NUMBER:
            yield from (now for now in numbers if now.rule == fact.rule and now.key == fact.key and _meet(now, fact))
        else:
            yield fact
    if any(fact.rule == "room" for fact in facts):
        named = {id for fact in facts for id in fact.ids}
        yield from (Fact("seats", (room.id,), room.capacity) for room in agenda.review.rooms if room.id not in named)


def _meet(one: Fact, other: Fact) -> bool:
    return not set(one.ids).isdisjoint(other.ids)
