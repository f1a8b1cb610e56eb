"""Words for what has changed, and for several ids."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ltsched.domain.standing.standing import SincePlan
from ltsched.domain.words.wording import listed_first

__all__ = ["changed_texts", "ids_text"]

MOST_NAMED = 8


def changed_texts(changed: SincePlan) -> Iterator[str]:
    """Yield what is new or gone since the timetable was planned, a few words each."""
    kinds = (
        ("new on the agenda", changed.new_activities),
        ("not on the agenda any more", changed.gone_activities),
        ("new at bookings", changed.new_people),
        ("not in people.csv any more", changed.gone_people),
        ("not in rooms.csv any more", changed.gone_rooms),
    )
    for words, ids in kinds:
        if ids:
            yield f"{words}: {ids_text(ids)}"


def ids_text(ids: Sequence[str]) -> str:
    """Return ``p01, p02 and p03``; a long list is told by its beginning and how many more there are."""
    return listed_first(ids, MOST_NAMED)
