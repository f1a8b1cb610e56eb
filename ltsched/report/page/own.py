"""What one person may see of a timetable: their own bookings, and nothing of anybody else.

The page of a person is made of a timetable in which there are only their own bookings with nobody but themselves in
them: what is not there cannot be shown by mistake.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ltsched.domain.invitations.invitations import Shown
from ltsched.domain.invitations.invitees import invitees
from ltsched.domain.people import Person, Role
from ltsched.domain.review import Organiser, Review
from ltsched.domain.timetable import Timetable
from ltsched.domain.words.kind_words import KIND_WORDS
from ltsched.domain.words.wording import one_line

__all__ = ["own_notes", "own_review", "own_timetable"]

DATES_FOR = frozenset({Role.LEAD_REVIEWER, Role.REVIEW_TEAM, Role.ADMINISTRATOR})
"""Who sees the milestones: those who carry the review."""


def own_timetable(timetable: Timetable, review: Review, id: str) -> Timetable:
    """Return the timetable with the bookings that the person `id` attends, and with nobody else in them.

    Stages, measures and warnings are left out: they are about all. A title in which somebody else is named becomes
    the words for the kind of booking.
    """
    others = [person for person in review.people if person.id != id]
    bookings = (
        replace(
            booking,
            activity=f"own-{number}",
            title=_without(booking.title, others, KIND_WORDS[booking.kind].one.capitalize()),
            attendees=(id,),
            missing=(),
            panel=(),
            unseated=(),
        )
        for number, booking in enumerate(timetable.of_person(id), 1)
    )
    sees_dates = any(map(review.person(id).has, DATES_FOR))
    return replace(
        timetable,
        stages=(),
        bookings=tuple(bookings),
        milestones=timetable.milestones if sees_dates else (),
        measures={},
        warnings=(),
    )


def own_review(review: Review, id: str) -> Review:
    """Return the review with nobody but the person `id` in it, and without what is known of anybody.

    A room in whose name somebody else is named is called by its id. The deadline stays for those who see milestones.
    """
    person = review.person(id)
    others = [other for other in review.people if other.id != id]
    return replace(
        review,
        organiser=None,
        people=(person,),
        rooms=tuple(replace(room, name=_without(room.name, others, room.id)) for room in review.rooms),
        deadline=review.deadline if any(map(person.has, DATES_FOR)) else None,
        diaries={},
        holds=(),
        audits=(),
        focused_reviews=(),
        notices=(),
        over=(),
    )


def own_notes(timetable: Timetable, review: Review, id: str) -> tuple[str, ...]:
    """Return for each booking that the person `id` attends with whom they hold it, by ids; empty where they do not.

    These are the very words of their invitations.
    """
    # Whoever has no address is sent no invitation, and may still be handed their page.
    addressed = tuple(replace(person, email=person.email or "none") for person in review.people)
    invited = invitees(replace(review, people=addressed), timetable.bookings, Organiser("", ""), Shown.NONE)
    notes = {one.told.activity: one.details for one in invited.invitations if one.told.recipient == id}
    return tuple(notes.get(booking.activity, "") for booking in timetable.of_person(id))


def _without(text: str, others: Sequence[Person], instead: str) -> str:
    """Return `text`, or `instead` if the name, the id or the address of one of `others` stands in it."""
    line = one_line(text)
    told = (word for person in others for word in (one_line(person.name), person.id, one_line(person.email)) if word)
    named = any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", line, re.IGNORECASE) for word in told)
    return instead if named else line
