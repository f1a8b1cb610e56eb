"""Who has to be told, and of how much, when a review is planned again."""

from __future__ import annotations

from collections import defaultdict

from ortools.sat.python import cp_model

from ltsched.domain.invitations.invitations import Issued
from ltsched.domain.replanning.as_told import AsTold
from ltsched.domain.replanning.before import Before
from ltsched.domain.replanning.measures import messages as messages_due
from ltsched.domain.timetable import Booking
from ltsched.model.candidates import Candidates
from ltsched.model.context import Context
from ltsched.model.placements import Expression, Literal, Placement
from ltsched.model.seats import surely_come
from ltsched.model.stages.replanning import before_of

__all__ = ["told_terms"]


def told_terms(context: Context) -> tuple[Expression, Expression]:
    """Count the people who get a message, and the messages.

    With ``m(a, p)`` for each activity a and each person p who can be reached: ``¬m(a, p)`` forces what p was told of a
    to be as it was (the start, who holds it with p, that p comes, a seat for all in the room), and p not to come if
    they were told of nothing. Then ``told(p) ≥ m(a, p)``. What a person is told in any case is a constant.
    """
    before = before_of(context)
    if not before.ledger.issued or before.organiser is None:
        return 0, 0
    messages = _Messages(context, before)
    for id, placement in context.placements.items():
        if id in messages.standing and id not in context.agenda.over and id not in before.free:
            messages.post(placement)
    gone = before.announced.difference(context.placements, before.free)
    messages.always.update(key for key in before.standing if key[0] in gone)
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
        self.as_told = AsTold(agenda.review, before)
        self.reachable = {person.id for person in agenda.review.people if person.email}
        self.always: set[tuple[str, str]] = set()
        self.literals: dict[tuple[str, str], cp_model.BoolVarT] = {}
        self.sure: dict[str, dict[str, int]] = {}

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
                self._as_told(placement, person, standing[person])
            elif person in self.reachable:
                self._not_there(placement, person)
        self.always.update((activity.id, id) for id in standing if not activity.concerns(id))

    def _as_told(self, placement: Placement, person: str, line: Issued) -> None:
        """``¬m(a, p) ⇒`` the activity starts as told, p comes, and those whom p was told of hold it with p."""
        activity, own = placement.activity, placement.candidates
        slot = self.context.grid.slot_of(line.told.start)
        if line.told.start == activity.agreed:
            slot = own.starts[0]  # which may lie between two slots
        comes = person not in own.comes or (slot is not None and bool(own.comes[person] >> slot & 1))
        minutes = round((line.told.end.timestamp() - line.told.start.timestamp()) / 60)
        as_told = self.as_told.booking(activity, line)
        if slot is None or not own.bits >> slot & 1 or not comes or minutes != activity.minutes or as_told is None:
            self.always.add((activity.id, person))
            return
        if as_told.room not in (None, activity.in_room):
            there = self.context.free.starts(as_told.room, own.length)
            spare = self._seats_for_all(placement, slot, as_told.room)
            if not there >> slot & 1 or (spare is not None and spare < 0):
                self.always.add((activity.id, person))
                return
            if spare is not None:
                self._all_have_a_seat(placement, slot, spare, ~self._literal(activity.id, person))
        told = self._literal(activity.id, person)
        placement.restrict(1 << slot, ~told)
        attends = self.context.attends.get((activity.id, person))
        if attends is not None:
            self.context.model.add_implication(~told, attends)
        if person in placement.panel or self.as_told.sees_others(person):
            for member, holds in placement.panel.items():
                self.context.model.add_implication(~told, holds if member in as_told.panel else ~holds)
        self._same_others(placement, person, as_told, ~told)

    def _same_others(self, placement: Placement, person: str, as_told: Booking, unheard: Literal) -> None:
        """Post that those come, and no others, whom somebody was told they would meet."""
        activity, own = placement.activity, placement.candidates
        for other in self.as_told.knows_of(activity, person):
            comes, attends = other in as_told.attendees, self.context.attends.get((activity.id, other))
            if attends is not None:
                self.context.model.add_implication(unheard, attends if comes else ~attends)
            else:
                there = own.comes[other] if comes else ~self._comes_for_sure(own, other)
                placement.restrict(own.bits & there, unheard)

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
            there = self._comes_for_sure(own, person)
            placement.restrict(own.bits & ~there, ~self._literal(activity.id, person))

    def _comes_for_sure(self, own: Candidates, person: str) -> int:
        """Return the starts at which somebody expected comes, as a bit set: free, and with a seat whoever else comes.

        Whoever may have another booking then, and whoever would come and finds no seat, is not sure to: to take them
        for there would count messages that nobody gets.
        """
        id = own.activity.id
        if id not in self.sure:
            clashing = set(self.context.clashing(own.activity))
            come = surely_come(self.context, own)
            self.sure[id] = {other: own.bits & bits for other, bits in come.items() if other not in clashing}
        return self.sure[id].get(person, 0)

    def _seats_for_all(self, placement: Placement, slot: int, room: str) -> int | None:
        """Return how many seats are left in a room for those of whom the start alone does not tell whether they come.

        None where seats do not count: people have agreed on a room, or there are none.
        """
        own, attends = placement.candidates, self.context.attends
        if own.activity.agreed is not None or not own.rooms:
            return None
        sure = [id for id in own.comes if (own.activity.id, id) not in attends]
        return own.seats.get(room, -1) - sum(self._comes_for_sure(own, id) >> slot & 1 for id in sure)

    def _all_have_a_seat(self, placement: Placement, slot: int, spare: int, unheard: Literal) -> None:
        """Post that the room of which somebody was told has a seat for everybody who comes."""
        own, id = placement.candidates, placement.activity.id
        there = [person for person, bits in own.comes.items() if bits >> slot & 1]
        coming = [self.context.attends[id, person] for person in there if (id, person) in self.context.attends]
        if len(coming) > spare:
            self.context.model.add(cp_model.LinearExpr.sum(coming) <= spare).only_enforce_if(unheard)

    def _literal(self, activity: str, person: str) -> Literal:
        key = activity, person
        if key not in self.literals:
            self.literals[key] = self.context.model.new_bool_var(f"{person} is told of {activity}")
        return self.literals[key]
