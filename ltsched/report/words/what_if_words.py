"""What comes of a change, in few words."""

from __future__ import annotations

from collections.abc import Iterator

from ltsched.domain.living.what_if import Consequence, WhatIf
from ltsched.domain.words.wording import listed, plural

__all__ = ["conclusion", "worse_words"]


def conclusion(found: WhatIf) -> str:
    """Return in one sentence what comes of it."""
    match found.consequence:
        case Consequence.IMPOSSIBLE:
            return "Impossible: no timetable keeps all the rules then."
        case Consequence.UNKNOWN:
            return "Nothing found in the time given; nothing is proven."
        case Consequence.NOTHING:
            return "Nothing changes." if found.unchanged else "No worse, and nothing has to lie elsewhere."
        case Consequence.WORSE:
            return f"Worse: {worse_words(found)}."
    if found.now.timetable is None:
        return "Possible, which it is not now."
    if found.needed:
        return f"No worse, if {plural(len(found.needed), 'booking')} may lie elsewhere."
    return "No worse, and nothing has to lie elsewhere." if found.needed is not None else "No worse."


def worse_words(found: WhatIf) -> str:
    """Return by how much it would be worse: ``3 days late, 2 more missing``; empty where it would not."""
    return listed(_worse(found))


def _worse(found: WhatIf) -> Iterator[str]:
    waiting, late, missed, report, if_needed = found.worse
    if waiting:
        yield f"{plural(waiting, 'activity waits', 'activities wait')} for the end of a hold that has none"
    if late:
        yield f"{plural(late, 'more working day', 'more working days')} late"
    if missed:
        yield f"somebody is missing {plural(missed, 'more time')}"
    if report:
        yield f"the report {plural(report, 'day')} later"
    if if_needed:
        yield f"{plural(if_needed, 'more booking', 'more bookings')} in time free only if needed"
