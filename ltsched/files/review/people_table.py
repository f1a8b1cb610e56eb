"""people.csv: everybody who takes part."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ltsched.domain.people import OFFICE_HOURS, Person, Role, WorkingHours
from ltsched.domain.words.near_miss import did_you_mean
from ltsched.errors import Mistake, Notice
from ltsched.files.disk.csv_table import Columns, Row, read_table
from ltsched.files.disk.folder_entries import PEOPLE_FILE
from ltsched.files.disk.labels import read_label
from ltsched.files.review.people_notices import people_notices
from ltsched.files.review.working_hours import parse_working_hours
from ltsched.validation.email import is_email
from ltsched.validation.ids import Ids
from ltsched.validation.mistake_limit import enough
from ltsched.validation.shown import shown

__all__ = ["PeopleTable", "read_people"]

COLUMNS = Columns(
    needed=("id", "name", "email", "role", "agency"),
    optional=("works", "essential", "conversation", "line_manager", "notes"),
)
MOST_PEOPLE = 2000
MOST_RANK = 10_000
YES = frozenset({"yes", "y", "true", "1"})
NO = frozenset({"", "no", "n", "false", "0"})


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
    return Person(
        id=row["id"],
        name=read_label(row, "name", needed=True),
        email=_email(row),
        roles=_roles(row),
        agency=read_label(row, "agency"),
        works=_works(row),
        essential=_essential(row),
        conversation_rank=_rank(row),
        line_manager=row["line_manager"] or None,
        notes=row["notes"],
    )


def _email(row: Row) -> str:
    if row["email"] and not is_email(row["email"]):
        row.mistake("email", shown(row["email"]), "expected an address such as ann@agency.example, or nothing")
    return row["email"]


def _roles(row: Row) -> tuple[Role, ...]:
    roles: list[Role] = []
    words = [word for word in map(str.strip, row["role"].split(";")) if word]
    if not words:
        row.mistake("role", "missing", f"expected {_listed_roles()}; several are separated by ;")
    for word in words:
        key = word.casefold().replace(" ", "-").replace("_", "-")
        if key not in list(Role):
            hint = did_you_mean(key, list(Role))
            row.mistake(
                "role", f"unknown role {shown(word)}", f"expected {_listed_roles()}; several are separated by ;", hint
            )
        elif Role(key) not in roles:
            roles.append(Role(key))
    return tuple(roles)


def _listed_roles() -> str:
    return ", ".join(Role)


def _works(row: Row) -> WorkingHours:
    try:
        return parse_working_hours(row["works"])
    except ValueError as error:
        found, _, expected = str(error).partition("; ")
        row.mistake("works", found, expected)
        return OFFICE_HOURS


def _essential(row: Row) -> bool:
    word = row["essential"].casefold()
    if word not in YES | NO:
        row.mistake("essential", shown(row["essential"]), "expected yes or no; empty means no")
    return word in YES


def _rank(row: Row) -> int | None:
    text = row["conversation"]
    if not text:
        return None
    if text.isascii() and text.isdigit() and len(text) < 6 and 1 <= int(text) <= MOST_RANK:
        return int(text)
    row.mistake("conversation", shown(text), "expected a rank: 1, 2, 3, …; empty means no conversation")
    return None


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
