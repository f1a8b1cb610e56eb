"""Who may hold something, and why others may not, in clauses."""

from __future__ import annotations

from collections.abc import Sequence

from ltsched.domain.activities import Activity
from ltsched.domain.agenda import Agenda
from ltsched.domain.explaining.step import Call
from ltsched.domain.people import Person, Role
from ltsched.domain.words.wording import listed_first, one_line, plural

__all__ = ["held_by", "may_not_hold"]

MOST_NAMED = 6


def held_by(activity: Activity, pool: Sequence[str], call: Call, key: str) -> str:
    """Return how many hold `activity`, and who may: ``takes 2 reviewers, and there is only …``."""
    panel = activity.panel
    size = panel.size if panel is not None else 1
    leads = panel.least_leads if panel is not None else 0
    among = f", {'one of them a lead reviewer' if leads == 1 else f'{leads} of them lead reviewers'}" if leads else ""
    who = listed_first([call(id) for id in pool], MOST_NAMED)
    there = f"only {who} may hold it" if len(pool) <= size else f"{who} may hold it"
    text = f"{call(activity.id)} takes {plural(size, 'reviewer')}{among}{key}"
    return f"{text}: {there if pool else 'nobody may hold it'}"


def may_not_hold(activity: Activity, others: Sequence[str], agenda: Agenda, call: Call) -> str:
    """Return why `others` may not hold `activity`: those of one agency, line managers, and who else may not."""
    people = {person.id: person for person in agenda.review.people}
    subject = people.get(activity.id.partition(":")[2])
    groups: dict[str, list[str]] = {}
    for id in others:
        if id in people:
            groups.setdefault(_why(people[id], subject, activity, agenda), []).append(id)
    unasked = groups.pop("", [])
    may_not = f"may not hold {call(activity.id)}"
    texts = [f"{listed_first([call(id) for id in ids], MOST_NAMED)} {may_not}: {why}" for why, ids in groups.items()]
    if unasked:
        rest = "other reviewers" if texts else "reviewers"
        texts.append(
            f"{plural(len(unasked), rest.removesuffix('s'))} of the review hold{'s' * (len(unasked) == 1)} none"
        )
    return "; ".join(texts) or f"others {may_not}"


def _why(person: Person, subject: Person | None, activity: Activity, agenda: Agenda) -> str:
    """Return why `person` may not hold `activity`; empty where the option does not ask them."""
    template = next((one for one in agenda.option.templates if one.id == activity.template), None)
    pool = template.panel.pool if template is not None and template.panel is not None else None
    if pool is not None and person.id not in pool and not any(role in pool for role in person.roles):
        return ""
    if subject is not None and person.agency and person.agency.casefold() == subject.agency.casefold():
        return f"of the same agency, {one_line(person.agency)}"
    if subject is not None and subject.line_manager == person.id:
        return "their line manager"
    return "in the case as a practitioner" if person.has(Role.CASE_GROUP) else "not independent"
