"""Give the bookings of a timetable their rooms, once their times are settled."""

from __future__ import annotations

import itertools
import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from ortools.sat.python import cp_model

from ltsched.domain.agenda import Agenda
from ltsched.domain.invitations.invitations import Issued
from ltsched.domain.option import RoomNeed
from ltsched.domain.spans import minute_after, minute_before
from ltsched.domain.timetable import Booking
from ltsched.domain.words.wording import one_line
from ltsched.model.in_order import Choice
from ltsched.solve.first import first_of
from ltsched.solve.run import Runner

__all__ = ["assign_rooms"]

DETERMINISTIC_SECONDS = 5.0


def assign_rooms(agenda: Agenda, found: Sequence[Booking]) -> tuple[Booking, ...]:
    """Return the bookings with rooms.

    Whatever needs a room has one: the model saw to it. Those at which somebody has no seat have the largest that can
    be; as many of the others as possible have one, and then the rooms are as small as they can be. What is over keeps
    the room that it had and, where a review is planned again, before all else what lies where people were told, or has
    not moved, keeps its room. A room is free by its diary, seats all who come, and holds one booking at a time. Of
    what is as good by all that, the bookings in their order have the rooms further in front in the list.
    """
    model = cp_model.CpModel()
    choices: dict[tuple[int, str], cp_model.IntVar] = {}
    gain = []
    total_seats = 1 + sum(room.capacity for room in agenda.review.rooms) * len(found)
    over = agenda.over
    kept_as_is = {*over, *(one.id for one in agenda.activities if one.agreed is not None and one.in_room is not None)}
    kept = _kept(agenda, found)
    most_missing = max((len(booking.unseated) for booking in found), default=0)
    keeping = total_seats * (len(found) + 1) * (most_missing + 1) * (len(found) + 1)
    for index, booking in enumerate(found):
        activity = agenda.activity(booking.activity)
        need = activity.room
        if need is RoomNeed.NONE or booking.activity in over:
            continue
        start, end = minute_before(booking.start), minute_after(booking.end)
        own = []
        for room in (room for room in agenda.review.rooms if activity.in_room in (None, room.id)):
            if room.capacity >= len(booking.attendees) and agenda.availability[room.id].free.covers(start, end):
                literal = model.new_bool_var(f"{booking.activity} in {room.id}")
                choices[index, room.id] = literal
                own.append(literal)
                more = min(room.capacity - len(booking.attendees), len(booking.unseated))
                empty = room.capacity - len(booking.attendees) - more
                worth = total_seats * (len(found) + 1) * more + total_seats - empty
                gain.append((worth + keeping * (kept.get(booking.activity) == room.id)) * literal)
        if need is RoomNeed.NEEDED:
            model.add_exactly_one(own)
        else:
            model.add_at_most_one(own)
    for (one, id), (other, other_id) in itertools.combinations(choices, 2):
        if id == other_id and one != other and _overlap(found[one], found[other]):
            model.add_bool_or(~choices[one, id], ~choices[other, other_id])
    model.maximize(cp_model.LinearExpr.sum(gain))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.max_deterministic_time = DETERMINISTIC_SECONDS
    solver.parameters.catch_sigint_signal = False
    status = solver.solve(model)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return tuple(found)
    solution = tuple(solver.response_proto.solution)
    if status == cp_model.OPTIMAL:
        model.add(cp_model.LinearExpr.sum(gain) == round(solver.objective_value))
        model.proto.clear_objective()
        in_front = [Choice(literal.index, most=True) for literal in choices.values()]
        solution = first_of(model, in_front, solution, Runner(math.inf)) or solution
    rooms = {index: id for (index, id), literal in choices.items() if solution[literal.index]}
    return tuple(
        booking if booking.activity in kept_as_is else replace(booking, room=rooms.get(index))
        for index, booking in enumerate(found)
    )


def _kept(agenda: Agenda, found: Sequence[Booking]) -> dict[str, str]:
    """Return the rooms to keep, by activity; none where it is planned afresh.

    A booking that starts when people were told keeps the room that they were told of, if most of them were told of one;
    another one that has not moved keeps the room that it had.
    """
    if agenda.before is None:
        return {}
    before = agenda.before.bookings
    there = ((one, before[one.activity]) for one in found if one.activity in before)
    kept = {one.activity: last.room for one, last in there if last.start == one.start and last.room is not None}
    return {**kept, **_told(agenda, agenda.before.standing.values(), {one.activity: one.start for one in found})}


def _told(agenda: Agenda, standing: Iterable[Issued], starts: Mapping[str, datetime]) -> dict[str, str]:
    """Return the room that most people were told of, for each activity that starts when they were told."""
    rooms = {one_line(room.name): room.id for room in agenda.review.rooms}
    heard: dict[str, Counter[str]] = {}
    for line in standing:
        told = line.told
        if told.location in rooms and starts.get(told.activity) == told.start:
            heard.setdefault(told.activity, Counter())[rooms[told.location]] += 1
    return {activity: count.most_common(1)[0][0] for activity, count in heard.items()}


def _overlap(one: Booking, other: Booking) -> bool:
    return one.start < other.end and other.start < one.end
