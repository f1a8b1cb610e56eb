"""Problem 046 of CSPLib, meeting scheduling: meetings of one slot, and journeys between them.

The page of the instances has, for each, the meetings of each agent and a table of distances. Two meetings that an agent
has in common must be apart by more than their distance in slots: ``|time(i) − time(j)| > distance(i, j)``.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import time

from ltsched.domain.activities import Activity
from ltsched.domain.agenda import Agenda
from ltsched.domain.option import Kind
from ltsched.domain.rules import Precedence
from ltsched.domain.timetable import Booking

from .agendas import FIRST_DAY, meetings_agenda, weekday

__all__ = ["MeetingProblem", "NotUnderstood", "agenda_of", "problems", "slots_of", "verdicts"]

HEADING = re.compile(r"(?:\*\*|__)Instance #(\d+)(?:\*\*|__)")
NINE, TEN = time(9), time(10)


class NotUnderstood(ValueError):
    """A file is not in the format that is expected; the text says where."""


@dataclass(frozen=True, slots=True)
class MeetingProblem:
    """An instance: how many slots there are, the meetings of each agent, and the distance of each two meetings."""

    number: int
    slots: int
    agents: tuple[tuple[int, ...], ...]
    distances: tuple[tuple[int, ...], ...]

    @property
    def meetings(self) -> int:
        """How many meetings there are."""
        return len(self.distances)

    def apart(self) -> dict[tuple[int, int], int]:
        """Return how many slots lie between any two meetings with an agent in common, at least: the least difference
        of their times is one more."""
        found = {}
        for own in self.agents:
            for one, other in itertools.combinations(sorted(own), 2):
                found[one, other] = max(self.distances[one][other], self.distances[other][one])
        return found

    def broken_by(self, slots: Mapping[int, int]) -> list[tuple[int, int]]:
        """Return each two meetings that are too near to each other, or outside of the slots (with itself)."""
        outside = [(one, one) for one in range(self.meetings) if not 0 <= slots.get(one, -1) < self.slots]
        near = [pair for pair, apart in self.apart().items() if abs(slots[pair[0]] - slots[pair[1]]) <= apart]
        return outside or near


def problems(text: str) -> list[MeetingProblem]:
    """Return the instances on the page `text`, in order.

    Raises
    ------
    NotUnderstood
        An instance lacks something, or its table does not fit.
    """
    return [_problem(number, part) for number, part in _parts(text)]


def verdicts(text: str) -> dict[int, dict[int, int] | None]:
    """Return what the page of the results says of each instance: the slot of each meeting, None for "no solution"."""
    found: dict[int, dict[int, int] | None] = {}
    for number, part in _parts(text):
        placed = re.findall(r"Meeting (\d+) scheduled at time (\d+)", part)
        found[number] = {int(meeting): int(slot) for meeting, slot in placed} or None
    return found


def _parts(text: str) -> Iterator[tuple[int, str]]:
    headings = list(HEADING.finditer(text))
    ends = [*(heading.start() for heading in headings[1:]), len(text)]
    for heading, end in zip(headings, ends, strict=True):
        yield int(heading.group(1)), text[heading.end() : end]


def _problem(number: int, text: str) -> MeetingProblem:
    def setting(name: str) -> int:
        if not (found := re.search(rf"{name}\s*=\s*(\d+)", text)):
            raise NotUnderstood(f"instance {number}: there is no {name} = …")
        return int(found.group(1))

    meetings, agents = setting("NumberOfMeetings"), setting("NumberOfAgents")
    own = [tuple(map(int, line.split())) for line in re.findall(r"Agents? \(\d+\):([\d \t]*)", text)]
    rows = [tuple(map(int, line.split())) for line in re.findall(r"^[ \t]*\d+[ \t]*:([\d \t]+)", text, re.MULTILINE)]
    if len(own) != agents:
        raise NotUnderstood(f"instance {number}: {len(own)} lines of agents, and NumberOfAgents = {agents}")
    if len(rows) != meetings or any(len(row) != meetings for row in rows):
        raise NotUnderstood(f"instance {number}: the table of distances is not {meetings} by {meetings}")
    if stray := [meeting for meeting in itertools.chain(*own) if meeting >= meetings]:
        raise NotUnderstood(f"instance {number}: there is no meeting {stray[0]}, the last is {meetings - 1}")
    return MeetingProblem(number, setting("DomainSize"), tuple(own), tuple(rows))


def agenda_of(problem: MeetingProblem) -> Agenda:
    """Return `problem` in our words; the last meeting is to be as early as it can.

    A slot is a working day on which there is one hour. For each two meetings that must be apart by d there is somebody
    who takes part in both, and in d more after each of them, on the days that follow it: they are in one place at a
    time just where the two meetings are more than d slots apart.
    """
    apart = problem.apart()
    days_after = {
        one: max((d for pair, d in apart.items() if one in pair), default=0) for one in range(problem.meetings)
    }
    activities, precedences = [], []
    for one, most in days_after.items():
        for after in range(most + 1):
            with_it = [_traveller(*pair) for pair, d in apart.items() if one in pair and after <= d]
            must = tuple(with_it if after else [f"m{one}", *with_it])
            activities.append(_activity(_id(one, after), after, problem.slots, must))
            if after:
                precedences.append(Precedence(_id(one, 0), _id(one, after), least=after, most=after))
    return meetings_agenda(
        f"CSPLIB-046-{problem.number}",
        [*(f"m{one}" for one in range(problem.meetings)), *(_traveller(*pair) for pair in apart)],
        activities,
        hours=[(NINE, TEN)] * (problem.slots + max(days_after.values(), default=0)),
        slot_minutes=60,
        precedences=precedences,
        early=[_id(one, 0) for one in range(problem.meetings)],
    )


def slots_of(bookings: Sequence[Booking]) -> dict[int, int]:
    """Return the slot of each meeting."""
    last = max((booking.day for booking in bookings), default=FIRST_DAY)
    by_day = {weekday(number): number for number in range((last - FIRST_DAY).days + 1)}
    found = {}
    for booking in bookings:
        meeting, _, after = booking.activity.removeprefix("meeting:").partition("+")
        if not after:
            found[int(meeting)] = by_day[booking.day]
    return found


def _traveller(one: int, other: int) -> str:
    return f"t{one}-{other}"


def _id(meeting: int, after: int) -> str:
    return f"meeting:{meeting}+{after}" if after else f"meeting:{meeting}"


def _activity(id: str, after: int, slots: int, must: tuple[str, ...]) -> Activity:
    return Activity(
        id=id,
        template="meeting",
        kind=Kind.OTHER,
        title=id,
        minutes=60,
        first=max(FIRST_DAY, weekday(after)),
        end=weekday(slots + after),
        must=must,
        quorum=len(must),
    )
