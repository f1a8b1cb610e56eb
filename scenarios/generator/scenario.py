"""A scenario as a whole, and its files."""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.cast import DOMAINS, Member, Venue
from generator.diary import DiaryWriter
from generator.exports import to_ics
from generator.names import invented_names
from generator.season import Season
from generator.trades import TRADES

__all__ = ["PEOPLE_COLUMNS", "Scenario", "files_of"]

PEOPLE_COLUMNS = (
    "id",
    "name",
    "email",
    "role",
    "agency",
    "works",
    "essential",
    "conversation",
    "line_manager",
    "notes",
)


@dataclass(frozen=True, slots=True)
class Scenario:
    """One scenario.

    Parameters
    ----------
    name
        The folder.
    seed
        Changes every diary, and nothing else.
    commissioned
        The day on which the calendars were exported.
    season
        What the diaries have in common.
    review
        The text of review.toml.
    members, venues
        The rows of people.csv and rooms.csv.
    busy
        Rows of busy.csv: id, start, end, level, note.
    """

    name: str
    seed: int
    commissioned: date
    season: Season
    review: str
    members: tuple[Member, ...]
    venues: tuple[Venue, ...] = ()
    busy: tuple[tuple[str, str, str, str, str], ...] = ()


def files_of(scenario: Scenario) -> dict[str, bytes]:
    """Return the files of `scenario` by their path in its folder."""
    files = {"review.toml": scenario.review.lstrip("\n").encode(), "people.csv": _people(scenario)}
    if scenario.venues:
        rows = [[venue.id, venue.name, str(venue.capacity)] for venue in scenario.venues]
        files["rooms.csv"] = _table(("id", "name", "capacity"), rows)
    if scenario.busy:
        files["busy.csv"] = _table(("id", "start", "end", "level", "note"), scenario.busy)
    for member in scenario.members:
        if member.trade:
            files[f"calendars/{member.id}.ics"] = _calendar(scenario, member)
    for venue in scenario.venues:
        if venue.shared:
            files[f"calendars/{venue.id}.ics"] = _calendar(scenario, Member(venue.id, "room", "", "venue"))
    return files


def _people(scenario: Scenario) -> bytes:
    names = invented_names(random.Random(f"{scenario.name}/names"), len(scenario.members))
    rows = []
    for member, name in zip(scenario.members, names, strict=True):
        mailbox = name.lower().replace(". ", ".")
        domain = "family.example" if member.role == "family" else DOMAINS[member.agency]
        rows.append(
            [
                member.id,
                name,
                f"{mailbox}@{domain}",
                member.role,
                member.agency,
                member.works,
                "yes" if member.essential else "",
                "" if member.rank is None else str(member.rank),
                member.manager,
                member.notes,
            ]
        )
    return _table(PEOPLE_COLUMNS, rows)


def _calendar(scenario: Scenario, owner: Member) -> bytes:
    key = f"{scenario.name}/{owner.id}"
    dice = random.Random(f"{key}/{scenario.seed}")
    must_clear = owner.essential or owner.role == "lead-reviewer"
    clears = dice.random() < scenario.season.cleared_share or must_clear
    diary = DiaryWriter(dice, scenario.season, clears=clears)
    diary.note_cleared()
    for summary, (first, last), shows_as in owner.away:
        diary.whole_days(summary, first, last, shows_as)
    TRADES[owner.trade](diary)
    return to_ics(diary.entries, key, scenario.commissioned, owner.export)


def _table(columns: tuple[str, ...], rows: Iterable[Iterable[str]]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return text.getvalue().encode()
