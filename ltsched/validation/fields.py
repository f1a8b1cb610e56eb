"""The types of fields that documents have in common."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BeforeValidator, Strict, WithJsonSchema

from ltsched.validation.document import Expected, wrong
from ltsched.validation.ids import EXPECTED_ID, Ids
from ltsched.validation.shown import shown

__all__ = ["FIRST_YEAR", "LAST_YEAR", "Day", "Id", "Many", "Moment", "Names", "Text", "Word"]

T = TypeVar("T")

FIRST_YEAR, LAST_YEAR = 1990, 2199
FIRST_MOMENT_YEAR = 1900
ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
EXPECTED_DAY = "expected a date such as 2027-01-11"
EXPECTED_MOMENT = "expected a time with its offset, such as 2027-03-01T10:00+00:00"

Word = Annotated[T, Strict(False)]
"""One of the words of an enum."""

Many = Annotated[tuple[T, ...], Strict(False)]
"""A list, read as a tuple."""


def _one_line(text: str) -> str:
    if not text.strip() or not text.isprintable():
        raise wrong("", "expected a text on one line")
    return text.strip()


Text = Annotated[str, Expected("expected a text on one line"), AfterValidator(_one_line)]
"""A text without line breaks and with something in it, without blanks around it."""


def _as_list(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


def _id(value: str) -> str:
    if fault := Ids().fault(value, ""):
        raise wrong(*fault)
    return value


Id = Annotated[str, Expected(EXPECTED_ID), AfterValidator(_id)]
"""A short name that is safe in a file name; that no other is the same has to be checked besides."""

Names = Annotated[
    Many[str],
    Expected("expected a list of texts"),
    BeforeValidator(_as_list),
    WithJsonSchema(
        {"anyOf": [{"type": "array", "items": {"type": "string"}}, {"type": "string"}]},
    ),
]
"""A list of texts; one text counts as a list of one."""


def _day(value: Any) -> Any:
    day = value
    if isinstance(value, str) and ISO_DAY.fullmatch(value.strip()):
        try:
            day = date.fromisoformat(value.strip())
        except ValueError:
            raise wrong("", EXPECTED_DAY) from None
    if isinstance(day, datetime):
        raise wrong("", f"{EXPECTED_DAY} without a time")
    if isinstance(day, date) and not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise wrong("", f"expected a year from {FIRST_YEAR} to {LAST_YEAR}")
    return day


Day = Annotated[date, Expected(EXPECTED_DAY), BeforeValidator(_day)]
"""A date of this age, as TOML writes one or as a text of that form."""


def _moment(value: Any) -> datetime:
    try:
        found = datetime.fromisoformat(value if isinstance(value, str) else "")
    except ValueError:
        found = datetime.min
    # At the edges of the calendar, no zone can be put to a moment.
    if found.tzinfo is None or not FIRST_MOMENT_YEAR <= found.year <= LAST_YEAR:
        raise wrong(shown(value), EXPECTED_MOMENT)
    return found


Moment = Annotated[datetime, Expected(EXPECTED_MOMENT), BeforeValidator(_moment)]
"""A moment as a text with its offset, as JSON has it."""
