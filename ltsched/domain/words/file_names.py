"""The names of the files of a scenario folder, as they are told."""

from __future__ import annotations

__all__ = [
    "BUSY_FILE",
    "CALENDARS",
    "LEDGER_FILE",
    "PEOPLE_FILE",
    "REVIEW_FILE",
    "ROOMS_FILE",
    "TIMETABLE_FILE",
]

REVIEW_FILE = "review.toml"
PEOPLE_FILE = "people.csv"
ROOMS_FILE = "rooms.csv"
BUSY_FILE = "busy.csv"
CALENDARS = "calendars"
LEDGER_FILE = "invitations.json"
TIMETABLE_FILE = "timetable.json"
"""In the folder of the results."""
