"""Which days are near: the last ones on which an invitation gives its notice, milestones, and the ends of holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from ltsched.domain.agenda import Agenda
from ltsched.domain.invitations.invitations import Ledger
from ltsched.domain.review import Hold, HoldScope
from ltsched.domain.standing.standing import Course, NearDate
from ltsched.domain.timetable import Booking
from ltsched.domain.words.wording import plural
from ltsched.domain.working_days import WorkingDays

__all__ = ["last_day_to_invite", "near_dates"]

ONE_DAY = timedelta(days=1)
NEAR = timedelta(weeks=3)


def near_dates(agenda: Agenda, course: Course, ledger: Ledger, today: date) -> tuple[NearDate, ...]:
    """Return the days up to three weeks after `today` that matter, in order; a last day to invite may have passed."""
    found = [
        *_notices(agenda, course.to_come, ledger, today),
        *(NearDate(each.date, each.title) for each in course.milestones),
        *(near for hold in agenda.review.holds for near in _hold(hold)),
    ]
    if agenda.review.deadline is not None:
        found.append(NearDate(agenda.review.deadline, "the report is due"))
    near = (each for each in found if each.day <= today + NEAR and (each.day >= today or each.activities))
    return tuple(sorted(near, key=lambda each: each.day))


def last_day_to_invite(day: date, notice_working_days: int, working_days: WorkingDays) -> date:
    """Return the last working day on which an invitation to `day` gives that many working days of notice."""
    last = day
    while working_days.after(last, day) < notice_working_days or not working_days.is_working(last):
        last -= ONE_DAY
    return last


def _notices(agenda: Agenda, to_come: Sequence[Booking], ledger: Ledger, today: date) -> Iterator[NearDate]:
    """Yield until when people have to be invited to bookings that nobody has been invited to; one for each day."""
    invited = {line.told.activity for line in ledger.standing()}
    notices = {template.id: template.notice_working_days for template in agenda.option.templates}
    templates = {activity.id: activity.template for activity in agenda.activities}
    found: dict[tuple[date, int], list[str]] = {}
    for booking in to_come:
        notice = notices.get(templates.get(booking.activity, ""), 0)
        if notice and booking.activity not in invited and booking.day > today:
            last = last_day_to_invite(booking.day, notice, agenda.working_days)
            found.setdefault((last, notice), []).append(booking.activity)
    for (last, notice), activities in found.items():
        passed = ", which has passed" if last < today else ""
        text = f"last day to invite with {plural(notice, 'working day')} of notice{passed}"
        yield NearDate(last, text, tuple(activities))


def _hold(hold: Hold) -> Iterator[NearDate]:
    about = "the review" if hold.scope is HoldScope.REVIEW else hold.target or hold.scope
    what = f"the hold on {about}{f' ({hold.reason})' if hold.reason else ''}"
    yield NearDate(hold.first, f"{what} begins")
    if hold.last is not None:
        yield NearDate(hold.last, f"{what} ends with this day")
