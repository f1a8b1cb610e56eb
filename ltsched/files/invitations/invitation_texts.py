"""The words of an invitation, an update and a cancellation."""

from __future__ import annotations

from ltsched.domain.invitations.invitations import Change, Due, Method, Told
from ltsched.domain.review import Organiser
from ltsched.domain.words.wording import clock_span, day_text, one_line

__all__ = ["change_text", "description", "mail_subject", "mail_text"]

CONFIDENTIAL = "This is confidential. Please keep it private in your calendar and do not forward it."
PLEASE_ANSWER = "You are invited. Please accept or decline."
PREFIXES = {
    Change.NEW: "",
    Change.AGAIN: "",
    Change.MOVED: "Moved: ",
    Change.CHANGED: "Changed: ",
    Change.CANCELLED: "Cancelled: ",
    Change.WITHDRAWN: "Cancelled: ",
}


def change_text(due: Due) -> str:
    """Return what has changed since the recipient was told last, in sentences; empty for a first invitation."""
    told, before = due.invitation.told, due.before
    match due.change:
        case Change.CANCELLED:
            return "This is cancelled: it does not take place."
        case Change.WITHDRAWN:
            return "This invitation is withdrawn."
        case Change.MOVED if before is not None:
            moved = f"This has moved from {_when(before)} to {_when(told)}."
            return " ".join(filter(None, (moved, _place_change(before, told))))
        case Change.CHANGED if before is not None:
            return _place_change(before, told) or "Details of this have changed."
    return ""


def _place_change(before: Told, after: Told) -> str:
    if before.location == after.location:
        return ""
    if not after.location:
        return f"It is not in {before.location} any more."
    return f"It is now in {after.location}" + (f", not in {before.location}." if before.location else ".")


def description(due: Due) -> str:
    """Return the DESCRIPTION of the entry: what has changed, what the recipient needs to know, what to do."""
    lines = [change_text(due), due.invitation.details, PLEASE_ANSWER if due.method is Method.REQUEST else ""]
    return "\n".join([*filter(None, lines), CONFIDENTIAL])


def mail_subject(due: Due) -> str:
    """Return the subject of the mail: that of the entry, with a word on what has changed."""
    return f"{PREFIXES[due.change]}{due.invitation.told.summary}"


def mail_text(due: Due, organiser: Organiser, zone_name: str) -> str:
    """Return the plain text of the mail, for who reads it without a calendar."""
    told = due.invitation.told
    facts = [told.summary, f"When: {_when(told)} ({zone_name})"]
    if told.location:
        facts.append(f"Where: {told.location}")
    sender = f"{one_line(organiser.name)}, {organiser.email}"
    return "\n".join([*facts, "", description(due), "", sender]) + "\n"


def _when(told: Told) -> str:
    """Return ``Mon 15 Feb 2027, 10:00–12:00``."""
    return f"{day_text(told.start.date())}, {clock_span(told.start, told.end)}"
