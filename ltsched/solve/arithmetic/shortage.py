"""Whether some people have too few places for what they must hold, however the meetings are laid, without a solver."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import fields

from ltsched.domain.agenda import Agenda
from ltsched.domain.capacity import Shortage, Tally
from ltsched.model.candidates import Candidates
from ltsched.model.free_time import FreeTime
from ltsched.solve.arithmetic.counting import Counting
from ltsched.solve.arithmetic.stretches import Frame

__all__ = ["find_shortage", "shortage_in"]


def find_shortage(
    agenda: Agenda, free: FreeTime, candidates: Mapping[str, Candidates], *, most_ways: float = math.inf
) -> Shortage | None:
    """Return a proof that the agenda is impossible, if counting day by day has one; None says nothing.

    For people S and activities A that all lie on some days: each a of A needs at least k(a, S) of S, whoever else holds
    it (see `least_of`). ``Σ k(a, S) ≤ Σ places of S on these days``, beside the meetings that lie on them too, wherever
    these are. And whoever is needed for activities has the time that they take (see `Hours`). If no week or block has
    what it takes, nothing fits. It is told of the one that lacks fewest.

    Meetings are laid in `most_ways` ways, in all; after that less is proven.
    """
    return shortage_in(Counting(agenda, free, candidates, most_ways))


def shortage_in(counting: Counting) -> Shortage | None:
    """Return what `find_shortage` does, of what is counted already."""
    return next(filter(None, (_in_frame(counting, frame) for frame in counting.frames)), None)


def _in_frame(counting: Counting, frame: Frame) -> Shortage | None:
    """Return what is short in the best stretch of `frame`; None if nothing is short in one of them."""
    groups, hours = counting.groups(frame), counting.hours(frame)
    best: Tally | None = None
    for stretch in frame.stretches:
        counts = (tally for group in groups for tally in group.tallies(frame, stretch))
        found = next((tally for tally in counts if tally.short), None) or hours.short(stretch)
        if found is None:
            return None
        if best is None or found.spare > best.spare:
            best = found
    return None if best is None else Shortage(**{each.name: getattr(best, each.name) for each in fields(best)})
