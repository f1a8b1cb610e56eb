"""tradeoffs.json: what an earlier report would cost."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from ltsched.domain.timetable import Status
from ltsched.validation.comparison import ReasonRow
from ltsched.validation.document import JsonDocument
from ltsched.validation.fields import Count, JsonDay, JsonText, Many, Word
from ltsched.validation.timetable import TimetablePart

__all__ = ["FrontierRow", "PersonRow", "PointRow", "StagesRow", "TradeoffsDocument"]


class PersonRow(JsonDocument):
    """A person and an activity that they miss, or are asked to come to."""

    person: JsonText = Field(description="The id of the person.")
    activity: JsonText = Field(description="The activity.")


class StagesRow(JsonDocument):
    """The stages that come to a point, as in review.toml."""

    order: Many[JsonText] = Field(description="The order; those that are left out follow in the usual order.")
    tolerance: dict[str, Count] = Field(description="How much worse than its best a stage may be.")


class PointRow(JsonDocument):
    """One point of a frontier."""

    value: Count = Field(description="How much of the stage is given up.")
    bound: Count = Field(description="No report that is earlier than that of the point before has less.")
    finish: Count = Field(description="Working days to the final report.")
    finish_bound: Count = Field(description="With no more given up, none takes fewer.")
    late_days: Count = Field(description="Working days after the deadline; 0 without one.")
    proven: bool = Field(description="Whether both are at their bounds.")
    final_report: JsonDay | None = Field(description="The day of the final report.")
    missing_beyond_first: Many[PersonRow] = Field(description="Who is missing and is not at the first point.")
    asked_if_needed: Many[PersonRow] = Field(description="Who comes in time that is only if-needed.")
    stages: StagesRow = Field(description="The [stages] with which `plan` comes to this point.")
    timetable: TimetablePart = Field(description="The timetable.")


class FrontierRow(JsonDocument):
    """One frontier: each point gives up more than the one before, and has an earlier report."""

    traded: JsonText = Field(description="The stage that is given up.")
    choose: JsonText = Field(description="What `plan --choose` calls it.")
    held: dict[str, Count] = Field(description="The stages kept at their least meanwhile, with their values.")
    complete: bool = Field(description="Whether no report is earlier than that of the last point.")
    points: Many[PointRow] = Field(description="The points, from the least given up.")


class TradeoffsDocument(JsonDocument):
    """tradeoffs.json: the frontier of the report date against what it costs."""

    format: Literal[1] = Field(description="The number of the format.")
    inputs: JsonText = Field(description="A fingerprint of what they were made of.")
    reference: JsonText = Field(description="The code name of the review.")
    option: JsonText = Field(description="The name of the option.")
    title: JsonText = Field(description="What it is called.")
    status: Word[Status] = Field(description="Whether all is proven.")
    rehearsal: bool = Field(description="Whether the day of planning was made up.")
    interrupted: bool = Field(description="Whether somebody stopped the work.")
    commissioned: JsonDay = Field(description="The day of commissioning.")
    deadline: JsonDay | None = Field(description="The day on which the report is due.")
    today: JsonDay | None = Field(description="The day on which they were made.")
    left_out: Many[JsonText] = Field(description="Optional activities that are left out.")
    reasons: Many[ReasonRow] = Field(description="Why nothing fits.")
    frontiers: Many[FrontierRow] = Field(description="For each stage that can be given up.")
