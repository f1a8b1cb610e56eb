"""Why everything together does not fit, in sentences."""

from __future__ import annotations

from ltsched.domain.agenda import Agenda
from ltsched.domain.review import Hold

__all__ = [
    "LEADS_CURE",
    "LEADS_SHORT",
    "TIME_CURE",
    "UNTIL_CURE",
    "open_hold_words",
    "time_over_words",
    "without_start_words",
]

LEADS_SHORT = "the lead reviewers would have to be in two places at once"
LEADS_CURE = "another lead reviewer, fewer conversations, or free time in their diaries might help"
TIME_CURE = "a later day of commissioning, or more span-weeks under [customise], would give it time"
UNTIL_CURE = 'add "until" to it in review.toml'


def open_hold_words(hold: Hold) -> str:
    """Return that a hold on the whole review has no end."""
    return (
        f"the hold on the review from {hold.first} ({hold.reason or 'no reason given'}) has no end: nothing can be "
        f"planned until it gets one ({UNTIL_CURE})"
    )


def time_over_words(agenda: Agenda) -> str:
    """Return that the time of the review is over."""
    review = agenda.review
    return (
        f"the time of the review is over: it was commissioned on {review.commissioned}, its span ends before "
        f"{agenda.span_end}, nothing is booked from {agenda.horizon_end} on, and today is {review.today} ({TIME_CURE})"
    )


def without_start_words(id: str) -> str:
    """Return that the order leaves an activity no time."""
    return f"{id} has no time left between what must come before it and what must come after it"
