"""Other times for one booking, on a screen: who would miss it, what else moves, what becomes of the report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.table import Table
from rich.text import Text

from ltsched.domain.replanning.alternatives import Alternative, Alternatives, Difference, Impossible
from ltsched.domain.stages.table import FINISH, MISSED_ATTENDANCE, PREFERENCES
from ltsched.domain.timetable import Booking, Timetable
from ltsched.domain.words.wording import clock_span, day_and_clock, day_text, harmless, listed, plural
from ltsched.report.screen.layout import cell, plain_table
from ltsched.report.words.booking_words import what

__all__ = ["alternatives_table", "differences_table", "impossible_table", "now_line"]


def now_line(found: Alternatives) -> Text:
    """Return what it is about, and when and where it is now."""
    booking = found.booking
    line = Text(f"{harmless(found.now.reference)}  {what(booking)}", style="bold")
    where = f" in {harmless(booking.room)}" if booking.room is not None else ""
    line.append(f", now {_when(booking)}{where}", style="not bold")
    if booking.panel:
        line.append(f", held by {_ids(booking.panel)}", style="not bold")
    if booking.missing:
        line.append(f"; not {_ids(booking.missing)}", style="not bold")
    return line


def alternatives_table(found: Alternatives) -> Table:
    """Return the other times, a row each, the best first.

    Who would miss it is told in full, and then against now. ``Held by`` and ``Room`` are left out where nothing is held
    and no room is taken, ``Besides`` (what other stages would gain or lose) and ``Else`` (how many other bookings would
    be otherwise) where there is nothing of the kind, ``Report`` while that waits for the end of a hold, and ``Tell``
    (how many people would have to hear of it) as long as nobody has been invited to anything.
    """
    held = any(each.booking.panel for each in found.found)
    roomed = any(each.booking.room for each in found.found)
    expected = any(each.booking.missing or each.change.before.missing for each in found.found)
    else_ = any(each.others for each in found.found)
    dated = not found.now.waiting
    besides = [_besides(each, found.now) for each in found.found]
    heads = [
        "",
        "When",
        *(["Room"] if roomed else []),
        *(["Would miss it"] if expected or not held else []),
        *(["Held by"] if held else []),
        *(["Besides"] if any(besides) else []),
        *(["Else"] if else_ else []),
        *(["Report"] if dated else []),
        *(["Tell"] if found.invited else []),
    ]
    table = plain_table(*heads, numbers=("", "Else", "Tell"), whole=("", "When", "Room", "Else", "Tell"))
    for number, each in enumerate(found.found, 1):
        row = [
            cell(str(number)),
            _time(each),
            *([cell(harmless(each.booking.room or "–"))] if roomed else []),
            *([_missing(each.change)] if expected or not held else []),
            *([_held_by(each.change)] if held else []),
            *([cell(besides[number - 1])] if any(besides) else []),
            *([cell(str(len(each.others) or "–"))] if else_ else []),
            *([_report(each)] if dated else []),
            *([cell(str(len(each.told)))] if found.invited else []),
        ]
        table.add_row(*row)
    return table


def _time(each: Alternative) -> Text:
    booking = each.booking
    text = cell(f"{day_text(booking.day)}\n{clock_span(booking.start, booking.end)}")
    if each.proposed_by:
        text.append(f"\nproposed by\n{_ids(each.proposed_by)}", style="green")
    return text


def _missing(change: Difference) -> Text:
    """Return who would miss it, and who of them does not now, and who could come then."""
    text = cell(_ids(change.after.missing) if change.after.missing else "nobody")
    if change.after.unseated:
        text.append(f"\nno seat: {_ids(change.after.unseated)}", style="yellow")
    if change.newly_missing:
        text.append(f"\nnew: {_ids(change.newly_missing)}", style="yellow")
    if change.no_longer_missing:
        text.append(f"\ncould come: {_ids(change.no_longer_missing)}", style="green")
    return text


def _held_by(change: Difference) -> Text:
    return cell(_ids(change.after.panel), "yellow" if change.other_panel else "")


def _report(each: Alternative) -> Text:
    if each.report_days == 0:
        return cell("same")
    days = plural(abs(each.report_days), "day")
    later = each.report_days > 0
    return cell(f"{days} {'later' if later else 'earlier'}", "yellow" if later else "green")


def _besides(each: Alternative, now: Timetable) -> str:
    """Return by how much the stages without a column of their own differ, a line each: ``shape +3``; less is better."""
    before = {stage.name: stage.value for stage in now.stages}
    own = (MISSED_ATTENDANCE, FINISH, *PREFERENCES)
    changed = {name: value - before.get(name, 0) for name, value in each.values.items() if name not in own}
    return "\n".join(f"{name} {'+' if change > 0 else '−'}{abs(change)}" for name, change in changed.items() if change)


def differences_table(found: Sequence[Alternative]) -> Table | None:
    """Return what else would be otherwise, for each of the other times; None where nothing would."""
    table = plain_table("", "", "")
    for number, each in enumerate(found, 1):
        for place, other in enumerate(each.others):
            table.add_row(
                cell(str(number) if place == 0 else ""), cell(what(other.before)), cell("\n".join(_otherwise(other)))
            )
        if each.others and not each.sure:
            table.add_row(cell(""), cell("", "dim"), cell("the best found; perhaps less would have to move", "dim"))
    return table if table.row_count else None


def _otherwise(other: Difference) -> Iterator[str]:
    before, after = other.before, other.after
    if other.moves:
        yield day_and_clock(before.start)
        yield f"→ {day_and_clock(after.start)}"
    if other.other_panel:
        yield f"held by {_ids(after.panel)}, not {_ids(before.panel)}"
    if before.room != after.room:
        yield f"in {harmless(after.room)}" if after.room is not None else "without a room"
    if other.no_longer_missing:
        yield f"{_ids(other.no_longer_missing)} could come"
    if other.newly_missing:
        yield f"{_ids(other.newly_missing)} would miss it"


def impossible_table(impossible: Iterable[Impossible]) -> Table:
    """Return the times that were proposed and cannot be had, each with why."""
    table = plain_table("When", "By", "Why not", whole=("When",), apart=True)
    for one in impossible:
        why = "; ".join(map(harmless, one.why)) or "no plan was found for it"
        table.add_row(
            cell(f"{day_text(one.start.date())}\n{clock_span(one.start, one.end)}"),
            cell(_ids(one.proposed_by)),
            cell(why),
        )
    return table


def _ids(ids: Sequence[str]) -> str:
    return listed(map(harmless, ids)) if len(ids) == 2 else ", ".join(map(harmless, ids))


def _when(booking: Booking) -> str:
    return f"{day_text(booking.day)} {clock_span(booking.start, booking.end)}"
