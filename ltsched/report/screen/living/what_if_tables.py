"""What comes of a change, on a screen: the plan as it is beside the one that would be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from ltsched.domain.living.what_if import Consequence, Side, WhatIf
from ltsched.domain.review import Review
from ltsched.domain.stages.table import LATE_DAYS, MISSED_ATTENDANCE
from ltsched.domain.timetable import FINAL_REPORT, StageResult, Timetable
from ltsched.domain.words.settled_words import moment_text
from ltsched.domain.words.wording import day_text, harmless, plural, unrepeated
from ltsched.report.screen.layout import bullets, cell, plain_table, section
from ltsched.report.screen.people_list import on_day, people_list
from ltsched.report.screen.short_status import SHORT_STATUS
from ltsched.report.words.booking_words import what
from ltsched.report.words.report_day import report_day
from ltsched.report.words.what_if_words import conclusion

__all__ = ["what_if_screen"]

NONE = "–"
STYLES = {
    Consequence.IMPOSSIBLE: "bold red",
    Consequence.UNKNOWN: "bold yellow",
    Consequence.WORSE: "bold yellow",
    Consequence.OTHERWISE: "bold green",
    Consequence.NOTHING: "bold green",
}


def what_if_screen(found: WhatIf, review: Review) -> Group:
    """Return all that is shown of what comes of a change."""
    title = Text(harmless(review.reference), style="bold")
    title.append(f"  what if: {harmless(found.changes.words)}", style="not bold")
    parts: list[RenderableType] = [title, Text(""), _table(found), Text("")]
    parts += _sections(found, review)
    return Group(*parts, Text(conclusion(found), style=STYLES[found.consequence]))


def _sections(found: WhatIf, review: Review) -> Iterator[RenderableType]:
    reasons = unrepeated(harmless(reason.said) for reason in found.then.reasons)
    if reasons:
        yield section("Why", bullets(reasons))
    if found.now.reasons:
        yield section("Why it is impossible now", bullets(harmless(reason.said) for reason in found.now.reasons))
    if found.if_no_must is not None and found.if_no_must.reasons:
        yield section("Why not even then", bullets(harmless(reason.said) for reason in found.if_no_must.reasons))
    for head, ids in (
        ("Falls away", found.fallen),
        ("Is held besides", found.added),
        ("Waits for the end of the hold", found.put_off),
        ("Has to be held by somebody else", found.taken_over),
    ):
        if ids:
            yield section(head, cell(", ".join(_titles(ids, found))))
    for head, pairs in (
        ("Who could not come any more", found.newly_missing),
        ("Who could come then", found.no_longer_missing),
    ):
        lists = _by_person(pairs, found.then)
        if lists:
            yield section(head, people_list(lists, review))
    if found.moved:
        yield section("What would lie elsewhere", _moved_table(found))


def _titles(ids: Iterable[str], found: WhatIf) -> Iterator[str]:
    booked = {booking.activity: what(booking) for booking in (*found.now.bookings, *found.then.bookings)}
    yield from (booked.get(id, harmless(id)) for id in ids)


def _by_person(pairs: Iterable[tuple[str, str]], side: Side) -> dict[str, list[str]]:
    held = {booking.activity: booking for booking in side.bookings}
    lists: dict[str, list[str]] = {}
    for id, activity in sorted(pairs, key=lambda pair: (pair[0], held[pair[1]].start)):
        lists.setdefault(id, []).append(on_day(what(held[activity]), held[activity].day))
    return lists


def _table(found: WhatIf) -> Table:
    """Return the two plans side by side, and the third where somebody is a must only because it was said."""
    sides = [found.now, found.then] + ([] if found.if_no_must is None else [found.if_no_must])
    heads = ("Now", "Then", "If no must")[: len(sides)]
    table = plain_table("", *heads, whole=heads)

    def row(name: str, value: Callable[[Timetable], str]) -> None:
        shown = (NONE if side.timetable is None else value(side.timetable) for side in sides)
        table.add_row(cell(name), *map(cell, shown))

    def counted(name: str, count: Callable[[Side], int | None]) -> None:
        """Add a row of numbers, of which more is worse."""
        first = count(sides[0]) or 0
        values = [None if side.timetable is None else count(side) for side in sides]
        shown = (NONE if value is None else str(value) for value in values)
        styles = ("yellow" if value is not None and value > first else "" for value in values)
        table.add_row(cell(name), *map(cell, shown, styles))

    table.add_row(cell("Status"), *(cell(*SHORT_STATUS[side.status]) for side in sides))
    row("Final report", report_day)
    gone = found.changes.without
    for stage in _stages(sides):
        counted(_stage_words(stage), partial(Side.stage, name=stage.name))
        if stage.name == MISSED_ATTENDANCE and len(found.now.missed(gone)) < len(found.now.missed()):
            counted("  by all others", lambda side: len(side.missed(gone)))
    row("Bookings", lambda timetable: str(len(timetable.bookings)))
    if any(side.waiting for side in sides):
        counted("Waiting for the hold to end", lambda side: len(side.waiting))
    if found.moved is not None and found.then.timetable is not None:
        table.add_row(cell("Bookings elsewhere"), cell(""), cell(_elsewhere(found)))
    if found.messages is not None:
        said = f"{found.messages} to {plural(len(found.people_told), 'person', 'people')}"
        table.add_row(cell("Messages"), cell(""), cell(said))
    hours = (NONE if side.timetable is None else f"{side.staff_hours:g}" for side in sides)
    table.add_row(cell("Staff hours"), *map(cell, hours))
    for id, title in _milestones(sides).items():
        row(harmless(title), partial(_milestone, id=id))
    return table


def _stages(sides: Iterable[Side]) -> list[StageResult]:
    """Return the stages of all sides, each once, in the order of the first that has it."""
    return list({stage.name: stage for side in sides for stage in side.stages}.values())


def _stage_words(stage: StageResult) -> str:
    name = harmless(stage.name)
    return name.capitalize() if stage.name == LATE_DAYS else f"{name.capitalize()}, {harmless(stage.unit)}"


def _elsewhere(found: WhatIf) -> str:
    moved = str(len(found.moved or ()))
    if found.needed is None or len(found.needed) == len(found.moved or ()):
        return moved
    return f"{moved} ({len(found.needed)} to be no worse)"


def _milestones(sides: Iterable[Side]) -> dict[str, str]:
    return {
        milestone.id: milestone.title
        for side in sides
        if side.timetable is not None
        for milestone in side.timetable.milestones
        if milestone.id != FINAL_REPORT
    }


def _milestone(timetable: Timetable, id: str) -> str:
    return next((day_text(milestone.date) for milestone in timetable.milestones if milestone.id == id), NONE)


def _moved_table(found: WhatIf) -> Table:
    before = {booking.activity: booking for booking in found.now.bookings}
    table = plain_table("", "Now", "Then", whole=("Now", "Then"))
    for booking in found.then.bookings:
        if booking.activity in (found.moved or ()):
            was, then = (moment_text(one.start) for one in (before[booking.activity], booking))
            table.add_row(cell(what(booking)), cell(was), cell(then))
    return table
