"""A comparison: what each option would come to, over the same people and diaries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from ltsched.domain.explaining.telling import Telling
from ltsched.domain.option import Kind
from ltsched.domain.people import Role
from ltsched.domain.reasons import Reason
from ltsched.domain.review import Review, ReviewKind
from ltsched.domain.timetable import Booking, Status, Timetable

__all__ = ["Comparison", "Evidence", "Outcome", "evidence", "hours_by_agency", "hours_by_role"]

Key = TypeVar("Key", str, Role)
MINUTES_AN_HOUR = 60
NO_AGENCY = ""
"""The key of those who belong to no agency: independent reviewers."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the findings of a review rest on.

    Parameters
    ----------
    key_staff
        How many key staff there are: those with a rank, or the whole case group where nobody has one.
    heard
        How many of them are heard individually.
    analysis_meetings, joint_meetings
        Meetings of the review team; joint meetings and one-day events.
    files_audited
        Case files.
    """

    key_staff: int
    heard: int
    analysis_meetings: int
    joint_meetings: int
    files_audited: int

    @property
    def heard_share(self) -> float:
        """The share of the key staff that is heard individually (0 to 1); 0 where there are none."""
        return self.heard / self.key_staff if self.key_staff else 0.0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one option would come to.

    Parameters
    ----------
    option, title, fullness
        The option; more is fuller, 0 is not ranked.
    status, timetable, reasons
        As in the result of planning: the timetable is None where there is none, and then the reasons say why.
    assumed
        What the option needs and the review does not say, filled in or left out; a sentence each.
    lead_in_weeks, span_weeks
        Numbers of the option, with the changes of the review.
    planned
        How many activities of each kind are on its agenda.
    evidence
        What its findings would rest on, if it can be held.
    hours_by_agency, hours_by_role
        Staff hours, family left out, by agency (the key of those who have none is empty) and by role; empty without a
        timetable.
    days_late
        Working days after the deadline up to the final report, its own day counted; None without a deadline or a
        timetable.
    interrupted
        Whether the user stopped it, or all before it was planned.
    seconds
        How long the planning took.
    telling
        Where it is impossible: what clashes, and what would help; None where that was not found out.
    """

    option: str
    title: str
    fullness: int
    status: Status
    timetable: Timetable | None
    reasons: tuple[Reason, ...]
    assumed: tuple[str, ...]
    lead_in_weeks: int
    span_weeks: int
    planned: Mapping[Kind, int]
    evidence: Evidence
    hours_by_agency: Mapping[str, float] = field(default_factory=dict)
    hours_by_role: Mapping[Role, float] = field(default_factory=dict)
    days_late: int | None = None
    interrupted: bool = False
    seconds: float = 0.0
    telling: Telling | None = None

    @property
    def first_meeting(self) -> date | None:
        """The day of the first booking; None without a timetable."""
        return min((booking.day for booking in self._bookings), default=None)

    @property
    def last_meeting(self) -> date | None:
        """The day of the last booking; None without a timetable."""
        return max((booking.day for booking in self._bookings), default=None)

    @property
    def final_report(self) -> date | None:
        """The day of the final report; None without a timetable."""
        return self.timetable.final_report if self.timetable is not None else None

    @property
    def hours_by_role_words(self) -> dict[str, float]:
        """The hours by role, by what the roles are called."""
        return {role.words: hours for role, hours in self.hours_by_role.items()}

    @property
    def _bookings(self) -> Sequence[Booking]:
        return self.timetable.bookings if self.timetable is not None else ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """What each option would come to.

    `outcomes` are in the order in which the options were asked for. `deadline` None means that there is none. `today`
    and `rehearsal` are those of the review. `inputs` tells the state of the folder that was compared; it is empty where
    that is not known.
    """

    reference: str
    kind: ReviewKind
    commissioned: date
    deadline: date | None
    outcomes: tuple[Outcome, ...]
    today: date | None = None
    rehearsal: bool = False
    inputs: str = ""

    @property
    def fullest(self) -> Outcome | None:
        """The fullest of the options; None where none of them is ranked."""
        ranked = [outcome for outcome in self.outcomes if outcome.fullness]
        return max(ranked, key=lambda outcome: outcome.fullness, default=None)


def evidence(review: Review, bookings_of: Mapping[Kind, int], heard: int) -> Evidence:
    """Return what findings rest on.

    Parameters
    ----------
    review
        Whose key staff it is.
    bookings_of
        How many activities of each kind are held.
    heard
        With how many of the key staff a conversation is held.
    """
    case_group = review.with_role(Role.CASE_GROUP)
    ranked = [person for person in case_group if person.conversation_rank is not None]
    return Evidence(
        key_staff=len(ranked or case_group),
        heard=heard,
        analysis_meetings=bookings_of.get(Kind.REVIEW_TEAM_MEETING, 0),
        joint_meetings=bookings_of.get(Kind.JOINT_MEETING, 0) + bookings_of.get(Kind.EVENT, 0),
        files_audited=bookings_of.get(Kind.AUDIT, 0),
    )


def hours_by_agency(review: Review, bookings: Sequence[Booking]) -> dict[str, float]:
    """Return the staff hours of each agency, most first; family members are no staff."""
    agencies = {person.id: person.agency for person in review.people if not person.has(Role.FAMILY)}
    return _hours(bookings, agencies)


def hours_by_role(review: Review, bookings: Sequence[Booking]) -> dict[Role, float]:
    """Return the staff hours by role, most first; who has several roles counts with the first of them."""
    roles = {person.id: person.roles[0] for person in review.people if not person.has(Role.FAMILY)}
    return _hours(bookings, roles)


def _hours(bookings: Sequence[Booking], keys: Mapping[str, Key]) -> dict[Key, float]:
    minutes: dict[Key, int] = {}
    for booking in bookings:
        for id in booking.attendees:
            if id in keys:
                minutes[keys[id]] = minutes.get(keys[id], 0) + booking.minutes
    most_first = sorted(minutes.items(), key=lambda item: (-item[1], str(item[0])))
    return {key: round(value / MINUTES_AN_HOUR, 2) for key, value in most_first}
