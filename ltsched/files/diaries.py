"""The diaries of a review: calendars and busy.csv together, and a word on those who have neither."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from ltsched.domain.availability import NO_DIARY, Diary
from ltsched.domain.people import Person, Role, Room
from ltsched.errors import Mistake, Notice
from ltsched.files.folder_entries import BUSY_FILE, CALENDARS, ROOMS_FILE
from ltsched.files.mistake_limit import enough

__all__ = ["calendar_notices", "merged", "read_calendars"]


def read_calendars(
    files: Mapping[str, tuple[Path, str]],
    window: tuple[date, date],
    zone: ZoneInfo,
    mistakes: list[Mistake],
    notices: list[Notice],
    own: Collection[str] = (),
) -> dict[str, Diary]:
    """Read calendar files over the days ``[first, end)`` of `window`.

    Parameters
    ----------
    files
        Path and relative name by id.
    window
        Local days in `zone`; what lies outside is not looked at.
    zone
        The zone of the review, for floating and all-day entries.
    mistakes, notices
        What is wrong, and what should be known, is added here.
    own
        UIDs of the review's own invitations, which make nobody busy.
    """
    if not files:
        return {}
    from ltsched.files.calendars import read_calendar  # icalendar takes a while to load

    found: dict[str, Diary] = {}
    for id, (path, relative) in files.items():
        if enough(mistakes):
            break
        found[id] = read_calendar(path, relative, window, zone, mistakes, notices, own)
    return found


def merged(calendars: Mapping[str, Diary], busy: Mapping[str, Diary]) -> dict[str, Diary]:
    """Return one diary for each id, with the entries of both."""
    found = dict(calendars)
    for id, added in busy.items():
        diary = calendars.get(id, NO_DIARY)
        found[id] = Diary(
            busy=diary.busy | added.busy,
            if_needed=diary.if_needed | added.if_needed,
            entries=diary.entries + added.entries,
            has_calendar=diary.has_calendar,
        )
    return found


def calendar_notices(people: Sequence[Person], rooms: Sequence[Room], diaries: Mapping[str, Diary]) -> list[Notice]:
    """Name everybody whose availability is a guess because there is no calendar; administrators are not booked."""
    found = []
    for person in people:
        diary = diaries.get(person.id, NO_DIARY)
        if diary.has_calendar or set(person.roles) == {Role.ADMINISTRATOR}:
            continue
        by = f"working hours and {BUSY_FILE}" if diary.entries else "working hours"
        found.append(Notice(f"no calendar for {person.id}: planned by {by} alone", CALENDARS, person.id))
    without = [room.id for room in rooms if not diaries.get(room.id, NO_DIARY).has_calendar]
    if without:
        rest = f" outside {BUSY_FILE}" if _any_entries(without, diaries) else ""
        found.append(Notice(f"no calendar for {', '.join(without)}: taken as free{rest}", ROOMS_FILE))
    return found


def _any_entries(ids: Iterable[str], diaries: Mapping[str, Diary]) -> bool:
    return any(id in diaries for id in ids)
