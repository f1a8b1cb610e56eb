"""Where a review stands on a day, as one value."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from ltsched.domain.timetable import Booking, Milestone

__all__ = [
    "OLD_DAYS",
    "Action",
    "Answers",
    "Calendars",
    "Course",
    "NearDate",
    "OldCalendar",
    "SincePlan",
    "Standing",
    "Unanswered",
]

OLD_DAYS = 14
"""A calendar that was written more days ago than that is old."""


@dataclass(frozen=True, slots=True)
class Course:
    """How far the bookings of the current timetable have come.

    Parameters
    ----------
    planned_on
        The day on which it was planned; None if nothing is known of it.
    held
        Those of the days before, as they were.
    to_come
        Those of the day itself and after, in the order of time.
    waiting
        Ids of activities that wait for the end of a hold that has none.
    phase
        What is done now, in words; empty before the first booking is planned.
    milestones
        In order.
    report
        The day of the final report; None while it has none.
    days_left
        Working days from the final report to the deadline; negative for late days, None without either.
    left_out
        Ids of activities that a partial timetable leaves out.
    """

    planned_on: date | None
    held: tuple[Booking, ...]
    to_come: tuple[Booking, ...]
    waiting: tuple[str, ...]
    phase: str
    milestones: tuple[Milestone, ...]
    report: date | None
    days_left: int | None
    left_out: tuple[str, ...] = ()

    @property
    def bookings(self) -> int:
        """How many there are in all, those that wait included."""
        return len(self.held) + len(self.to_come) + len(self.waiting)


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A booking, when it starts, and the ids of those who have not said whether they come."""

    activity: str
    title: str
    start: datetime
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answers:
    """What has been answered to the invitations that stand to what is still to come.

    Parameters
    ----------
    yes, no, maybe, none
        How many invitations were accepted, declined, answered with a perhaps or by sending somebody else, and not
        answered.
    unanswered
        Soonest first.
    declined
        Who has declined what they are still planned for: (person, activity, start).
    proposed
        Who proposes which other time for what has not moved since: (person, activity, start, end).
    """

    yes: int = 0
    no: int = 0
    maybe: int = 0
    none: int = 0
    unanswered: tuple[Unanswered, ...] = ()
    declined: tuple[tuple[str, str, datetime], ...] = ()
    proposed: tuple[tuple[str, str, datetime, datetime], ...] = ()

    @property
    def invitations(self) -> int:
        """How many stand."""
        return self.yes + self.no + self.maybe + self.none


@dataclass(frozen=True, slots=True)
class NearDate:
    """A day that is near, and what is about it; `activities` are those it is about."""

    day: date
    text: str
    activities: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OldCalendar:
    """A calendar, when it was written, and how many days ago; `before_invitations`: before the last were issued."""

    id: str
    written: date
    days: int
    before_invitations: bool


@dataclass(frozen=True, slots=True)
class Calendars:
    """Which calendars are old, oldest first, and which people have none; `known` counts those that there are.

    Old are also those that were written before the last invitations were issued, and so show none of them.
    """

    known: int = 0
    old: tuple[OldCalendar, ...] = ()
    none: tuple[str, ...] = ()

    @property
    def old_by_days(self) -> tuple[OldCalendar, ...]:
        """Those of `old` that were written more than `OLD_DAYS` ago."""
        return tuple(each for each in self.old if each.days > OLD_DAYS)


@dataclass(frozen=True, slots=True)
class SincePlan:
    """What is otherwise than when the timetable was planned, as far as it is still to come.

    Parameters
    ----------
    new_activities, gone_activities
        On the agenda without a booking; booked and not on the agenda.
    new_people, gone_people
        Expected at a booking that does not know them; in a booking and not in people.csv.
    gone_rooms
        Rooms of bookings that are not in rooms.csv.
    broken
        What bookings break, a sentence each, in the order of time.
    could_come
        Who misses a booking and could come to it, a sentence each.
    renewed
        Ids whose calendars were written after the day of planning.
    """

    new_activities: tuple[str, ...] = ()
    gone_activities: tuple[str, ...] = ()
    new_people: tuple[str, ...] = ()
    gone_people: tuple[str, ...] = ()
    gone_rooms: tuple[str, ...] = ()
    broken: tuple[str, ...] = ()
    could_come: tuple[str, ...] = ()
    renewed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Action:
    """What to do now, in words; `command` is what to type for it, empty where no command does it."""

    text: str
    command: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a review stands.

    Parameters
    ----------
    reference, option
        The code name, and the title of the option.
    today
        The day it is about.
    rehearsal
        Whether that day is made up.
    deadline
        The day on which the report is due; None for none.
    course
        None while there is no timetable; nothing else is known then but calendars, holds and what to do.
    holds
        What the holds that are not past do to the deadline, in words.
    messages
        How many messages are due; None where nobody can be invited.
    actions
        In the order in which they are best done.
    """

    reference: str
    option: str
    today: date
    rehearsal: bool
    deadline: date | None
    course: Course | None = None
    answers: Answers = field(default_factory=Answers)
    near: tuple[NearDate, ...] = ()
    calendars: Calendars = field(default_factory=Calendars)
    since_plan: SincePlan = field(default_factory=SincePlan)
    holds: tuple[str, ...] = ()
    messages: int | None = None
    actions: tuple[Action, ...] = ()
