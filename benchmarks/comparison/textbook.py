"""The textbook model of an agenda: everything at once, written as the rules are spoken.

One start for each activity, one Boolean for everybody who may attend it, ``attends ⇒ start in the free time of that
person``, and nobody in two places at once. It shares with ltsched the agenda, the grid, the free time and the starts
that each activity could have if it were alone, and none of its rules.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ortools.sat.python import cp_model

from ltsched.domain.activities import Activity
from ltsched.domain.agenda import Agenda
from ltsched.domain.option import RoomNeed
from ltsched.domain.rules import LagUnit
from ltsched.model.candidates import Candidates
from ltsched.model.free_time import FreeTime
from ltsched.model.placements import domain_of

__all__ = ["Part", "Textbook"]

Literal = cp_model.BoolVarT


@dataclass(frozen=True, slots=True)
class Part:
    """The variables of one activity.

    Parameters
    ----------
    start, day
        The slot at which it starts, and the index of its day on the grid.
    attends
        For each person expected or in the pool of the panel: whether they come.
    """

    own: Candidates
    start: cp_model.IntVar
    day: cp_model.IntVar
    attends: Mapping[str, Literal]

    @property
    def activity(self) -> Activity:
        """The activity."""
        return self.own.activity

    @property
    def pool(self) -> tuple[str, ...]:
        """Those who might hold it."""
        return self.activity.panel.pool if self.activity.panel else ()


@dataclass(slots=True)
class Textbook:
    """The model, with all rules of the agenda but its shape; what the stages need is posted by them."""

    agenda: Agenda
    free: FreeTime
    model: cp_model.CpModel = field(default_factory=cp_model.CpModel)
    parts: dict[str, Part] = field(default_factory=dict)
    _tables: dict[tuple[str, tuple[int, ...]], cp_model.IntVar] = field(default_factory=dict)

    @classmethod
    def of(cls, agenda: Agenda, free: FreeTime, candidates: Mapping[str, Candidates]) -> Textbook:
        """Write the model; every activity must have a candidate."""
        textbook = cls(agenda, free)
        for own in candidates.values():
            textbook.parts[own.activity.id] = textbook._part(own)
        textbook._quorums_and_panels()
        textbook._one_place_at_a_time()
        textbook._order()
        textbook._daily_loads()
        textbook._rooms()
        return textbook

    def of_day(self, part: Part, table: Sequence[int]) -> cp_model.IntVar:
        """Return a variable that is ``table[day]``, one value for each day of the grid."""
        key = part.activity.id, tuple(table)
        if key not in self._tables:
            target = self.model.new_int_var(min(table), max(table), "")
            self.model.add_element(part.day, list(table), target)
            self._tables[key] = target
        return self._tables[key]

    def require_start(self, part: Part, bits: int, *conditions: Literal) -> None:
        """Post ``all conditions ⇒ start ∈ bits``."""
        bits &= part.own.bits
        if not bits:
            # An empty domain is no valid constraint.
            self.model.add_bool_or([~condition for condition in conditions])
        elif bits != part.own.bits:
            self.model.add_linear_expression_in_domain(part.start, domain_of(bits)).only_enforce_if(conditions)

    def _part(self, own: Candidates) -> Part:
        grid = self.free.grid
        start = self.model.new_int_var_from_domain(domain_of(own.bits), f"start {own.activity.id}")
        day = self.model.new_int_var(0, len(grid.days) - 1, "")
        within = self.model.new_int_var(0, grid.slots_a_day - 1, "")
        self.model.add(start == grid.slots_a_day * day + within)
        pool = own.activity.panel.pool if own.activity.panel else ()
        attends = {
            person: self.model.new_bool_var(f"{person} at {own.activity.id}")
            for person in (*own.activity.expected, *pool)
        }
        part = Part(own, start, day, attends)
        for person, literal in attends.items():
            self.require_start(part, self.free.starts(person, own.length), literal)
        return part

    def _quorums_and_panels(self) -> None:
        for part in self.parts.values():
            activity, panel = part.activity, part.activity.panel
            come = [part.attends[person] for person in activity.expected]
            self.model.add(cp_model.LinearExpr.sum(come) + len(activity.must) >= activity.quorum)
            if panel is None:
                continue
            chosen = {member: part.attends[member] for member in panel.pool}
            leads = [literal for member, literal in chosen.items() if member in panel.leads]
            self.model.add(cp_model.LinearExpr.sum(list(chosen.values())) == panel.size)
            self.model.add(cp_model.LinearExpr.sum(leads) >= panel.least_leads)
            for group in panel.apart:
                self.model.add_at_most_one(literal for member, literal in chosen.items() if member in group)

    def _one_place_at_a_time(self) -> None:
        for person in self.agenda.review.people:
            intervals = []
            for part in self.parts.values():
                gap = self.free.grid.length(part.activity.gap_minutes) if person.id in part.pool else 0
                length = part.own.length + gap
                if person.id in part.activity.must:
                    intervals.append(self.model.new_fixed_size_interval_var(part.start, length, ""))
                elif person.id in part.attends:
                    there = part.attends[person.id]
                    intervals.append(self.model.new_optional_fixed_size_interval_var(part.start, length, there, ""))
            self.model.add_no_overlap(intervals)

    def _order(self) -> None:
        commissioned, working_days = self.agenda.review.commissioned, self.agenda.working_days
        days = self.free.grid.days
        tables = {
            LagUnit.WORKING_DAYS: [working_days.count(commissioned, day) for day in days],
            LagUnit.DAYS: [(day - commissioned).days for day in days],
        }
        for rule in self.agenda.precedences:
            before, after = self.parts.get(rule.before), self.parts.get(rule.after)
            if before is None or after is None:
                continue
            self.model.add(after.start >= before.start + before.own.length)
            table = tables[rule.unit]
            lag = self.of_day(after, table) - self.of_day(before, table)
            self.model.add(lag >= rule.least)
            if rule.most is not None:
                self.model.add(lag <= rule.most)

    def _daily_loads(self) -> None:
        for rule in self.agenda.daily_loads:
            for person in self.agenda.review.people:
                days = [
                    self.model.new_optional_fixed_size_interval_var(part.day, 1, part.attends[person.id], "")
                    for id in rule.activities
                    if (part := self.parts.get(id)) is not None and person.id in part.pool
                ]
                if days:
                    self.model.add_cumulative(days, [1] * len(days), rule.most)

    def _rooms(self) -> None:
        taken: dict[str, list[cp_model.IntervalVar]] = {}
        for part in self.parts.values():
            if part.activity.room is not RoomNeed.NEEDED:
                continue
            chosen = []
            for room, bits in part.own.rooms.items():
                literal = self.model.new_bool_var(f"{part.activity.id} in {room}")
                self.require_start(part, bits, literal)
                interval = self.model.new_optional_fixed_size_interval_var(part.start, part.own.length, literal, "")
                taken.setdefault(room, []).append(interval)
                chosen.append(literal)
            self.model.add_exactly_one(chosen)
        for intervals in taken.values():
            self.model.add_no_overlap(intervals)
