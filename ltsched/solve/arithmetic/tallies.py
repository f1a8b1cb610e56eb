"""All that can be counted of an agenda: what it needs of each person and pool, and what there is, short or not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from ltsched.domain.agenda import Agenda
from ltsched.domain.capacity import Tally
from ltsched.model.candidates import Candidates
from ltsched.model.free_time import FreeTime
from ltsched.solve.arithmetic.groups import Group, groups_in
from ltsched.solve.arithmetic.hours import Hours
from ltsched.solve.arithmetic.one_day import Open
from ltsched.solve.arithmetic.stretches import Frame, frames

__all__ = ["find_tallies"]

ONE_ACTIVITY = 1
"""Of so few activities the hours of somebody are not told: it is their days that count."""


def find_tallies(agenda: Agenda, free: FreeTime, candidates: Mapping[str, Candidates]) -> tuple[Tally, ...]:
    """Return what is needed of each person and each pool, and what there is, the tightest first.

    Activities without a start are left out; what is short is impossible all the same. Of each group of people it is
    told in the tightest part of the best week or block, and once; nothing of what there is plenty of.
    """
    given = Open(agenda, free, {id: own for id, own in candidates.items() if own.starts})
    found: list[Tally] = []
    for frame in frames(agenda, free.grid, given.days):
        for group in groups_in(given, frame):
            found += _of_group(group, frame)
        hours = Hours(given, frame)
        for person in hours.needed:
            own = (hours.tallies(person, stretch, only_short=True) for stretch in frame.stretches)
            best = _best(_tightest(each) for each in own)
            found += [best] if best is not None and len(best.activities) > ONE_ACTIVITY else []
    kept: dict[tuple[str, ...], Tally] = {}
    for tally in sorted(found, key=_closeness):
        kept.setdefault(tally.people, tally)
    return tuple(kept.values())


def _of_group(group: Group, frame: Frame) -> list[Tally]:
    best = _best(_tightest(group.tallies(frame, stretch, full=True)) for stretch in frame.stretches)
    return [] if best is None else [replace(best, rooms=group.rooms(frame, best))]


def _tightest(tallies: Iterable[Tally]) -> Tally | None:
    return min(tallies, key=_closeness, default=None)


def _best(tallies: Iterable[Tally | None]) -> Tally | None:
    """Return that of the best stretch; None if there is plenty in one of them."""
    found = list(tallies)
    known = [tally for tally in found if tally is not None]
    return max(known, key=_closeness) if known and len(known) == len(found) else None


def _closeness(tally: Tally) -> tuple[float, int]:
    return tally.spare, -len(tally.activities)
