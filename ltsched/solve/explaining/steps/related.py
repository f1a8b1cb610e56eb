"""Whether a change loosens any of the facts that a clash rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ltsched.domain.explaining.changes.number_set import CUSTOMISE, NumberSet
from ltsched.domain.explaining.changes.people import NotEssential
from ltsched.domain.explaining.step import Change
from ltsched.domain.rules import Fact
from ltsched.solve.explaining.steps.ladder import Ladder

__all__ = ["DIARY", "is_about_people", "is_related"]

DIARY, WINDOW, WISHED = "diary", "window", "wished window"
KEYED = frozenset({"length", "gap", "lag", "quorum", "daily load"})
"""Rules whose facts name the number that they rest on, where it is known."""


def is_related(ladder: Ladder, facts: Iterable[Fact]) -> bool:
    """Return whether `ladder` loosens any of `facts`."""
    return any(not ladder.rules.isdisjoint(_names(fact)) and _is_of(ladder.changes[0], fact) for fact in facts)


def is_about_people(facts: Iterable[Fact]) -> bool:
    """Return whether any of `facts` is that somebody, or a room, is away."""
    return any(fact.rule == DIARY for fact in facts)


def _names(fact: Fact) -> Iterator[str]:
    """Yield what a fact goes by: its rule, or what kind of it where the rule has several."""
    if fact.rule == WINDOW and fact.kind:
        yield fact.kind
    elif fact.rule == DIARY:
        yield DIARY
        yield WISHED if fact.kind == WINDOW else fact.kind
    else:
        yield fact.rule


def _is_of(change: Change, fact: Fact) -> bool:
    """Return whether a change is about the same number or person as a fact, where that says which."""
    if isinstance(change, NumberSet) and change.place.table == CUSTOMISE and fact.rule in KEYED and fact.key:
        return change.place.key == fact.key
    if isinstance(change, NotEssential):
        return change.id in fact.ids
    return True
