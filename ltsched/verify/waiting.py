"""Does only that wait which a hold without an end puts off?"""

from __future__ import annotations

from collections.abc import Iterator

from ltsched.domain.agenda import Agenda
from ltsched.domain.replanning.waiting import held_without_end
from ltsched.domain.rules import Violation
from ltsched.domain.timetable import Timetable

__all__ = ["waiting_violations"]


def waiting_violations(agenda: Agenda, timetable: Timetable) -> Iterator[Violation]:
    """Yield what waits and is not on hold for good, nor comes after anything that is and waits."""
    known = {activity.id for activity in agenda.activities}
    held = held_without_end(agenda)
    put_off = {id for id in timetable.waiting if id in held}
    growing = True
    while growing:
        after = {rule.after for rule in agenda.precedences if rule.before in put_off}
        more = after.intersection(timetable.waiting) - put_off
        put_off |= more
        growing = bool(more)
    for id in timetable.waiting:
        if id not in known:
            yield Violation("not on the agenda", (id,), f"{id} waits and is not on the agenda")
        elif id not in put_off:
            yield Violation("waiting", (id,), f"{id} waits, and no hold without an end puts it off")
