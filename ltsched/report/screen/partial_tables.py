"""What a partial timetable leaves out, on a screen."""

from __future__ import annotations

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from ltsched.domain.review import Review
from ltsched.domain.timetable import Timetable
from ltsched.domain.words.partial_words import most_kept_words, partial_text
from ltsched.domain.words.wording import harmless
from ltsched.report.screen.layout import cell, plain_table, section
from ltsched.report.words.left_out_words import told_left_out

__all__ = ["left_out_section", "left_out_table", "partial_lines"]


def partial_lines(timetable: Timetable) -> tuple[Text, ...]:
    """Return the sentence that it is partial and an empty line; nothing where everything is booked."""
    if not timetable.left_out:
        return ()
    return Text(f"{partial_text(timetable)}.", style="bold yellow"), Text()


def left_out_section(timetable: Timetable, review: Review) -> tuple[RenderableType, ...]:
    """Return what is left out, and how sure it is that this is the least; nothing where everything is booked."""
    if not timetable.left_out:
        return ()
    sure = Text(most_kept_words(timetable), style="green" if timetable.most_kept else "yellow")
    return (section("What is left out", left_out_table(timetable, review), sure),)


def left_out_table(timetable: Timetable, review: Review) -> Table:
    """Return what is left out, a row each, with why, and what would make room for it where that is known.

    What has the same reason as the row before it says so.
    """
    told = told_left_out(timetable, review)
    cures = any(one.cure for one in told)
    table = plain_table("What", "Why", *(("What would help",) if cures else ()))
    before = None
    for one in told:
        why = "as before" if one.why == before else harmless(one.why)
        before = one.why
        table.add_row(cell(harmless(one.what)), cell(why), *([cell(harmless(one.cure))] if cures else []))
    return table
