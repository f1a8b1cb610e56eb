"""Hard arithmetic: the places on panels that a review needs, and those that its people have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ltsched.domain.activities import Activity
from ltsched.domain.agenda import Agenda
from ltsched.domain.capacity import HoursLeft, Stretch, Sums
from ltsched.domain.option import Kind
from ltsched.domain.rules import Blocks, OneWeek, monday
from ltsched.model.free_time import FreeTime
from ltsched.model.settled.agreed import is_fixed
from ltsched.solve.reasons.hours import Holder
from ltsched.solve.reasons.places import fill_places

__all__ = ["capacity_sums"]


@dataclass(frozen=True, slots=True)
class _Frame:
    """Activities that all lie in one of several stretches of days: in one week, in one block, or anywhere."""

    stretch: Stretch
    activities: Sequence[Activity]
    stretches: Sequence[Sequence[date]]


@dataclass(frozen=True, slots=True)
class _Need:
    """What some activities need: so many each of the people named for them."""

    who: str
    wanted: Mapping[str, int]
    allowed: Mapping[str, frozenset[str]]


def capacity_sums(agenda: Agenda, free: FreeTime) -> tuple[Sums, ...]:
    """Return the arithmetic of all that has a panel.

    First of what has to lie in one week or block, then of all together. Each activity takes ``size`` places, of which
    ``least leads`` are for lead reviewers, and one of each person who is on every panel that it allows; each person has
    room for so many (see `Holder`). It is told of the best days that there are, and of the need that is nearest to what
    is there, or furthest beyond it.
    """
    frames = (_sums(frame, agenda, free) for frame in _frames(agenda, free))
    return tuple(found for found in frames if found is not None)


def _frames(agenda: Agenda, free: FreeTime) -> Iterator[_Frame]:
    shape, days = agenda.shape, free.grid.days
    left = [activity for activity in agenda.activities if not is_fixed(agenda, activity)]
    if isinstance(shape, OneWeek):
        inside = [activity for activity in left if activity.id in shape.activities]
        usable = [
            day for day in _usable(days, inside) if day.weekday() <= 4 and monday(day) >= monday(shape.first_monday)
        ]
        weeks = [[day for day in usable if monday(day) == first] for first in sorted({monday(day) for day in usable})]
        yield _Frame(Stretch("week"), inside, weeks)
    if isinstance(shape, Blocks):
        for ids in (shape.first, shape.second):
            inside = [activity for activity in left if activity.id in ids]
            usable = _usable(days, inside)
            count, most = agenda.working_days.count, shape.most_working_days
            blocks = [
                [day for day in usable[i:] if count(first, day + timedelta(days=1)) <= most]
                for i, first in enumerate(usable)
            ]
            yield _Frame(Stretch("block", most), inside, blocks)
    yield _Frame(Stretch(), left, [_usable(days, left)])


def _usable(days: Sequence[date], activities: Sequence[Activity]) -> list[date]:
    return [day for day in days if any(activity.may_lie_on(day) for activity in activities)]


def _sums(frame: _Frame, agenda: Agenda, free: FreeTime) -> Sums | None:
    """Return the sums of the best stretch of `frame`; None if nothing of it has a panel, or there is no day for it."""
    talks = {activity.id: activity for activity in frame.activities if activity.panel is not None}
    needs = list(_needs(list(talks.values())))
    if not needs or not any(frame.stretches):
        return None
    holders = {}
    for person in dict.fromkeys(member for talk in talks.values() if talk.panel for member in talk.panel.pool):
        meeting_minutes = sum(activity.minutes for activity in frame.activities if person in activity.must)
        own = [talk for talk in talks.values() if talk.panel is not None and person in talk.panel.pool]
        holders[person] = Holder(agenda, free, person, own, meeting_minutes)
    best: tuple[tuple[int, int], Sums] | None = None
    for stretch in filter(None, frame.stretches):
        rooms = {person: holder.hours_left(stretch) for person, holder in holders.items()}
        found = max((_put(need, frame, talks, rooms, stretch) for need in needs), key=lambda one: one.missing)
        worth = -found.missing, sum(room.free_minutes for room in rooms.values())
        if best is None or worth > best[0]:
            best = worth, found
    return best[1] if best else None


def _needs(talks: Sequence[Activity]) -> Iterator[_Need]:
    """Yield lead reviewers, the whole panels, and each person who is on every panel that some of `talks` allow."""
    panels = {talk.id: talk.panel for talk in talks if talk.panel is not None}
    led = {id: panel for id, panel in panels.items() if panel.least_leads}
    if led:
        least = {id: panel.least_leads for id, panel in led.items()}
        yield _Need("lead reviewer", least, {id: panel.leads for id, panel in led.items()})
    if panels:
        word = "auditor" if all(talk.kind is Kind.AUDIT for talk in talks) else "reviewer"
        sizes = {id: panel.size for id, panel in panels.items()}
        yield _Need(word, sizes, {id: frozenset(panel.pool) for id, panel in panels.items()})
    needed: dict[str, dict[str, int]] = {}
    for id, panel in panels.items():
        for person in panel.needed:
            needed.setdefault(person, {})[id] = 1
    for person, wanted in sorted(needed.items()):
        yield _Need(person, wanted, dict.fromkeys(wanted, frozenset({person})))


def _put(
    need: _Need, frame: _Frame, talks: Mapping[str, Activity], rooms: Mapping[str, HoursLeft], days: Sequence[date]
) -> Sums:
    """Return what is needed and what there is in one stretch, of those activities that are short, if any are."""
    _, short = fill_places({person: own.possible for person, own in rooms.items()}, need.wanted, need.allowed)
    ids = [id for id in need.wanted if id in short] or list(need.wanted)
    counts = {person: sum(person in need.allowed[id] for id in ids) for person in rooms}
    may_hold = {person: count for person, count in counts.items() if count}
    needed = sum(need.wanted[id] for id in ids)
    possible = sum(min(rooms[person].possible, count) for person, count in may_hold.items())
    return Sums(
        activities=[talks[id] for id in ids],
        among=len(need.wanted),
        stretch=frame.stretch,
        days=days,
        who=need.who,
        wanted={id: need.wanted[id] for id in ids},
        hours=[rooms[person] for person in may_hold],
        may_hold=may_hold,
        needed=needed,
        possible=possible,
    )
