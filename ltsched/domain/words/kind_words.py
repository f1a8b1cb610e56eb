"""What the kinds of bookings are called and look like, wherever people see them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ltsched.domain.option import Kind

__all__ = ["KIND_WORDS", "KindWords", "Phase"]


class Phase(StrEnum):
    """The phases of a review, in the order of a chart; each value is the name of its colour in a theme."""

    OPENING = "opening"
    AUDITS = "audits"
    CONVERSATIONS = "conversations"
    ANALYSIS = "analysis"
    JOINT = "joint"
    OTHER = "other"
    REPORT = "report"

    @property
    def words(self) -> str:
        """What it is called on a page."""
        return _PHASE_WORDS[self]


_PHASE_WORDS = {
    Phase.OPENING: "Set-up, introduction",
    Phase.AUDITS: "Case-file audits",
    Phase.CONVERSATIONS: "Conversations",
    Phase.ANALYSIS: "Analysis by review team",
    Phase.JOINT: "Joint meetings, events",
    Phase.OTHER: "Other bookings",
    Phase.REPORT: "Report",
}


@dataclass(frozen=True, slots=True)
class KindWords:
    """What one kind is called, and what stands for it.

    Parameters
    ----------
    one, many
        What it is called, in lower case.
    short
        A word short enough for a plan of weeks; empty where only the title of a booking says what it is.
    meetings
        What it is called where the meetings of an option are counted; empty where they leave it out.
    letter
        Stands for it in a chart; no two have the same.
    phase
        The phase that it belongs to.
    colour
        The light colour of its cells in a workbook.
    """

    one: str
    many: str
    short: str
    meetings: str
    letter: str
    phase: Phase
    colour: str


KIND_WORDS = {
    Kind.SET_UP: KindWords("set-up meeting", "set-up meetings", "Set-up", "", "S", Phase.OPENING, "#EDEDED"),
    Kind.INTRODUCTION: KindWords("introduction", "introductions", "Intro", "", "I", Phase.OPENING, "#FBE5D6"),
    Kind.CONVERSATION: KindWords("conversation", "conversations", "Conv.", "", "C", Phase.CONVERSATIONS, "#E2EFDA"),
    Kind.FAMILY_CONVERSATION: KindWords(
        "family conversation", "family conversations", "Family", "", "F", Phase.CONVERSATIONS, "#C6E0B4"
    ),
    Kind.REVIEW_TEAM_MEETING: KindWords(
        "review-team meeting", "review-team meetings", "RTM", "review team", "R", Phase.ANALYSIS, "#DDEBF7"
    ),
    Kind.JOINT_MEETING: KindWords("joint meeting", "joint meetings", "Joint", "joint", "J", Phase.JOINT, "#FFE699"),
    Kind.EVENT: KindWords("one-day event", "one-day events", "Event", "event", "E", Phase.JOINT, "#FFE699"),
    Kind.AUDIT: KindWords("case-file audit", "case-file audits", "Audit", "audits", "A", Phase.AUDITS, "#E4DFEC"),
    Kind.FINDINGS_MEETING: KindWords(
        "findings meeting", "findings meetings", "Findings", "findings", "M", Phase.ANALYSIS, "#FFF2CC"
    ),
    Kind.OTHER: KindWords("other booking", "other bookings", "", "", "O", Phase.OTHER, "#F2F2F2"),
}
"""In the order in which a review has them."""
