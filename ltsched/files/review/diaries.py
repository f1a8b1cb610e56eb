"""The diaries of a review: calendars and busy.csv together, and a word on those who have neither."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from ltsched.domain.availability import NO_DIARY, Diary
from ltsched.domain.invitations.invitations import Ledger
from ltsched.domain.people import Person, Role, Room
from ltsched.domain.review import CalendarSettings
from ltsched.domain.words.file_names import BUSY_FILE, CALENDARS, ROOMS_FILE
from ltsched.errors import Mistake, Notice
from ltsched.files.calendars.own_times import own_times
from ltsched.files.calendars.own_uid import uid_key
from ltsched.files.calendars.owner import Owner
from ltsched.validation.mistake_limit import enough

if TYPE_CHECKING:
    from ltsched.files.calendars.read import CalendarReading

__all__ = ["calendar_notices", "merged", "owners", "read_calendars", "told_of_calendars"]


def read_calendars(
    files: Mapping[str, tuple[Path, str]],
    window: tuple[date, date],
    zone: ZoneInfo,
    owners: Mapping[str, Owner],
    mistakes: list[Mistake],
    *,
    strict: bool = False,
) -> dict[str, CalendarReading]:
    """Read calendar files over the days ``[first, end)`` of `window`, by id.

    Parameters
    ----------
    files
        Path and relative name by id.
    window
        Local days in `zone`; what lies outside is not looked at.
    zone
        The zone of the review, for floating and all-day entries.
    owners
        Whose they are, by id; who is not in it has nothing of their own in the calendar.
    mistakes
        What is wrong is added here.
    strict
        Whether what is not understood of an entry is a mistake.
    """
    if not files:
        return {}
    from ltsched.files.calendars.read import read_calendar  # icalendar takes a while to load
    from ltsched.files.calendars.series.window import CalendarWindow
    from ltsched.files.calendars.told import doubt_mistakes

    found: dict[str, CalendarReading] = {}
    for id, (path, relative) in files.items():
        if enough(mistakes):
            break
        owner = owners.get(id, Owner(id))
        found[id] = read_calendar(path, relative, CalendarWindow(*window, zone), owner, mistakes)
        if strict:
            mistakes += doubt_mistakes(found[id].doubts, relative)
    return found


def told_of_calendars(
    readings: Mapping[str, CalendarReading],
    files: Mapping[str, tuple[Path, str]],
    owners: Mapping[str, Owner],
    months: tuple[date, date],
    today: date | None,
) -> list[Notice]:
    """Return what should be known of the calendars that were read, before anybody plans with them.

    `months` are the days ``[first, end)`` on which anything may be planned; `today`, if it is known, tells how old a
    calendar is.
    """
    if not readings:
        return []
    from ltsched.files.calendars.told import reading_notices

    found: list[Notice] = []
    for id, reading in readings.items():
        found += reading_notices(reading, owners.get(id, Owner(id)), files[id][1], months, today)
    return found


def owners(
    people: Sequence[Person], rooms: Sequence[Room], settings: CalendarSettings, ledger: Ledger | None
) -> dict[str, Owner]:
    """Return whose calendar each may be, by id, with the invitations of the `ledger` (None if there is none)."""
    keys = frozenset(uid_key(uid) for uid in ledger.uids()) if ledger is not None else frozenset()
    invited = own_times(ledger, rooms) if ledger is not None else {}
    found = {}
    everybody: list[Person | Room] = [*people, *rooms]
    for each in everybody:
        addresses = {each.email.strip().casefold()} - {""} if isinstance(each, Person) else set()
        found[each.id] = Owner(
            id=each.id,
            name=each.name,
            addresses=frozenset(addresses),
            all_day_free=settings.all_day_free_of.get(each.id, settings.all_day_free),
            own_uids=keys,
            invited=invited.get(each.id, ()),
        )
    return found


def merged(calendars: Mapping[str, Diary], busy: Mapping[str, Diary]) -> dict[str, Diary]:
    """Return one diary for each id, with the entries of both."""
    found = dict(calendars)
    for id, added in busy.items():
        diary = calendars.get(id, NO_DIARY)
        found[id] = Diary.of((*diary.times, *added.times), has_calendar=diary.has_calendar, coverage=diary.coverage)
    return found


def calendar_notices(people: Sequence[Person], rooms: Sequence[Room], diaries: Mapping[str, Diary]) -> list[Notice]:
    """Name everybody whose availability is a guess because there is no calendar; administrators are not booked."""
    found = []
    for person in people:
        diary = diaries.get(person.id, NO_DIARY)
        if diary.has_calendar or set(person.roles) == {Role.ADMINISTRATOR}:
            continue
        by = f"working hours and {BUSY_FILE}" if diary.times else "working hours"
        found.append(Notice(f"no calendar for {person.id}: planned by {by} alone", CALENDARS, person.id))
    without = [room.id for room in rooms if not diaries.get(room.id, NO_DIARY).has_calendar]
    if without:
        rest = f" outside {BUSY_FILE}" if _any_entries(without, diaries) else ""
        found.append(Notice(f"no calendar for {', '.join(without)}: taken as free{rest}", ROOMS_FILE))
    return found


def _any_entries(ids: Iterable[str], diaries: Mapping[str, Diary]) -> bool:
    return any(id in diaries for id in ids)
