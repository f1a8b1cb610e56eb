"""What is otherwise than when the timetable was planned: people, rooms, activities, and what bookings break now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from ltsched.domain.agenda import Agenda
from ltsched.domain.review import Review
from ltsched.domain.rules import Violation
from ltsched.domain.standing.standing import Course, SincePlan
from ltsched.domain.timetable import Booking

__all__ = ["since_plan"]

LEFT_OUT = "left out"
NO_MATTER = ("unseated", "seating order", "room left free", "room not needed", "start step")
"""What rules say of seats and rooms that harms nobody."""

TOLD_ELSEWHERE = ("room unknown",)


def since_plan(agenda: Agenda, judged: Agenda, course: Course) -> SincePlan:
    """Return what has changed of what is still to come.

    Parameters
    ----------
    agenda
        What would have to be planned today.
    judged
        The same without a day of today: bookings are judged by it, so that notice counts from commissioning, as it did
        when they were planned, and what is over stands among the others as it was.
    course
        The timetable.
    """
    review = agenda.review
    over = agenda.over
    to_come = [one for one in course.to_come if one.activity not in over]
    known = {activity.id for activity in agenda.activities}
    booked = {one.activity for one in (*course.held, *course.to_come)}
    wanted = (id for id in known if id not in over and id not in agenda.optional)
    rooms = {room.id for room in review.rooms}
    broken = _broken(judged, course, to_come)
    return SincePlan(
        new_activities=tuple(sorted(id for id in wanted if id not in booked and id not in course.waiting)),
        gone_activities=tuple(one.activity for one in to_come if one.activity not in known),
        new_people=_new_people(agenda, to_come),
        gone_people=_gone_people(review, to_come),
        gone_rooms=tuple(dict.fromkeys(one.room for one in to_come if one.room is not None and one.room not in rooms)),
        broken=tuple(dict.fromkeys(each.text for each in broken if each.rule != LEFT_OUT)),
        could_come=tuple(dict.fromkeys(each.text for each in broken if each.rule == LEFT_OUT)),
        renewed=_renewed(review, course.planned_on),
    )


def _broken(judged: Agenda, course: Course, to_come: Sequence[Booking]) -> list[Violation]:
    """Return what the bookings to come break, in the order of time."""
    on_agenda = {activity.id: activity for activity in judged.activities}
    bookings = {one.activity: one for one in (*course.held, *course.to_come) if one.activity in on_agenda}
    places = {one.activity: number for number, one in enumerate(to_come)}
    lengths = (
        Violation("length", (id,), f"{id} takes {on_agenda[id].minutes} minutes now, not {one.minutes}")
        for id, one in bookings.items()
        if one.minutes != on_agenda[id].minutes
    )
    found = (*lengths, *(each for rule in judged.rules for each in rule.broken_by(bookings, judged.working_days)))
    wanted = [each for each in found if _matters(each, judged.review, places, bookings)]
    return sorted(wanted, key=lambda each: min(places[id] for id in each.ids if id in places))


def _matters(violation: Violation, review: Review, places: Mapping[str, int], bookings: Mapping[str, Booking]) -> bool:
    """Return whether it is about a booking to come, and not about people who are told of elsewhere."""
    if violation.rule in (*NO_MATTER, *TOLD_ELSEWHERE) or not any(id in places for id in violation.ids):
        return False
    if violation.rule == "diary":
        id, person = violation.ids
        return not any((each.person, each.activity) == (person, id) for each in review.declined)
    return True


def _new_people(agenda: Agenda, to_come: Iterable[Booking]) -> tuple[str, ...]:
    """Return who is expected at a booking that does not know them."""
    activities = {activity.id: activity for activity in agenda.activities}
    found = (
        id
        for one in to_come
        if one.activity in activities
        for id in activities[one.activity].invited
        if id not in one.attendees and id not in one.missing
    )
    return tuple(dict.fromkeys(found))


def _gone_people(review: Review, to_come: Iterable[Booking]) -> tuple[str, ...]:
    known = {person.id for person in review.people}
    return tuple(dict.fromkeys(id for one in to_come for id in (*one.attendees, *one.missing) if id not in known))


def _renewed(review: Review, planned_on: date | None) -> tuple[str, ...]:
    return tuple(_written_after(review, planned_on)) if planned_on is not None else ()


def _written_after(review: Review, day: date) -> Iterator[str]:
    for each in review.diary_owners:
        covers = review.diary(each.id).coverage
        if covers is not None and covers.written is not None and covers.written > day:
            yield each.id
