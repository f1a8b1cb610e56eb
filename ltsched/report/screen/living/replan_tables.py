"""What planning again changes, on a screen: from when to when, why, who is told, and what is better or worse."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from rich.table import Table
from rich.text import Text

from ltsched.domain.invitations.invitations import Due
from ltsched.domain.invitations.standing_answers import PersonTime
from ltsched.domain.living.what_if import compared_stages
from ltsched.domain.stages.table import FINISH
from ltsched.domain.timetable import Booking, Change, ChangeKind, Timetable
from ltsched.domain.words.wording import day_and_clock, harmless, listed, plural
from ltsched.report.screen.layout import cell, plain_table
from ltsched.report.words.booking_words import what
from ltsched.report.words.report_day import report_day

__all__ = [
    "balance_table",
    "change_summary",
    "changes_table",
    "cost_line",
    "deputies_table",
    "offer_text",
    "stays_table",
    "told_table",
    "tried_text",
]

STYLES = {ChangeKind.MOVED: "", ChangeKind.ADDED: "green", ChangeKind.REMOVED: "yellow", ChangeKind.KEPT: "dim"}


def changes_table(changes: Sequence[Change], bookings: Mapping[str, Booking]) -> Table | None:
    """Return what moves, comes, goes or has other people, a row each; None where nothing does.

    Parameters
    ----------
    changes
        What became of each booking.
    bookings
        The bookings before and after, by activity: what they are called.
    """
    told = [change for change in changes if change.kind is not ChangeKind.KEPT or change.why]
    if not told:
        return None
    table = plain_table("What", "From", "To", "Why")
    table.columns[1].min_width = table.columns[2].min_width = 15
    for change in told:
        style = STYLES[change.kind] if change.kind is not ChangeKind.KEPT else ""
        before = "–" if change.before is None else day_and_clock(change.before)
        after = "–" if change.after is None else day_and_clock(change.after)
        if change.kind is ChangeKind.KEPT:
            after = "the same"
        title = what(bookings[change.activity])
        table.add_row(cell(title, style), cell(before), cell(after, style), cell(harmless(change.why)))
    return table


def change_summary(changes: Sequence[Change]) -> str:
    """Return ``3 moved, 1 added``; an empty text where everything has stayed at its time."""
    kinds = (ChangeKind.MOVED, ChangeKind.ADDED, ChangeKind.REMOVED)
    counts = [(kind, sum(change.kind is kind for change in changes)) for kind in kinds]
    return ", ".join(f"{count} {kind}" for kind, count in counts if count)


def cost_line(changes: Sequence[Change], due: Sequence[Due], *, invited: bool) -> str:
    """Return what it costs in one line: ``3 moved, 11 messages to 9 people``."""
    moved = change_summary(changes) or "nothing moves"
    if not invited:
        return f"{moved}; nobody has been invited yet"
    people = len({each.invitation.told.recipient for each in due})
    if not due:
        return f"{moved}, no messages"
    return f"{moved}, {plural(len(due), 'message')} to {plural(people, 'person', 'people')}"


def told_table(due: Sequence[Due]) -> Table:
    """Return who must be told, a row for each person with what they are told of."""
    table = plain_table("Who", "Of what", whole=("Who",))
    found: dict[str, list[str]] = {}
    for each in due:
        told = each.invitation.told
        found.setdefault(told.recipient, []).append(f"{told.activity} ({each.change})")
    for recipient, texts in found.items():
        table.add_row(cell(harmless(recipient)), cell(harmless(", ".join(texts))))
    return table


def balance_table(before: Timetable, after: Timetable) -> Table | None:
    """Return what got better or worse: the stages that both have, and the report; None where nothing did."""
    table = plain_table("", "Before", "Now", " ", numbers=("Before", "Now"))
    was = {stage.name: stage for stage in before.stages}
    # What waits is in nobody's way, and makes nothing better.
    compared = () if after.waiting or before.waiting else compared_stages(after)
    rows = [(s.name, was[s.name].value, s.value, s.unit) for s in compared if s.name != FINISH and s.name in was]
    for name, one, other, unit in rows:
        if one != other:
            verdict = cell("better", "green") if other < one else cell("worse", "yellow")
            table.add_row(cell(name), cell(str(one)), cell(str(other)), Text.assemble(f"{unit}, ", verdict))
    reports = [report_day(each) for each in (before, after)]
    if reports[0] != reports[1]:
        table.add_row(cell("final report"), cell(reports[0]), cell(reports[1]), cell(""))
    return table if table.row_count else None


def tried_text(
    proposal: PersonTime, changes: Sequence[Change] | None, due: Sequence[Due], why: str, *, taken: bool, invited: bool
) -> str:
    """Return what came of a time that somebody has proposed; no changes mean that it cannot be had, and `why`."""
    text = f"{proposal.person} proposes {day_and_clock(proposal.start)} for {proposal.activity}: "
    if changes is None:
        return text + f"not possible, {why}"
    cost = cost_line(changes, due, invited=invited)
    return text + (f"taken ({cost})" if taken else f"possible ({cost})")


def stays_table(cannot_stay: Sequence[tuple[str, str]], bookings: Mapping[str, Booking]) -> Table:
    """Return the bookings that cannot stay where they are, each with why."""
    table = plain_table("What", "When", "Why it cannot stay")
    table.columns[1].min_width = 15
    for activity, why in cannot_stay:
        booking = bookings[activity]
        table.add_row(cell(what(booking)), cell(day_and_clock(booking.start)), cell(harmless(why)))
    return table


def deputies_table(rows: Sequence[tuple[str, str, str, tuple[int, int, int], bool]]) -> Table:
    """Return who could stand in for whom, of which agency, and what moves, who is told and how late it is then.

    What is not proven to be the least is marked: ``at most 3``.
    """
    numbers = ("Moved", "Told", "Late days")
    table = plain_table("For", "Instead", "Agency", *numbers, numbers=numbers)
    for gone, instead, agency, counts, proven in rows:
        who = instead or "somebody from outside"
        told = [str(count) if proven or not count else f"at most {count}" for count in counts]
        table.add_row(*(cell(harmless(text)) for text in (gone, who, agency or "–", *told)))
    return table


def offer_text(
    moves: Sequence[Change],
    gains: Sequence[tuple[str, Sequence[str]]],
    missed: tuple[int, int],
    moving: Collection[str] = (),
) -> str:
    """Return what more moves would gain: ``2 more moved: p03 and t5 can come to joint-meeting:2``.

    Of what is `moving` anyway it is said that it would move elsewhere: ``introduction moved elsewhere: …``.
    """
    more = sum(change.activity not in moving for change in moves)
    elsewhere = [change.activity for change in moves if change.activity in moving]
    head = ([f"{more} more moved"] if more else []) + ([f"{listed(elsewhere)} moved elsewhere"] if elsewhere else [])
    gained = "; ".join(f"{listed(ids)} can come to {activity}" for activity, ids in gains)
    text = f"{', '.join(head)}: {gained} ({missed[0]} missing instead of {missed[1]})"
    return "nobody misses anything: " + text if missed[0] == 0 else text
