"""The review without people who take no part in anything that is still to come."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from ltsched.domain.activities import Activity
from ltsched.domain.agenda import Agenda
from ltsched.domain.option import ForEach, Kind, Option, Template
from ltsched.domain.people import Person, Role
from ltsched.domain.reasons import Advice, Reason
from ltsched.domain.review import Review
from ltsched.domain.settled import Settled, State
from ltsched.domain.words.file_names import PEOPLE_FILE
from ltsched.domain.words.kind_words import KIND_WORDS
from ltsched.domain.words.wording import listed, plural, unrepeated
from ltsched.options.expand import with_what_is_over
from ltsched.options.renamed import renamed

__all__ = ["absent", "has_part", "musts"]

WITH_ONE_PERSON = (ForEach.KEY_STAFF, ForEach.FAMILY)


def has_part(id: str, agenda: Agenda) -> bool:
    """Return whether the person `id` may attend anything that is still to come."""
    return any(activity.concerns(id) for activity in _to_come(agenda))


def absent(review: Review, ids: Collection[str]) -> Review:
    """Return `review` with no part for the people `ids` in anything that is still to come.

    They have no role, no rank and nothing at which they are a must; no activity and no focused review names them. What
    is over stays with those who were there. A conversation with one of them is not held: where nobody else has a rank,
    none is.
    """
    gone = frozenset(ids)
    review = _without_settled(with_what_is_over(review), gone)
    people = tuple(_without_part(person) if person.id in gone else person for person in review.people)
    ranked = any(person.conversation_rank is not None for person in review.people)
    still_ranked = any(person.conversation_rank is not None for person in people)
    review = replace(renamed(review, dict.fromkeys(gone)), people=people)
    return replace(review, option=_without_conversations(review.option)) if ranked and not still_ranked else review


def _without_settled(review: Review, gone: frozenset[str]) -> Review:
    """Return the review with nothing settled, wished or held up that is about a conversation with them, or for them."""
    prefixes = [one.prefix for one in review.option.templates if one.for_each in WITH_ONE_PERSON]
    fallen = {f"{prefix}:{id}" for prefix in prefixes for id in gone}
    return replace(
        review,
        holds=tuple(hold for hold in review.holds if hold.target not in fallen),
        settled=tuple(_held_by_others(one, gone) for one in review.settled if one.activity not in fallen),
        windows=tuple(window for window in review.windows if window.activity not in fallen),
    )


def _held_by_others(one: Settled, gone: frozenset[str]) -> Settled:
    """Return what was settled, with the choice of who holds it open again where they should, and it is to come."""
    left = () if one.state is not State.HELD and not gone.isdisjoint(one.held_by) else one.held_by
    return replace(one, held_by=left)


def _without_part(person: Person) -> Person:
    return replace(person, roles=(), essential=False, conversation_rank=None, line_manager=None)


def _without_conversations(option: Option) -> Option:
    templates = (replace(one, when="no") if one.for_each is ForEach.KEY_STAFF else one for one in option.templates)
    return replace(option, templates=tuple(templates))


def musts(agenda: Agenda, ids: Collection[str]) -> tuple[Reason, ...]:
    """Return why the review cannot do without the people `ids`, a reason for each of whom that is so.

    Somebody is a must where people.csv says that they are essential, where an activity names them, or where they are
    the last of a role that is a must. Others of their role can take the place of anybody else. A conversation with the
    person themselves falls away instead.
    """
    return tuple(reason for id in ids for reason in _must(agenda, agenda.review.person(id), ids))


def _must(agenda: Agenda, person: Person, gone: Collection[str]) -> Iterator[Reason]:
    templates = {template.id: template for template in agenda.option.templates}
    found: dict[str, list[Activity]] = {}
    for activity in _to_come(agenda):
        template = templates.get(activity.template)
        if template is not None and person.id in activity.must and not _is_with(person, activity, template):
            for why in _why(person, template, agenda.review, gone):
                found.setdefault(why, []).append(activity)
    for why, activities in found.items():
        essential = why == ESSENTIAL
        cure = Advice(f"{person.id} is no must any more", PEOPLE_FILE, ("essential",)) if essential else None
        text = f"{person.id} is {why.format(where=_where(activities))}"
        yield Reason("must attend", text, (*(activity.id for activity in activities), person.id), cure=cure)


ESSENTIAL = "a must at {where} (essential in people.csv)"


def _why(person: Person, template: Template, review: Review, gone: Collection[str]) -> Iterator[str]:
    """Yield, in words, the one reason for which `person` is a must that nobody else can take over; nothing for none."""
    if person.essential and template.essential:
        yield ESSENTIAL
    elif person.id in template.must:
        yield "a must at {where}, by name"
    else:
        for role in person.roles:
            if role in template.must and all(other.id in gone for other in review.with_role(Role(role))):
                others = [other.id for other in review.with_role(Role(role)) if other.id != person.id]
                last = (
                    f"{role.words} like {listed(others)}, and none is left:"
                    if others
                    else f"the only {role.words} left,"
                )
                yield f"{last} a must at {{where}}"
                return


def _is_with(person: Person, activity: Activity, template: Template) -> bool:
    """Return whether `activity` is the conversation with `person`."""
    return template.for_each in WITH_ONE_PERSON and activity.id == f"{template.prefix}:{person.id}"


def _where(activities: list[Activity]) -> str:
    """Return what these are called, each kind once: ``the introduction and joint meetings``."""
    words = []
    for kind in unrepeated(activity.kind for activity in activities):
        own = [activity for activity in activities if activity.kind == kind]
        if kind == Kind.OTHER:
            words += [activity.title for activity in own]
        else:
            name = KIND_WORDS[Kind(kind)]
            words.append(f"the {name.one}" if len(own) == 1 else name.many)
    return listed(words) if len(words) <= MOST_NAMED else plural(len(activities), "booking")


MOST_NAMED = 4


def _to_come(agenda: Agenda) -> Iterator[Activity]:
    over = agenda.over
    yield from (activity for activity in agenda.activities if activity.id not in over)
