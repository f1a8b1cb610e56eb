"""Some people, what activities need of them, and the places that they have on a row of days."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ltsched.domain.activities import Panel
from ltsched.domain.capacity import Tally
from ltsched.solve.arithmetic.days import most_on_days
from ltsched.solve.arithmetic.demand import groups_of_people, least_of
from ltsched.solve.arithmetic.one_day import OneDay, Open
from ltsched.solve.arithmetic.parts import parts
from ltsched.solve.arithmetic.stretches import Frame

__all__ = ["Group", "groups_in"]

MOST_MEETINGS = 12
"""So many meetings are laid out, at most; of more the others take nothing of anybody's time."""

PLENTY = 3
"""Where there is so much more room than is needed it is not counted."""

FEW_PEOPLE = 4
"""Of so many people it is counted how many each alone has room for."""


def groups_in(given: Open, frame: Frame) -> list[Group]:
    """Return the groups of people of whom activities of `frame` need some."""
    panels = {id: panel for id in frame.ids if (panel := given.activities[id].activity.panel) is not None}
    groups = []
    for people in groups_of_people(panels):
        least = {id: k for id, panel in panels.items() if (k := least_of(panel, people))}
        if least:
            groups.append(Group(given, people, least, panels))
    return groups


class Group:
    """People, and how many of them each of some activities needs at least."""

    def __init__(
        self, given: Open, people: frozenset[str], least: Mapping[str, int], panels: Mapping[str, Panel]
    ) -> None:
        self.open = given
        self.people = people
        self.least = least
        self.panels = panels
        self._counts: dict[tuple[str, ...], OneDay] = {}

    def tallies(self, frame: Frame, stretch: Sequence[int], *, full: bool = False) -> Iterator[Tally]:
        """Yield what is needed and what there is of what lies in `stretch`, for each part of it; the longest first.

        Where there is plenty of a part nothing is told of it. It is counted up to what is needed, or else in `full`.
        """
        within = {id: self.open.days[id].intersection(stretch) for id in frame.ids}
        every = self._one_day(tuple(self.least))
        for first, last, ids in parts({id: within[id] for id in self.least}):
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
            enough = PLENTY * needed if full else needed
            possible = most_on_days(one_day, days, {id: meetings[id] for id in concerned}, enough=enough)
            dates = self.open.free.grid.days
            sizes = {self.least[id] for id in ids}
            yield Tally(
                people=tuple(sorted(self.people)),
                activities=tuple(self.open.activities[id].activity for id in ids),
                beside=tuple(id for id in concerned if not self.people.isdisjoint(must[id])),
                stretch=frame.stretch,
                days=(dates[days[0]], dates[days[-1]]),
                each=len(self.people) if one_day.together else 0,
                needed=needed,
                possible=possible,
                size=sizes.pop() if len(sizes) == 1 else 0,
                only=all(self.people.issuperset(self.panels[id].pool) for id in ids),
            )

    def rooms(self, frame: Frame, tally: Tally) -> dict[str, int]:
        """Return how many of the activities of `tally` each of the people has room for alone; nothing of many people.

        That is counted on all its days, beside the meetings that they must come to.
        """
        if len(self.people) > FEW_PEOPLE:
            return {}
        index = self.open.free.grid.day_index
        first, last = index[tally.days[0]], index[tally.days[1]]
        stretch = next(each for each in frame.stretches if first in each and last in each)
        days = [day for day in stretch if first <= day <= last]
        meetings = {id: self.open.days[id].intersection(days) for id in tally.beside}
        found = {}
        for person in tally.people:
            held = [one.id for one in tally.activities if person in self.panels[one.id].pool]
            if held:
                one_day = OneDay(self.open, [person], held, together=False)
                own = {
                    id: on
                    for id, on in meetings.items()
                    if person in self.open.activities[id].activity.must or id in one_day.ends[0] | one_day.ends[1]
                }
                found[person] = most_on_days(one_day, days, own, enough=len(held)) or 0
        return found

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
