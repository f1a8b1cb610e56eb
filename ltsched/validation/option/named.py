"""Numbers that an option may name instead of writing them, and the names of people and activities in it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    ValidationError,
    ValidationInfo,
    ValidatorFunctionWrapHandler,
)
from pydantic_core import CoreSchema, core_schema

from ltsched.domain.numbers import CHOICES, Setting
from ltsched.domain.people import Role
from ltsched.domain.words.near_miss import did_you_mean
from ltsched.validation.document import Expected, refuse, wrong
from ltsched.validation.fields import Names
from ltsched.validation.shown import shown

__all__ = ["Activities", "Choice", "Count", "Guests", "Known", "Minutes", "Named", "Share", "known_of"]


@dataclass(frozen=True, slots=True)
class Known:
    """What the tables of an option may name: the context in which they are read.

    Parameters
    ----------
    numbers
        What the name of a number stands for.
    people
        Those whom an activity may name by id besides roles.
    activities, dropped
        The activities of the option, and those that it does without: orders of what it is based on may name them.
    milestones
        The earlier milestones.
    used
        Where the names of the numbers that were looked up are added.
    """

    numbers: Mapping[str, Setting] = field(default_factory=dict)
    people: Collection[str] = ()
    activities: Collection[str] = ()
    dropped: Collection[str] = ()
    milestones: Collection[str] = ()
    used: set[str] = field(default_factory=set)


def known_of(info: ValidationInfo) -> Known:
    """Return what may be named in the table that is being read."""
    return info.context if isinstance(info.context, Known) else Known()


@dataclass(frozen=True, slots=True)
class Named:
    """In the metadata of a field: the name of a number may stand for its value; `words` are right besides."""

    words: tuple[str, ...] = ()
    also: str = ", or the name of one"

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_wrap_validator_function(self._looked_up, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"anyOf": [handler(schema), {"type": "string", "title": "the name of a number"}]}

    def _looked_up(self, value: Any, handler: ValidatorFunctionWrapHandler, info: ValidationInfo) -> Any:
        known = known_of(info)
        if isinstance(value, str) and value in known.numbers:
            known.used.add(value)
            return handler(known.numbers[value])
        try:
            return handler(value)
        except ValidationError:
            hint = did_you_mean(value, self.words or known.numbers) if isinstance(value, str) else ""
            raise wrong(hint=hint) from None


Count = Annotated[int, Field(ge=0, le=1000), Named()]
Minutes = Annotated[int, Field(ge=5, le=720), Named()]
Share = Annotated[float, Field(ge=0, le=1), Expected("expected a share from 0 to 1"), Named()]
Choice = Annotated[Literal["yes", "no", "auto"], Expected('expected "yes", "no" or "auto"'), Named(CHOICES, "")]


def _guests(names: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
    known = [*Role, *known_of(info).people]
    expected = "expected a role or the id of a person"
    return _all_in(names, known, known, expected)


def _activities(names: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
    known = known_of(info)
    listed = ", ".join(sorted(known.activities))
    return _all_in(
        names, {*known.activities, *known.dropped}, known.activities, f"expected the id of an activity: {listed}"
    )


def _all_in(names: tuple[str, ...], known: Collection[str], near: Collection[str], expected: str) -> tuple[str, ...]:
    refuse(wrong(shown(name), expected, did_you_mean(name, near)) for name in names if name not in known)
    return names


Guests = Annotated[Names, Expected("expected a list of roles and ids of people"), AfterValidator(_guests)]
Activities = Annotated[Names, Expected("expected ids of activities"), AfterValidator(_activities)]
