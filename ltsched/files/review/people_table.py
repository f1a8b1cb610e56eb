"""people.csv: everybody who takes part."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ltsched.domain.people import Person, Role
from ltsched.domain.words.file_names import PEOPLE_FILE
from ltsched.domain.words.near_miss import did_you_mean
from ltsched.errors import Mistake, Notice
from ltsched.files.disk.csv_table import Columns, Row, read_table
from ltsched.files.review.people_notices import people_notices
from ltsched.validation.ids import Ids
from ltsched.validation.mistake_limit import enough
from ltsched.validation.reading import read_sound
from ltsched.validation.rows import PersonRow
from ltsched.validation.shown import shown

__all__ = ["PeopleTable", "read_people"]

COLUMNS = Columns(
    needed=("id", "name", "email", "role", "agency"),
    optional=("works", "essential", "conversation", "line_manager", "notes"),
)
STAND_INS = {"name": "?", "role": ()}
MOST_PEOPLE = 2000


@dataclass(frozen=True, slots=True)
class PeopleTable:
    """The people, and where each of them stands.

    Parameters
    ----------
    people
        In the order of the file. After a mistake some may have less than the file says.
    lines
        The line of each id.
    readable
        Whether the table could be read at all; if not, nothing can be said about ids elsewhere.
    """

    people: tuple[Person, ...] = ()
    lines: Mapping[str, int] = field(default_factory=dict)
    readable: bool = True


def read_people(file: Path, mistakes: list[Mistake], notices: list[Notice]) -> PeopleTable:
    """Read people.csv; what is wrong is added to `mistakes`, what should be known to `notices`."""
    rows = read_table(file, PEOPLE_FILE, COLUMNS, mistakes, notices, most_rows=MOST_PEOPLE)
    if rows is None:
        return PeopleTable(readable=False)
    if not rows:
        mistakes.append(Mistake(PEOPLE_FILE, "", "nobody is listed", "expected a row for each person"))
        return PeopleTable(readable=False)
    ids = Ids()
    people: list[Person] = []
    lines: dict[str, int] = {}
    for row in rows:
        if enough(mistakes):
            break
        fault = ids.fault(row["id"], f"line {row.line}")
        if fault is not None:
            row.mistake("id", fault[0] or shown(row["id"]), fault[1])
        elif row["id"].casefold() in list(Role):  # activities name roles and ids in one list
            row.mistake("id", f"{shown(row['id'])} is the name of a role", "expected another id")
        people.append(_person(row))
        lines.setdefault(row["id"], row.line)
    _check_ranks(rows, people)
    _check_line_managers(rows, people, lines)
    notices += people_notices(people)
    return PeopleTable(tuple(people), lines)


def _person(row: Row) -> Person:
    """Return the person of a row, as far as it can be understood."""
    found, _ = read_sound(PersonRow, row.cells, row.path, row.mistakes, STAND_INS, line=row.line)
    return Person(
        id=found.id,
        name=found.name,
        email=found.email,
        roles=found.role,
        agency=found.agency,
        works=found.works,
        essential=found.essential,
        conversation_rank=found.conversation,
        line_manager=found.line_manager,
        notes=found.notes,
    )


def _check_ranks(rows: Sequence[Row], people: Sequence[Person]) -> None:
    first: dict[int, tuple[str, int]] = {}
    for row, person in zip(rows, people, strict=False):
        rank = person.conversation_rank
        if rank is None:
            continue
        if person.roles and not person.has(Role.CASE_GROUP):
            expected = "only people with the role case-group have conversations as key staff"
            row.mistake("conversation", f"rank {rank} for {', '.join(person.roles)}", expected)
        id, line = first.setdefault(rank, (person.id, row.line))
        if line != row.line:
            row.mistake(
                "conversation",
                f"rank {rank} is that of {shown(id)} already (line {line})",
                "expected a rank of its own",
            )


def _check_line_managers(rows: Sequence[Row], people: Sequence[Person], lines: Mapping[str, int]) -> None:
    for row, person in zip(rows, people, strict=False):
        if enough(row.mistakes):
            return
        manager = person.line_manager
        if manager is not None and manager == person.id:
            row.mistake(
                "line_manager",
                f"{shown(manager)} is this person's own id",
                "expected the id of somebody else, or nothing",
            )
        elif manager is not None and manager not in lines:
            hint = did_you_mean(manager, lines)
            row.mistake(
                "line_manager",
                f"nobody has the id {shown(manager)}",
                f"expected an id of {PEOPLE_FILE}, or nothing",
                hint,
            )
