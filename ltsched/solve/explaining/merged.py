"""Clashes that are one but for the activity."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from ltsched.domain.agenda import Agenda
from ltsched.domain.explaining.explanation import Clash
from ltsched.domain.rules import Fact
from ltsched.domain.spans import Spans

__all__ = ["merged"]

POOLS = ("panel", "independence")
"""The rules whose people differ from one activity to another that is like it."""

# What makes two clashes the same but for their activities.
_Shape = frozenset[tuple[str, str, tuple[str, ...], int | None, str]]


def merged(clashes: Sequence[Clash], agenda: Agenda) -> tuple[Clash, ...]:
    """Return the clashes, those of single activities that differ in nothing but the activity as one about all."""
    ids = {activity.id for activity in agenda.activities}
    groups: dict[_Shape | Clash, list[Clash]] = {}
    for clash in _each_once(clashes, ids):
        groups.setdefault(_shape(clash, ids) if len(clash.activities) == 1 else clash, []).append(clash)
    return tuple(_one(group, ids) for group in groups.values())


def _each_once(clashes: Sequence[Clash], ids: Collection[str]) -> tuple[Clash, ...]:
    """Return the clashes without those of the same activities that say the same as one before."""
    return tuple({(clash.activities, _shape(clash, ids)): clash for clash in reversed(clashes)}.values())[::-1]


def _shape(clash: Clash, ids: Collection[str]) -> _Shape:
    return frozenset(_about(fact, ids) for fact in clash.facts)


def _about(fact: Fact, ids: Collection[str]) -> tuple[str, str, tuple[str, ...], int | None, str]:
    # Of like activities others may be on the panels, who are not of the agency of the one who is spoken with.
    people = () if fact.rule in POOLS else tuple(id for id in fact.ids if id not in ids)
    return fact.rule, fact.kind, people, fact.number, fact.key


def _one(group: Sequence[Clash], ids: Collection[str]) -> Clash:
    if len(group) == 1:
        return group[0]
    facts = []
    for first in group[0].facts:
        same = [fact for clash in group for fact in clash.facts if _about(fact, ids) == _about(first, ids)]
        every = dict.fromkeys(id for fact in same for id in fact.ids)
        facts.append(
            replace(
                first,
                ids=(*(id for id in every if id in ids), *(id for id in every if id not in ids)),
                # Days between which something lies are those of one activity.
                dates=() if first.rule == "spread" else tuple(sorted({day for fact in same for day in fact.dates})),
                spans=Spans.of(span for fact in same for span in fact.spans).pairs,
            )
        )
    activities = tuple(id for clash in group for id in clash.activities)
    return Clash(activities, tuple(facts), all(clash.smallest for clash in group))
