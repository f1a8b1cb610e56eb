"""Who has to be told, and of how much, when a review is planned again."""

from __future__ import annotations

from collections import defaultdict

from ortools.sat.python import cp_model

from ltsched.domain.invitations.invitations import Issued
from ltsched.domain.invitations.invitees import invitees
from ltsched.domain.replanning.before import Before
from ltsched.domain.replanning.measures import messages as messages_due
from ltsched.model.context import Context
from ltsched.model.placements import Expression, Literal, Placement
from ltsched.model.stages.replanning import before_of

__all__ = ["told_terms"]


def told_terms(context: Context) -> tuple[Expression, Expression]:
    """Count the people who get a message, and the messages.

    With ``m(a, p)`` for each activity a and each person p who can be reached: ``¬m(a, p)`` forces what p was told of a
    to be as it was (the start, who holds it with p, that p comes), and p not to come if they were told of nothing. Then
    ``told(p) ≥ m(a, p)``. What a person is told in any case is a constant.
    """
    before = before_of(context)
    if not before.ledger.issued or before.organiser is None:
        return 0, 0
    messages = _Messages(context, before)
    for id, placement in context.placements.items():
        if id in messages.standing and id not in context.agenda.over and id not in before.free:
            messages.post(placement)
    messages.always.update(key for key in before.standing if key[0] not in context.placements)
    messages.always.update(messages.of_what_is_over())
    return messages.people(), messages.count()


class _Messages:
    """The literals ``m(a, p)``, and the messages that are due whatever is planned."""

    def __init__(self, context: Context, before: Before) -> None:
        assert before.organiser is not None
        self.context = context
        self.before = before
        self.standing: dict[str, dict[str, Issued]] = defaultdict(dict)
        for (activity, recipient), line in before.standing.items():
            self.standing[activity][recipient] = line
        agenda = context.agenda
        known = {activity.id for activity in agenda.activities}
        kept = [booking for id, booking in before.bookings.items() if id in known and id not in agenda.over]
        asked = invitees(agenda.review, kept, before.organiser, before.ledger.shown)
        self.hashes = {one.told.key: one.hash() for one in asked.invitations}
        self.reachable = {person.id for person in agenda.review.people if person.email}
        self.always: set[tuple[str, str]] = set()
        self.literals: dict[tuple[str, str], cp_model.BoolVarT] = {}

    def of_what_is_over(self) -> set[tuple[str, str]]:
        """Return the messages of what has been held at another time than people were told."""
        due = messages_due(self.context.agenda, tuple(self.context.agenda.over.values()))
        keys = (one.invitation.told.key for one in due)
        counted = self.before.announced - self.before.free
        return {key for key in keys if key[0] in counted.intersection(self.context.agenda.over)}

    def count(self) -> Expression:
        """Return how many messages there are."""
        return len(self.always) + sum(literal for key, literal in self.literals.items() if key not in self.always)

    def people(self) -> Expression:
        """Return how many people get one."""
        always = {person for _, person in self.always}
        told: dict[str, cp_model.BoolVarT] = {}
        for (_, person), literal in self.literals.items():
            if person not in always:
                if person not in told:
                    told[person] = self.context.model.new_bool_var(f"{person} is told")
                self.context.model.add_implication(literal, told[person])
        return len(always) + sum(told.values())

    def post(self, placement: Placement) -> None:
        """Post what has to be so for each person who hears nothing of one activity."""
        activity = placement.activity
        standing = self.standing[activity.id]
        pool = activity.panel.pool if activity.panel is not None else ()
        for person in dict.fromkeys((*activity.invited, *pool)):
            if person in standing:
                self._as_told(placement, person, standing)
            elif person in self.reachable:
                self._not_there(placement, person)
        self.always.update((activity.id, id) for id in standing if not activity.concerns(id))

    def _as_told(self, placement: Placement, person: str, standing: dict[str, Issued]) -> None:
        """``¬told(p) ⇒`` the activity starts as told, p comes, and those who hold it are those who were told."""
        activity, line = placement.activity, standing[person]
        slot = self.context.grid.slot_of(line.told.start)
        if line.told.start == activity.agreed:
            slot = placement.candidates.starts[0]  # which may lie between two slots
        booking = self.before.bookings.get(activity.id)
        as_now = booking is not None and booking.start == line.told.start
        changed = as_now and self.hashes.get((activity.id, person)) != line.hash
        own = placement.candidates
        comes = person not in own.comes or (slot is not None and bool(own.comes[person] >> slot & 1))
        minutes = round((line.told.end.timestamp() - line.told.start.timestamp()) / 60)
        if slot is None or not own.bits >> slot & 1 or not comes or changed or minutes != activity.minutes:
            self.always.add((activity.id, person))
            return
        if as_now and booking is not None and booking.room not in (None, activity.in_room):
            there = self.context.free.starts(booking.room, own.length)
            if not there >> slot & 1:
                self.always.add((activity.id, person))
                return
        told = self._literal(activity.id, person)
        placement.restrict(1 << slot, ~told)
        attends = self.context.attends.get((activity.id, person))
        if attends is not None:
            self.context.model.add_implication(~told, attends)
        if person in placement.panel:
            # Who cannot be reached was not invited, and holds it all the same.
            before = set() if booking is None else set(booking.panel)
            held_by = before if as_now else {*standing, *(before - self.reachable)}
            for member, holds in placement.panel.items():
                self.context.model.add_implication(~told, holds if member in held_by else ~holds)

    def _not_there(self, placement: Placement, person: str) -> None:
        """``¬m(a, p) ⇒`` p does not come."""
        own, activity = placement.candidates, placement.activity
        attends = self.context.attends.get((activity.id, person))
        if person in placement.panel:
            self.context.model.add_implication(~self._literal(activity.id, person), ~placement.panel[person])
        elif person in activity.must:
            self.always.add((activity.id, person))
        elif attends is not None:
            self.context.model.add_implication(~self._literal(activity.id, person), ~attends)
        else:
            placement.restrict(own.bits & ~own.comes.get(person, 0), ~self._literal(activity.id, person))

    def _literal(self, activity: str, person: str) -> Literal:
        key = activity, person
        if key not in self.literals:
            self.literals[key] = self.context.model.new_bool_var(f"{person} is told of {activity}")
        return self.literals[key]
