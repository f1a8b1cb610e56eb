"""The ways to lay the meetings of one day, without a solver."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from ltsched.domain.agenda import Agenda
from ltsched.model.candidates import Candidates
from ltsched.model.overlaps import Overlaps

__all__ = ["Layout", "Meeting", "TooManyLayouts", "layouts_by_day", "meetings_in_order"]


class TooManyLayouts(Exception):
    """There are more layouts than it is worth to look at."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting, as far as laying out a day has to know it.

    Parameters
    ----------
    own
        Its candidates.
    after
        Ids of all that comes after it.
    later
        Ids of what comes on a later day.
    """

    own: Candidates
    after: frozenset[str]
    later: frozenset[str]

    @property
    def id(self) -> str:
        """The id of the activity."""
        return self.own.activity.id

    def stands_beside(self, start: int, other: Meeting, other_start: int) -> bool:
        """Return whether this from `start` on and `other` from `other_start` on can be on one day.

        The order keeps them apart, or somebody who must come to both; two that people have agreed on stand as they are.
        """
        if other.id in self.later or self.id in other.later:
            return False
        if other.id in self.after:
            return start + self.own.length <= other_start
        if self.id in other.after:
            return other_start + other.own.length <= start
        agreed = self.own.activity.agreed is not None and other.own.activity.agreed is not None
        if agreed or not frozenset(self.own.activity.must).intersection(other.own.activity.must):
            return True
        return start + self.own.length <= other_start or other_start + other.own.length <= start


Layout = tuple[tuple[Meeting, int], ...]
"""The meetings of one day, each with its start; empty where none is on it."""


def meetings_in_order(agenda: Agenda, overlaps: Overlaps, meetings: Collection[Candidates]) -> list[Meeting]:
    """Return `meetings`, each after all that comes before it."""
    later: dict[str, set[str]] = {}
    for rule in agenda.precedences:
        if rule.least > 0:
            later.setdefault(rule.before, set()).add(rule.after)
    found = [
        Meeting(own, overlaps.after[own.activity.id], frozenset(later.get(own.activity.id, ()))) for own in meetings
    ]
    # Whatever comes after something has fewer after it than that.
    return sorted(found, key=lambda meeting: -len(meeting.after))


def layouts_by_day(meetings: Sequence[Meeting], slots_a_day: int, most: int) -> dict[int, list[Layout]]:
    """Return for each day on which one of `meetings` can lie all the ways to lay some or none of them on it.

    What must come between two meetings of the day is on it too.

    Parameters
    ----------
    meetings
        In order (`meetings_in_order`).
    most
        The most layouts of all days together.

    Raises
    ------
    TooManyLayouts
        There are more.
    """
    found: dict[int, list[Layout]] = {}
    count = 0
    for day, starts in sorted(_starts_by_day(meetings, slots_a_day).items()):
        found[day] = []
        for layout in _layouts([(meeting, starts.get(meeting.id, ())) for meeting in meetings]):
            count += 1
            if count > most:
                raise TooManyLayouts
            found[day].append(layout)
    return found


def _starts_by_day(meetings: Sequence[Meeting], slots_a_day: int) -> dict[int, dict[str, list[int]]]:
    found: dict[int, dict[str, list[int]]] = {}
    for meeting in meetings:
        for slot in meeting.own.starts:
            found.setdefault(slot // slots_a_day, {}).setdefault(meeting.id, []).append(slot)
    return found


def _layouts(
    choices: Sequence[tuple[Meeting, Sequence[int]]], chosen: Layout = (), closed: frozenset[str] = frozenset()
) -> Iterator[Layout]:
    """Yield the layouts that go on from `chosen` with some of `choices`, but for those of `closed`."""
    if not choices:
        yield chosen
        return
    (meeting, starts), rest = choices[0], choices[1:]
    # What comes after a meeting that is left out cannot be on a day with what comes before that meeting.
    left_out = closed | meeting.after if any(meeting.id in other.after for other, _ in chosen) else closed
    yield from _layouts(rest, chosen, left_out)
    if meeting.id not in closed:
        for slot in starts:
            if all(other.stands_beside(start, meeting, slot) for other, start in chosen):
                yield from _layouts(rest, (*chosen, (meeting, slot)), closed)
