"""Somebody is no must any more, has no conversation, or comes in as one more reviewer."""

from __future__ import annotations

from dataclasses import dataclass

from ltsched.domain.explaining.changes.naming import conversations_with, naming_edits
from ltsched.domain.explaining.step import Call, Change, Edit
from ltsched.domain.option import Kind, Template
from ltsched.domain.people import Person, Role
from ltsched.domain.review import Review
from ltsched.domain.words.file_names import PEOPLE_FILE
from ltsched.domain.words.kind_words import KIND_WORDS
from ltsched.domain.words.wording import listed

__all__ = ["NoConversation", "NotEssential", "OneMoreReviewer"]


@dataclass(frozen=True, slots=True)
class NotEssential(Change):
    """The person `id` need not come to joint meetings and events; they are still expected."""

    id: str

    @property
    def family(self) -> tuple[str, ...]:
        """This person."""
        return ("essential", self.id)

    @property
    def ids(self) -> tuple[str, ...]:
        """This person."""
        return (self.id,)

    def edits(self, review: Review) -> tuple[Edit, ...]:
        """Return the empty cell."""
        return (Edit(PEOPLE_FILE, f"{self.id}.essential", "yes", ""),)

    def words(self, review: Review, call: Call) -> str:
        """Return that they need not come."""
        templates = [template for template in review.option.templates if template.essential]
        meetings = listed(dict.fromkeys(map(_called, templates))) or KIND_WORDS[Kind.JOINT_MEETING].many
        return f"{call(self.id)} were expected at {meetings}, but not essential"


def _called(template: Template) -> str:
    """Return what the activities of a template are called: ``joint meetings``, ``the one-day event``."""
    words = KIND_WORDS[template.kind]
    alone = template.count is None and template.for_each is None
    return f"the {words.one}" if alone else words.many


@dataclass(frozen=True, slots=True)
class NoConversation(Change):
    """No conversation is held with some people.

    Parameters
    ----------
    people
        Ids of those, the lowest rank first.
    ranked
        Ids of all others who have one, by rank, where nobody has a rank so far: with nobody ranked it is the whole
        case group. Empty where the others have their ranks.
    chosen
        Whether they are left out for themselves, and not for having the lowest ranks.
    """

    people: tuple[str, ...]
    ranked: tuple[str, ...] = ()
    chosen: bool = False

    @property
    def family(self) -> tuple[str, ...]:
        """Those of the lowest ranks, however many; or this one."""
        return ("conversation", *(self.people if self.chosen else ()))

    @property
    def ids(self) -> tuple[str, ...]:
        """Those without one."""
        return self.people

    def covers(self, other: Change) -> bool:
        """Return whether none is held with any of those of the other."""
        return isinstance(other, NoConversation) and set(other.people) <= set(self.people)

    def with_other(self, other: Change) -> Change | None:
        """Return that neither those of this nor those of `other` have one, where the ranks are written for it."""
        if not isinstance(other, NoConversation) or not (self.ranked or other.ranked):
            return None
        people = tuple(dict.fromkeys((*self.people, *other.people)))
        return NoConversation(people, tuple(id for id in self.ranked if id not in people), chosen=True)

    def edits(self, review: Review) -> tuple[Edit, ...]:
        """Return the ranks that go, those that have to be written for it, and what review.toml says of what goes."""
        ranks = {person.id: person.conversation_rank for person in review.people}
        gone = (Edit(PEOPLE_FILE, f"{id}.conversation", ranks[id], "") for id in self.people if ranks[id] is not None)
        written = (Edit(PEOPLE_FILE, f"{id}.conversation", "", rank) for rank, id in enumerate(self.ranked, 1))
        return (*gone, *written, *naming_edits(review, conversations_with(review, self.people)))

    def words(self, review: Review, call: Call) -> str:
        """Return with whom none were held."""
        names = listed(map(call, self.people))
        if self.chosen:
            return f"no conversation were held with {names}"
        lowest = "the lowest rank" if len(self.people) == 1 else "the lowest ranks"
        return f"no conversation were held with {names} ({'the last of the file' if self.ranked else lowest})"


@dataclass(frozen=True, slots=True)
class OneMoreReviewer(Change):
    """`person` takes part, too: a row of people.csv, to be filled in."""

    person: Person

    @property
    def family(self) -> tuple[str, ...]:
        """One more of this role."""
        return ("reviewer", *self.person.roles)

    @property
    def ids(self) -> tuple[str, ...]:
        """Nobody who is there."""
        return ()

    def edits(self, review: Review) -> tuple[Edit, ...]:
        """Return the row."""
        person = self.person
        roles = ";".join(person.roles)
        return (Edit(PEOPLE_FILE, "", None, f"{person.id},{person.name},,{roles},{person.agency},,,,,"),)

    def words(self, review: Review, call: Call) -> str:
        """Return who would come in."""
        if self.person.has(Role.LEAD_REVIEWER):
            return "there were one more lead reviewer, Monday to Friday 09:00–17:00"
        role = self.person.roles[0].words if self.person.has(Role.AUDITOR) else "reviewer on the review team"
        return f"there were one more {role}, of another agency, Monday to Friday 09:00–17:00"
