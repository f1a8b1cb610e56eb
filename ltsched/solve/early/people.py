"""People and pools with little to spare, and activities that only one panel could hold."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial, reduce
from operator import and_

from ltsched.domain.activities import Panel
from ltsched.domain.capacity import Tally
from ltsched.domain.explaining.step import Call
from ltsched.domain.reasons import Reason
from ltsched.domain.words.early_words import every_day_words, little_words, only_panel_words
from ltsched.model.candidates import Candidates
from ltsched.solve.arithmetic.tallies import find_tallies
from ltsched.solve.early.prospect import Early, Prospect

__all__ = ["little_to_spare", "only_panels"]

MOST_PANELS = 500
"""So many panels are tried for one activity; where there are more it is not told."""

ONE_PANEL = 0.02
"""How far from impossible it is that only one panel could do."""


def little_to_spare(prospect: Prospect) -> Iterator[Early]:
    """Yield the people every possible day of whom is needed, and people and pools with little to spare; nothing short.

    Of activities that all have few days themselves that is told, and not whom these days take.
    """
    spare, told = prospect.limits.spare, [_with_few_days(prospect)]
    found = find_tallies(prospect.counting, up_to=spare, up_to_in_hours=1.0)
    for tally in sorted(found, key=lambda tally: -len(tally.activities)):
        every = tally.days_needed == tally.days_there > 1
        if tally.short or not (every or tally.spare < spare):
            continue
        ids = {one.id for one in tally.activities}
        if tally.in_minutes and any(ids <= others for others in told):
            continue
        told += [ids] if tally.in_minutes else []
        words = partial(every_day_words if every else little_words, tally)
        yield Early(_reason(prospect, tally, words), 0.0 if every else tally.spare)


def _with_few_days(prospect: Prospect) -> set[str]:
    return {own.activity.id for own in prospect.open if len(prospect.days(own.bits)) <= prospect.limits.days}


def _reason(prospect: Prospect, tally: Tally, words: Callable[[Call], str]) -> Reason:
    unit = "_minutes" if tally.in_minutes else ""
    numbers = {f"needed{unit}": tally.needed, f"possible{unit}": tally.possible or 0}
    if tally.days_there:
        numbers |= {"needed_days": tally.days_needed, "possible_days": tally.days_there}
    ids = (*(one.id for one in tally.activities), *tally.people)
    rule = "diary" if tally.in_minutes else "capacity"
    return prospect.reason(rule, words, ids, (tally.days[0], tally.days[1] + timedelta(days=1)), numbers)


def only_panels(prospect: Prospect) -> Iterator[Early]:
    """Yield the panels that are the only ones who could hold some activities, by their rules and their diaries."""
    found: dict[tuple[frozenset[str], bool], list[Candidates]] = {}
    for own in prospect.open:
        panel = own.activity.panel
        if panel is not None and own.starts:
            only = _only_panel(prospect, own, panel)
            if only is not None:
                chosen = panel.needed == only
                found.setdefault((only, chosen), []).append(own)
    for (people, by_rule), held in found.items():
        who, ids = sorted(people), [own.activity.id for own in held]
        words = partial(only_panel_words, [own.activity for own in held], who, by_rule=by_rule)
        yield Early(prospect.reason("panel", words, (*ids, *who), (), {"panels": 1}), ONE_PANEL)


def _only_panel(prospect: Prospect, own: Candidates, panel: Panel) -> frozenset[str] | None:
    """Return the only panel that could hold an activity; None if there are several, or too many to try."""
    only: frozenset[str] | None = None
    for tried, chosen in enumerate(map(frozenset, itertools.combinations(panel.pool, panel.size))):
        if tried >= MOST_PANELS:
            return None
        if panel.allows(chosen) and reduce(and_, (prospect.free.starts(id, own.length) for id in chosen), own.bits):
            if only is not None:
                return None
            only = chosen
    return only
