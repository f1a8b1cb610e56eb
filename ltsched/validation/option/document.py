"""An option file as a whole, and the numbers that it declares."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import Field, WithJsonSchema, field_validator, model_validator

from ltsched.domain.numbers import NUMBERS, Number, Unit, accepts, expected_of, own_number
from ltsched.validation.document import Document, Expected, wrong
from ltsched.validation.fields import Many, Names, Text, Word
from ltsched.validation.option.later import Later, Numbers
from ltsched.validation.option.names import SHIPPED
from ltsched.validation.option.shape import ShapeTable
from ltsched.validation.option.tables import ActivityTable, MilestoneTable, OrderTable

__all__ = ["NumberTable", "OptionDocument"]

EXPECTED_NAME = "expected a name such as visit-minutes: small letters, digits and hyphens"
NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


class NumberTable(Document):
    """A number of an option's own, which its tables may name and ``[customise]`` of a review may change."""

    name: Annotated[Text, Expected(EXPECTED_NAME)] = Field(
        description="Its name: small letters, digits and hyphens.", examples=["visit-minutes"]
    )
    value: Annotated[
        Any, Expected("expected a number, or one of yes, no, auto"), WithJsonSchema({"type": ["number", "string"]})
    ] = Field(description="What it is, unless a review says otherwise.", examples=[60])
    unit: Word[Unit] = Field(
        Unit.NUMBER, description="What it counts; a `share` is 0 to 1, and a `choice` is `yes`, `no` or `auto`."
    )
    meaning: Text = Field("", description="What it is for, in a line.", examples=["length of a visit"])

    @field_validator("name")
    @classmethod
    def _new(cls, name: str) -> str:
        if not NAME.fullmatch(name):
            raise wrong()
        if name in NUMBERS:
            raise wrong(f'"{name}" is there in every option', "expected another name, or the number under [numbers]")
        return name

    @model_validator(mode="after")
    def _of_its_unit(self) -> NumberTable:
        if not accepts(self.made(), self.value):
            raise wrong("", expected_of(self.made()), key="value")
        return self

    def made(self) -> Number:
        """Return what is known of it."""
        return own_number(self.name, self.unit, self.meaning)


class OptionDocument(Document):
    """An option: what a kind of review consists of.

    Based on another option, it says only what is otherwise.
    """

    based_on: Annotated[str, Expected("expected the name of another option")] | None = Field(
        None,
        description="The option that it takes everything from that it does not say itself: the name of one that is "
        "shipped, or of another option file. Left out: what all options have in common.",
        examples=[SHIPPED[0]],
    )
    title: Text = Field("", description="What it is called.", examples=["Full, with visits"])
    summary: Text = Field("", description="What it consists of, in a line.")
    fullness: int = Field(
        0,
        ge=0,
        le=1000,
        description="Its place among the options by the strength of their evidence: more is fuller, and 0 is not "
        "ranked. The shipped ones have 1 (focused) to 4 (full).",
    )
    without: Names = Field((), description="The ids of activities that it does without.", examples=[["introduction"]])
    stated: Names = Field(
        (),
        description="The numbers, and the ids of activities, of which the source of the option states what they are: "
        "where nothing fits, it costs more to do otherwise (`stated` under `[costs]`). Those of the option it is based "
        "on count, too, but for numbers that are otherwise here.",
        examples=[["span-weeks"]],
    )
    numbers: Annotated[dict[str, Any], Numbers()] = Field(
        default_factory=dict, description="Numbers that are otherwise than in the option it is based on."
    )
    number: Many[Annotated[dict[str, Any], Later(NumberTable)]] = Field(
        (), description="Numbers of its own, which its tables may name."
    )
    activity: Many[Annotated[dict[str, Any], Later(ActivityTable, ("id",))]] = Field(
        (), description="Activities that are added or, by their `id`, changed."
    )
    order: Many[Annotated[dict[str, Any], Later(OrderTable)]] = Field((), description="Which activities precede which.")
    shape: Annotated[dict[str, Any], Later(ShapeTable)] | None = Field(
        None, description="What a review looks like in time; takes the place of that of the option it is based on."
    )
    milestone: Many[Annotated[dict[str, Any], Later(MilestoneTable)]] = Field(
        (), description="Dates that follow from the last meeting; with the id of an earlier one it takes its place."
    )
