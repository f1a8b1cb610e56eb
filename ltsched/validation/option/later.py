"""Tables that are read later, once it is known what they may name: here they have only to be tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pydantic import GetJsonSchemaHandler, TypeAdapter
from pydantic_core import CoreSchema

from ltsched.domain.numbers import CHOICES, NUMBERS, Number, Unit

__all__ = ["Later", "Numbers"]


@dataclass(frozen=True, slots=True)
class Later:
    """In the metadata of a table: what it is read as later.

    `needed` are the keys that it must have at least, where it may change another one; None for all that it needs.
    `by_id`: it may have one more of its kind for each id.
    """

    kind: Any
    needed: tuple[str, ...] | None = None
    by_id: bool = False

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        found = handler(TypeAdapter(self.kind).core_schema)
        if self.needed is not None:
            handler.resolve_ref_schema(found)["required"] = list(self.needed)
        if self.by_id:
            return {**handler.resolve_ref_schema(found), "additionalProperties": found}
        return found


@dataclass(frozen=True, slots=True)
class Numbers:
    """In the metadata of a table: it has numbers by their names; of those that every option has, more is known."""

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        of_its_own = {"type": ["number", "string"]}
        properties = {number.name: _schema(number) for number in NUMBERS.values()}
        return {"type": "object", "properties": properties, "additionalProperties": of_its_own}


def _schema(number: Number) -> dict[str, Any]:
    about = {"title": number.unit, "description": number.meaning}
    if number.unit == Unit.CHOICE:
        return {**about, "enum": list(CHOICES)}
    kind = "number" if number.unit == Unit.SHARE else "integer"
    return {**about, "type": kind, "minimum": number.least, "maximum": number.most}
