"""The light colour of each kind of booking in a workbook."""

from __future__ import annotations

from ltsched.domain.option import Kind

__all__ = ["KIND_COLOURS"]

KIND_COLOURS = {
    Kind.SET_UP: "#EDEDED",
    Kind.INTRODUCTION: "#FBE5D6",
    Kind.CONVERSATION: "#E2EFDA",
    Kind.FAMILY_CONVERSATION: "#C6E0B4",
    Kind.REVIEW_TEAM_MEETING: "#DDEBF7",
    Kind.JOINT_MEETING: "#FFE699",
    Kind.EVENT: "#FFE699",
    Kind.AUDIT: "#E4DFEC",
    Kind.FINDINGS_MEETING: "#FFF2CC",
    Kind.OTHER: "#F2F2F2",
}
