"""Other times at which nothing else has to move: every start that all the other bookings leave."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from ltsched.domain.option import RoomNeed
from ltsched.domain.rules.moments import overlap, span
from ltsched.domain.stages.preferences import travellers
from ltsched.domain.timetable import Booking
from ltsched.model.candidates import Candidates
from ltsched.solve.alternatives.around import Around
from ltsched.solve.alternatives.current import room_limits
from ltsched.solve.alternatives.panels import panels_by_start
from ltsched.solve.alternatives.rooms import choose_room, free_rooms
from ltsched.solve.alternatives.trial import Judge, Trial
from ltsched.solve.seating import seat

__all__ = ["NothingMoves"]


@dataclass(slots=True)
class NothingMoves:
    """Lay one activity elsewhere, with all others where they are.

    Who is not at another booking any more, and can come to what they were expected at then, does; a room that becomes
    free goes to a booking that has none, or too small a one. Nothing else changes.
    """

    around: Around
    judge: Judge
    candidates: Candidates = field(init=False)
    _touched: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        self.candidates = self.around.candidates()
        self._touched = self._may_gain()

    def trials(self) -> Iterator[Trial]:
        """Yield a trial for each start, with the best panel for it, in the order of time."""
        panel, around = self.around.activity.panel, self.around
        if panel is None:
            chosen: dict[int, list[tuple[str, ...]]] = {slot: [()] for slot in self.candidates.starts}
        else:
            starts = around.panel_starts()
            chosen = panels_by_start(panel, around.now.panel, starts, self.candidates.bits)
        for slot in sorted(chosen):
            start, panels = around.grid.start(slot), chosen[slot]
            if self._touched:  # who does not hold it any more may come to something else
                yield min((self.trial_at(start, members) for members in panels), key=lambda trial: trial.key)
            else:
                best = min(panels, key=lambda members: self._cost(members, slot)) if panel else ()
                yield self.trial_at(start, best)

    def trial_at(self, start: datetime, panel: Sequence[str]) -> Trial:
        """Return the trial of a start, whether it breaks anything or not."""
        agenda, others = self.around.current.agenda, self.around.others
        bare = self.around.booking_at(start, tuple(panel))
        roomed = self._in_a_room(bare)
        if not self._touched:
            (seated,) = seat(self.around.left, [roomed], room_limits(agenda, [roomed]))
            return self.judge.trial((*others.values(), seated))
        over = agenda.over
        kept = [booking for id, booking in others.items() if id in over]
        found = [*(booking for id, booking in others.items() if id not in over), roomed]
        for _ in range(1 + len(self._touched)):  # a larger room may let somebody come, and so leave another place
            all_seated = seat(agenda, found, room_limits(agenda, found))
            found = [self._better_room(booking, all_seated) for booking in all_seated]
            if tuple(found) == all_seated:
                break
        return self.judge.trial((*kept, *found))

    def _cost(self, members: tuple[str, ...], slot: int) -> tuple[int, ...]:
        """Return what orders panels that change equally much: if-needed time, trips, their load, their places."""
        others, panel = self.around.others.values(), self.around.activity.panel
        assert panel is not None
        day = self.around.grid.start(slot).date()
        leads = set(travellers(self.around.current.agenda)).intersection(members)
        there = {id for booking in others if booking.day == day for id in booking.attendees}
        return (
            int(any(self.candidates.reluctant[member] >> slot & 1 for member in members)),
            len(leads - there),
            sum(member in booking.panel for booking in others for member in members),
            *(panel.pool.index(member) for member in members),
        )

    def _in_a_room(self, booking: Booking) -> Booking:
        """Return the booking in a room that seats whoever could come, or else as many as can be."""
        agenda, need = self.around.current.agenda, self.around.activity.room
        if need is RoomNeed.NONE:
            return booking
        (all_there,) = seat(self.around.left, [booking], {})
        rooms = free_rooms(agenda, booking, self.around.others.values())
        room = choose_room(rooms, self.around.now.room, len(all_there.attendees))
        if room is None or (need is RoomNeed.IF_FREE and room.capacity < len(all_there.attendees)):
            return booking
        return replace(booking, room=room.id)

    def _may_gain(self) -> frozenset[str]:
        """Return the others that the activity, where it is now, may keep somebody or a room from."""
        agenda, now = self.around.current.agenda, self.around.now
        start, end = span(now)
        taken = start, end + self.around.activity.gap_minutes
        found = set()
        for id, other in self.around.others.items():
            if id in agenda.over or not overlap(taken, span(other)):
                continue
            wants_room = agenda.activity(id).room is not RoomNeed.NONE and (other.room is None or bool(other.unseated))
            if set(other.missing).intersection(now.attendees) or (wants_room and now.room is not None):
                found.add(id)
        return frozenset(found)

    def _better_room(self, booking: Booking, all_bookings: Sequence[Booking]) -> Booking:
        """Return a booking that may gain in a larger room, if one is free, and another as it is."""
        agenda = self.around.current.agenda
        activity = agenda.activity(booking.activity)
        if booking.activity not in self._touched or activity.in_room is not None:
            return booking
        need = activity.room
        if need is RoomNeed.NONE or (booking.room is not None and not booking.unseated):
            return booking
        others = [*all_bookings, *(self.around.others[id] for id in agenda.over if id in self.around.others)]
        people = len(booking.attendees) + len(booking.unseated)
        room = choose_room(free_rooms(agenda, booking, others), booking.room, people)
        here = next((each.capacity for each in agenda.review.rooms if each.id == booking.room), 0)
        if room is None or room.capacity <= max(here, len(booking.attendees) - 1):
            return booking
        return replace(booking, room=room.id)
