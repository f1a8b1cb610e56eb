"""The rows of people.csv and rooms.csv."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field

from ltsched.domain.people import OFFICE_HOURS, Role, WorkingHours
from ltsched.domain.words.near_miss import did_you_mean
from ltsched.validation.document import CsvRow, Expected, refuse, wrong
from ltsched.validation.email import is_email
from ltsched.validation.shown import shown
from ltsched.validation.working_hours import parse_working_hours

__all__ = ["PersonRow", "RoomRow"]

LONGEST = 200
MOST_RANK = 10_000
MOST_SEATS = 99_999
YES = frozenset({"yes", "y", "true", "1"})
NO = frozenset({"", "no", "n", "false", "0"})
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


class PersonRow(CsvRow):
    """One person: everybody who takes part has a row."""

    id: str = Field("", description="A short name, used everywhere.", examples=["p07"])
    name: Label = Field(description="What the person is called.")
    email: Annotated[
        str, Expected("expected an address such as ann@agency.example, or nothing"), AfterValidator(_address)
    ] = Field("", description="Where invitations go.")
    role: Annotated[tuple[Role, ...], Expected(EXPECTED_ROLES), BeforeValidator(_roles)] = Field(
        description="The part in the review; several are separated by `;`."
    )
    agency: Label = Field("", description="The agency; empty for lead reviewers and family.")
    works: Annotated[WorkingHours, BeforeValidator(_works)] = Field(
        OFFICE_HOURS, description="Weekly working hours; empty: Monday to Friday, nine to five."
    )
    essential: Annotated[bool, Expected("expected yes or no; empty means no"), BeforeValidator(_essential)] = Field(
        False, description="`yes` for those without whom no joint meeting can be."
    )
    conversation: Annotated[
        int | None, Expected("expected a rank: 1, 2, 3, …; empty means no conversation"), _number(MOST_RANK)
    ] = Field(None, description="The rank among the key staff, 1 first; empty: no conversation.")
    line_manager: str | None = Field(None, description="The id of the line manager.")
    notes: str = Field("", description="For yourself.")


class RoomRow(CsvRow):
    """One room."""

    id: str = Field("", description="A short name, used everywhere.", examples=["r1"])
    name: Label = Field(description="What the room is called.")
    capacity: Annotated[int, Expected("expected the number of seats: 1, 2, 3, …"), _number(MOST_SEATS)] = Field(
        description="How many people have a seat."
    )
