"""The rows of people.csv, rooms.csv and busy.csv."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, ValidationInfo, WithJsonSchema

from ltsched.domain.availability import Level
from ltsched.domain.people import OFFICE_HOURS, Role, WorkingHours
from ltsched.domain.words.near_miss import did_you_mean
from ltsched.validation.document import CsvRow, Expected, refuse, wrong
from ltsched.validation.email import is_email
from ltsched.validation.shown import shown
from ltsched.validation.working_hours import parse_working_hours

__all__ = ["BusyRow", "PersonRow", "RoomRow"]

LONGEST = 200
MOST_RANK = 10_000
MOST_SEATS = 99_999
YES = frozenset({"yes", "y", "true", "1"})
NO = frozenset({"", "no", "n", "false", "0"})
LEVELS = {"busy": Level.BUSY, "if-needed": Level.IF_NEEDED, "if needed": Level.IF_NEEDED, "free": Level.FREE}
# Controls, breaks of lines and paragraphs, and marks that turn the direction of what follows.
NOT_SHOWN = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")


def _label(text: str) -> str:
    # Markup and formulas are letters like others: whoever writes them into a page or a table has to care.
    if len(text) > LONGEST or NOT_SHOWN.search(text):
        raise wrong(shown(text))
    return " ".join(text.split())


Label = Annotated[str, Expected(f"expected one line of up to {LONGEST} characters"), AfterValidator(_label)]
"""What people, agencies and rooms are called: one line that can be shown anywhere, with single blanks."""

EXPECTED_ROLES = f"expected {', '.join(Role)}; several are separated by ;"


def _roles(cell: Any) -> Any:
    if not isinstance(cell, str):
        return cell
    words = [word for word in map(str.strip, cell.split(";")) if word]
    keys = {word: word.casefold().replace(" ", "-").replace("_", "-") for word in words}
    refuse(
        wrong(f"unknown role {shown(word)}", "", did_you_mean(keys[word], list(Role)))
        for word in words
        if keys[word] not in list(Role)
    )
    if not words:
        raise wrong("missing")
    return tuple(dict.fromkeys(Role(keys[word]) for word in words))


def _address(cell: str) -> str:
    if not is_email(cell):
        raise wrong()
    return cell


def _works(cell: Any) -> Any:
    if not isinstance(cell, str):
        return cell
    try:
        return parse_working_hours(cell)
    except ValueError as error:
        found, _, expected = str(error).partition("; ")
        raise wrong(found, expected) from None


def _essential(cell: Any) -> Any:
    if not isinstance(cell, str):
        return cell
    if cell.casefold() not in YES | NO:
        raise wrong()
    return cell.casefold() in YES


def _number(most: int) -> BeforeValidator:
    def number(cell: Any) -> Any:
        if not isinstance(cell, str):
            return cell
        if cell.isascii() and cell.isdigit() and len(cell) < 6 and 1 <= int(cell) <= most:
            return int(cell)
        raise wrong(shown(cell))

    return BeforeValidator(number)


def _level(cell: Any) -> Any:
    if not isinstance(cell, str):
        return cell
    level = LEVELS.get(cell.casefold())
    if level is None:
        raise wrong("", "", did_you_mean(cell, LEVELS))
    return level


def _known(id: str, about: ValidationInfo) -> str:
    if about.context is not None and id not in about.context:
        raise wrong(f"nobody has the id {shown(id)}", "", did_you_mean(id, about.context))
    return id


class PersonRow(CsvRow):
    """One person: everybody who takes part has a row."""

    id: str = Field(
        "",
        description="Short, and safe in a file name: a letter or digit, then letters, digits, `-` and `_`, up to 64. "
        "Left out: needed.",
        examples=["p07"],
    )
    name: Label = Field(description="What this person is called.", examples=["K. Fenthimble"])
    email: Annotated[
        str, Expected("expected an address such as ann@agency.example, or nothing"), AfterValidator(_address)
    ] = Field(
        "",
        description="Where the invitation goes. Left out: none, with a warning.",
        examples=["k.fenthimble@school.example"],
    )
    role: Annotated[
        tuple[Role, ...],
        Expected(EXPECTED_ROLES),
        BeforeValidator(_roles),
        WithJsonSchema({"type": "string", "format": "words separated by `;`"}),
    ] = Field(
        description=f"What this person is in the review: {', '.join(f'`{role}`' for role in Role)}.",
        examples=["review-team;auditor"],
    )
    agency: Label = Field(
        "",
        description="The organisation; empty for the family, and for lead reviewers who are independent of all. "
        "The column is needed.",
        examples=["School"],
    )
    works: Annotated[
        WorkingHours,
        BeforeValidator(_works),
        WithJsonSchema({"type": "string", "format": "days and hours separated by `;`"}),
    ] = Field(
        OFFICE_HOURS,
        description="The weekly hours, in local time. They may not pass midnight: a shift is a busy time. "
        "Left out: `Mon-Fri 09:00-17:00`.",
        examples=["Mon-Wed 09:00-17:00; Thu 09:00-12:30"],
    )
    essential: Annotated[
        bool,
        Expected("expected yes or no; empty means no"),
        BeforeValidator(_essential),
        WithJsonSchema({"type": "string", "format": "`yes` or `no`"}),
    ] = Field(False, description="Must come to joint meetings and events. Left out: `no`.")
    conversation: Annotated[
        int | None,
        Expected("expected a rank: 1, 2, 3, …; empty means no conversation"),
        _number(MOST_RANK),
        WithJsonSchema({"type": "integer", "minimum": 1}),
    ] = Field(
        None,
        description="The rank among the key staff, 1 first, each rank once; only for the case group. "
        "Left out: no conversation.",
        examples=["3"],
    )
    line_manager: str | None = Field(
        None, description="The id of whoever never holds a conversation with this person.", examples=["t1"]
    )
    notes: str = Field("", description="For the reader.", examples=["head of service"])


class RoomRow(CsvRow):
    """One room."""

    id: str = Field("", description="As in people.csv; nobody may have the same. Left out: needed.", examples=["r1"])
    name: Label = Field(description="What it is called.", examples=["Civic Centre"])
    capacity: Annotated[
        int,
        Expected("expected the number of seats: 1, 2, 3, …"),
        _number(MOST_SEATS),
        WithJsonSchema({"type": "integer", "minimum": 1}),
    ] = Field(description="How many it seats.", examples=["40"])


MOMENT_CELL = WithJsonSchema({"type": "string", "format": "local date and time, or date"})


class BusyRow(CsvRow):
    """One time in which a person or room is not free, or free after all.

    The reader of the table makes a span of `start` and `end`.
    """

    id: Annotated[str, Expected("expected the id of a person or room"), AfterValidator(_known)] = Field(
        description="Of a person or room.", examples=["t6"]
    )
    start: Annotated[str, MOMENT_CELL] = Field(
        "", description="The beginning; a date is a whole day. Left out: needed.", examples=["2027-11-03T09:00"]
    )
    end: Annotated[str, MOMENT_CELL] = Field(
        "",
        description="The first minute that is free again; a date is the last day taken. "
        "Left out: the day of `start`, if that is a date.",
        examples=["2027-11-03T13:00"],
    )
    level: Annotated[
        Level,
        Expected("expected busy, if-needed or free; empty means busy"),
        BeforeValidator(_level),
        WithJsonSchema({"type": "string", "format": "`busy`, `if-needed` or `free`"}),
    ] = Field(
        Level.BUSY,
        description="`if-needed`: could be given up if nothing else fits. `free`: they can be booked then after all, "
        "whatever their calendar, other rows and their hours say. Left out: `busy`.",
    )
    note: str = Field(
        "",
        description="For the reader. Where nothing fits, its words tell whether it is leave, court and the like: "
        "`[costs]` of review.toml.",
        examples=["annual leave"],
    )
