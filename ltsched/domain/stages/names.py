"""What the stages are called, everywhere: on the screen, in files, and as keys."""

from __future__ import annotations

__all__ = [
    "BALANCE",
    "EVENNESS",
    "FINISH",
    "IF_NEEDED",
    "LATE_DAYS",
    "LUNCH",
    "MISSED_ATTENDANCE",
    "SHAPE",
    "TRIPS",
    "WAITING",
]

LATE_DAYS = "late days"
MISSED_ATTENDANCE = "missed attendance"
IF_NEEDED = "if-needed"
SHAPE = "shape"
EVENNESS = "evenness"
FINISH = "finish"
LUNCH = "preferences: lunch"
WAITING = "preferences: waiting"
TRIPS = "preferences: trips"
BALANCE = "preferences: balance"
