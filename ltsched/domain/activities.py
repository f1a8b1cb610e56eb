"""Activities: what has to be booked, with the people it takes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from ltsched.domain.option import Kind, RoomNeed
from ltsched.domain.settled import WishedWindow

__all__ = ["Activity", "Panel"]


@dataclass(frozen=True, slots=True)
class Panel:
    """Choose who holds an activity.

    Parameters
    ----------
    pool
        Ids of those who may be chosen; whoever is not independent has been left out already.
    size
        How many are chosen, exactly.
    leads
        The lead reviewers in the pool.
    least_leads
        How many of those chosen are lead reviewers, at least.
    apart
        Groups of the pool of which at most one may be chosen: people of one agency.
    """

    pool: tuple[str, ...]
    size: int
    leads: frozenset[str] = frozenset()
    least_leads: int = 0
    apart: tuple[frozenset[str], ...] = ()

    def allows(self, chosen: frozenset[str]) -> bool:
        """Return whether `chosen` is a panel that may hold the activity."""
        return (
            len(chosen) == self.size
            and chosen <= frozenset(self.pool)
            and len(chosen & self.leads) >= self.least_leads
            and all(len(chosen & group) <= 1 for group in self.apart)
        )

    @property
    def needed(self) -> frozenset[str]:
        """Those who are on every panel that is allowed; empty where none is."""
        pool = frozenset(self.pool)
        if not self._can_be_made_of(pool):
            return frozenset()
        return frozenset(member for member in pool if not self._can_be_made_of(pool - {member}))

    def _can_be_made_of(self, people: frozenset[str]) -> bool:
        """Return whether an allowed panel has nobody but `people`, of whom none is in two groups of `apart`."""
        kept_apart = [people & group for group in self.apart if people & group]
        units = kept_apart + [frozenset({member}) for member in people.difference(*self.apart)]
        with_leads = sum(bool(unit & self.leads) for unit in units)
        return len(units) >= self.size >= self.least_leads and with_leads >= self.least_leads


@dataclass(frozen=True, slots=True)
class Activity:
    """One thing to be booked.

    Parameters
    ----------
    id
        ``conversation:p07``, ``joint-meeting:1``, ``set-up``.
    template
        The id of the template it comes from.
    kind, title
        The kind of the booking, and what it is called.
    minutes
        Its length.
    must
        Ids of those who must come.
    expected
        Ids of those who are expected besides; disjoint from `must`.
    quorum
        The least number who come, of `must` and `expected` together.
    panel
        Who holds it, where that is chosen; else None. The panel is disjoint from `must` and `expected`.
    gap_minutes
        Free of this review's other bookings for the panel, afterwards.
    first, end
        It lies on a day in ``[first, end)``.
    held
        Days in that window on which it may not lie.
    room
        Whether it takes a room; NONE where the review has no rooms.
    off_critical_path
        Does not count as the last meeting, and only has to come before the final report.
    told_day
        The day for which people were invited to it, on which it may stay though `first` is later: they have had their
        notice. None where nobody was.
    windows
        It lies within one of each of these groups of windows; empty for no such wish.
    agreed
        People have agreed on this start, and it lies there whatever other rules say; None where its time is open.
    in_room
        The id of the room that people have agreed on, which is kept for it; None where that is open. With `agreed` it
        is there whatever the diary and the seats of the room say, and `room` is NONE: there is nothing to choose.
    """

    id: str
    template: str
    kind: Kind
    title: str
    minutes: int
    first: date
    end: date
    must: tuple[str, ...] = ()
    expected: tuple[str, ...] = ()
    quorum: int = 0
    panel: Panel | None = None
    gap_minutes: int = 0
    held: frozenset[date] = frozenset()
    room: RoomNeed = RoomNeed.NONE
    off_critical_path: bool = False
    told_day: date | None = None
    windows: tuple[tuple[WishedWindow, ...], ...] = ()
    agreed: datetime | None = None
    in_room: str | None = None

    @property
    def invited(self) -> tuple[str, ...]:
        """Everybody who must come or is expected; the panel comes besides."""
        return self.must + self.expected

    @property
    def agreed_end(self) -> datetime | None:
        """When it ends, if people have agreed on its start, across a change of the clocks too."""
        if self.agreed is None:
            return None
        return (self.agreed.astimezone(UTC) + timedelta(minutes=self.minutes)).astimezone(self.agreed.tzinfo)

    def concerns(self, person: str) -> bool:
        """Return whether `person` may attend, in whatever part: invited, or chosen to hold it."""
        return person in self.invited or (self.panel is not None and person in self.panel.pool)

    def may_lie_on(self, day: date) -> bool:
        """Return whether the window of the activity has `day`, holds considered."""
        return (self.first <= day < self.end or day == self.told_day) and day not in self.held

    @property
    def soonest(self) -> date:
        """The first day on which it may lie, holds left aside."""
        return self.first if self.told_day is None else min(self.first, self.told_day)
