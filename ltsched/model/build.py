"""Build the model of an agenda: the whole one, and the relaxation whose optimum is a bound for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from ortools.sat.python import cp_model

from ltsched.domain.agenda import Agenda
from ltsched.domain.rules import HeldBy, OnePlace, Precedence, Rule, ShapeRule, WithinDiary
from ltsched.domain.stages.preferences import travellers
from ltsched.domain.stages.stage import DependsOn
from ltsched.model.candidates import Candidates
from ltsched.model.context import Context
from ltsched.model.free_time import FreeTime
from ltsched.model.overlaps import Overlaps
from ltsched.model.placements import ByInterval, ByStart, Expression
from ltsched.model.rules.diary import free_that_day
from ltsched.model.rules.one_place import enough_time_by_day
from ltsched.model.rules.post import post_all
from ltsched.model.settled.agreed import is_fixed
from ltsched.model.stages.terms import start_costs, terms_of
from ltsched.model.stand_ins import post_stand_ins

__all__ = [
    "Model",
    "between_activities",
    "build",
    "build_bound",
    "build_diaries_by_day",
    "build_leads_alone",
    "build_rules",
    "build_unhindered",
    "shared_terms",
]


@dataclass(frozen=True, slots=True)
class Model:
    """A model, with the terms of its stages by name; those about panels only where they were asked for.

    With `exact_meetings` a relaxation by days has the meetings of a day apart, and with room for what is between them:
    their very starts are worth a try in the whole.
    """

    context: Context
    terms: Mapping[str, Expression]
    exact_meetings: bool = False

    @property
    def cp(self) -> cp_model.CpModel:
        """The CP-SAT model."""
        return self.context.model


def build(agenda: Agenda, free: FreeTime, candidates: Mapping[str, Candidates], *, panels_too: bool = True) -> Model:
    """Return the whole model; every activity must have a candidate.

    Without `panels_too` the stages that depend on panels have no terms, and the model is a good deal smaller.
    """
    context = _placed(agenda, free, candidates)
    terms = shared_terms(context, agenda.rules)
    return Model(context, {**terms, **terms_of(context, DependsOn.PANELS)} if panels_too else terms)


def build_rules(agenda: Agenda, free: FreeTime, candidates: Mapping[str, Candidates]) -> cp_model.CpModel:
    """Return the whole model without any stage: for asking only whether something fits."""
    context = _placed(agenda, free, candidates)
    post_all(agenda.rules, context)
    return context.model


def build_bound(agenda: Agenda, free: FreeTime, candidates: Mapping[str, Candidates]) -> Model:
    """Return the relaxation: the meetings alone, by day, each day with only its best starts.

    Left out are the conversations and audits, the people's other bookings and the rooms; meetings of one day may
    overlap. Of each day only those starts remain that no other start of the day is at least as good as. Whatever the
    whole model can reach, this can reach too, stage by stage.
    """
    context = _context(agenda, free, candidates, by_day=True)
    for id, own in candidates.items():
        if own.activity.panel is None or is_fixed(agenda, own.activity):
            best = _best_of_each_day(context, own)
            context.placements[id] = ByStart(context.model, best, free.grid.slots_a_day)
    enough_time_by_day(context)
    post_stand_ins(context, candidates)
    return Model(context, shared_terms(context, between_activities(agenda)))


def build_leads_alone(agenda: Agenda, free: FreeTime, candidates: Mapping[str, Candidates]) -> Model:
    """Return the relaxation in which only the lead reviewers are kept to one place at a time.

    How few trips they can make, and whether a packed review is possible at all, hardly depends on anybody else; without
    the others' diaries that is soon proven.
    """
    context = _placed(agenda, free, candidates)
    leads = travellers(agenda)
    alone = [r for r in agenda.rules if isinstance(r, HeldBy) or (isinstance(r, OnePlace) and r.person in leads)]
    terms = shared_terms(context, (*alone, *between_activities(agenda)))
    return Model(context, {**terms, **terms_of(context, DependsOn.PANELS)})


def build_diaries_by_day(agenda: Agenda, free: FreeTime, candidates: Mapping[str, Candidates]) -> Model:
    """Return the relaxation in which the diaries of those who hold something only tell on which days they could.

    How few trips the lead reviewers can make, and how evenly all is shared, hardly depends on the time of day; and
    without the fixed busy runs of everybody that is a good deal sooner proven.
    """
    context = _placed(agenda, free, candidates)
    terms = shared_terms(context, [rule for rule in agenda.rules if not isinstance(rule, WithinDiary)])
    found = {**terms, **terms_of(context, DependsOn.PANELS)}
    free_that_day(context)
    return Model(context, found)


def build_unhindered(agenda: Agenda, free: FreeTime, candidates: Mapping[str, Candidates]) -> Model:
    """Return the relaxation in which nobody is kept to one place at a time: the windows, the order and the shape."""
    context = _placed(agenda, free, candidates, unhindered=True)
    return Model(context, shared_terms(context, between_activities(agenda)))


def _placed(
    agenda: Agenda, free: FreeTime, candidates: Mapping[str, Candidates], *, unhindered: bool = False
) -> Context:
    context = _context(agenda, free, candidates, by_day=False, unhindered=unhindered)
    for id, own in candidates.items():
        by_start = own.activity.panel is None or is_fixed(agenda, own.activity)
        kind: type[ByStart | ByInterval] = ByStart if by_start else ByInterval
        context.placements[id] = kind(context.model, own, free.grid.slots_a_day)
    return context


def _context(
    agenda: Agenda, free: FreeTime, candidates: Mapping[str, Candidates], *, by_day: bool, unhindered: bool = False
) -> Context:
    return Context(agenda, free, candidates, cp_model.CpModel(), by_day, Overlaps.of(agenda), unhindered)


def between_activities(agenda: Agenda) -> list[Rule]:
    """Return the rules that hold whoever comes: the order, and the shape."""
    return [rule for rule in agenda.rules if isinstance(rule, (Precedence, ShapeRule))]


def shared_terms(context: Context, rules: Iterable[Rule]) -> dict[str, Expression]:
    """Post `rules`, and return the terms of the stages that the meetings alone know."""
    post_all(rules, context)
    return terms_of(context, DependsOn.DAYS, DependsOn.STARTS)


def _best_of_each_day(context: Context, own: Candidates) -> Candidates:
    """Return `own` with only those starts of each day that no other start of the day is at least as good as.

    Compared is what a start costs besides its day, in every stage that depends on starts.
    """
    cost_of = start_costs(context, own)
    slots_a_day = context.grid.slots_a_day
    best: dict[int, dict[tuple[int, ...], int]] = {}
    for slot in own.starts:
        cost = cost_of(slot)
        day = best.setdefault(slot // slots_a_day, {})
        if not any(_as_good(other, cost) for other in day):
            for worse in [other for other in day if _as_good(cost, other)]:
                del day[worse]
            day[cost] = slot
    return replace(own, starts=tuple(sorted(slot for day in best.values() for slot in day.values())))


def _as_good(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return all(a <= b for a, b in zip(one, other, strict=True))
