"""Whose calendar it is, and what of it is known already."""

from __future__ import annotations

from dataclasses import dataclass

from ltsched.domain.availability import Level
from ltsched.domain.words.wording import one_line
from ltsched.files.calendars.own_times import OwnTime

__all__ = ["Owner"]


@dataclass(frozen=True, slots=True)
class Owner:
    """The person or the room that a calendar is about.

    Parameters
    ----------
    id, name
        As people.csv or rooms.csv has them.
    addresses
        Their own, in small letters.
    all_day_free
        What whole days count as that are shown as free; None where nobody has said it: then they are if-needed, and
        asked about.
    own_uids
        Keys (`own_uid.uid_key`) of all invitations of the review.
    invited
        The times of what they are or were invited to; those that stand come first.
    """

    id: str
    name: str = ""
    addresses: frozenset[str] = frozenset()
    all_day_free: Level | None = None
    own_uids: frozenset[str] = frozenset()
    invited: tuple[OwnTime, ...] = ()

    @property
    def label(self) -> str:
        """The name with the id, for messages."""
        return f"{one_line(self.name)} ({self.id})" if self.name.strip() else self.id
