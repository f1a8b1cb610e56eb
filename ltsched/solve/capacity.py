"""Hard arithmetic: the places on panels that a review needs, and those that its people have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ltsched.domain.activities import Activity
from ltsched.domain.agenda import Agenda
from ltsched.domain.option import Kind
from ltsched.domain.rules import Blocks, OneWeek, monday
from ltsched.domain.words.kind_words import KIND_WORDS
from ltsched.domain.words.wording import listed
from ltsched.model.free_time import FreeTime
from ltsched.solve.places import fill_places
from ltsched.solve.room import Holder, Room

__all__ = ["Sums", "capacity_sums"]

FEW = 6
"""So many activities are named by their ids where they are not all there are."""


@dataclass(frozen=True, slots=True)
class _Frame:
    """Activities that all lie in one of several stretches of days: in one week, in one block, or anywhere."""

    words: str
    best: str
    activities: Sequence[Activity]
    stretches: Sequence[Sequence[date]]


@dataclass(frozen=True, slots=True)
class _Need:
    """What some activities need: so many each of the people named for them."""

    words: str
    more: str
    wanted: Mapping[str, int]
    allowed: Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Sums:
    """What activities with panels need, and what there is on the best days that they could all lie on.

    `needed` places, of which at most `possible` can be filled.
    """

    needed: int
    possible: int
    text: str
    more: str

    @property
    def short(self) -> bool:
        """Whether there are fewer places than are needed: that proves the review impossible."""
        return self.possible < self.needed

    def __str__(self) -> str:
        return self.text


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
    shape, days, over = agenda.shape, free.grid.days, agenda.over
    left = [activity for activity in agenda.activities if activity.id not in over]
    if isinstance(shape, OneWeek):
        inside = [activity for activity in left if activity.id in shape.activities]
        usable = [
            day for day in _usable(days, inside) if day.weekday() <= 4 and monday(day) >= monday(shape.first_monday)
        ]
        weeks = [[day for day in usable if monday(day) == first] for first in sorted({monday(day) for day in usable})]
        yield _Frame(" in one week", "in the best week", inside, weeks)
    if isinstance(shape, Blocks):
        for ids in (shape.first, shape.second):
            inside = [activity for activity in left if activity.id in ids]
            usable = _usable(days, inside)
            count, most = agenda.working_days.count, shape.most_working_days
            blocks = [
                [day for day in usable[i:] if count(first, day + timedelta(days=1)) <= most]
                for i, first in enumerate(usable)
            ]
            yield _Frame(f" in one block of {most} working days", "in the best block", inside, blocks)
    yield _Frame("", "in all", left, [_usable(days, left)])


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
        rooms = {person: holder.room(stretch) for person, holder in holders.items()}
        found = min(
            (_put(need, frame, talks, rooms, stretch) for need in needs), key=lambda one: one.possible - one.needed
        )
        worth = found.possible - found.needed, sum(room.free_minutes for room in rooms.values())
        if best is None or worth > best[0]:
            best = worth, found
    return best[1] if best else None


def _needs(talks: Sequence[Activity]) -> Iterator[_Need]:
    """Yield lead reviewers, the whole panels, and each person who is on every panel that some of `talks` allow."""
    panels = {talk.id: talk.panel for talk in talks if talk.panel is not None}
    led = {id: panel for id, panel in panels.items() if panel.least_leads}
    if led:
        more = "Another pair, fewer or shorter conversations, or shorter gaps would be needed"
        least = {id: panel.least_leads for id, panel in led.items()}
        yield _Need("lead reviewer", more, least, {id: panel.leads for id, panel in led.items()})
    if panels:
        word = "auditor" if all(talk.kind is Kind.AUDIT for talk in talks) else "reviewer"
        more = f"More {word}s who may hold them, fewer or shorter ones, or shorter gaps would be needed"
        sizes = {id: panel.size for id, panel in panels.items()}
        yield _Need(word, more, sizes, {id: frozenset(panel.pool) for id, panel in panels.items()})
    needed: dict[str, dict[str, int]] = {}
    for id, panel in panels.items():
        for person in panel.needed:
            needed.setdefault(person, {})[id] = 1
    for person, wanted in sorted(needed.items()):
        more = "Others who may hold them, fewer or shorter ones, or shorter gaps would be needed"
        yield _Need(person, more, wanted, dict.fromkeys(wanted, frozenset({person})))


def _put(
    need: _Need, frame: _Frame, talks: Mapping[str, Activity], rooms: Mapping[str, Room], stretch: Sequence[date]
) -> Sums:
    """Return what is needed and what there is in one stretch, of those activities that are short, if any are."""
    _, short = fill_places({person: room.possible for person, room in rooms.items()}, need.wanted, need.allowed)
    ids = [id for id in need.wanted if id in short] or list(need.wanted)
    of_each = {
        person: sum(person in need.allowed[id] for id in ids)
        for person in rooms
        if any(person in need.allowed[id] for id in ids)
    }
    needed = sum(need.wanted[id] for id in ids)
    possible = sum(min(rooms[person].possible, count) for person, count in of_each.items())
    asked, own = [talks[id] for id in ids], [rooms[person] for person in of_each]
    what = f"{_named(asked, len(need.wanted))}{frame.words}, each {_length(asked)}"
    where = f"{frame.best} (from {stretch[0]})"
    after_hours = "the gap after the last of a day may lie after hours"
    if need.words in rooms:
        text = f"{what}, cannot be held without {need.words}; {where} {own[0]} ({after_hours})"
    elif need.words == "lead reviewer" and needed == len(ids):
        hours = sum(talk.minutes + talk.gap_minutes for talk in asked) / 60
        each = "; ".join(f"the pair of {room} ({after_hours})" for room in own)
        text = f"{what}, need {hours:g} h; {where} {each}"
    else:
        size = next(iter({need.wanted[id] for id in ids})) if len({need.wanted[id] for id in ids}) == 1 else 0
        take = f"{size} {need.words}s each" if size else f"{need.words}s"
        each = "; ".join(
            str(room) if room.possible <= of_each[room.person] else f"{room.person} may hold {of_each[room.person]}"
            for room in own
        )
        there = f"{possible} place{'' if possible == 1 else 's'}"
        text = f"{what}, take {take}: {needed} places; {where} {each}: {there} ({after_hours})"
    return Sums(needed, min(possible, needed), text, need.more)


def _named(asked: Sequence[Activity], of: int) -> str:
    kinds = {activity.kind for activity in asked}
    words = KIND_WORDS[kinds.pop()] if len(kinds) == 1 else None
    if len(asked) < of and len(asked) <= FEW:
        return listed(activity.id for activity in asked)
    many = words.many if words else "bookings"
    return f"{len(asked)} {words.one if words and len(asked) == 1 else many}"


def _length(asked: Sequence[Activity]) -> str:
    least = "" if len({(one.minutes, one.gap_minutes) for one in asked}) == 1 else "at least "
    minutes, gap_minutes = min(one.minutes for one in asked), min(one.gap_minutes for one in asked)
    return f"{least}{minutes} minutes" + (f" and then {gap_minutes} free" if gap_minutes else "")
