"""Slots: whole numbers that stand for the local times at which something can be booked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from zoneinfo import ZoneInfo

from ltsched.domain.spans import Spans, minute_before

__all__ = ["TimeGrid"]

ONE_DAY = timedelta(days=1)
RUN = re.compile("1+")


@dataclass(frozen=True)
class TimeGrid:
    """The days on which anybody works, and of each the hours in which anybody works, cut into slots.

    Slot ``day · slots_a_day + s`` starts ``s · slot_minutes`` after `opens_minutes` on ``days[day]``. Days that nobody
    works are not on the grid, so neighbouring days of the grid may be apart in the calendar. Sets of slots are whole
    numbers used as bit sets: bit i stands for slot i.

    Parameters
    ----------
    days
        In order, without repetition.
    zone
        The zone of the local times.
    opens_minutes
        Local minutes after midnight at which every day of the grid starts.
    slots_a_day
        How many slots a day has. Leave room after the last working hour for the longest gap after a booking.
    slot_minutes
        The length of a slot.
    """

    days: tuple[date, ...]
    zone: ZoneInfo
    opens_minutes: int
    slots_a_day: int
    slot_minutes: int
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        midnights = (datetime.combine(day, time(), self.zone) for day in self.days)
        opening = timedelta(minutes=self.opens_minutes)
        # Adding to a local time keeps the wall clock: 09:00 stays 09:00 on a day on which the clocks change.
        object.__setattr__(self, "_starts", tuple(minute_before(midnight + opening) for midnight in midnights))

    @property
    def slots(self) -> int:
        """The number of slots in all."""
        return len(self.days) * self.slots_a_day

    @cached_property
    def _changing(self) -> frozenset[int]:
        """The indices of the days on which the clocks change between the first slot and the end of the last."""
        lasts = timedelta(minutes=self.slots_a_day * self.slot_minutes)
        opened = ((index, self.start(index * self.slots_a_day)) for index in range(len(self.days)))
        # The end by the wall would not do: it may lie in the hour that is skipped.
        return frozenset(
            index
            for index, start in opened
            if (start.astimezone(UTC) + lasts).astimezone(self.zone).utcoffset() != start.utcoffset()
        )

    @cached_property
    def uneven_days(self) -> tuple[date, ...]:
        """The days on which the clocks change between the first slot and the same time of the next day, in order."""
        openings = ((day, self.start(index * self.slots_a_day)) for index, day in enumerate(self.days))
        return tuple(day for day, start in openings if (start + ONE_DAY).utcoffset() != start.utcoffset())

    @cached_property
    def day_index(self) -> dict[date, int]:
        """The index of each day on the grid."""
        return {day: index for index, day in enumerate(self.days)}

    def length(self, minutes: int) -> int:
        """Return the number of slots that `minutes` take, rounded up."""
        return -(-minutes // self.slot_minutes)

    def start(self, slot: int) -> datetime:
        """Return the local date-time at which `slot` starts."""
        day, within = divmod(slot, self.slots_a_day)
        minutes = self.opens_minutes + within * self.slot_minutes
        return datetime.combine(self.days[day], time(), self.zone) + timedelta(minutes=minutes)

    def slot_of(self, moment: datetime) -> int | None:
        """Return the slot that starts at `moment`; None if none does."""
        local = moment.astimezone(self.zone)
        index = self.day_index.get(local.date())
        within, rest = divmod(local.hour * 60 + local.minute - self.opens_minutes, self.slot_minutes)
        if index is None or rest or not 0 <= within < self.slots_a_day:
            return None
        return index * self.slots_a_day + within

    def minute(self, slot: int) -> int:
        """Return the minute (since the epoch, UTC) at which `slot` starts."""
        return minute_before(self.start(slot))

    def free_slots(self, spans: Spans) -> int:
        """Return the slots that lie wholly in `spans`, as a bit set."""
        return self._slots(spans, inside=True)

    def touched_slots(self, spans: Spans) -> int:
        """Return the slots that have any minute in `spans`, as a bit set."""
        return self._slots(spans, inside=False)

    def _slots(self, spans: Spans, *, inside: bool) -> int:
        found = 0
        pairs = iter(spans.pairs)
        pair = next(pairs, None)
        for index, start in enumerate(self._starts):
            if index in self._changing:
                found |= self._slots_by_the_wall(index, spans, inside=inside)
                continue
            day_end = start + self.slots_a_day * self.slot_minutes
            while pair is not None and pair[1] <= start:
                pair = next(pairs, None)
            while pair is not None and pair[0] < day_end:
                low, high = max(pair[0], start) - start, min(pair[1], day_end) - start
                if inside:
                    first, end = -(-low // self.slot_minutes), high // self.slot_minutes
                else:
                    first, end = low // self.slot_minutes, -(-high // self.slot_minutes)
                if first < end:
                    found |= ((1 << (end - first)) - 1) << (index * self.slots_a_day + first)
                if pair[1] > day_end:
                    break
                pair = next(pairs, None)
        return found

    def _slots_by_the_wall(self, index: int, spans: Spans, *, inside: bool) -> int:
        """Return the slots of a day on which the clocks change; an hour that is skipped has none."""
        found = 0
        for slot in range(index * self.slots_a_day, (index + 1) * self.slots_a_day):
            start = self.start(slot)
            low, high = minute_before(start), minute_before(start + timedelta(minutes=self.slot_minutes))
            skipped = start.astimezone(UTC).astimezone(self.zone).replace(tzinfo=None) != start.replace(tzinfo=None)
            whole = high - low == self.slot_minutes
            if not skipped and (whole and spans.covers(low, high) if inside else spans.touches(low, high)):
                found |= 1 << slot
        return found

    def starts(self, free: int, length: int, step_minutes: int) -> int:
        """Return the slots at which a booking of `length` slots can start within the bit set `free`.

        A start lies at a multiple of `step_minutes` after local midnight.
        """
        runs = free
        have = 1
        while have < length:
            step = min(have, length - have)
            runs &= runs >> step
            have += step
        return runs & self._aligned(length, step_minutes)

    def _aligned(self, length: int, step_minutes: int) -> int:
        one_day = 0
        for within in range(self.slots_a_day - length + 1):
            if (self.opens_minutes + within * self.slot_minutes) % step_minutes == 0:
                one_day |= 1 << within
        return self.every_day(one_day)

    def every_day(self, one_day: int) -> int:
        """Return the slots that each day has of `one_day`, a bit set of slots within a day."""
        return one_day * self._openings

    @cached_property
    def _openings(self) -> int:
        """The first slot of each day."""
        return sum(1 << (index * self.slots_a_day) for index in range(len(self.days)))

    def day_mask(self, day: date) -> int:
        """Return all slots of `day` as a bit set; 0 if it is not on the grid."""
        index = self.day_index.get(day)
        return 0 if index is None else ((1 << self.slots_a_day) - 1) << (index * self.slots_a_day)

    @staticmethod
    def members(bits: int) -> Iterator[int]:
        """Yield the slots of a bit set, in order."""
        digits = f"{bits:b}"[::-1]  # a search in them is quicker than to shift a long number once for each slot
        slot = digits.find("1")
        while slot >= 0:
            yield slot
            slot = digits.find("1", slot + 1)

    @staticmethod
    def runs(bits: int) -> Iterator[tuple[int, int]]:
        """Return the runs ``[first, end)`` of neighbouring slots in a bit set, in order."""
        return (run.span() for run in RUN.finditer(f"{bits:b}"[::-1]))
