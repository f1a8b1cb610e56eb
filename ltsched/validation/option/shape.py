"""``[shape]``: what a review looks like in time, one table for each kind."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, ValidationInfo, field_validator, model_validator

from ltsched.domain.words.near_miss import did_you_mean
from ltsched.validation.document import Document, Expected, wrong
from ltsched.validation.fields import Text
from ltsched.validation.option.named import Activities, Count, Named, known_of

__all__ = ["BlocksTable", "DayTable", "EarlyTable", "ShapeDocument", "ShapeTable", "SpreadTable", "WeekTable"]


class _Shape(Document):
    of: Activities = Field((), description="The activities that it holds for; left out: all but `besides`.")
    besides: Activities = Field((), description="The activities that it does not hold for, where `of` is left out.")


class SpreadTable(_Shape):
    """Spread out evenly over the span."""

    kind: Literal["spread"] = Field(description="Spread out evenly over the span.")
    tolerance_days: Count = Field(0, description="How many working days a meeting may lie from its even position.")


class BlocksTable(_Shape):
    """In two blocks."""

    kind: Literal["blocks"] = Field(description="In two blocks.")
    working_days: Annotated[int, Field(ge=1, le=1000), Named()] = Field(
        5, description="How many working days a block has, at most."
    )
    split_at: Annotated[Text, Expected("expected the id of an activity")] = Field(
        description="The activity whose first booking opens the second block."
    )
    least_weeks: Count = Field(0, description="From the end of the first block to the second, at least.")
    most_weeks: Count = Field(52, description="From the end of the first block to the second, at most.")

    @field_validator("split_at")
    @classmethod
    def _known(cls, split_at: str, info: ValidationInfo) -> str:
        activities = known_of(info).activities
        if split_at not in activities:
            raise wrong(hint=did_you_mean(split_at, activities))
        return split_at

    @field_validator("most_weeks")
    @classmethod
    def _not_less_than_the_least(cls, most: int, info: ValidationInfo) -> int:
        _least_before_most(info.data.get("least_weeks", 0), most)  # not there if it is wrong itself
        return most

    @model_validator(mode="after")
    def _usual_most_not_less(self) -> BlocksTable:
        _least_before_most(self.least_weeks, self.most_weeks, key="most-weeks")
        return self


def _least_before_most(least: int, most: int, key: str = "") -> None:
    if least > most:
        raise wrong(str(most), f"expected at least {least}, the least", key=key)


class WeekTable(_Shape):
    """Within one week, Monday to Friday."""

    kind: Literal["week"] = Field(description="Within one week, Monday to Friday.")


class DayTable(_Shape):
    """All on one day."""

    kind: Literal["day"] = Field(description="All on one day.")


class EarlyTable(_Shape):
    """As early as possible."""

    kind: Literal["early"] = Field(description="As early as possible.")


ShapeTable = Annotated[SpreadTable | BlocksTable | WeekTable | DayTable | EarlyTable, Field(discriminator="kind")]
"""One of the shapes, told by its `kind`."""


class ShapeDocument(Document):
    """What has a shape."""

    shape: ShapeTable
