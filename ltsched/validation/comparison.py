"""comparison.json: what each option would come to."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from ltsched.domain.option import Kind
from ltsched.domain.people import Role
from ltsched.domain.review import ReviewKind
from ltsched.domain.timetable import Status
from ltsched.validation.document import JsonDocument
from ltsched.validation.explained import ExplainedPart
from ltsched.validation.fields import Count, JsonDay, JsonText, Many, Number, Word
from ltsched.validation.timetable import TimetablePart

__all__ = ["ComparisonDocument", "CureRow", "EvidenceRow", "OptionRow", "ReasonRow"]


class CureRow(JsonDocument):
    """What would help."""

    text: JsonText = Field(description="In words.")
    file: JsonText = Field(description="The file to change; empty where it is in none.")
    keys: Many[JsonText] = Field(description="The keys to change in it.")


class ReasonRow(JsonDocument):
    """Why nothing fits, as data."""

    rule: JsonText = Field(description="The rule; empty where that is not known.")
    ids: Many[JsonText] = Field(description="The people, activities and rooms that are concerned.")
    dates: Many[JsonDay] = Field(description="The days concerned: from, until before; one day alone has no end.")
    numbers: dict[str, int] = Field(description="What the sentence counts.")
    text: JsonText = Field(description="The sentence.")
    cure: CureRow | None = Field(description="What would help; null where nothing in particular would.")


def _as_reason(value: Any) -> Any:
    """Take a sentence alone, as older files have it, for a reason of which nothing else is known."""
    if not isinstance(value, str):
        return value
    return {"rule": "", "ids": [], "dates": [], "numbers": {}, "text": value, "cure": None}


class EvidenceRow(JsonDocument):
    """What the option would look at."""

    key_staff: Count = Field(description="Key staff in the review.")
    heard: Count = Field(description="Those of them who are heard.")
    analysis_meetings: Count = Field(description="Review-team meetings.")
    joint_meetings: Count = Field(description="Joint meetings and events.")
    files_audited: Count = Field(description="Case files that are audited.")


class OptionRow(ExplainedPart):
    """What one option would come to."""

    option: JsonText = Field(description="Its name.")
    title: JsonText = Field(description="What it is called.")
    fullness: Count = Field(description="Its place by fullness; 0 where it is not ranked.")
    lead_in_weeks: Count = Field(description="Weeks before the first activity.")
    span_weeks: Count = Field(description="Weeks for the activities.")
    days_late: Count | None = Field(description="Working days after the deadline; null without one.")
    interrupted: bool = Field(description="Whether it was stopped.")
    seconds: Number = Field(description="How long it took to plan.")
    status: Word[Status] = Field(description="How sure it is.")
    reasons: Many[Annotated[ReasonRow, BeforeValidator(_as_reason)]] = Field(description="Why nothing fits.")
    assumed: Many[JsonText] = Field(description="What was assumed to plan it.")
    first_meeting: JsonDay | None = Field(description="The day of the first booking.")
    last_meeting: JsonDay | None = Field(description="The day of the last one.")
    final_report: JsonDay | None = Field(description="The day of the final report.")
    activities: dict[Word[Kind], int] = Field(description="How many bookings of each kind.")
    evidence: EvidenceRow = Field(description="What it would look at.")
    given_up: JsonText = Field(description="What the fullest option has more, in words.")
    hours_by_agency: dict[str, Number] = Field(description="Staff hours by agency.")
    hours_by_role: dict[Word[Role], Number] = Field(description="Staff hours by role.")
    timetable: TimetablePart | None = Field(description="The timetable; null where there is none.")


class ComparisonDocument(JsonDocument):
    """comparison.json: every option over the same people and diaries."""

    format: Literal[1] = Field(description="The number of the format.")
    inputs: JsonText = Field(description="A fingerprint of what it was made of.")
    reference: JsonText = Field(description="The code name of the review.")
    kind: Word[ReviewKind] = Field(description="The kind of review.")
    commissioned: JsonDay = Field(description="The day of commissioning.")
    deadline: JsonDay | None = Field(description="The day on which the report is due.")
    starting_point: JsonText | None = Field(description="Where a review of this kind should start from.")
    options: Many[OptionRow] = Field(description="Each option.")
    today: JsonDay | None = Field(None, description="The day on which it was made.")
    rehearsal: bool = Field(False, description="Whether that day was made up.")
