"""How each kind of booking looks in a workbook: a word short enough for a plan of weeks, its name, a light colour."""

from __future__ import annotations

from dataclasses import dataclass

from ltsched.domain.option import Kind

__all__ = ["KIND_LOOKS", "KindLook"]


@dataclass(frozen=True, slots=True)
class KindLook:
    """How one kind looks; `short` is empty where only the title of a booking says what it is."""

    short: str
    name: str
    names: str
    colour: str


KIND_LOOKS = {
    Kind.SET_UP: KindLook("Set-up", "Set-up meeting", "Set-up meetings", "#EDEDED"),
    Kind.INTRODUCTION: KindLook("Intro", "Introduction", "Introductions", "#FBE5D6"),
    Kind.CONVERSATION: KindLook("Conv.", "Conversation", "Conversations", "#E2EFDA"),
    Kind.FAMILY_CONVERSATION: KindLook("Family", "Family conversation", "Family conversations", "#C6E0B4"),
    Kind.REVIEW_TEAM_MEETING: KindLook("RTM", "Review team meeting", "Review team meetings", "#DDEBF7"),
    Kind.JOINT_MEETING: KindLook("Joint", "Joint meeting", "Joint meetings", "#FFE699"),
    Kind.EVENT: KindLook("Event", "One-day event", "One-day events", "#FFE699"),
    Kind.AUDIT: KindLook("Audit", "Case-file audit", "Case-file audits", "#E4DFEC"),
    Kind.FINDINGS_MEETING: KindLook("Findings", "Findings meeting", "Findings meetings", "#FFF2CC"),
    Kind.OTHER: KindLook("", "Other", "Other activities", "#F2F2F2"),
}
