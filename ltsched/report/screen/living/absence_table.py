"""What comes of the absence of each person, on a screen: a line each, the worst first."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from ltsched.domain.living.what_if import Absence, Consequence, WhatIf
from ltsched.domain.option import Kind
from ltsched.domain.review import Review
from ltsched.domain.stages.table import LATE_DAYS
from ltsched.domain.timetable import Status
from ltsched.domain.words.wording import harmless
from ltsched.report.screen.layout import cell, plain_table
from ltsched.report.words.status_words import STATUS_WORDS

__all__ = ["absence_screen"]

NONE = "–"
STYLES = {Consequence.IMPOSSIBLE: "red", Consequence.UNKNOWN: "yellow", Consequence.WORSE: "yellow"}
TALKS = (Kind.CONVERSATION, Kind.FAMILY_CONVERSATION)
LEGEND = (
    "Not heard: the conversation with them falls away, and it is no worse. Holds: what others would have to hold.",
    "Missed: how often others would be missing, against now. Moved: bookings that would have to lie elsewhere.",
)
NUMBERS = ("Holds", "Late", "Missed", "Moved")


def absence_screen(found: Absence, review: Review) -> Group:
    """Return all that is shown of the absence of each person."""
    title = Text(harmless(review.reference), style="bold")
    besides = f", {harmless(found.changes.words)} besides" if found.changes else ""
    title.append(f"  what if one of them took no part{besides}?", style="not bold")
    parts: list[RenderableType] = [title, Text("")]
    if found.base is not None or found.by_person:
        parts += [_table(found, review), Text(""), *map(Text, LEGEND)]
    if found.left:
        parts.append(Text(f"Not looked at: {', '.join(map(harmless, found.left))}.", style="yellow"))
    return Group(*parts)


def _table(found: Absence, review: Review) -> Table:
    names = {person.id: person.name for person in review.people}
    heads = ("", " ", "Without them", "Holds", "Late", "Missed", "Report", "Moved")
    table = plain_table(*heads, numbers=NUMBERS, whole=("", "Report"))
    if found.base is not None:
        table.add_row(cell(NONE), cell("nobody else"), *_cells(found.base))
    for id, one in found.by_person:
        table.add_row(cell(harmless(id)), cell(harmless(names[id])), *_cells(one))
    return table


def _cells(one: WhatIf) -> Iterator[Text]:
    said = "; ".join(_said(one))
    yield cell(said, STYLES.get(one.consequence, ""))
    if one.then.timetable is None or one.consequence is Consequence.NOTHING:
        yield from (cell("") for _ in range(5))
        return
    more = len(one.then.missed(one.changes.without)) - len(one.now.missed(one.changes.without))
    report = one.then.final_report
    yield cell(str(len(one.taken_over)))
    late = one.then.stage(LATE_DAYS)
    yield cell(NONE if late is None else str(late))
    yield cell(f"{more:+}" if more else "0")
    yield cell(NONE if report is None else f"{report.day} {report:%b %y}")
    yield cell(NONE if one.needed is None else str(len(one.needed)))


def _said(one: WhatIf) -> Iterator[str]:
    reasons = [harmless(reason.text) for reason in one.then.reasons[:1]]
    if one.consequence is Consequence.IMPOSSIBLE:
        # The line is about this person: its reason need not name them again.
        own = f"{one.changes.without[-1]} is " if one.changes.without else ""
        yield f"impossible: {reasons[0].removeprefix(own).partition(' (')[0]}" if reasons else "impossible"
        return
    talks = sum(id.partition(":")[0] in TALKS for id in one.fallen)
    if not talks or one.consequence is not Consequence.OTHERWISE:
        yield one.consequence.words
    if one.then.status is Status.FEASIBLE:
        yield STATUS_WORDS[one.then.status]
    if talks:
        yield "not heard" if talks == 1 else f"{talks} not heard"
