"""review.toml: what the review is, and what it changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from ltsched.domain.people import Person, Room
from ltsched.domain.review import (
    AuditFile,
    CalendarSettings,
    FamilyApproach,
    FocusedReview,
    Hold,
    Organiser,
    ReviewKind,
    Settings,
    StageSettings,
)
from ltsched.domain.words.near_miss import did_you_mean
from ltsched.errors import Mistake, Notice
from ltsched.files.disk.folder_entries import REVIEW_FILE
from ltsched.files.disk.toml_file import read_day, read_tables, read_toml
from ltsched.files.disk.zone_names import depends_on_the_machine, zone_names
from ltsched.files.review.bank_holidays import known_region
from ltsched.files.review.calendar_settings import read_calendar_settings
from ltsched.files.review.holds_tables import FARTHEST, read_holds
from ltsched.files.review.people_table import is_email
from ltsched.files.review.stages_settings import read_stages
from ltsched.files.review.themed_tables import read_audits, read_focused_reviews
from ltsched.options.table_reader import TableReader, shown
from ltsched.options.template import shipped_options

__all__ = ["ReviewFile", "read_review_toml"]

USUAL_ZONE = "Europe/London"
USUAL_REGION = "GB-ENG"
LONGEST_REFERENCE = 64
EXPECTED_REFERENCE = (
    f"expected a code name of up to {LONGEST_REFERENCE} characters on one line, with a letter or digit in it"
)


@dataclass(frozen=True, slots=True)
class ReviewFile:
    """What review.toml says; after a mistake some of it is a stand-in.

    `option` is None if there is none that could be looked for, `commissioned` if it is missing or wrong. `today` is
    that of a rehearsal; None for none.
    """

    reference: str
    option: str | None
    kind: ReviewKind
    commissioned: date | None
    deadline: date | None
    timezone: ZoneInfo
    region: str
    organiser: Organiser | None
    family: FamilyApproach | None
    holds: tuple[Hold, ...]
    audits: tuple[AuditFile, ...]
    focused_reviews: tuple[FocusedReview, ...]
    settings: Settings
    stages: StageSettings
    calendars: CalendarSettings = field(default_factory=CalendarSettings)
    today: date | None = None


def read_review_toml(
    file: Path,
    people: Sequence[Person] | None,
    option: str | None,
    mistakes: list[Mistake],
    notices: list[Notice],
    rooms: Sequence[Room] = (),
) -> ReviewFile | None:
    """Read review.toml.

    Parameters
    ----------
    file
        The file.
    people
        Those whom it may name by id; None if they could not be read.
    option
        Takes the place of the option that the file names; None if nothing does.
    mistakes, notices
        What is wrong, and what should be known, is added here.
    rooms
        Those whose calendars it may name by id, too.

    Returns
    -------
    ReviewFile or None
        None if the file is no TOML.
    """
    table = read_toml(file, REVIEW_FILE, mistakes, notices)
    if table is None:
        return None
    reader = TableReader(table, REVIEW_FILE, "", {}, mistakes, set())
    commissioned = read_day(reader, "commissioned", needed=True)
    found = ReviewFile(
        reference=_reference(reader),
        option=_option(reader, option),
        kind=reader.word("kind", ReviewKind) or ReviewKind.OTHER,
        commissioned=commissioned,
        deadline=_deadline(reader, commissioned),
        timezone=_timezone(reader, notices),
        region=_region(reader, notices),
        organiser=_organiser(reader.table_at("organiser")),
        family=_family(reader.table_at("family")),
        holds=read_holds(reader, None if people is None else [person.id for person in people], commissioned),
        audits=read_audits(reader),
        focused_reviews=read_focused_reviews(reader, people),
        settings=Settings(_customise(reader), _raw(reader, "activity"), _raw(reader, "order")),
        stages=read_stages(reader),
        calendars=read_calendar_settings(
            reader, None if people is None else [*(person.id for person in people), *(room.id for room in rooms)]
        ),
        today=read_day(reader, "today"),
    )
    reader.finish()
    return found


def _reference(reader: TableReader) -> str:
    value = _text(reader, "reference", EXPECTED_REFERENCE)
    if value and not (
        len(value) <= LONGEST_REFERENCE and value.isprintable() and any(character.isalnum() for character in value)
    ):
        reader.mistake("reference", shown(value), EXPECTED_REFERENCE)
    return value


def _option(reader: TableReader, instead: str | None) -> str | None:
    reader.known.add("option")
    if instead is not None:
        return instead
    return _text(reader, "option", f"expected one of {', '.join(shipped_options())}, or the path of a .toml") or None


def _text(reader: TableReader, key: str, expected: str) -> str:
    """Return the text at `key`, which has to be there; an empty one after a mistake."""
    reader.known.add(key)
    value = reader.table.get(key)
    if isinstance(value, str) and value.strip():
        return value.strip()
    reader.mistake(key, "missing" if value is None else shown(value), expected)
    return ""


def _deadline(reader: TableReader, commissioned: date | None) -> date | None:
    deadline = read_day(reader, "deadline")
    if deadline is None or commissioned is None:
        return deadline
    if deadline < commissioned:
        reader.mistake("deadline", f"{deadline} is before the commissioning", f"expected a date from {commissioned} on")
    elif deadline - commissioned > FARTHEST:
        expected = f"expected a date within ten years of the commissioning, {commissioned}"
        reader.mistake("deadline", shown(deadline), expected)
    return deadline


def _timezone(reader: TableReader, notices: list[Notice]) -> ZoneInfo:
    if "timezone" not in reader.table:
        reader.known.add("timezone")
        notices.append(Notice(f"no timezone is given: times are those of {USUAL_ZONE}", REVIEW_FILE))
        return ZoneInfo(USUAL_ZONE)
    name = _text(reader, "timezone", f"expected a time zone such as {USUAL_ZONE}")
    names = zone_names()
    if name in names:
        return ZoneInfo(name)
    if name:
        found = f"unknown time zone {shown(name)}"
        if depends_on_the_machine(name):
            found = f"{shown(name)} is no zone that is the same on every machine"
        reader.mistake("timezone", found, f"expected one such as {USUAL_ZONE}", did_you_mean(name, names))
    return ZoneInfo(USUAL_ZONE)


def _region(reader: TableReader, notices: list[Notice]) -> str:
    if "region" not in reader.table:
        reader.known.add("region")
        notices.append(Notice(f"no region is given: bank holidays are those of {USUAL_REGION}", REVIEW_FILE))
        return USUAL_REGION
    name = _text(reader, "region", f"expected a region such as {USUAL_REGION}, or none")
    return (known_region(name, REVIEW_FILE, reader.mistakes) if name else None) or USUAL_REGION


def _organiser(reader: TableReader | None) -> Organiser | None:
    if reader is None:
        return None
    organiser = Organiser(
        reader.text("name"), _text(reader, "email", "expected the address that invitations come from")
    )
    if organiser.email and not is_email(organiser.email):
        reader.mistake("email", shown(organiser.email), "expected an address such as reviews@partnership.example")
    reader.finish()
    return organiser


def _family(reader: TableReader | None) -> FamilyApproach | None:
    if reader is None:
        return None
    approach = reader.word("approach", FamilyApproach)
    reader.finish()
    return approach


def _customise(reader: TableReader) -> Mapping[str, Any]:
    """Return the changes as they stand; the option checks them."""
    table = reader.table_at("customise")
    return dict(table.table) if table is not None else {}


def _raw(reader: TableReader, key: str) -> tuple[Mapping[str, Any], ...]:
    """Return tables in the words of an option as they stand; the option checks them."""
    return tuple(table.table for table in read_tables(reader, key))
