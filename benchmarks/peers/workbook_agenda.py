"""A workbook of OptaPlanner in our words, and our timetable back in its own."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from datetime import time

from ltsched.domain.activities import Activity
from ltsched.domain.agenda import Agenda
from ltsched.domain.option import Kind, RoomNeed
from ltsched.domain.timetable import Booking

from .agendas import FIRST_DAY, meetings_agenda, weekday
from .workbook import GRAIN_MINUTES, Meeting, Workbook

__all__ = ["agenda_of", "plan_of", "rooms_for"]

OPENS = 8
ROOMS_EFFORT = 5.0


def agenda_of(book: Workbook, *, everybody: bool) -> Agenda:
    """Return `book` in our words: a grain is a slot, its days are weekdays, the hour of lunch is cut out of them.

    Who is required must come. With `everybody`, those preferred must come as well: then no overlap is left, hard or
    medium, and the room seats all of them. Without, they are expected, and whoever misses a meeting is counted; the
    room seats those who come, which may be fewer than the workbook asks for.
    """
    activities = [
        _activity(f"meeting:{number}", meeting, everybody, len(book.day_grains))
        for number, meeting in enumerate(book.meetings)
    ]
    return meetings_agenda(
        book.name,
        [_person(number) for number in range(book.people)],
        activities,
        hours=[(time(OPENS), _closes(grains)) for grains in book.day_grains],
        slot_minutes=GRAIN_MINUTES,
        rooms={_room(number): seats for number, seats in enumerate(book.rooms)},
    )


def plan_of(book: Workbook, bookings: Sequence[Booking]) -> list[tuple[int, int]]:
    """Return the first grain and the room of each meeting, in order."""
    first_grain = dict(enumerate(itertools.accumulate(book.day_grains, initial=0)))
    days = {weekday(number): number for number in range(len(book.day_grains))}
    found = {}
    for booking in bookings:
        within = (booking.start.hour - OPENS) * 60 + booking.start.minute
        grain = first_grain[days[booking.day]] + within // GRAIN_MINUTES
        room = int((booking.room or _room(0)).removeprefix("r"))
        found[int(booking.activity.removeprefix("meeting:"))] = grain, room
    return [found[number] for number in range(len(book.meetings))]


def rooms_for(book: Workbook, plan: Sequence[tuple[int, int]]) -> list[tuple[int, int]] | None:
    """Return `plan` with rooms that seat all who are named, the largest that can be; None if the times leave none."""
    from ortools.sat.python import cp_model

    model = cp_model.CpModel()
    inside = [
        {room: model.new_bool_var("") for room, seats in enumerate(book.rooms) if seats >= meeting.seats}
        for meeting in book.meetings
    ]
    for choices in inside:
        model.add_exactly_one(choices.values())
    for one, other in itertools.combinations(range(len(plan)), 2):
        first, second = plan[one][0], plan[other][0]
        if first < second + book.meetings[other].grains and second < first + book.meetings[one].grains:
            for room in inside[one].keys() & inside[other].keys():
                model.add_at_most_one(inside[one][room], inside[other][room])
    model.maximize(sum(book.rooms[room] * there for choices in inside for room, there in choices.items()))
    solver = cp_model.CpSolver()
    solver.parameters.catch_sigint_signal = False
    solver.parameters.num_workers = 1
    solver.parameters.max_deterministic_time = ROOMS_EFFORT
    if solver.solve(model) not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return None
    rooms = [next(room for room, there in choices.items() if solver.boolean_value(there)) for choices in inside]
    return [(first, room) for (first, _), room in zip(plan, rooms, strict=True)]


def _closes(grains: int) -> time:
    minutes = OPENS * 60 + grains * GRAIN_MINUTES
    return time(minutes // 60, minutes % 60)


def _person(number: int) -> str:
    return f"p{number}"


def _room(number: int) -> str:
    return f"r{number}"


def _activity(id: str, meeting: Meeting, everybody: bool, days: int) -> Activity:
    required = (*meeting.required, *meeting.preferred) if everybody else meeting.required
    must = tuple(map(_person, required))
    return Activity(
        id=id,
        template="meeting",
        kind=Kind.OTHER,
        title=meeting.topic,
        minutes=meeting.grains * GRAIN_MINUTES,
        first=FIRST_DAY,
        end=weekday(days),
        must=must,
        expected=() if everybody else tuple(map(_person, meeting.preferred)),
        quorum=len(must),
        room=RoomNeed.NEEDED,
    )
