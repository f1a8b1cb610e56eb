"""What all documents have in common, and how a validator says what is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, model_validator
from pydantic_core import PydanticCustomError

from ltsched.validation.mistake_limit import MOST_MISTAKES

__all__ = ["AnyDocument", "CsvRow", "Document", "Expected", "Form", "JsonDocument", "refuse", "wrong"]


@dataclass(frozen=True, slots=True)
class Form:
    """How the authors of a kind of documents speak of it.

    `tables` has ``{key}`` where the key is. `items_counted` says whether the place of an item that is no table is told.
    """

    table: str
    tables: str
    items_counted: bool


class AnyDocument(BaseModel):
    """What TOML, JSON and tables have in common: every value is of its type, and every key is known."""

    model_config = ConfigDict(
        strict=True,
        extra="forbid",
        frozen=True,
        defer_build=True,
        field_title_generator=lambda name, _: name.replace("_", " ").capitalize(),
    )

    form: ClassVar[Form]


class Document(AnyDocument):
    """A table of TOML: its keys have hyphens where the fields have underscores."""

    model_config = ConfigDict(alias_generator=lambda name: name.replace("_", "-"))

    form = Form("a table", "tables, each under [[{key}]]", items_counted=False)


class JsonDocument(AnyDocument):
    """An object of JSON: its keys are the fields."""

    form = Form("an object", "a list", items_counted=True)


class CsvRow(AnyDocument):
    """A row of a table: texts by column; an empty cell counts as none."""

    form = Form("a row", "rows", items_counted=False)

    @model_validator(mode="before")
    @classmethod
    def _without_empty_cells(cls, cells: Mapping[str, Any]) -> dict[str, Any]:
        return {column: cell for column, cell in cells.items() if cell != ""}


@dataclass(frozen=True, slots=True)
class Expected:
    """What would be right, in words: in the metadata of a field, for where its type does not say enough."""

    text: str


def wrong(found: str = "", expected: str = "", hint: str = "", *, key: str = "") -> PydanticCustomError:
    """Return the error that a validator raises where something is not right.

    Parameters
    ----------
    found
        What was found; empty for the value as it stands.
    expected
        What would be right; empty for what the type of the field says, or its `Expected`.
    hint
        How to go on; may be empty.
    key
        The key of the table that is meant, in a check of a whole table; `expected` is needed then.
    """
    told = {"found": found, "expected": expected, "hint": hint, "key": key}
    return PydanticCustomError("mistakes", "not as it should be", {"each": [told]})


def refuse(faults: Iterable[PydanticCustomError]) -> None:
    """Raise one error for all of `faults`, which `wrong` has made, if there are any; of very many for the first."""
    told = [each for fault in islice(faults, MOST_MISTAKES) for each in (fault.context or {})["each"]]
    if told:
        raise PydanticCustomError("mistakes", "not as it should be", {"each": told})
