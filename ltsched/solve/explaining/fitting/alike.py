"""Activities that are alike, and exclude each other: it does not matter which of them comes first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Hashable, Mapping
from itertools import pairwise
from typing import TypeVar

from ltsched.domain.agenda import Agenda
from ltsched.domain.rules import Precedence
from ltsched.model.candidates import Candidates
from ltsched.model.settled.agreed import is_fixed

__all__ = ["in_order"]

SomeAgenda = TypeVar("SomeAgenda", bound=Agenda)


def in_order(agenda: SomeAgenda, candidates: Mapping[str, Candidates], anywhere: Collection[str]) -> SomeAgenda:
    """Return `agenda` with its activities that are alike one after another: it fits where it did without that.

    Alike are those for which the same starts, people, rooms and rules hold, but for people who come to nothing else;
    and somebody who is needed for each, and is not `anywhere` at once, keeps them apart. Whatever is tried of one of
    them is not tried of the others again then.
    """
    times = Counter(id for own in candidates.values() for id in _people(own))
    shared = {id for id, number in times.items() if number > 1}
    alike: dict[Hashable, list[str]] = {}
    for id, own in candidates.items():
        panel = own.activity.panel
        needed = {*own.activity.must, *(panel.needed if panel else ())} & shared
        if not needed <= set(anywhere) and not is_fixed(agenda, own.activity):
            alike.setdefault(_likeness(own, agenda, shared), []).append(id)
    rules = tuple(Precedence(one, other) for ids in alike.values() for one, other in pairwise(ids))
    return agenda.changed(precedences=(*agenda.precedences, *rules)) if rules else agenda


def _people(own: Candidates) -> tuple[str, ...]:
    return (*own.activity.invited, *(own.activity.panel.pool if own.activity.panel else ()))


def _likeness(own: Candidates, agenda: Agenda, shared: Collection[str]) -> Hashable:
    one = own.activity
    rules = [
        (rule.before == one.id, rule.after if rule.before == one.id else rule.before, rule.least, rule.most, rule.unit)
        for rule in agenda.precedences
        if one.id in (rule.before, rule.after)
    ]
    return (
        (own.bits, own.length, own.gap, one.minutes, one.gap_minutes, one.panel, one.room, one.in_room, one.quorum),
        len(one.must),
        frozenset(id for id in one.must if id in shared),
        tuple(sorted((id if id in shared else "", bits) for id, bits in own.comes.items())),
        tuple(own.rooms.items()),
        tuple(own.seats.items()),
        frozenset(rules),
        tuple(one.id in load.activities for load in agenda.daily_loads),
    )
