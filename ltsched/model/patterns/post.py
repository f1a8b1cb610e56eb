"""Post the patterns of the days: one of each day, and room in it for what the lead reviewers hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from ortools.sat.python import cp_model

from ltsched.domain.rules import most_a_day
from ltsched.model.candidates import Candidates
from ltsched.model.context import Context
from ltsched.model.patterns.find import Patterns
from ltsched.model.patterns.room import Fits, Room, fits
from ltsched.model.placements import ByStart, Expression, Literal
from ltsched.model.places import most_held_by_day

__all__ = ["Posting"]


@dataclass(slots=True)
class Posting:
    """Post the patterns to the model of a context.

    Parameters
    ----------
    on, gladly
        For each lead reviewer and day, by activity: whether they hold it then, and whether at a start that is in
        nobody's "if needed" time.
    there
        By activity that may be left out, for each start whether it is kept and lies there.
    """

    context: Context
    patterns: Patterns
    on: dict[tuple[str, int], dict[str, Literal]] = field(default_factory=dict)
    gladly: dict[tuple[str, int], dict[str, Literal]] = field(default_factory=dict)
    there: dict[str, Mapping[int, Literal]] = field(default_factory=dict)

    def post(self, days: Mapping[str, Candidates | None]) -> Expression:
        """Place the meetings and what is held, and post it all; return how many of these take "if needed" time.

        `days` has what stands in for what is held.
        """
        context = self.context
        starts = {own.activity.id: self.patterns.starts_of(own) for own in self.patterns.meetings}
        for id, own in context.candidates.items():
            if id in starts:
                own = replace(own, starts=tuple(sorted(starts[id])) or own.starts)
            elif id not in context.agenda.over:
                stand_in = days.get(id)
                if stand_in is None:
                    continue
                own = stand_in
            context.placements[id] = ByStart(context.model, own, context.grid.slots_a_day)
        chosen = self._post_patterns()
        for own in self.patterns.held:
            self._post_holders(own)
        if_needed = [self._post_gladly(own) for own in self.patterns.held]
        self._post_places()
        for (lead, day), on in sorted(self.on.items()):
            self._post_room(lead, day, on, self.patterns.held_by, chosen.get(day, []))
            gladly = self.gladly[lead, day]
            if any(gladly[id] is not literal for id, literal in on.items()):
                self._post_room(lead, day, gladly, self.patterns.glad, chosen.get(day, []))
        return sum(if_needed)

    def _post_patterns(self) -> dict[int, list[tuple[Literal, Room]]]:
        """Choose one pattern of each day, and tie the starts of the meetings to it."""
        model = self.context.model
        found: dict[int, list[tuple[Literal, Room]]] = {}
        with_start: dict[tuple[str, int], list[Literal]] = {}
        for day, patterns in self.patterns.by_day.items():
            found[day] = []
            for number, (layout, room) in enumerate(patterns):
                literal = model.new_bool_var(f"day {day} as in pattern {number}")
                found[day].append((literal, room))
                for meeting, start in layout:
                    with_start.setdefault((meeting.id, start), []).append(literal)
            model.add_exactly_one(literal for literal, _ in found[day])
        for own in self.patterns.meetings:
            placement = self.context.placements[own.activity.id]
            assert isinstance(placement, ByStart)
            for slot, there in placement.literals.items():
                model.add(cp_model.LinearExpr.sum(with_start.get((own.activity.id, slot), [])) == there)
        return found

    def _post_holders(self, own: Candidates) -> None:
        """Give `own` its lead reviewers on its day: ``Σ on(lead, d) = least leads · (it lies on d)``.

        Of more than it takes at least only so many count, but for those that every panel has.
        """
        model, id, panel = self.context.model, own.activity.id, own.activity.panel
        placement = self.context.placements[id]
        assert panel is not None
        assert isinstance(placement, ByStart)
        needed = panel.needed
        if not panel.least_leads and needed.isdisjoint(panel.leads):
            return
        slots_a_day = self.context.grid.slots_a_day
        for slot, there in self._kept(placement).items():
            day = slot // slots_a_day
            mask = self._on_day(day)
            holders = []
            for lead in sorted(panel.leads):
                if self.patterns.held_by[id, lead] & mask:
                    literal = model.new_bool_var(f"{lead} holds {id} on day {day}")
                    self.on.setdefault((lead, day), {})[id] = literal
                    holders.append(literal)
                    if lead in needed:
                        model.add_implication(there, literal)
                    model.add_implication(literal, there)
                elif lead in needed:
                    model.add_bool_and(~there)
            count = cp_model.LinearExpr.sum(holders)
            if needed.isdisjoint(panel.leads):
                model.add(count == panel.least_leads * there)
            else:
                model.add(count >= panel.least_leads * there)

    def _kept(self, placement: ByStart) -> Mapping[int, Literal]:
        """Return the literals of the starts of what is held; where it may be left out, true only if it is not."""
        kept = self.context.kept.get(placement.activity.id)
        if kept is None:
            return placement.literals
        id, model = placement.activity.id, self.context.model
        if id not in self.there:
            self.there[id] = {slot: model.new_bool_var(f"{id} is kept and at {slot}") for slot in placement.literals}
            for slot, literal in self.there[id].items():
                model.add_implication(literal, placement.literals[slot])
            model.add(cp_model.LinearExpr.sum(list(self.there[id].values())) == kept)
        return self.there[id]

    def _post_gladly(self, own: Candidates) -> Expression:
        """Return whether `own` takes time that somebody gives only if needed; else who holds it does so gladly.

        ``on(lead, d) ⇒ gladly(lead, d) ∨ counts``, with the same room for what is held gladly: but for fewer starts.
        """
        model, id = self.context.model, own.activity.id
        there = [(key, literals[id]) for key, literals in self.on.items() if id in literals]
        days = {key: self._on_day(key[1]) for key, _ in there}
        asked = [
            key for key, _ in there if self.patterns.held_by[id, key[0]] & ~self.patterns.glad[id, key[0]] & days[key]
        ]
        counts = model.new_bool_var(f"{id} if needed") if asked else None
        for key, on in there:
            gladly = on
            if counts is not None and key in asked:
                gladly = model.new_bool_var(f"{key[0]} gladly holds {id} on day {key[1]}")
                model.add_implication(gladly, on)
                model.add_bool_or(~on, gladly, counts)
            self.gladly.setdefault(key, {})[id] = gladly
        return 0 if counts is None else counts

    def _on_day(self, day: int) -> int:
        slots_a_day = self.context.grid.slots_a_day
        return ((1 << slots_a_day) - 1) << (day * slots_a_day)

    def _post_places(self) -> None:
        """Hold no more of a group on a day than there are places in the panels, of all who may be on them."""
        context, slots_a_day = self.context, self.context.grid.slots_a_day
        for group in self.patterns.groups:
            there: dict[int, list[Literal]] = {}
            for id in group.ids:
                placement = context.placements[id]
                assert isinstance(placement, ByStart)
                for slot, literal in self._kept(placement).items():
                    there.setdefault(slot // slots_a_day, []).append(literal)
            most = most_held_by_day(context.agenda, context.free, [context.candidates[id] for id in group.ids])
            for day, literals in there.items():
                if most[day] < len(literals):
                    context.model.add(cp_model.LinearExpr.sum(literals) <= most[day])

    def _post_room(
        self,
        lead: str,
        day: int,
        own: Mapping[str, Literal],
        starts: Mapping[tuple[str, str], int],
        patterns: Sequence[tuple[Literal, Room]],
    ) -> None:
        """Keep what `lead` holds on `day`, at these `starts`, to what the pattern of the day leaves room for.

        No pattern at all leaves all of it, where no meeting can lie on the day.
        """
        limit = most_a_day(self.context.agenda.daily_loads, list(own))
        rooms: dict[tuple[int, ...], list[Literal]] = {}
        for literal, room in patterns:
            left = tuple(room[lead, number] for number in range(len(self.patterns.groups)))
            rooms.setdefault(left, []).append(literal)
        if not rooms:
            rooms[(-1,) * len(self.patterns.groups)] = []
        able = {id: starts[id, lead] & self._on_day(day) for id in own}
        found = [(self._fits(left, able, limit), literals) for left, literals in rooms.items()]
        self._post_most(own, found)
        self._post_never(own, found)

    def _fits(self, left: tuple[int, ...], able: Mapping[str, int], limit: int) -> Fits:
        starts, lengths = {}, {}
        for room, group in zip(left, self.patterns.groups, strict=True):
            for id in group.ids:
                if id in able:
                    starts[id] = able[id] & room
                    lengths[id] = group.length + group.gap
        return fits(starts, lengths, limit)

    def _post_most(self, own: Mapping[str, Literal], found: Sequence[tuple[Fits, list[Literal]]]) -> None:
        """Post ``Σ on ≤ most of the pattern``."""
        top = max(fit.most for fit, _ in found)
        less = {literal: top - fit.most for fit, literals in found for literal in literals if fit.most < top}
        count = cp_model.LinearExpr.sum(list(own.values()))
        taken = cp_model.LinearExpr.weighted_sum(list(less), list(less.values()))
        self.context.model.add(count <= top - taken)

    def _post_never(self, own: Mapping[str, Literal], found: Sequence[tuple[Fits, list[Literal]]]) -> None:
        """Post ``Σ on over what does not fit into a pattern ≤ number − 1``, if the day is as in that pattern."""
        model = self.context.model
        without: dict[frozenset[str], list[tuple[int, list[Literal]]]] = {}
        for number, (fit, literals) in enumerate(found):
            for ids in fit.never:
                without.setdefault(ids, []).append((number, literals))
        for ids in sorted(without, key=sorted):
            both = [own[id] for id in sorted(ids)]
            if len(without[ids]) == len(found):
                model.add_at_most_one(both) if len(both) > 1 else model.add_bool_and(~both[0])
                continue
            patterns = [literal for _, literals in without[ids] for literal in literals]
            if len(both) == 1:
                model.add_at_most_one(*both, *patterns)
            else:
                model.add(cp_model.LinearExpr.sum([*both, *patterns]) <= 2)
