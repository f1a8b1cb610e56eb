"""Whose calendar it is, and what of it is known already."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from ltsched.domain.availability import Level
from ltsched.domain.words.wording import one_line

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
        The times, ``[start, end)`` in minutes since the epoch, of what they are invited to, with the moment at which
        that was first issued.
    """

    id: str
    name: str = ""
    addresses: frozenset[str] = frozenset()
    all_day_free: Level | None = None
    own_uids: frozenset[str] = frozenset()
    invited: Mapping[tuple[int, int], datetime] = field(default_factory=dict)

    @property
    def label(self) -> str:
        """The name with the id, for messages."""
        return f"{one_line(self.name)} ({self.id})" if self.name.strip() else self.id
