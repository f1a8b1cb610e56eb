"""What each stage counts, in a sentence for somebody who has not read the manual."""

from __future__ import annotations

from ltsched.domain.preferences import BALANCE, LUNCH, TRIPS, WAITING
from ltsched.domain.stage_values import EVENNESS, FINISH, IF_NEEDED, LATE_DAYS, MISSED_ATTENDANCE, SHAPE

__all__ = ["MEANINGS", "meaning"]

MEANINGS = {
    LATE_DAYS: "Working days after the deadline up to the final report, its own day counted; 0 without a deadline.",
    MISSED_ATTENDANCE: "How often somebody cannot come to what they are expected at, or has no seat there.",
    IF_NEEDED: "Bookings in time that somebody who comes would give up only if needed.",
    SHAPE: "How far the meetings are from what the option is about: even gaps, short blocks, or an early end.",
    EVENNESS: "How far the meetings lie from their even positions, added up.",
    FINISH: "Working days from commissioning to the final report.",
    LUNCH: "Bookings that take some of lunch.",
    WAITING: "Working days before the set-up meeting and the introduction that could have been used, added up.",
    TRIPS: "Days on which a lead reviewer has to travel, added up over the lead reviewers.",
    BALANCE: "How unevenly the conversations and audits are shared out, beyond a difference of one.",
}
"""By the name of the stage."""


def meaning(name: str) -> str:
    """Return what the stage `name` counts; an empty text for one that is not known here."""
    return MEANINGS.get(name, "")
