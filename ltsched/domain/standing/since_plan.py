"""What is otherwise than when the timetable was planned: people, rooms, activities, and what bookings break now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from ltsched.domain.agenda import Agenda
from ltsched.domain.review import Review
from ltsched.domain.rules import Violation
from ltsched.domain.standing.standing import Course, SincePlan
from ltsched.domain.timetable import Booking

__all__ = ["broken_now", "since_plan"]

LEFT_OUT, SETTLED, WINDOW = "left out", "settled", "window"
NO_MATTER = ("unseated", "seating order", "room left free", "room not needed", "start step")
"""What rules say of seats and rooms that harms nobody."""

TOLD_ELSEWHERE = ("room unknown",)


def since_plan(agenda: Agenda, course: Course, broken: Iterable[Violation]) -> SincePlan:
    """Return what has changed of what is still to come.

    Parameters
    ----------
    agenda
        What would have to be planned today.
    course
        The timetable.
    broken
        What its bookings break as things are now: see `broken_now`.
    """
    review = agenda.review
    over = agenda.over
    to_come = [one for one in course.to_come if one.activity not in over]
    known = {activity.id for activity in agenda.activities}
    booked = {one.activity for one in (*course.held, *course.to_come)}
    wanted = (id for id in known if id not in over and id not in agenda.optional)
    rooms = {room.id for room in review.rooms}
    told = _told(broken, review, [one.activity for one in to_come if one.activity in known])
    return SincePlan(
        new_activities=tuple(sorted(id for id in wanted if id not in (*booked, *course.waiting, *course.left_out))),
        gone_activities=tuple(one.activity for one in to_come if one.activity not in known),
        new_people=_new_people(agenda, to_come),
        gone_people=_gone_people(review, to_come),
        gone_rooms=tuple(dict.fromkeys(one.room for one in to_come if one.room is not None and one.room not in rooms)),
        broken=tuple(dict.fromkeys(each.text for each in told if each.rule != LEFT_OUT)),
        could_come=tuple(dict.fromkeys(each.text for each in told if each.rule == LEFT_OUT)),
        renewed=_renewed(review, course.planned_on),
    )


def broken_now(judged: Agenda, course: Course) -> Iterator[Violation]:
    """Yield every rule that the bookings of `course` break.

    Parameters
    ----------
    judged
        What has to be planned, without a day of today: notice counts from commissioning then, as it did when they were
        planned, and what is over stands among the others as it was.
    course
        The timetable. What is not on the agenda any more breaks nothing.
    """
    on_agenda = {activity.id: activity for activity in judged.activities}
    bookings = {one.activity: one for one in (*course.held, *course.to_come) if one.activity in on_agenda}
    for id, one in bookings.items():
        minutes = on_agenda[id].minutes
        if one.minutes != minutes:
            yield Violation("length", (id,), f"{id} takes {minutes} minutes now, not {one.minutes}")
    for rule in judged.rules:
        yield from rule.broken_by(bookings, judged.working_days)


def _told(broken: Iterable[Violation], review: Review, to_come: Sequence[str]) -> list[Violation]:
    """Return those of `broken` that are to be told, in the order in which the activities are to come."""
    places = {id: number for number, id in enumerate(to_come)}
    found = [each for each in broken if _matters(each, review, places)]
    # What lies elsewhere than people have agreed is outside its window, too: it is enough to say so once.
    settled = {id for each in found if each.rule == SETTLED for id in each.ids}
    wanted = [each for each in found if each.rule != WINDOW or not settled.intersection(each.ids)]
    return sorted(wanted, key=lambda each: min(places[id] for id in each.ids if id in places))


def _matters(violation: Violation, review: Review, places: Mapping[str, int]) -> bool:
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
    """Yield whose calendar was written after `day`; one that says a day still to come was written nobody knows when."""
    until = date.max if review.today is None or review.rehearsal else review.today
    for each in review.diary_owners:
        covers = review.diary(each.id).coverage
        if covers is not None and covers.written is not None and day < covers.written <= until:
            yield each.id
