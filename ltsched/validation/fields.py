"""The types of fields that documents have in common."""

from __future__ import annotations

import re
from datetime import date, datetime
from math import isfinite
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BeforeValidator, Field, Strict, WithJsonSchema

from ltsched.domain.spans import YEARS
from ltsched.validation.document import Expected, wrong
from ltsched.validation.ids import EXPECTED_ID, Ids
from ltsched.validation.shown import shown

__all__ = [
    "FIRST_YEAR",
    "LAST_YEAR",
    "Count",
    "Day",
    "Id",
    "JsonDay",
    "JsonText",
    "Many",
    "Moment",
    "Names",
    "Number",
    "Text",
    "Word",
    "as_list",
]

T = TypeVar("T")

FIRST_YEAR, LAST_YEAR = 1990, 2199
ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
EXPECTED_DAY = "expected a date such as 2027-01-11"
EXPECTED_MOMENT = "expected a time with its offset, such as 2027-03-01T10:00+00:00"

Word = Annotated[T, Strict(False)]
"""One of the words of an enum."""

Many = Annotated[tuple[T, ...], Strict(False)]
"""A list, read as a tuple."""


def _one_line(text: str) -> str:
    if not text.strip():
        raise wrong()
    if not text.isprintable():
        raise wrong("", "expected a text on one line")
    return text.strip()


Text = Annotated[str, Expected("expected a text on one line"), AfterValidator(_one_line)]
"""A text without line breaks and with something in it, without blanks around it."""


def as_list(value: Any) -> Any:
    """Return a text as a list of one, and anything else as it is."""
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
    BeforeValidator(as_list),
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
    if found.tzinfo is None or found.year not in YEARS:
        raise wrong("", EXPECTED_MOMENT)
    return found


Moment = Annotated[datetime, Expected(EXPECTED_MOMENT), BeforeValidator(_moment)]
"""A moment as a text with its offset, as JSON has it."""


def _json_day(value: Any) -> date:
    try:
        return date.fromisoformat(value if isinstance(value, str) else "")
    except ValueError:
        raise wrong() from None


JsonDay = Annotated[date, Expected("expected a date such as 2027-03-01"), BeforeValidator(_json_day)]
"""A date of any age as a text, as JSON has it."""


def _whole_characters(text: str) -> str:
    try:
        text.encode()
    except UnicodeEncodeError:  # half of a surrogate pair: no file could hold it
        raise wrong(shown(text), "expected a text of whole characters") from None
    return text


JsonText = Annotated[str, AfterValidator(_whole_characters)]
"""Any text, as JSON has it."""


def _number(value: Any) -> Any:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not isfinite(value):
        raise wrong(shown(value))
    return value


Number = Annotated[Any, Expected("expected a number"), BeforeValidator(_number), WithJsonSchema({"type": "number"})]
"""A number, whole or not, which stays what it is."""

Count = Annotated[int, Field(ge=0)]
"""A whole number from 0 on."""
