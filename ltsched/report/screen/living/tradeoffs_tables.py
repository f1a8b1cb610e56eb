"""Trade-offs on a screen: for each frontier its points, who is concerned, and how to choose one."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from ltsched.domain.living.tradeoffs import Frontier, Tradeoffs
from ltsched.domain.stages.table import MISSED_ATTENDANCE
from ltsched.domain.words.tradeoff_words import frontier_title, held_words, nothing_to_choose, unproven_words
from ltsched.domain.words.wording import day_text, harmless, listed
from ltsched.report.screen.layout import bullets, cell, plain_table, section
from ltsched.report.words.tradeoff_rows import PointWords, point_words

__all__ = ["tradeoffs_parts", "tradeoffs_title"]

FLAG = "plan --choose"


def tradeoffs_title(tradeoffs: Tradeoffs) -> Text:
    """Return in one line which review it is, under which option, and when its report is due."""
    line = Text(harmless(tradeoffs.reference), style="bold")
    due = f", due {day_text(tradeoffs.deadline)}" if tradeoffs.deadline else ", no deadline"
    line.append(f"  {harmless(tradeoffs.title)}: what an earlier report costs{due}", style="not bold")
    return line


def tradeoffs_parts(tradeoffs: Tradeoffs) -> Iterator[RenderableType]:
    """Yield everything that there is to show, in its order."""
    if tradeoffs.left_out:
        yield Text(f"Left out, because with it there is no time: {harmless(listed(tradeoffs.left_out))}.")
    for frontier in tradeoffs.frontiers:
        title, nothing = frontier_title(frontier.traded), nothing_to_choose(frontier)
        if nothing:
            yield section(title, Text(nothing))
        elif frontier.points:
            yield from _frontier(frontier, title)
    doubts = unproven_words(tradeoffs)
    yield Text(doubts, style="yellow") if doubts else Text("Proven: there is no better point, and none between two.")


def _frontier(frontier: Frontier, title: str) -> Iterator[RenderableType]:
    rows = point_words(frontier)
    yield section(title, Text(held_words(frontier)), _points_table(frontier, rows))
    doubts = [f"{row.cost} is not proven: {row.doubt}" for row in rows if row.doubt]
    if doubts:
        yield section("Not proven", bullets(doubts))
    if frontier.traded == MISSED_ATTENDANCE:
        yield section("Who is missing; then what is different from that", _lists((r.cost, r.who) for r in rows))
    else:
        yield section("Who comes in time that is only if-needed", _lists((r.cost, r.asked) for r in rows))
    yield section("The same in review.toml, under [stages]", _lists((r.cost, r.lines[1:]) for r in rows))


def _points_table(frontier: Frontier, rows: tuple[PointWords, ...]) -> Table:
    head = "Missing" if frontier.traded == MISSED_ATTENDANCE else "If needed"
    late = any(row.late_days for row in rows)
    heads = (head, "Final report", *(("Late",) if late else ()), "Earlier by", FLAG)
    table = plain_table(*heads, numbers=(head, "Late"), whole=(head, "Final report", "Late", FLAG))
    for row in rows:
        days = [cell(str(row.late_days) if row.late_days else "–", "red" if row.late_days else "")] if late else []
        table.add_row(cell(str(row.value)), cell(row.report, "bold"), *days, cell(row.earlier), cell(row.choose))
    return table


def _lists(rows: Iterator[tuple[str, tuple[str, ...]]]) -> Table:
    table = plain_table("", "")
    table.columns[0].no_wrap = True
    for name, texts in rows:
        for number, text in enumerate(texts or ("nobody",)):
            table.add_row(cell("" if number else name), cell(harmless(text)))
    return table
