"""A review: all that was read of a scenario folder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from ltsched.domain.availability import NO_DIARY, Diary, Level
from ltsched.domain.explaining.costs import usual_costs
from ltsched.domain.invitations.standing_answers import PersonTime
from ltsched.domain.numbers import Setting
from ltsched.domain.option import Option
from ltsched.domain.partial.importance import usual_importance
from ltsched.domain.people import Person, Role, Room
from ltsched.domain.settled import Settled, WishedWindow
from ltsched.domain.timetable import Booking
from ltsched.errors import Notice

__all__ = [
    "AuditFile",
    "CalendarSettings",
    "FamilyApproach",
    "FocusedReview",
    "Hold",
    "HoldScope",
    "Organiser",
    "Review",
    "ReviewKind",
    "Settings",
    "StageSettings",
]


ONE_DAY = timedelta(days=1)


class ReviewKind(StrEnum):
    """What kind of review it is."""

    SERIOUS_CASE_REVIEW = "serious-case-review"
    SAFEGUARDING_ADULTS_REVIEW = "safeguarding-adults-review"
    PRACTICE_REVIEW = "practice-review"
    OTHER = "other"


class FamilyApproach(StrEnum):
    """How the family is involved; considered and recorded in every option."""

    CONVERSATION = "conversation"
    LETTER = "letter"
    DECLINED = "declined"
    NOT_APPROPRIATE = "not-appropriate"
    UNDECIDED = "undecided"


class HoldScope(StrEnum):
    """What a hold stops."""

    REVIEW = "review"
    PUBLICATION = "publication"
    ACTIVITY = "activity"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Hold:
    """A stretch in which something may not happen.

    `first` and `last` are the first and the last day held, both inclusive; `last` None means open-ended. `target` is
    the id of the activity or person, empty for the other scopes.
    """

    scope: HoldScope
    target: str
    first: date
    last: date | None
    reason: str

    def holds(self, day: date) -> bool:
        """Return whether `day` is held."""
        return self.first <= day and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class Organiser:
    """Who sends the invitations."""

    name: str
    email: str


@dataclass(frozen=True, slots=True)
class AuditFile:
    """A case file to be audited, and the agencies whose file it is (none: not said)."""

    id: str
    agencies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FocusedReview:
    """A focused review of a themed one, with its own case group (ids; None: the whole case group)."""

    id: str
    case_group: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class StageSettings:
    """The user's changes to the stages: an order (names; those left out follow in the usual order) and tolerances.

    `chosen` is the point of the trade-offs that they stand for, ``missed-attendance=5``; empty where review.toml says
    them.
    """

    order: tuple[str, ...] = ()
    tolerances: Mapping[str, int] = field(default_factory=dict)
    chosen: str = ""


@dataclass(frozen=True, slots=True)
class CalendarSettings:
    """How calendars are read: what whole days count as that are shown as free, for all and by id.

    None means that nobody has said it: they are if-needed, and asked about.
    """

    all_day_free: Level | None = None
    all_day_free_of: Mapping[str, Level] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Settings:
    """What the review says about its option, as it was read, so that another option can be put in its place.

    `activities` and `orders` are tables in the words of an option, not yet understood.
    """

    customise: Mapping[str, Setting] = field(default_factory=dict)
    activities: tuple[Mapping[str, Any], ...] = ()
    orders: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Review:
    """A review as it was read and checked.

    Parameters
    ----------
    reference
        The code name; the only name of the case that may leave the machine.
    option
        The option, with the review's changes in it.
    commissioned
        The day from which the lead-in counts, and notice unless `today` is later.
    deadline
        The day on which the final report is due; None for none.
    timezone
        The zone of all local times.
    region
        Whose bank holidays: ``GB-ENG`` and the like, or ``none``.
    holidays
        These bank holidays, over all the years that matter.
    people, rooms
        In the order of their files.
    diaries
        By the id of a person or room; who is not in it has no entries.
    family
        How the family is involved; None if the review does not say.
    notices
        Warnings that arose while reading.
    folder
        Where it was read from; None for a review made in a program.
    diaries_until
        From this day on nothing is known of anybody's engagements; None if the diaries have no such end.
    today
        Nothing is planned before the day after, and notice does not count from before it. A day local to
        `timezone`; None, as in a review made in a program, for no such limit.
    rehearsal
        Whether `today` is made up for a rehearsal: nobody is invited then.
    over
        Bookings on `today` or before, which stay as they were: their times, their rooms and their people.
    declined
        Times at which people who were invited have said that they will not come: they are not there then.
    told_days
        For each activity that people are invited to, and that is still to come, the day that they were told: they have
        had their notice for it.
    settled
        What people have settled by hand, in the order of the file; each activity at most once.
    windows
        When activities may be, or people booked, over and above the option.
    costs
        What one unit of each kind of absence and of step costs where nothing fits, by the names of
        `ltsched.domain.explaining.costs`: every row of it, more than 0.
    importance
        What each activity counts where not all of them fit, by the rows of `ltsched.domain.partial.importance`: every
        row of it, more than 0.
    inputs
        What tells the state of the folder when it was read to compare options; empty otherwise.
    """

    reference: str
    option: Option
    kind: ReviewKind
    commissioned: date
    deadline: date | None
    timezone: ZoneInfo
    region: str
    organiser: Organiser | None
    people: tuple[Person, ...]
    rooms: tuple[Room, ...] = ()
    diaries: Mapping[str, Diary] = field(default_factory=dict)
    holidays: frozenset[date] = frozenset()
    family: FamilyApproach | None = None
    holds: tuple[Hold, ...] = ()
    audits: tuple[AuditFile, ...] = ()
    focused_reviews: tuple[FocusedReview, ...] = ()
    settings: Settings = field(default_factory=Settings)
    stages: StageSettings = field(default_factory=StageSettings)
    notices: tuple[Notice, ...] = ()
    folder: Path | None = None
    diaries_until: date | None = None
    today: date | None = None
    rehearsal: bool = False
    over: tuple[Booking, ...] = ()
    declined: tuple[PersonTime, ...] = ()
    told_days: Mapping[str, date] = field(default_factory=dict)
    settled: tuple[Settled, ...] = ()
    windows: tuple[WishedWindow, ...] = ()
    costs: Mapping[str, int] = field(default_factory=usual_costs, hash=False)
    importance: Mapping[str, int] = field(default_factory=usual_importance, hash=False)
    inputs: str = ""

    @property
    def earliest(self) -> date:
        """The first day on which anything can still be booked: tomorrow, or the day of commissioning if it is later."""
        return self.commissioned if self.today is None else max(self.commissioned, self.today + ONE_DAY)

    @property
    def notice_from(self) -> date:
        """The day from which notice counts: the later of commissioning and today."""
        return self.commissioned if self.today is None else max(self.commissioned, self.today)

    def diary(self, id: str) -> Diary:
        """Return the engagements of a person or room; empty ones if nothing is known."""
        return self.diaries.get(id, NO_DIARY)

    def declined_during(self, start: datetime, end: datetime) -> frozenset[str]:
        """Return the ids of those who have declined something at some time in ``[start, end)``."""
        return frozenset(one.person for one in self.declined if one.start < end and start < one.end)

    @property
    def diary_owners(self) -> tuple[Person | Room, ...]:
        """Everybody and everything that may have a diary: the people, then the rooms."""
        return (*self.people, *self.rooms)

    def with_role(self, role: Role) -> tuple[Person, ...]:
        """Return the people who have `role`, in the order of the file."""
        return tuple(person for person in self.people if person.has(role))

    def person(self, id: str) -> Person:
        """Return the person `id`; KeyError if there is none."""
        for person in self.people:
            if person.id == id:
                return person
        raise KeyError(id)
