"""Whether some people have too few places for what they must hold, however the meetings are laid, without a solver."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ltsched.domain.agenda import Agenda
from ltsched.domain.capacity import Shortage
from ltsched.model.candidates import Candidates
from ltsched.model.free_time import FreeTime
from ltsched.solve.arithmetic.days import most_on_days
from ltsched.solve.arithmetic.demand import groups_of_people, least_of
from ltsched.solve.arithmetic.one_day import OneDay, Open
from ltsched.solve.arithmetic.stretches import Frame, frames

__all__ = ["find_shortage"]

MOST_MEETINGS = 12
"""So many meetings are laid out, at most; of more the others take nothing of anybody's time."""

PLENTY = 3
"""Where there is so much more room than is needed it is not counted."""


def find_shortage(agenda: Agenda, free: FreeTime, candidates: Mapping[str, Candidates]) -> Shortage | None:
    """Return a proof that the agenda is impossible, if counting places day by day has one; None says nothing.

    For people S and activities A that all lie on some days: each a of A needs at least k(a, S) of S, whoever else holds
    it (see `least_of`). ``Σ k(a, S) ≤ Σ places of S on these days``, beside the meetings that lie on them too, wherever
    these are. If no week or block has the places that it takes, nothing fits. It is told of the one that lacks fewest.
    """
    given = Open(agenda, free, candidates)
    return next(filter(None, (_in_frame(given, frame) for frame in frames(agenda, free.grid, given.days))), None)


def _in_frame(given: Open, frame: Frame) -> Shortage | None:
    """Return what is short in the best stretch of `frame`; None if nothing is short in one of them."""
    panels = {id: panel for id in frame.ids if (panel := given.activities[id].activity.panel) is not None}
    groups = []
    for people in groups_of_people(panels):
        least = {id: k for id, panel in panels.items() if (k := least_of(panel, people))}
        if least:
            groups.append(_Group(given, people, least))
    best: Shortage | None = None
    for stretch in frame.stretches:
        found = next(filter(None, (group.short(frame, stretch) for group in groups)), None)
        if found is None:
            return None
        if best is None or found.missing < best.missing:
            best = found
    return best


class _Group:
    """People, and how many of them each of some activities needs at least."""

    def __init__(self, given: Open, people: frozenset[str], least: Mapping[str, int]) -> None:
        self.open = given
        self.people = people
        self.least = least
        self._counts: dict[tuple[str, ...], OneDay] = {}

    def short(self, frame: Frame, stretch: Sequence[int]) -> Shortage | None:
        """Return where the people have too few places for what lies in `stretch`; None if that is not seen."""
        within = {id: self.open.days[id].intersection(stretch) for id in frame.ids}
        every = self._one_day(tuple(self.least))
        for first, last, ids in _parts({id: within[id] for id in self.least}):
            days = [day for day in stretch if first <= day <= last]
            meetings = {
                id: on
                for id, on in within.items()
                if self.open.activities[id].activity.panel is None and first <= min(on) and max(on) <= last
            }
            needed = sum(self.least[id] for id in ids)
            if self._plenty(every, days, meetings, needed):
                continue
            one_day = self._one_day(ids)
            needed = len(ids) if one_day.together else needed
            before, after = one_day.ends
            must = {id: self.open.activities[id].activity.must for id in meetings}
            concerned = [id for id in meetings if id in before | after or not self.people.isdisjoint(must[id])]
            concerned = concerned[:MOST_MEETINGS]
            possible = most_on_days(one_day, days, {id: meetings[id] for id in concerned}, enough=needed)
            if possible is None or possible < needed:
                dates = self.open.free.grid.days
                return Shortage(
                    people=tuple(sorted(self.people)),
                    activities=tuple(self.open.activities[id].activity for id in ids),
                    beside=tuple(id for id in concerned if not self.people.isdisjoint(must[id])),
                    stretch=frame.stretch,
                    days=(dates[days[0]], dates[days[-1]]),
                    each=len(self.people) if one_day.together else 0,
                    needed=needed,
                    possible=possible,
                )
        return None

    def _one_day(self, ids: tuple[str, ...]) -> OneDay:
        if ids not in self._counts:
            together = all(self.least[id] == len(self.people) for id in ids)
            self._counts[ids] = OneDay(self.open, sorted(self.people), ids, together=together)
        return self._counts[ids]

    def _plenty(
        self, one_day: OneDay, days: Sequence[int], meetings: Mapping[str, frozenset[int]], needed: int
    ) -> bool:
        """Return whether there is so much room that counting it would be for nothing: a look that is soon done.

        Counted is what `PLENTY` times as many would take beside meetings that take the most that they can, those
        before all of the activities on their first day, and those after all of them on their last.
        """
        before, after = one_day.ends
        since = max((min(on) for id, on in meetings.items() if id in before), default=-1)
        until = min((max(on) for id, on in meetings.items() if id in after), default=len(self.open.free.grid.days))
        between = [id for id in meetings if id not in before and id not in after]
        lost = sum(self.open.activities[id].length // one_day.step + 2 for id in between) * len(self.people)
        count = 0
        for day in days:
            if since < day < until:
                count += one_day.most(day) or 0
                if count >= PLENTY * needed + lost:
                    return True
        return False


def _parts(days: Mapping[str, frozenset[int]]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Yield first and last day, and the activities that lie between them with all their days; the longest first.

    No two have the same activities.
    """
    seen: set[tuple[str, ...]] = set()
    firsts = sorted({min(each) for each in days.values()})
    lasts = sorted({max(each) for each in days.values()}, reverse=True)
    for first in firsts:
        for last in lasts:
            inside = tuple(id for id, each in days.items() if first <= min(each) and max(each) <= last)
            if inside and inside not in seen:
                seen.add(inside)
                yield first, last, inside
