"""Who may hold something, and why others may not, in clauses."""

from __future__ import annotations

from collections.abc import Sequence

from ltsched.domain.activities import Activity
from ltsched.domain.agenda import Agenda
from ltsched.domain.explaining.held_to import others_who_might
from ltsched.domain.explaining.step import Call
from ltsched.domain.people import Person, Role
from ltsched.domain.words.wording import listed_first, one_line, plural

__all__ = ["held_by", "held_by_some", "may_not_hold", "may_not_hold_some"]

MOST_NAMED = 6
MOST_WHICH = 2


def held_by(activity: Activity, pool: Sequence[str], call: Call, key: str) -> str:
    """Return how many hold `activity`, and who may: ``takes 2 reviewers, and there is only …``."""
    who = listed_first([call(id) for id in pool], MOST_NAMED)
    size = activity.panel.size if activity.panel is not None else 1
    there = f"only {who} may hold it" if len(pool) <= size else f"{who} may hold it"
    apart = activity.panel.apart if activity.panel is not None else ()
    alike = ", all of one agency" if size > 1 and any(len(pool) > 1 and set(pool) <= group for group in apart) else ""
    return f"{call(activity.id)} takes {_many(activity)}{key}: {f'{there}{alike}' if pool else 'nobody may hold it'}"


def held_by_some(activities: Sequence[Activity], said: str, call: Call, key: str) -> str:
    """Return how many hold each of `activities`, and who may hold all of them and who some, where that differs."""
    pools = [one.panel.pool for one in activities if one.panel is not None]
    of_all = [id for id in pools[0] if all(id in pool for pool in pools)]
    of_some = list(dict.fromkeys(id for pool in pools for id in pool if id not in of_all))
    named, others = (listed_first([call(id) for id in ids], MOST_NAMED) for ids in (of_all, of_some))
    there = f"{named} may hold all of them, {others} some" if of_all else f"{others} may hold some of them"
    return f"each of {said} takes {_many(activities[0])}{key}: {there}"


def _many(activity: Activity) -> str:
    panel = activity.panel
    leads = panel.least_leads if panel is not None else 0
    among = f", {'one of them a lead reviewer' if leads == 1 else f'{leads} of them lead reviewers'}" if leads else ""
    apart = " of different agencies" if panel is not None and panel.apart and panel.size > 1 else ""
    return f"{plural(panel.size if panel is not None else 1, 'reviewer')}{apart}{among}"


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


def may_not_hold_some(activities: Sequence[Activity], said: str, agenda: Agenda, call: Call) -> str:
    """Return who may not hold which of `activities`, where others may not hold the one than the other."""
    people = {person.id: person for person in agenda.review.people}
    which: dict[tuple[str, str], list[str]] = {}
    for one in activities:
        subject = people.get(one.id.partition(":")[2])
        for id in others_who_might(one, agenda):
            why = _why(people[id], subject, one, agenda) or "not asked to"
            which.setdefault((id, why), []).append(one.id)
    texts = []
    for (id, why), ids in list(which.items())[:MOST_NAMED]:
        about = said if len(ids) == len(activities) else listed_first([call(each) for each in ids], MOST_WHICH)
        texts.append(f"{call(id)} may not hold {about}: {why}")
    rest = len({id for id, _ in which} - {id for id, _ in list(which)[:MOST_NAMED]})
    more = f"; {plural(rest, 'other person', 'other people')} may not hold some" if rest else ""
    return "; ".join(texts) + more


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
