"""How many places of some people activities need at least, whoever else holds them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ltsched.domain.activities import Panel

__all__ = ["groups_of_people", "least_of"]

MOST_GROUPS = 24
"""So many groups of people are looked at: the arithmetic stays a matter of a moment."""


def least_of(panel: Panel, people: frozenset[str]) -> int:
    """Return how many of `people` are on every panel that is allowed, at least.

    Formula: ``max(0, size − |pool without people|, least leads − |leads without people|)``, where of each group that is
    kept apart one counts. It never tells more than is needed.
    """
    others = [member for member in panel.pool if member not in people]
    leads = [member for member in others if member in panel.leads]
    return max(0, panel.size - _most(others, panel), panel.least_leads - _most(leads, panel))


def _most(members: Sequence[str], panel: Panel) -> int:
    """Return how many of `members` can be on one panel, at most."""
    alone = [member for member in members if not any(member in group for group in panel.apart)]
    return len(alone) + sum(any(member in group for member in members) for group in panel.apart)


def groups_of_people(panels: Mapping[str, Panel]) -> Iterator[frozenset[str]]:
    """Yield the groups of people whose time may be what `panels` lack, each once.

    Each person who is on every panel that some activity allows, and all of these of one activity; the lead reviewers of
    one activity, and all there are; the pool of one activity, and all pools together.
    """
    groups: dict[frozenset[str], None] = {}
    kinds = list(dict.fromkeys(panels.values()))
    needed = [panel.needed for panel in kinds]
    leads = [panel.leads for panel in kinds if panel.least_leads]
    pools = [frozenset(panel.pool) for panel in kinds]
    for people in (*needed, frozenset().union(*leads), frozenset().union(*pools), *leads, *pools):
        groups.setdefault(people)
    for person in sorted(frozenset().union(*needed)):
        groups.setdefault(frozenset({person}))
    yield from [people for people in groups if people][:MOST_GROUPS]
