"""What is over, on the agenda: it has its place in the order and the shape, and nothing about it can be chosen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from ltsched.domain.activities import Activity, Panel
from ltsched.domain.availability import Availability
from ltsched.domain.option import RoomNeed
from ltsched.domain.over import rehearsal_text
from ltsched.domain.people import Role
from ltsched.domain.review import Review
from ltsched.domain.rules import DailyLoad, Precedence
from ltsched.domain.spans import Spans, day_span
from ltsched.domain.timetable import Booking
from ltsched.domain.words.file_names import REVIEW_FILE, TIMETABLE_FILE
from ltsched.domain.words.wording import day_text, plural
from ltsched.errors import Notice

__all__ = ["as_it_was", "besides", "open_loads", "open_orders", "still_to_come", "today_notices"]

ONE_DAY = timedelta(days=1)
MOST_NAMED = 5


def today_notices(review: Review) -> Iterator[Notice]:
    """Yield that the day is made up, and what is over and stays as it was."""
    if review.rehearsal and review.today is not None:
        yield Notice(rehearsal_text(review.today), REVIEW_FILE)
    if review.over and review.today is not None:
        ids = [booking.activity for booking in review.over]
        named = ", ".join(ids) if len(ids) <= MOST_NAMED else f"{', '.join(ids[: MOST_NAMED - 1])}, …"
        lie = f"{plural(len(ids), 'booking lies', 'bookings lie')} on or before {day_text(review.today)}"
        yield Notice(f"{lie} and {'stays' if len(ids) == 1 else 'stay'} as planned: {named}", TIMETABLE_FILE)


def as_it_was(activity: Activity, booking: Booking, review: Review) -> Activity:
    """Return `activity` as it was held: whoever came must come, whoever was missing is, and any rule has been kept."""
    return replace(
        activity,
        kind=booking.kind,
        title=booking.title,
        minutes=booking.minutes,
        first=min(activity.first, booking.day),
        end=max(activity.end, booking.day + ONE_DAY),
        must=tuple(id for id in booking.attendees if id not in booking.panel),
        expected=booking.missing,
        quorum=0,
        panel=_panel(activity, booking, review) if booking.panel else None,
        held=frozenset(),
        room=RoomNeed.NONE,
        windows=(),
    )


def _panel(activity: Activity, booking: Booking, review: Review) -> Panel:
    """Return the panel that held it, among all who might have: they share the panels evenly with those who did."""
    before = activity.panel.pool if activity.panel else ()
    pool = tuple(dict.fromkeys((*before, *booking.panel)))
    leads = frozenset(person.id for person in review.with_role(Role.LEAD_REVIEWER))
    return Panel(pool, len(booking.panel), leads.intersection(pool))


def besides(review: Review, planned: Sequence[Activity]) -> Iterator[Activity]:
    """Yield an activity for each booking that is over and is none of those `planned`: it was held all the same."""
    known = {activity.id for activity in planned}
    for booking in review.over:
        if booking.activity not in known:
            day = booking.day
            template, title = booking.activity.partition(":")[0], booking.title
            bare = Activity(booking.activity, template, booking.kind, title, booking.minutes, day, day + ONE_DAY)
            yield as_it_was(bare, booking, review)


def open_orders(rules: Iterable[Precedence], over: Mapping[str, Booking]) -> tuple[Precedence, ...]:
    """Return the rules that still have something to say: not those between two that are over."""
    return tuple(rule for rule in rules if not (rule.before in over and rule.after in over))


def open_loads(loads: Iterable[DailyLoad], over: Mapping[str, Booking]) -> tuple[DailyLoad, ...]:
    """Return the rules without what is over, which has no day in common with what is still to come."""
    left = (replace(load, activities=tuple(id for id in load.activities if id not in over)) for load in loads)
    return tuple(load for load in left if load.activities)


def still_to_come(available: Mapping[str, Availability], review: Review, end: date) -> dict[str, Availability]:
    """Return the availability from the first day on which anything can be booked; before it nobody is asked."""
    if review.today is None or end <= review.commissioned:
        return dict(available)
    ahead = Spans.of([day_span(review.earliest, end, review.timezone)]) if review.earliest <= end else Spans()
    return {id: Availability(one.free & ahead, one.if_needed & ahead) for id, one in available.items()}
