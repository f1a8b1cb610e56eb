"""What would help, what it would bring, and what would be written where."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby

from ltsched.domain.explaining.explanation import Brings, Cure
from ltsched.domain.explaining.step import Call, Edit, Step
from ltsched.domain.numbers import Setting
from ltsched.domain.review import Review
from ltsched.domain.words.wording import day_text, plural

__all__ = ["also_words", "brings_words", "cure_words", "edit_words"]

MOST_ALSO = 6


def cure_words(steps: Iterable[Step], review: Review, call: Call) -> str:
    """Return what would be otherwise, as a clause after "if": all steps, joined by "and"."""
    return f"if {', and '.join(step.change.words(review, call) for step in steps)}"


def brings_words(brings: Brings, deadline: date | None) -> str:
    """Return what a cure would bring: ``report Mon 30 Aug 2027, in time; 7 absences``."""
    if brings.final_report is None:
        report = "the report waits for the end of a hold"
    else:
        late = "" if deadline is None else ", in time"
        late = f", {plural(brings.late_days, 'working day')} late" if brings.late_days else late
        report = f"report {day_text(brings.final_report)}{late}"
    absences = plural(brings.missed, "absence") if brings.missed else "nobody missing"
    return f"{report}; {absences}{'' if brings.proven else ' (perhaps better: not proven)'}"


def also_words(cure: Cure, review: Review, call: Call) -> str:
    """Return what would do as well in the place of the last step: its days alone, where it is about days."""
    if not cure.also:
        return ""
    days = [step.change.dates for step in cure.also]
    if all(len(dates) == 1 for dates in days):
        family = cure.also[0].change.family
        own = next((step.change.dates for step in cure.steps if step.change.family == family), ())
        instead = f"instead of {_short_day(own[0])} also" if len(cure.steps) > 1 and len(own) == 1 else "also on"
        return f"{instead} {_first([_short_day(dates[0]) for dates in sorted(days)])}"
    return f"also if {_first([step.change.words(review, call) for step in cure.also], ', or if ')}"


def _short_day(day: date) -> str:
    return f"{day:%a} {day.day} {day:%b}"


def _first(texts: Sequence[str], apart: str = ", ") -> str:
    more = len(texts) - MOST_ALSO
    return apart.join(texts[:MOST_ALSO]) + (f" and {plural(more, 'other')}" if more > 0 else "")


def edit_words(edits: Iterable[Edit]) -> tuple[str, ...]:
    """Return for each place what to write there: ``in review.toml, [customise]: joint-meeting-minutes = 330``.

    Rows that are added to a table, or taken out of it, stand on lines of their own, to be copied.
    """
    lines: list[str] = []
    for place, own in groupby(edits, _rows_of):
        if place is None:
            lines += map(_edit, own)
            continue
        rows = [str(edit.before if edit.after is None else edit.after) for edit in own]
        lines += [_rows_words(*place, len(rows)), *rows]
    return tuple(lines)


def _rows_of(edit: Edit) -> tuple[str, bool] | None:
    """Return the table to which a whole row is added, and whether it is; None for another edit."""
    return None if edit.key else (edit.file, edit.before is None)


def _rows_words(file: str, added: bool, count: int) -> str:
    if added:
        return f"in {file}, {'one more row' if count == 1 else f'{count} more rows'}:"
    return f"in {file}, without the row{'s' if count > 1 else ''}:"


def _edit(edit: Edit) -> str:
    if edit.file.endswith(".csv"):
        row, _, column = edit.key.rpartition(".")
        if edit.after is None:
            return f"in {edit.file}: without the row {edit.key}"
        value = "left empty" if edit.after == "" else f"= {edit.after}"
        return f"in {edit.file}, row {row or edit.key}: {column or 'row'} {value}"
    table, _, key = edit.key.rpartition(".")
    place = f"in {edit.file}{f', {_table(table)}' if table else ''}"
    if edit.after is None:
        return f"{place}: without {_table(key) if '[' in key else key}"
    return f"{place}: {key} = {_value(edit.after)}"


def _table(name: str) -> str:
    """Return how a table looks: ``[customise]``, ``the 2nd [[hold]]``."""
    numbered = re.fullmatch(r"([\w.-]+)\[(\d+)\]", name)
    if numbered is None:
        return f"[{name}]" if name and "=" not in name else name
    return f"[[{numbered[1]}]] number {numbered[2]}"


def _value(value: Setting) -> str:
    if not isinstance(value, str):
        return f"{value:g}" if isinstance(value, float) else str(value)
    return value if re.fullmatch(r"\d{4}-\d\d-\d\d|true|false|\[.*\]|\{.*\}", value) else f'"{value}"'
