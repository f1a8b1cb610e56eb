"""What could be otherwise about the people and the rooms of a clash, besides when they are free."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ltsched.domain.activities import Activity
from ltsched.domain.agenda import Agenda
from ltsched.domain.explaining.changes.people import NoConversation, NotEssential, OneMoreReviewer
from ltsched.domain.explaining.changes.rooms import OneMoreRoom, RoomSeats
from ltsched.domain.option import ForEach, RoomNeed
from ltsched.domain.people import Person, Role, Room
from ltsched.solve.explaining.steps.ladder import Ladder

__all__ = ["people_ladders", "room_ladders"]

SEATS = 5
COMING_IN = (Role.LEAD_REVIEWER, Role.REVIEW_TEAM, Role.AUDITOR)
"""The roles that somebody new may have; two of them may be asked for together, so that their ids have to differ."""

LEAD_UNITS = 2
"""A lead reviewer is accredited and independent of all agencies: harder to find than a reviewer."""

OF_ITS_OWN_UNITS = 2
"""Somebody of a higher rank is left out only where they are the one whom nobody can be found for."""

MUST = frozenset({"must attend"})
HELD = frozenset({"panel", "independence"})
FEWER = frozenset({"panel", "double booking", "daily load", "gap", "one week", "block"})
ROOMS = frozenset({"room", "seats", "room double booking", "room-busy"})


def people_ladders(agenda: Agenda, activities: Sequence[Activity]) -> Iterator[Ladder]:
    """Yield who need not be a must, the conversations that need not be held, and who could come in."""
    yield from _essential(agenda, activities)
    yield from _conversations(agenda, activities)
    yield from _reviewers(agenda, activities)


def _essential(agenda: Agenda, activities: Sequence[Activity]) -> Iterator[Ladder]:
    templates = {one.id: one for one in agenda.option.templates}
    concerned = {
        id
        for activity in activities
        if activity.template in templates and templates[activity.template].essential
        for id in activity.must
    }
    for person in agenda.review.people:
        if person.essential and person.id in concerned:
            yield Ladder("essential", (NotEssential(person.id),), MUST)


def _conversations(agenda: Agenda, activities: Sequence[Activity]) -> Iterator[Ladder]:
    """Yield one conversation fewer and so on, the lowest rank first; one is left, or it would be all of them again."""
    key_staff = {one.id for one in agenda.option.templates if one.for_each is ForEach.KEY_STAFF}
    if not any(activity.template in key_staff for activity in activities):
        return
    case_group = agenda.review.with_role(Role.CASE_GROUP)
    ranked = [person for person in case_group if person.conversation_rank is not None]
    order = [person.id for person in sorted(ranked, key=lambda one: one.conversation_rank or 0) or case_group]
    changes = tuple(
        NoConversation(tuple(reversed(order[-fewer:])), () if ranked else tuple(order[:-fewer]))
        for fewer in range(1, len(order))
    )
    stated = not key_staff.isdisjoint(agenda.option.stated)
    subjects = [one.id.rpartition(":")[2] for one in activities if one.template in key_staff]
    if len(subjects) == len(activities) == 1 and order[-1] not in subjects and subjects[0] in order:
        others = tuple(id for id in order if id not in subjects)
        change = NoConversation(tuple(subjects), () if ranked else others, chosen=True)
        yield Ladder("conversation", (change,), FEWER, stated, drops=True, units=OF_ITS_OWN_UNITS)
    elif changes:
        yield Ladder("conversation", changes, FEWER, stated, drops=True)


def _reviewers(agenda: Agenda, activities: Sequence[Activity]) -> Iterator[Ladder]:
    """Yield one more who could be on the panels, of each role that may."""
    templates = {one.id: one for one in agenda.option.templates}
    panels = [templates[one.template].panel for one in activities if one.panel and one.template in templates]
    roles = dict.fromkeys(role for panel in panels if panel is not None for role in panel.pool)
    for role in (Role.REVIEW_TEAM, Role.AUDITOR, Role.LEAD_REVIEWER):
        if role in roles:
            units = LEAD_UNITS if role is Role.LEAD_REVIEWER else 1
            yield Ladder("reviewer", (OneMoreReviewer(_one_more(role, agenda)),), HELD, units=units)


def _one_more(role: Role, agenda: Agenda) -> Person:
    """Return somebody who is not there yet, of no agency of anybody who is."""
    agency = "" if role is Role.LEAD_REVIEWER else _free("Another agency", {one.agency for one in agenda.review.people})
    number, taken = COMING_IN.index(role) + 1, {id.casefold() for id in _ids(agenda)}
    while f"new{number}" in taken:
        number += len(COMING_IN)
    return Person(f"new{number}", f"One more {role.words}", "", (role,), agency)


def room_ladders(agenda: Agenda, activities: Sequence[Activity]) -> Iterator[Ladder]:
    """Yield more seats in each room, and one more room, where any of the `activities` needs one."""
    needing = [activity for activity in activities if activity.room is RoomNeed.NEEDED]
    if not needing:
        return
    most = max(len(one.invited) + (one.panel.size if one.panel else 0) for one in needing)
    for room in agenda.review.rooms:
        sizes = range(room.capacity + SEATS, most + SEATS, SEATS)
        changes = tuple(RoomSeats(room.id, room.capacity, seats) for seats in sizes)
        if changes:
            yield Ladder("room-seats", changes, ROOMS)
    room = Room(_free("new-room", _ids(agenda)), "One more room", most)
    yield Ladder("room", (OneMoreRoom(room),), ROOMS)


def _ids(agenda: Agenda) -> set[str]:
    return {owner.id for owner in agenda.review.diary_owners} | set(Role)


def _free(name: str, taken: set[str]) -> str:
    """Return `name`, or it with a number, so that nobody has it."""
    folded = {one.casefold() for one in taken}
    number, found = 1, name
    while found.casefold() in folded:
        number += 1
        found = f"{name}{' ' if ' ' in name else '-'}{number}"
    return found
