"""Clashes and cures, as parts of JSON documents; who and what is meant is said by id."""

from __future__ import annotations

from pydantic import Field

from ltsched.validation.document import JsonDocument
from ltsched.validation.fields import Count, JsonDay, JsonText, Many, Moment

__all__ = ["BringsRow", "ClashRow", "EditRow", "ExplainedPart", "FactRow", "HelpRow", "InsteadRow", "TimesRow"]


class TimesRow(JsonDocument):
    """A time of day on one day."""

    start: Moment = Field(description="From when: local time with its offset.")
    end: Moment = Field(description="Until when; at this minute it is over.")


class FactRow(JsonDocument):
    """Something that cannot hold together with the other facts of its clash."""

    rule: JsonText = Field(description="The rule that it belongs to.", examples=["diary", "quorum"])
    ids: Many[JsonText] = Field(description="The activities, people and rooms that it is about.")
    dates: Many[JsonDay] = Field(description="The days that it is about, in order.")
    times: Many[TimesRow] = Field(description="When exactly; empty for no times of day in particular.")
    number: int | None = Field(description="The number of the rule; null where it has none.")
    key: JsonText = Field(description="The name of that number under [customise]; empty where it has none.")
    kind: JsonText = Field(
        description="Why somebody is away, as [costs] calls it; bank-holiday of a bank holiday; empty elsewhere.",
        examples=["leave"],
    )
    text: JsonText = Field(description="What it says.")


class ClashRow(JsonDocument):
    """Facts that cannot hold together."""

    activities: Many[JsonText] = Field(description="The activities that it is about: these alone do not fit.")
    text: JsonText = Field(description="What it comes to.")
    smallest: bool = Field(description="Whether it was shown that without any one of the facts these activities fit.")
    facts: Many[FactRow] = Field(description="What cannot hold together.")


class EditRow(JsonDocument):
    """One place in the files of the review that would be written otherwise."""

    file: JsonText = Field(description="The file in the folder of the review.", examples=["review.toml"])
    key: JsonText = Field(
        description="The key; in a table the id of the row and the column; empty for a row that is added.",
        examples=["customise.joint-meeting-minutes"],
    )
    before: int | float | str | None = Field(alias="from", description="What stands there; null for nothing.")
    after: int | float | str | None = Field(alias="to", description="What would stand there; null for nothing.")


class BringsRow(JsonDocument):
    """What a cure would bring, as it was planned with it."""

    final_report: JsonDay | None = Field(description="The day of the final report; null where it waits for something.")
    late_days: Count = Field(description="Working days after the deadline.")
    missed: Count = Field(description="How often somebody expected would be missing.")
    proven: bool = Field(description="Whether that is proven to be the best.")


class InsteadRow(JsonDocument):
    """Something that would help in the place of the last step."""

    cost: Count = Field(description="What it costs.")
    text: JsonText = Field(description="In words.")
    changes: Many[EditRow] = Field(description="What to write where.")


class HelpRow(JsonDocument):
    """What would help: a timetable was planned with it."""

    cost: Count = Field(description="What it costs, by the costs of the review.")
    text: JsonText = Field(description="In words.")
    changes: Many[EditRow] = Field(description="What to write where.")
    brings: BringsRow = Field(description="What it would bring.")
    also: Many[InsteadRow] = Field(description="What would do as well in the place of the last step.")


class ExplainedPart(JsonDocument):
    """Why nothing fits, and what would help."""

    clashes: Many[ClashRow] = Field((), description="What cannot hold together.")
    cures: Many[HelpRow] = Field((), description="What would help, the cheapest first.")
    all_found: bool = Field(True, description="Whether it is proven that no other such cure is cheaper than these.")
    stopped: JsonText = Field("", description="Why the search ended early; empty if it did not.")
