"""What all the other bookings leave of everybody's time, and of the order, if they stay as they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from ltsched.domain.activities import Activity
from ltsched.domain.agenda import Agenda
from ltsched.domain.rules.moments import span
from ltsched.domain.spans import Spans
from ltsched.domain.stages.values import final_report
from ltsched.domain.timegrid import TimeGrid
from ltsched.domain.timetable import Booking
from ltsched.model.bit_sets import bit_set
from ltsched.model.candidates import Candidates, find_candidates
from ltsched.model.free_time import FreeTime
from ltsched.model.grid import lay_grid
from ltsched.solve.alternatives.current import Current

__all__ = ["Around"]


@dataclass(frozen=True, slots=True)
class Around:
    """The time around one activity, all other bookings staying as they are.

    Parameters
    ----------
    current
        The timetable as it is.
    activity
        The one that is to lie elsewhere.
    others
        All other bookings, by activity.
    left
        The agenda with the time that the others leave: whoever attends one is not free then, nor in the gap after
        what they hold.
    free
        That time on the grid.
    """

    current: Current
    activity: Activity
    others: Mapping[str, Booking]
    left: Agenda
    free: FreeTime

    @classmethod
    def of(cls, current: Current, activity: str) -> Around:
        """Return what is around `activity`."""
        agenda = current.agenda
        others = {id: booking for id, booking in current.bookings.items() if id != activity}
        gaps = {each.id: each.gap_minutes for each in agenda.activities}
        taken: dict[str, list[tuple[int, int]]] = {}
        for booking in others.values():
            start, end = span(booking)
            for id in booking.attendees:
                gap = gaps[booking.activity] if id in booking.panel else 0
                taken.setdefault(id, []).append((start, end + gap))
            if booking.room is not None:
                taken.setdefault(booking.room, []).append((start, end))
        availability = {
            id: available.without(Spans.of(taken.get(id, ()))) for id, available in agenda.availability.items()
        }
        left = replace(agenda, availability=availability)
        return cls(current, agenda.activity(activity), others, left, FreeTime.of(left, lay_grid(agenda)))

    @property
    def grid(self) -> TimeGrid:
        """The grid."""
        return self.free.grid

    @property
    def now(self) -> Booking:
        """The booking of the activity as it is."""
        return self.current.bookings[self.activity.id]

    def candidates(self) -> Candidates:
        """Return the starts of the activity that the others leave it, the order and the shape considered.

        Whether somebody is there to hold it is not yet settled: see `panel_starts`.
        """
        alone = replace(self.left, activities=(self.activity,))
        found = find_candidates(alone, self.free)[self.activity.id]
        here = self.grid.slot_of(self.now.start)
        by_day: dict[date, list[int]] = {}
        for slot in found.starts:
            if slot != here:
                by_day.setdefault(self.grid.start(slot).date(), []).append(slot)
        earliest, latest = self._order()
        kept = [
            slot
            for slots in by_day.values()
            if self._day_is_allowed(self.booking_at(self.grid.start(slots[0])))
            for slot in slots
            if self._is_in_order(self.grid.start(slot), earliest, latest)
        ]
        return found.only(bit_set(kept))

    def panel_starts(self) -> dict[str, int]:
        """Return for each who might hold the activity the starts at which they could, as a bit set.

        Beside their diary and their other bookings, these leave the gap after it free, and the day's load.
        """
        if self.activity.panel is None:
            return {}
        length = self.grid.length(self.activity.minutes)
        through = self.grid.length(self.activity.minutes + self.activity.gap_minutes)
        found = {}
        for member in self.activity.panel.pool:
            own = [booking for booking in self.others.values() if member in booking.attendees]
            busy = self.grid.touched_slots(Spans.of(span(booking) for booking in own))
            starts = self.free.starts(member, length)
            for shift in range(through):
                starts &= ~(busy >> shift)
            for day in self._full_days(member):
                starts &= ~self.grid.day_mask(day)
            found[member] = starts
        return found

    def booking_at(self, start: datetime, panel: tuple[str, ...] = ()) -> Booking:
        """Return the bare booking at a start: with those who must come and the panel, and without a room."""
        return replace(
            self.now,
            kind=self.activity.kind,
            title=self.activity.title,
            start=start,
            end=self._end(start),
            room=None,
            attendees=(*self.activity.must, *panel),
            missing=self.activity.expected,
            panel=panel,
            unseated=(),
        )

    def _end(self, start: datetime) -> datetime:
        """Return the end, by the clock: no candidate lies across a change of the clocks."""
        return start + timedelta(minutes=self.activity.minutes)

    def _full_days(self, member: str) -> set[date]:
        """Return the days on which `member` holds as many as one may."""
        full: set[date] = set()
        for load in self.current.agenda.daily_loads:
            if self.activity.id in load.activities:
                held = [self.others[id].day for id in load.activities if id in self.others and self._holds(member, id)]
                full.update(day for day in held if held.count(day) >= load.most)
        return full

    def _holds(self, member: str, id: str) -> bool:
        return member in self.others[id].panel

    def _order(self) -> tuple[datetime | None, datetime | None]:
        """Return the moments between which the order leaves time for the activity; None where it has no such limit."""
        rules, id = self.current.agenda.precedences, self.activity.id
        ends = [self.others[rule.before].end for rule in rules if rule.after == id and rule.before in self.others]
        starts = [self.others[rule.after].start for rule in rules if rule.before == id and rule.after in self.others]
        return max(ends, default=None), min(starts, default=None)

    def _is_in_order(self, start: datetime, earliest: datetime | None, latest: datetime | None) -> bool:
        return (earliest is None or earliest <= start) and (latest is None or self._end(start) <= latest)

    def _day_is_allowed(self, booking: Booking) -> bool:
        """Return whether the lags, the shape and the report leave the day of `booking` to it."""
        agenda = self.current.agenda
        for rule in agenda.precedences:
            if self.activity.id not in (rule.before, rule.after):
                continue
            other = self.others.get(rule.before if rule.after == self.activity.id else rule.after)
            if other is not None:
                days = (other.day, booking.day) if rule.after == self.activity.id else (booking.day, other.day)
                lag = rule.lag(*days, agenda.working_days)
                if lag < rule.least or (rule.most is not None and lag > rule.most):
                    return False
        bookings = {**self.others, booking.activity: booking}
        if not self.current.broken.issuperset(agenda.shape.broken_by(bookings, agenda.working_days)):
            return False
        if agenda.waiting:
            return True
        report = final_report(agenda, tuple(bookings.values()))
        late = {one.activity for one in bookings.values() if one.day > report and one.activity not in agenda.over}
        return late <= {id for one in self.current.broken if one.rule == "before the report" for id in one.ids}
