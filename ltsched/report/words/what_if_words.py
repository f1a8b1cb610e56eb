"""What comes of a change, in few words."""

from __future__ import annotations

from collections.abc import Iterator

from ltsched.domain.living.what_if import Consequence, WhatIf
from ltsched.domain.words.wording import listed, plural

__all__ = ["conclusion"]


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
            return f"Worse: {listed(_worse(found))}."
    if found.now.timetable is None:
        return "Possible, which it is not now."
    if found.needed:
        return f"No worse, if {plural(len(found.needed), 'booking')} may lie elsewhere."
    return "No worse, and nothing has to lie elsewhere." if found.needed is not None else "No worse."


def _worse(found: WhatIf) -> Iterator[str]:
    """Yield by how much it would be worse: ``3 more working days late``."""
    by = found.worse
    if by.waiting:
        yield f"{plural(by.waiting, 'activity waits', 'activities wait')} for the end of a hold that has none"
    if by.late_days:
        yield f"{plural(by.late_days, 'more working day', 'more working days')} late"
    if by.missed_by_others:
        yield f"somebody is missing {plural(by.missed_by_others, 'more time')}"
    if by.report_calendar_days:
        yield f"the report {plural(by.report_calendar_days, 'day')} later"
    if by.if_needed:
        yield f"{plural(by.if_needed, 'more booking', 'more bookings')} in time free only if needed"
