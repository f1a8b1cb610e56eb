"""explanation.json: why nothing fits, and what would help."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from ltsched.domain.timetable import Status
from ltsched.validation.comparison import ReasonRow
from ltsched.validation.explained import ExplainedPart
from ltsched.validation.fields import JsonText, Many, Word

__all__ = ["ExplanationDocument"]


class ExplanationDocument(ExplainedPart):
    """explanation.json, and what ``ltsched explain --json`` writes."""

    format: Literal[1] = Field(description="The number of the format.")
    status: Word[Status] = Field(description="infeasible where nothing fits; optimal or feasible where something does.")
    reference: JsonText = Field(description="The code name of the review.")
    reasons: Many[ReasonRow] = Field(description="What counting says, without a search.")
