"""What people, rooms and activities are called within a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from ltsched.domain.explaining.step import Call
from ltsched.domain.option import Kind
from ltsched.domain.people import Person, Room
from ltsched.domain.review import Review
from ltsched.domain.words.kind_words import KIND_WORDS
from ltsched.domain.words.wording import listed, one_line

__all__ = ["Titled", "by_id", "by_title", "call_of", "capital", "together"]

WITH_SOMEBODY = (Kind.CONVERSATION, Kind.FAMILY_CONVERSATION)
NAMED_EACH = 3
"""As many activities of a kind are named one by one; more are counted."""


class Titled(Protocol):
    """What an activity has that it is called by: on the agenda, or in a timetable."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def title(self) -> str:
        """Its title."""

    @property
    def kind(self) -> Kind:
        """Its kind."""


def by_id(id: str) -> str:
    """Return the id: what things are called in files."""
    return id


def call_of(review: Review, activities: Iterable[Titled] = ()) -> Call:
    """Return what things are called for people to read, within a sentence.

    ``Amira Khan (t01)``, ``Board room (r1)``, ``joint meeting 2``, ``the introduction``, ``the conversation with Amira
    Khan (p07)``. Who has no name is called by id and role; what is not known, by its id.

    Parameters
    ----------
    activities
        Those of the agenda; without them they are called by their ids.
    """
    people = {person.id: _person(person) for person in review.people}
    rooms = {room.id: _room(room) for room in review.rooms}
    return _call({**people, **rooms, **_activities(activities, people)})


def by_title(review: Review, activities: Iterable[Titled]) -> Call:
    """Return what things are called in a file that says it in a sentence: activities by their titles, all else by ids.

    ``joint meeting 2``, ``the conversation with p07``, ``t01``.
    """
    return _call(_activities(activities, {person.id: person.id for person in review.people}))


def _call(called: Mapping[str, str]) -> Call:
    return lambda id: called.get(id, id)


def _activities(activities: Iterable[Titled], people: Mapping[str, str]) -> dict[str, str]:
    known = list(activities)
    titles = [one_line(activity.title) for activity in known]
    return {
        activity.id: _activity(activity, title, people, titles) for activity, title in zip(known, titles, strict=True)
    }


def _person(person: Person) -> str:
    name = one_line(person.name)
    return f"{name} ({person.id})" if name else f"{person.id} ({person.role_words})"


def _room(room: Room) -> str:
    name = one_line(room.name)
    return f"{name} ({room.id})" if name else f"room {room.id}"


def _activity(activity: Titled, title: str, people: Mapping[str, str], titles: Sequence[str]) -> str:
    subject = activity.id.partition(":")[2]
    if activity.kind is not Kind.OTHER and title[1:2].islower():
        title = title[0].lower() + title[1:]
    if activity.kind in WITH_SOMEBODY and subject in people:
        return f"the {title} with {people[subject]}"
    if sum(title.casefold() == other.casefold() for other in titles) > 1 and subject:
        return f"{title} {subject}"
    alone = activity.kind is not Kind.OTHER and title and not any(map(str.isdigit, title))
    return f"the {title}" if alone else title or activity.id


def capital(text: str) -> str:
    """Return `text` as a sentence begins; an id stays as it is, wherever it stands."""
    first = text.split(" ", 1)[0]
    return text if any(sign.isdigit() or sign in ":_" for sign in first) else text[:1].upper() + text[1:]


def together(ids: Sequence[str], kinds: Mapping[str, Kind], call: Call) -> str:
    """Return activities as a list of words: each by what it is called, many of a kind counted.

    Parameters
    ----------
    kinds
        The kind of each activity, by id; what is not among them is called and never counted.
    """
    words: list[str] = []
    for kind in dict.fromkeys(kinds.get(id) for id in ids):
        own = [id for id in ids if kinds.get(id) is kind]
        if kind in (None, Kind.OTHER) or len(own) <= NAMED_EACH:
            words += map(call, own)
        elif kind is not None:
            words.append(f"{len(own)} {KIND_WORDS[kind].many}")
    return listed(words)
