"""The numbers of an option: their names, units and limits, the same words in every option.

This table is what ``[numbers]`` of an option and ``[customise]`` of a review may say.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

__all__ = ["CHOICES", "NUMBERS", "Number", "Setting", "Unit", "accepts", "expected_of", "own_number"]

Setting = int | float | str
"""What a number can be set to: a whole number, a share, or one of a few words."""


class Unit(StrEnum):
    """What a number counts."""

    WEEKS = "weeks"
    WORKING_DAYS = "working days"
    MINUTES = "minutes"
    SHARE = "share"
    NUMBER = "number"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class Number:
    """One number that can be set.

    Parameters
    ----------
    name
        The key.
    unit
        What it counts, one of `Unit`: a share is 0 to 1, a choice one of a few words.
    least, most
        The limits, both allowed.
    meaning
        One line for the user.
    """

    name: str
    unit: str
    least: float
    most: float
    meaning: str


CHOICES = ("yes", "no", "auto")

_ROWS = (
    Number("lead-in-weeks", "weeks", 0, 104, "from commissioning to the first activity (set-up may come earlier)"),
    Number("span-weeks", "weeks", 1, 104, "how long the review runs after the lead-in"),
    Number("review-team-meetings", "number", 0, 20, "meetings of the review team"),
    Number("review-team-meeting-minutes", "minutes", 15, 720, "length of each"),
    Number("joint-meetings", "number", 0, 10, "meetings of the review team with the case group"),
    Number("joint-meeting-minutes", "minutes", 15, 720, "length of each"),
    Number("event-minutes", "minutes", 15, 720, "length of the one-day event"),
    Number("conversation-minutes", "minutes", 15, 480, "length of a conversation"),
    Number("conversation-gap-minutes", "minutes", 0, 480, "kept free for the reviewers after a conversation"),
    Number("conversations-per-day", "number", 1, 20, "most conversations that one reviewer holds in a day"),
    Number("conversations-usual-most", "number", 0, 200, "more conversations than this give a warning; 0 for none"),
    Number("reviewers-per-conversation", "number", 1, 6, "reviewers who hold a conversation together"),
    Number("set-up-minutes", "minutes", 15, 720, "length of the set-up meeting"),
    Number("introduction-minutes", "minutes", 15, 720, "length of the introduction to the case group"),
    Number("findings-meeting-minutes", "minutes", 15, 720, "length of the findings meeting"),
    Number(
        "joint-meeting-quorum",
        "share",
        0,
        1,
        "least share of those expected at joint meetings, events and the introduction",
    ),
    Number("review-team-quorum", "share", 0, 1, "least share of those expected at meetings of the review team"),
    Number("even-tolerance-days", "working days", 0, 260, "how far a meeting may lie from its even position"),
    Number("meetings-apart-working-days", "working days", 0, 260, "least from one review-team meeting to the next"),
    Number(
        "analysis-to-joint-working-days",
        "working days",
        0,
        260,
        "least from an analysis meeting to the next joint meeting",
    ),
    Number("conversation-notice-working-days", "working days", 0, 260, "notice of a conversation"),
    Number("joint-meeting-notice-working-days", "working days", 0, 260, "notice of a joint meeting or event"),
    Number("draft-report-working-days", "working days", 0, 260, "from the last meeting to the draft report"),
    Number("comments-working-days", "working days", 0, 260, "for comments on the draft; the final report follows"),
    Number("response-working-days", "working days", 0, 260, "from the final report to the board's response"),
    Number("block-working-days", "working days", 1, 60, "greatest length of a block"),
    Number("blocks-apart-least-weeks", "weeks", 0, 52, "least from the end of the first block to the second"),
    Number("blocks-apart-most-weeks", "weeks", 0, 52, "most from the end of the first block to the second"),
    Number("findings-least-weeks", "weeks", 0, 52, "least from the last joint meeting to the findings meeting"),
    Number("findings-most-weeks", "weeks", 0, 52, "most from the last joint meeting to the findings meeting"),
    Number("audits", "number", 0, 500, "files to audit where the review lists none"),
    Number("audit-minutes", "minutes", 15, 720, "length of the audit of one file"),
    Number("audit-gap-weeks", "weeks", 0, 52, "from the last audit to the focused reviews"),
    Number(
        "findings-meeting", "choice", 0, 0, "hold a findings meeting: yes, no, or auto (where it fits the deadline)"
    ),
    Number("slot-minutes", "minutes", 5, 60, "length of a slot: what is planned takes whole slots"),
    Number("start-step-minutes", "minutes", 5, 240, "bookings start at multiples of this after midnight"),
)

NUMBERS = MappingProxyType({row.name: row for row in _ROWS})
"""Every number by its name."""


MOST = {Unit.WEEKS: 260, Unit.WORKING_DAYS: 1000, Unit.MINUTES: 1440, Unit.SHARE: 1, Unit.NUMBER: 1000, Unit.CHOICE: 0}
"""The greatest value of a number of an option's own, by its unit; the least is 0."""


def own_number(name: str, unit: str, meaning: str) -> Number:
    """Return a number that an option adds to those that every option has."""
    return Number(name, unit, 0, MOST[Unit(unit)], meaning)


def accepts(number: Number, value: object) -> bool:
    """Return whether `value` is of the kind of `number` and within its limits; True and False are not numbers."""
    if number.unit == "choice":
        return value in CHOICES
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return False
    if number.unit != "share" and not isinstance(value, int):
        return False
    return number.least <= value <= number.most


def expected_of(number: Number) -> str:
    """Return what would be right for `number`, in words."""
    if number.unit == "choice":
        return 'expected "yes", "no" or "auto"'
    if number.unit == "share":
        return "expected a share from 0 to 1, such as 0.6"
    return f"expected a whole number from {number.least:.0f} to {number.most:.0f} ({number.unit})"
