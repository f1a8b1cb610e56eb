"""An agenda as whole numbers, for a solver in another language: everything that its rules and stages need."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import singledispatch

from ltsched.domain.activities import Activity
from ltsched.domain.agenda import Agenda
from ltsched.domain.option import Kind, RoomNeed
from ltsched.domain.rules import Blocks, Early, LagUnit, OneDay, OneWeek, Shape, Spread, monday
from ltsched.domain.stages.preferences import OPENING, pools, touches_lunch, travellers
from ltsched.domain.stages.table import STAGES, stages_of
from ltsched.domain.timegrid import TimeGrid
from ltsched.model.candidates import Candidates, find_candidates
from ltsched.model.free_time import FreeTime
from ltsched.model.grid import lay_grid
from ltsched.model.narrow import narrow

__all__ = ["NotComparable", "Problem"]

MOST_PEOPLE = 63
"""A set of people is the bits of one signed 64-bit number."""

NO_LIMIT = -1


class NotComparable(ValueError):
    """The agenda has something that the others are not made for."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What has to be planned.

    Parameters
    ----------
    grid
        The slots.
    candidates
        By activity, the starts that it could have: what diaries, windows, quorum, order and shape leave.
    panels
        Every panel that some activity may have; the first is nobody.
    """

    agenda: Agenda
    grid: TimeGrid
    free: FreeTime
    candidates: dict[str, Candidates]
    panels: tuple[tuple[str, ...], ...]

    @classmethod
    def of(cls, agenda: Agenda) -> Problem:
        """Return the problem of `agenda`; the starts are those that ltsched has cut for itself.

        Raises
        ------
        NotComparable
            Something is over or agreed on, a stage has a tolerance, an activity has no start, or there are more than 63
            people.
        """
        if agenda.over or agenda.before is not None or any(one.agreed for one in agenda.activities):
            raise NotComparable("a review that is under way is not compared")
        if any(stages_of(agenda).values()):
            raise NotComparable("stages with a tolerance are not levels")
        if len(agenda.review.people) > MOST_PEOPLE:
            raise NotComparable(f"there are {len(agenda.review.people)} people, most {MOST_PEOPLE}")
        grid = lay_grid(agenda)
        free = FreeTime.of(agenda, grid)
        candidates = narrow(agenda, grid, find_candidates(agenda, free))
        if without := [id for id, own in candidates.items() if not own.starts]:
            raise NotComparable(f"{', '.join(without)} cannot start at any time")
        panels = dict.fromkeys(panel for one in agenda.activities for panel in allowed_panels(one))
        return cls(agenda, grid, free, candidates, ((), *(panel for panel in panels if panel)))

    def text(self) -> str:
        """Return the problem as lines of whole numbers, in the order in which ``Task.java`` reads them."""
        return "\n".join(" ".join(map(str, line)) for line in _lines(self)) + "\n"


def allowed_panels(activity: Activity) -> Iterator[tuple[str, ...]]:
    """Yield each panel that may hold `activity`; nobody where it needs none."""
    panel = activity.panel
    if panel is None:
        yield ()
        return
    for chosen in itertools.combinations(panel.pool, panel.size):
        if panel.allows(frozenset(chosen)):
            yield chosen


def _lines(problem: Problem) -> Iterator[Iterable[int]]:
    agenda, grid = problem.agenda, problem.grid
    number = {person.id: index for index, person in enumerate(agenda.review.people)}
    yield len(number), len(grid.days), grid.slots_a_day, len(Kind)
    yield (_set(travellers(agenda), number),)
    names = [stage.name for stage in STAGES]
    yield _listed([names.index(name) for name in stages_of(agenda)])
    yield from map(_listed, _day_tables(agenda, grid.days))
    yield _listed([_set(panel, number) for panel in problem.panels])
    yield _listed([room.capacity for room in agenda.review.rooms])
    yield (len(problem.candidates),)
    for own in problem.candidates.values():
        yield from _work(problem, own, number)
    yield from _rules(agenda, {id: index for index, id in enumerate(problem.candidates)}, number)
    yield from _shape(agenda.shape, agenda, grid, {id: index for index, id in enumerate(problem.candidates)})


def _listed(numbers: Sequence[int]) -> tuple[int, ...]:
    return (len(numbers), *numbers)


def _set(people: Iterable[str], number: dict[str, int]) -> int:
    found = 0
    for person in people:
        found |= 1 << number[person]
    return found


def _day_tables(agenda: Agenda, days: Sequence[date]) -> Iterator[list[int]]:
    """Yield by day: working days, date, and of a report after it: late days, working days, date."""
    review, count = agenda.review, agenda.working_days.count
    reports = [agenda.report_dates.final_report(day) for day in days]
    yield [count(review.commissioned, day) for day in days]
    yield [day.toordinal() for day in days]
    yield [agenda.working_days.after(review.deadline, day) if review.deadline else 0 for day in reports]
    yield [count(review.commissioned, day) for day in reports]
    yield [day.toordinal() for day in reports]


def _work(problem: Problem, own: Candidates, number: dict[str, int]) -> Iterator[Iterable[int]]:
    activity, grid, free = own.activity, problem.grid, problem.free
    pool = activity.panel.pool if activity.panel else ()
    seated = activity.room is RoomNeed.NEEDED and bool(problem.agenda.review.rooms)
    yield own.length, own.gap, list(Kind).index(activity.kind), activity.quorum, len(activity.must)
    yield (activity.panel.size if activity.panel else 0), int(not activity.off_critical_path), int(seated)
    yield (_set(activity.must, number),)
    yield _listed([number[person] for person in own.comes])
    place = {panel: index for index, panel in enumerate(problem.panels)}
    yield _listed([place[panel] for panel in allowed_panels(activity)])
    rooms = [room.id for room in problem.agenda.review.rooms]
    yield _listed([rooms.index(room) for room in own.rooms] if seated else [0])
    count = problem.agenda.working_days.count
    waits = [max(0, count(activity.first, day)) for day in grid.days]
    yield _listed(waits if activity.kind in OPENING else [])
    yield _listed(own.starts)
    able = {**own.comes, **{member: free.starts(member, own.length) for member in pool}}
    yield _listed([_at(start, able, number) for start in own.starts])
    yield _listed([_at(start, own.reluctant, number) for start in own.starts])
    in_rooms = {room: own.rooms.get(room, 0) for room in rooms}
    yield _listed([_at(start, in_rooms, {room: index for index, room in enumerate(rooms)}) for start in own.starts])
    lasts = timedelta(minutes=activity.minutes)
    begins = [grid.start(start) for start in own.starts]
    yield _listed([int(touches_lunch(begin, begin + lasts)) for begin in begins])


def _at(start: int, bits: Mapping[str, int], number: dict[str, int]) -> int:
    """Return as a set those whose `bits` have `start`."""
    return _set((id for id, own in bits.items() if own >> start & 1), number)


def _rules(agenda: Agenda, place: dict[str, int], number: dict[str, int]) -> Iterator[Iterable[int]]:
    orders = [rule for rule in agenda.precedences if rule.before in place and rule.after in place]
    yield (len(orders),)
    for rule in orders:
        most = NO_LIMIT if rule.most is None else rule.most
        yield place[rule.before], place[rule.after], int(rule.unit is LagUnit.DAYS), rule.least, most
    yield (len(agenda.daily_loads),)
    for load in agenda.daily_loads:
        yield load.most, *_listed([place[id] for id in load.activities if id in place])
    groups = pools(agenda.activities)
    yield (len(groups),)
    for group in groups:
        members, held = [number[id] for id in group.members], [place[id] for id in group.activities]
        yield *_listed(members), *_listed(held)


@singledispatch
def _shape(shape: Shape, agenda: Agenda, grid: TimeGrid, place: dict[str, int]) -> Iterator[Iterable[int]]:
    """Yield the kind of `shape`, its numbers, a number of each day, another one, and the activities of each part."""
    raise TypeError(f"no numbers for the shape {shape!r}")


def _shaped(
    kind: int, numbers: Sequence[int], table: Sequence[int], closing: Sequence[int], parts: Sequence[Sequence[int]]
) -> Iterator[Iterable[int]]:
    yield (kind,)
    yield from map(_listed, (numbers, table, closing))
    yield (len(parts),)
    yield from map(_listed, parts)


@_shape.register
def _(shape: Spread, agenda: Agenda, grid: TimeGrid, place: dict[str, int]) -> Iterator[Iterable[int]]:
    numbers = (shape.tolerance_days, *shape.positions)
    table = [shape.index(day) for day in grid.days]
    return _shaped(0, numbers, table, (), [[place[id] for id in shape.activities]])


@_shape.register
def _(shape: Blocks, agenda: Agenda, grid: TimeGrid, place: dict[str, int]) -> Iterator[Iterable[int]]:
    since, count = agenda.review.commissioned, agenda.working_days.count
    numbers = (shape.most_working_days, shape.least_days, shape.most_days)
    opening = [count(since, day) for day in grid.days]
    closing = [count(since, day + timedelta(days=1)) for day in grid.days]
    return _shaped(1, numbers, opening, closing, [[place[id] for id in ids] for ids in (shape.first, shape.second)])


@_shape.register
def _(shape: OneWeek, agenda: Agenda, grid: TimeGrid, place: dict[str, int]) -> Iterator[Iterable[int]]:
    weeks = [(monday(day) - shape.first_monday).days // 7 if day.weekday() <= 4 else -1 for day in grid.days]
    return _shaped(2, (), [max(-1, week) for week in weeks], (), [[place[id] for id in shape.activities]])


@_shape.register
def _(shape: OneDay, agenda: Agenda, grid: TimeGrid, place: dict[str, int]) -> Iterator[Iterable[int]]:
    return _shaped(3, (), (), (), [[place[id] for id in shape.activities]])


@_shape.register
def _(shape: Early, agenda: Agenda, grid: TimeGrid, place: dict[str, int]) -> Iterator[Iterable[int]]:
    table = [max(0, agenda.working_days.count(shape.since, day)) for day in grid.days]
    return _shaped(4, (), table, (), [[place[id] for id in shape.activities]])
