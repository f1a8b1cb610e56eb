"""What was issued, on a screen: which messages, to whom, and who gets none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.table import Table
from rich.text import Text

from ltsched.domain.invitations.invitations import Change, Due, Told
from ltsched.domain.review import Review
from ltsched.domain.timetable import Booking, Timetable
from ltsched.domain.words.booking_words import missed_by, what
from ltsched.domain.words.wording import clock_span, day_text, harmless, listed, plural
from ltsched.report.screen.layout import cell, plain_table
from ltsched.report.screen.people_list import on_day, people_list

__all__ = ["messages_line", "messages_table", "told_what", "told_when", "without_table"]

WORDS = {
    Change.NEW: "new",
    Change.MOVED: "moved",
    Change.CHANGED: "changed",
    Change.CANCELLED: "cancelled",
    Change.WITHDRAWN: "withdrawn",
    Change.AGAIN: "once more",
}


def told_what(told: Told) -> str:
    """Return what somebody was told of: the subject without the code name, with what tells it from its like."""
    _, _, title = told.summary.partition(": ")
    _, _, part = told.activity.partition(":")
    text = f"{title[:1].upper()}{title[1:]}"
    return harmless(text if not part or text.casefold().endswith(part.casefold()) else f"{text} {part}")


def told_when(told: Told) -> str:
    """Return ``Mon 15 Feb 2027 10:00–12:00``."""
    return f"{day_text(told.start.date())} {clock_span(told.start, told.end)}"


def messages_line(reference: str, dues: Sequence[Due]) -> Text:
    """Return in one line how many messages there are, of which kinds, for how many people."""
    line = Text(harmless(reference), style="bold")
    counts = [(WORDS[change], sum(due.change is change for due in dues)) for change in Change]
    kinds = listed(f"{count} {word}" for word, count in counts if count)
    people = plural(len({due.invitation.told.recipient for due in dues}), "person", "people")
    line.append(f"  {plural(len(dues), 'message')} for {people}: {kinds}", style="not bold")
    return line


def messages_table(dues: Iterable[Due]) -> Table:
    """Return the messages, a row for all that say the same of one booking."""
    rows: dict[tuple[Change, str, str, str], list[str]] = {}
    for due in dues:
        told, before = due.invitation.told, due.before
        was = ""
        if due.change is Change.MOVED and before is not None:
            was = f"was {told_when(before)}"
        elif due.change is Change.CHANGED and before is not None and before.location != told.location:
            was = f"{before.location or 'no room'} → {told.location or 'no room'}"
        rows.setdefault((due.change, told_what(told), told_when(told), harmless(was)), []).append(told.recipient)
    table = plain_table("Message", "What", "When", "To", whole=("Message",))
    table.columns[2].min_width = 15
    for (change, booked, when, was), recipients in rows.items():
        style = "yellow" if change in (Change.CANCELLED, Change.WITHDRAWN) else ""
        time = cell(when)
        if was:
            time.append(f"\n{was}", style="dim")
        table.add_row(cell(WORDS[change], style), cell(booked), time, cell(", ".join(map(harmless, recipients))))
    return table


def without_table(whom: Iterable[tuple[str, Sequence[str]]], timetable: Timetable, review: Review) -> Table:
    """Return people with the activities to which they are not invited, a row each."""
    bookings = {booking.activity: booking for booking in timetable.bookings}

    def told(id: str, booking: Booking) -> str:
        return missed_by(booking, id, on_day(what(booking), booking.day))

    return people_list([(id, [told(id, bookings[each]) for each in activities]) for id, activities in whom], review)
