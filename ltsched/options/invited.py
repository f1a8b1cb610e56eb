"""Who comes to an activity: those who must, those who are expected, and who may hold it."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from ltsched.domain.activities import Panel
from ltsched.domain.option import PanelTemplate, Template
from ltsched.domain.people import Person, Role
from ltsched.domain.review import Review

__all__ = ["Subject", "independent", "invite", "panel_for", "quorum"]


@dataclass(frozen=True, slots=True)
class Subject:
    """What one activity of several is for.

    `key` ends its id; `person` is the one it is held with; `case_group` the practitioners it is about, where they are
    not the whole case group; `agencies` those whose file it is.
    """

    key: str
    person: Person | None = None
    case_group: tuple[str, ...] | None = None
    agencies: tuple[str, ...] = ()


def _resolve(names: Iterable[str], review: Review, subject: Subject) -> list[str]:
    """Return the ids that roles and ids stand for, without repetition, in the order of the people file."""
    found: list[str] = []
    for name in names:
        if name == Role.CASE_GROUP and subject.case_group is not None:
            found += subject.case_group
        elif name in list(Role):
            found += [person.id for person in review.with_role(Role(name))]
        else:
            found.append(name)
    return list(dict.fromkeys(found))


def invite(template: Template, review: Review, subject: Subject) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return who must come and who is expected besides, as two disjoint tuples of ids.

    Essential people must come where the template says so; where an activity has a case group of its own, only those
    of them who are not practitioners of another one.
    """
    must = _resolve(template.must, review, subject)
    if subject.person is not None:
        must.append(subject.person.id)
    if template.essential:
        others = set() if subject.case_group is None else {p.id for p in review.with_role(Role.CASE_GROUP)}
        others -= set(subject.case_group or ())
        must += [person.id for person in review.people if person.essential and person.id not in others]
    must = list(dict.fromkeys(must))
    expected = [id for id in _resolve(template.expected, review, subject) if id not in must]
    return tuple(must), tuple(expected)


def quorum(share: float, must: tuple[str, ...], expected: tuple[str, ...]) -> int:
    """Return the least number who come: `share` of all, rounded up, and no fewer than those who must."""
    # The share was written in decimals: 0.6 of 5 is 3, whatever the machine makes of 0.6 times 5.
    wanted = math.ceil(round(share * (len(must) + len(expected)), 6))
    return max(wanted, len(must))


def independent(reviewer: Person, subject: Person) -> bool:
    """Return whether `reviewer` may hold a conversation with `subject`."""
    same_agency = bool(reviewer.agency) and reviewer.agency.casefold() == subject.agency.casefold()
    return (
        reviewer.id != subject.id
        and not same_agency
        and subject.line_manager != reviewer.id
        and not reviewer.has(Role.CASE_GROUP)
    )


def panel_for(template: PanelTemplate, review: Review, subject: Subject, invited: Iterable[str]) -> Panel:
    """Return who may hold an activity for `subject`.

    Where people of different agencies are asked for, that holds if the review is multi-agency: the file belongs to
    two agencies or more or, where it does not say, the pool comes from two or more. A pool of one gives a panel of
    one.
    """
    taken = set(invited)
    pool = [review.person(id) for id in _resolve(template.pool, review, subject) if id not in taken]
    if template.independent and subject.person is not None:
        person = subject.person
        pool = [reviewer for reviewer in pool if independent(reviewer, person)]
    size = template.size
    if template.different_agencies and len(pool) == 1:
        size = 1
    by_agency: dict[str, list[str]] = {}
    for member in pool:
        if member.agency:
            by_agency.setdefault(member.agency.casefold(), []).append(member.id)
    multi_agency = len(subject.agencies) > 1 if subject.agencies else len(by_agency) > 1
    apart = [frozenset(ids) for ids in by_agency.values() if len(ids) > 1]
    return Panel(
        pool=tuple(member.id for member in pool),
        size=size,
        leads=frozenset(member.id for member in pool if member.has(Role.LEAD_REVIEWER)),
        least_leads=min(template.least_leads, size),
        apart=tuple(apart) if template.different_agencies and multi_agency else (),
    )
