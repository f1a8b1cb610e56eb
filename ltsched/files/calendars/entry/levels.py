"""How busy an entry makes whose calendar it is in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone, tzinfo
from urllib.parse import unquote

from ltsched.domain.availability import Level
from ltsched.files.calendars.syntax.properties import Property

__all__ = ["Busyness", "busyness", "out_of_office"]

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Busyness:
    """How busy an entry makes.

    `why` says why it makes nobody busy; empty where the calendar itself shows the time as free. `asked` marks whole
    days that are shown as free and may be leave, because Outlook shows whole days as free unless that is changed.
    """

    level: Level
    why: str = ""
    asked: bool = False


BUSY = Busyness(Level.BUSY)
IF_NEEDED = Busyness(Level.IF_NEEDED)
FREE = Busyness(Level.FREE)
OUTLOOK = ("X-MICROSOFT-CDO-BUSYSTATUS", "X-MICROSOFT-MSNCALENDAR-BUSYSTATUS")
STATUSES = ("STATUS", "TRANSP", *OUTLOOK)
RANK = {Level.BUSY: 2, Level.IF_NEEDED: 1, Level.FREE: 0}


def busyness(
    said: Mapping[str, Sequence[Property]],
    start: date,
    end: date,
    home: tzinfo,
    rules: Sequence[str],
    addresses: frozenset[str],
    *,
    mixed: bool = False,
) -> tuple[Busyness, list[str]]:
    """Return how busy an entry makes, and which properties say two different things of it.

    Cancelled, declined by whose calendar it is, and shown as free: not busy. Tentative, or at work elsewhere: if
    needed. All else is busy.

    Parameters
    ----------
    said
        The properties of the entry, each value once.
    start, end, rules
        When it is, and how it repeats: whole days that come every year, such as birthdays, stay free.
    home
        The zone of the mailbox.
    addresses
        Those of whose calendar it is, in small letters.
    mixed
        Whether another entry may stand in it: then what makes nobody busy may be said of that one, and does not count.
    """
    twice = [name for name in STATUSES if len({prop.value.upper() for prop in said.get(name, ())}) > 1]
    values = {name: {prop.value.upper() for prop in said[name]} for name in STATUSES if name in said}
    if mixed:
        values = {name: {"", *each} for name, each in values.items()}
    choices = [{}] if not values else _choices(values)
    found = max((_level(choice) for choice in choices), key=lambda each: RANK[each.level])
    if not mixed and any(_declines(prop, addresses) for prop in said.get("ATTENDEE", ())):
        return Busyness(Level.FREE, "declined"), twice
    shown_as_free = found.level is Level.FREE and not found.why
    if shown_as_free and _whole_days(said, start, end, home) and not any(map(_yearly, rules)):
        found = Busyness(Level.FREE, asked=True)
    return found, twice


def out_of_office(said: Mapping[str, Sequence[Property]]) -> bool:
    """Return whether Outlook shows whose calendar it is as out of office, which is how people enter their leave."""
    return any(prop.value.upper() == "OOF" for name in OUTLOOK for prop in said.get(name, ()))


def _choices(values: Mapping[str, set[str]]) -> list[dict[str, str]]:
    found: list[dict[str, str]] = [{}]
    for name, each in values.items():
        found = [choice | {name: value} for choice in found for value in sorted(each)[:4]]
    return found


def _level(values: Mapping[str, str]) -> Busyness:
    outlook = values.get("X-MICROSOFT-CDO-BUSYSTATUS") or values.get("X-MICROSOFT-MSNCALENDAR-BUSYSTATUS")
    if values.get("STATUS") == "CANCELLED":
        return Busyness(Level.FREE, "cancelled")
    if outlook == "WORKINGELSEWHERE":
        return IF_NEEDED
    if values.get("TRANSP", "").startswith("TRANSPARENT") or outlook == "FREE":
        return FREE
    return IF_NEEDED if "TENTATIVE" in (values.get("STATUS"), outlook) else BUSY


def _declines(attendee: Property, addresses: frozenset[str]) -> bool:
    if attendee.params.get("PARTSTAT", "").upper() != "DECLINED":
        return False
    written = unquote(attendee.value).casefold().removeprefix("mailto:").strip(" <>")
    return not addresses.isdisjoint((written, attendee.params.get("EMAIL", "").casefold()))


def _whole_days(said: Mapping[str, Sequence[Property]], start: date, end: date, home: tzinfo) -> bool:
    """Return whether an entry takes whole days, also where they are written as times from midnight to midnight."""
    if not isinstance(start, datetime) or not isinstance(end, datetime):
        return True
    if any(prop.value.upper() == "TRUE" for prop in said.get("X-MICROSOFT-CDO-ALLDAYEVENT", ())):
        return True
    first, last = (each.astimezone(home) if isinstance(each.tzinfo, timezone) else each for each in (start, end))
    return first.time() == last.time() == time() and last.replace(tzinfo=None) - first.replace(tzinfo=None) >= ONE_DAY


def _yearly(rule: str) -> bool:
    parts = rule.upper().replace(" ", "").split(";")
    return "FREQ=YEARLY" in parts or {"FREQ=MONTHLY", "INTERVAL=12"} <= set(parts)
