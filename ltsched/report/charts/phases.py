"""Which phase the kinds of bookings belong to, and the letter that stands for each."""

from __future__ import annotations

from enum import StrEnum

from ltsched.domain.option import Kind
from ltsched.domain.words.kind_words import KIND_WORDS

__all__ = ["Phase", "letter_of", "phase_of", "words_of"]


class Phase(StrEnum):
    """The phases of a review, in the order of a chart; each value is the name of its colour."""

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
        return _WORDS[self]


_WORDS = {
    Phase.OPENING: "Set-up, introduction",
    Phase.AUDITS: "Case-file audits",
    Phase.CONVERSATIONS: "Conversations",
    Phase.ANALYSIS: "Analysis by review team",
    Phase.JOINT: "Joint meetings, events",
    Phase.OTHER: "Other bookings",
    Phase.REPORT: "Report",
}
_KINDS = {
    Kind.SET_UP: (Phase.OPENING, "S"),
    Kind.INTRODUCTION: (Phase.OPENING, "I"),
    Kind.CONVERSATION: (Phase.CONVERSATIONS, "C"),
    Kind.FAMILY_CONVERSATION: (Phase.CONVERSATIONS, "F"),
    Kind.REVIEW_TEAM_MEETING: (Phase.ANALYSIS, "R"),
    Kind.JOINT_MEETING: (Phase.JOINT, "J"),
    Kind.EVENT: (Phase.JOINT, "E"),
    Kind.AUDIT: (Phase.AUDITS, "A"),
    Kind.FINDINGS_MEETING: (Phase.ANALYSIS, "M"),
    Kind.OTHER: (Phase.OTHER, "O"),
}


def phase_of(kind: Kind) -> Phase:
    """Return the phase that a kind belongs to."""
    return _KINDS[kind][0]


def letter_of(kind: Kind) -> str:
    """Return the letter that stands for a kind; no two have the same."""
    return _KINDS[kind][1]


def words_of(kind: Kind) -> str:
    """Return what a kind is called, in lower case."""
    return KIND_WORDS[kind].one
