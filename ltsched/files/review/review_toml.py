"""review.toml: what the review is, and what it changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from ltsched.domain.explaining.costs import usual_costs
from ltsched.domain.partial.importance import usual_importance
from ltsched.domain.people import Person, Room
from ltsched.domain.review import (
    AuditFile,
    CalendarSettings,
    FamilyApproach,
    FocusedReview,
    Hold,
    HoldScope,
    Organiser,
    ReviewKind,
    Settings,
    StageSettings,
)
from ltsched.domain.settled import Settled, WishedWindow
from ltsched.domain.words.file_names import REVIEW_FILE
from ltsched.domain.words.near_miss import did_you_mean
from ltsched.errors import Mistake, Notice
from ltsched.files.calendars.syntax.zone_names import depends_on_the_machine, zone_names
from ltsched.files.disk.toml_file import read_toml
from ltsched.files.review.bank_holidays import known_region
from ltsched.files.review.calendar_settings import read_calendar_settings
from ltsched.files.review.settled import read_settled, read_windows
from ltsched.validation.reading import read_sound
from ltsched.validation.review.document import NO_DAY, USUAL_REGION, USUAL_ZONE, ReviewDocument
from ltsched.validation.review.tables import HoldTable
from ltsched.validation.shown import shown

__all__ = ["ReviewFile", "read_review_toml"]

STAND_INS = {"reference": "R", "option": "-", "commissioned": NO_DAY}
"""What takes the place of a key that has to be there, so that the others are read though it is wrong."""


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
    settled: tuple[Settled, ...] = ()
    windows: tuple[WishedWindow, ...] = ()
    costs: Mapping[str, int] = field(default_factory=usual_costs)
    importance: Mapping[str, int] = field(default_factory=usual_importance)


def read_review_toml(
    file: Path,
    people: Sequence[Person] | None,
    option: str | None,
    mistakes: list[Mistake],
    notices: list[Notice],
    rooms: Sequence[Room] | None = (),
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
        Those that it may name by id, too; None if they could not be read.

    Returns
    -------
    ReviewFile or None
        None if the file is no TOML.
    """
    table = read_toml(file, REVIEW_FILE, mistakes, notices)
    if table is None:
        return None
    table = table if option is None else {**table, "option": option}
    found, bad = read_sound(ReviewDocument, table, REVIEW_FILE, mistakes, STAND_INS, context=people)
    zone = _timezone(found.timezone, table, mistakes, notices)
    room_ids = None if rooms is None else [room.id for room in rooms]
    ids = None if people is None else [*(person.id for person in people), *(room_ids or ())]
    return ReviewFile(
        reference="" if "reference" in bad else found.reference,
        option=None if "option" in bad else found.option,
        kind=found.kind,
        commissioned=None if "commissioned" in bad else found.commissioned,
        deadline=found.deadline,
        timezone=zone,
        region=_region(found.region, table, mistakes, notices),
        organiser=None if found.organiser is None else Organiser(found.organiser.name, found.organiser.email),
        family=None if found.family is None else found.family.approach,
        holds=tuple(map(_hold, found.hold)),
        audits=tuple(AuditFile(audit.id, audit.agencies) for audit in found.audit),
        focused_reviews=tuple(FocusedReview(one.id, one.case_group) for one in found.focused_review),
        settings=Settings(found.customise, found.activity, found.order),
        stages=StageSettings(found.stages.order, found.stages.tolerance),
        calendars=read_calendar_settings(found.calendars, ids, REVIEW_FILE, mistakes),
        today=found.today,
        settled=read_settled(found.booking, zone, room_ids, REVIEW_FILE, mistakes),
        windows=read_windows(found.window),
        costs={**usual_costs(), **found.costs},
        importance={**usual_importance(), **found.importance},
    )


def _timezone(name: str, table: Mapping[str, Any], mistakes: list[Mistake], notices: list[Notice]) -> ZoneInfo:
    if "timezone" not in table:
        notices.append(Notice(f"no timezone is given: times are those of {USUAL_ZONE}", REVIEW_FILE))
    names = zone_names()
    if name in names:
        return ZoneInfo(name)
    found = f"unknown time zone {shown(name)}"
    if depends_on_the_machine(name):
        found = f"{shown(name)} is no zone that is the same on every machine"
    expected = f"expected one such as {USUAL_ZONE}"
    mistakes.append(Mistake(REVIEW_FILE, "timezone", found, expected, did_you_mean(name, names)))
    return ZoneInfo(USUAL_ZONE)


def _region(name: str, table: Mapping[str, Any], mistakes: list[Mistake], notices: list[Notice]) -> str:
    if "region" not in table:
        notices.append(Notice(f"no region is given: bank holidays are those of {USUAL_REGION}", REVIEW_FILE))
    return known_region(name, REVIEW_FILE, mistakes) or USUAL_REGION


def _hold(found: HoldTable) -> Hold:
    scope, _, target = found.scope.partition(":")
    return Hold(HoldScope(scope), target, found.first, found.last, found.reason)
