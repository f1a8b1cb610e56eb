"""The days on which lead reviewers have to come, written so that the solver can tell how few there can be."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ortools.sat.python import cp_model

from ltsched.domain.rules import most_a_day
from ltsched.domain.stages.preferences import travellers
from ltsched.model.context import Context
from ltsched.model.packing import most_in_a_day
from ltsched.model.placements import ByInterval, ByStart, Expression, Literal, Placement
from ltsched.model.seats import surely_come

__all__ = ["Days", "trips"]


def trips(context: Context) -> Expression:
    """Count the pairs of a lead reviewer and a day with a booking.

    One literal ``trip(p, d)`` for each pair; a meeting on the day implies it, and so does a conversation that p holds.
    """
    count: Expression = 0
    for person in travellers(context.agenda):
        days: dict[int, Literal] = {}

        def trip(day: int, person: str = person, days: dict[int, Literal] = days) -> Literal:
            if day not in days:
                days[day] = context.model.new_bool_var(f"{person} comes on day {day}")
            return days[day]

        for placement in context.placements.values():
            _attended(context, placement, person, trip)
        held = _held(context, person)
        if held:
            Days(context, person, held).post(trip)
        count += _number(context, person, list(days.values()))
    return count


def _attended(context: Context, placement: Placement, person: str, trip: Callable[[int], Literal]) -> None:
    """Post ``person comes, start on day d ⇒ trip(d)``; who is expected may have another booking, or no seat."""
    activity = placement.activity
    over = context.agenda.over
    if person in activity.must or (activity.id in over and person in over[activity.id].panel):
        placement.imply(trip)
    elif activity.agreed is not None and person in placement.panel:
        placement.imply(trip, only_if=placement.panel[person])
    elif (there := context.attends.get((activity.id, person))) is not None:
        placement.imply(trip, only_if=there)
    elif person in activity.expected and person not in context.clashing(activity):
        placement.imply(trip, surely_come(context, placement.candidates)[person])


def _number(context: Context, person: str, trips: list[Literal]) -> cp_model.IntVar:
    """Return how many trips somebody makes as a variable of its own: the solver proves by deciding on it first."""
    number = context.model.new_int_var(0, len(trips), f"trips of {person}")
    context.model.add(number == cp_model.LinearExpr.sum(trips))
    return number


@dataclass(frozen=True, slots=True)
class _Held:
    """An activity that a lead reviewer may hold, as long as it keeps them, and for each day when it could start.

    The starts of a day are a bit set of slots within it.
    """

    placement: ByInterval
    length: int
    days: Mapping[int, int]

    def fits_beside(self, other: _Held, day: int) -> bool:
        """Return whether this and `other` could both be held on `day`, in one order or the other."""
        return self._fits_before(other, day) or other._fits_before(self, day)

    def _fits_before(self, other: _Held, day: int) -> bool:
        earliest = (self.days[day] & -self.days[day]).bit_length() - 1
        return earliest + self.length <= other.days[day].bit_length() - 1

    def clears(self, day: int, meeting_start: int, meeting_length: int) -> bool:
        """Return whether some start on `day` leaves a meeting of `meeting_length` slots alone."""
        after = self.days[day] >> (meeting_start + meeting_length)
        before = self.days[day] & ((1 << max(0, meeting_start - self.length + 1)) - 1)
        return bool(after or before)


def _held(context: Context, person: str) -> list[_Held]:
    """Return what `person` may hold: whenever they, who must come, and some partner are free."""
    found = []
    for placement in context.placements.values():
        if not isinstance(placement, ByInterval) or person not in placement.panel:
            continue
        panel = placement.activity.panel
        bits = placement.candidates.bits & context.free.starts(person, placement.length)
        if panel is not None and panel.size == 2:
            partners = 0
            for other in panel.pool:
                if panel.allows(frozenset((person, other))):
                    partners |= context.free.starts(other, placement.length)
            bits &= partners
        whole_day = (1 << placement.slots_a_day) - 1
        on_days = ((day, bits >> day * placement.slots_a_day & whole_day) for day in placement.days)
        days = {day: starts for day, starts in on_days if starts}
        found.append(_Held(placement, placement.length + placement.candidates.gap, days))
    return found


class Days:
    """Tie the days of one lead reviewer to what they hold on them.

    ``on(c, d) ⇒ trip(d)``, ``Σ_d on(c, d) = held(c)``, ``on(c, d) ∧ lunch(c) ⇒ lunch(c, d)``; and what follows from the
    other rules, for the sake of the linear relaxation: no two of a day that cannot both fit, none beside a meeting that
    leaves no time for it, and ``Σ_c on(c, d) ≤ most(d) · trip(d)``, with and without lunch, with and without a meeting.
    """

    def __init__(self, context: Context, person: str, held: list[_Held]) -> None:
        self.context = context
        self.model = context.model
        self.person = person
        self.held = held
        self.lunch_starts = [context.lunch_starts(own.placement.candidates) for own in held]
        self.length = min(own.length for own in held)
        self.limit = most_a_day(context.agenda.daily_loads, [own.placement.activity.id for own in held])
        self.meetings = [
            (placement, placement.literals_by_day())
            for placement in context.placements.values()
            if isinstance(placement, ByStart) and person in placement.activity.must
        ]

    def post(self, trip: Callable[[int], Literal]) -> None:
        """Post it all; `trip` gives the literal of a day."""
        on: dict[int, dict[int, Literal]] = {}
        at_lunch: dict[int, list[Literal]] = {}
        for index, own in enumerate(self.held):
            literals = self._one(index, own, trip, at_lunch)
            for day, literal in literals.items():
                on.setdefault(day, {})[index] = literal
        for day, literals in on.items():
            self.post_pairs(day, literals)
            for outside_lunch in (False, True):
                minus = at_lunch.get(day, []) if outside_lunch else []
                load = cp_model.LinearExpr.sum(list(literals.values())) - cp_model.LinearExpr.sum(minus)
                self.post_load(day, load, trip(day), self._starts(day, list(literals), outside_lunch))

    def _one(
        self, index: int, own: _Held, trip: Callable[[int], Literal], at_lunch: dict[int, list[Literal]]
    ) -> dict[int, Literal]:
        id = own.placement.activity.id
        there = own.placement.day_literals()
        lunch = self.context.lunches.get(id)
        literals: dict[int, Literal] = {}
        lunches = []
        for day in own.days:
            on = self.model.new_bool_var(f"{self.person} holds {id} on day {day}")
            self.model.add_implication(on, there[day])
            self.model.add_implication(on, trip(day))
            literals[day] = on
            if lunch is not None:
                both = self.model.new_bool_var(f"{self.person} holds {id} on day {day} at lunch")
                self.model.add_implication(both, on)
                self.model.add_bool_or(~on, ~lunch, both)
                at_lunch.setdefault(day, []).append(both)
                lunches.append(both)
        self.model.add(cp_model.LinearExpr.sum(list(literals.values())) == own.placement.panel[self.person])
        if lunch is not None:
            self.model.add(cp_model.LinearExpr.sum(lunches) <= lunch)
        return literals

    def post_pairs(self, day: int, literals: Mapping[int, Literal]) -> None:
        """Let no two be held on `day` that cannot both fit into it."""
        for one, other in itertools.combinations(literals, 2):
            if not self.held[one].fits_beside(self.held[other], day):
                self.model.add_at_most_one(literals[one], literals[other])
        for meeting, by_day in self.meetings:
            on_day = by_day.get(day, {})
            for index, literal in literals.items():
                blocking = [x for s, x in on_day.items() if not self.held[index].clears(day, s, meeting.length)]
                if blocking:
                    self.model.add_at_most_one(literal, *blocking)

    def post_load(self, day: int, load: Expression, trip: Literal, starts: int) -> None:
        """Hold no more on `day` than fit into it, with and without each meeting; none without a trip."""
        alone = most_in_a_day(starts, self.length, self.limit)
        self.model.add(load <= alone * trip)
        for meeting, by_day in self.meetings:
            less = {
                literal: alone - most_in_a_day(starts, self.length, self.limit, start, meeting.length)
                for start, literal in by_day.get(day, {}).items()
            }
            if any(less.values()):
                taken = cp_model.LinearExpr.weighted_sum(list(less), list(less.values()))
                self.model.add(load <= alone * trip - taken)

    def _starts(self, day: int, indices: list[int], outside_lunch: bool) -> int:
        found = 0
        for index in indices:
            bits = self.held[index].days[day]
            found |= bits & ~self.lunch_starts[index] if outside_lunch else bits
        return found
