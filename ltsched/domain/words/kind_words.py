"""What the kinds of bookings are called, wherever people read them."""

from __future__ import annotations

from dataclasses import dataclass

from ltsched.domain.option import Kind

__all__ = ["KIND_WORDS", "KindWords"]


@dataclass(frozen=True, slots=True)
class KindWords:
    """What one kind is called: one, several, and a word short enough for a plan of weeks.

    `short` is empty where only the title of a booking says what it is.
    """

    one: str
    many: str
    short: str


KIND_WORDS = {
    Kind.SET_UP: KindWords("set-up meeting", "set-up meetings", "Set-up"),
    Kind.INTRODUCTION: KindWords("introduction", "introductions", "Intro"),
    Kind.CONVERSATION: KindWords("conversation", "conversations", "Conv."),
    Kind.FAMILY_CONVERSATION: KindWords("family conversation", "family conversations", "Family"),
    Kind.REVIEW_TEAM_MEETING: KindWords("review team meeting", "review team meetings", "RTM"),
    Kind.JOINT_MEETING: KindWords("joint meeting", "joint meetings", "Joint"),
    Kind.EVENT: KindWords("one-day event", "one-day events", "Event"),
    Kind.AUDIT: KindWords("case-file audit", "case-file audits", "Audit"),
    Kind.FINDINGS_MEETING: KindWords("findings meeting", "findings meetings", "Findings"),
    Kind.OTHER: KindWords("other booking", "other bookings", ""),
}
"""In the order in which a review has them."""
