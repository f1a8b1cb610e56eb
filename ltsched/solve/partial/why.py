"""Why something does not fit beside what is kept."""

from __future__ import annotations

from collections.abc import Mapping

from ltsched.domain.activities import Activity
from ltsched.domain.agenda import Agenda
from ltsched.domain.partial.kept import kept_of
from ltsched.domain.words.capacity_words import tally_words
from ltsched.domain.words.why_words import without_start_words
from ltsched.model.candidates import Candidates
from ltsched.model.free_time import FreeTime
from ltsched.model.narrow import narrow
from ltsched.solve.arithmetic.shortage import find_shortage
from ltsched.solve.reasons.alone import reason_alone

__all__ = ["why_left_out"]

NO_ROOM = "it does not fit beside what is kept, which counts more"


def why_left_out(
    activity: Activity, agenda: Agenda, free: FreeTime, alone: Mapping[str, Candidates], kept: frozenset[str]
) -> str:
    """Return why `activity` does not fit beside what is `kept` of `agenda`, as a sentence without a full stop.

    What would be so without the others comes first: its own time, then what the order leaves of it, then the places
    that there are.
    """
    if not alone[activity.id].starts:
        return reason_alone(activity, agenda, free).text
    with_it = kept_of(agenda, kept | {activity.id})
    candidates = narrow(with_it, free.grid, {id: alone[id] for id in alone if id in kept or id == activity.id})
    if not all(own.starts for own in candidates.values()):
        return without_start_words(activity.id)
    short = find_shortage(with_it, free, candidates)
    return NO_ROOM if short is None else tally_words(short)
