"""A comparison on a screen: a column for each option."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from ltsched.domain.comparison import Comparison, Outcome
from ltsched.domain.timetable import Status
from ltsched.domain.words.comparison_words import given_up, starting_point
from ltsched.domain.words.wording import day_text, harmless, plural, unrepeated
from ltsched.report.screen.layout import bullets, cell, plain_table, section
from ltsched.report.screen.short_status import SHORT_STATUS
from ltsched.report.words.outcome_words import fullness_words, help_line, why_line

__all__ = ["comparison_notes", "comparison_table", "comparison_title", "hours_table"]

NONE = "–"

NARROW = 80
"""So wide is a screen, at least."""
MEASURE, STATUS, DATE, BETWEEN, LITTLE = 10, 10, 9, 2, 10
"""What the words of the first column, a status and a date take of it, and what is left between columns; with this
little over, no column takes more than a date."""


def comparison_title(comparison: Comparison) -> Text:
    """Return in one line which review it is, and its dates."""
    line = Text(harmless(comparison.reference), style="bold")
    due = f", due {day_text(comparison.deadline)}" if comparison.deadline else ", no deadline"
    line.append(f"  commissioned {day_text(comparison.commissioned)}{due}", style="not bold")
    return line


def comparison_table(comparison: Comparison) -> Table:
    """Return the options side by side, a row for each measure."""
    table = _table(comparison)
    _keep_whole(table, comparison.outcomes)
    _row(table, "Status", comparison.outcomes, _status)
    _row(table, "Lead-in", comparison.outcomes, lambda o: plural(o.lead_in_weeks, "week"))
    _row(table, "Begins", comparison.outcomes, lambda o: _day(o.first_meeting))
    _row(table, "Last meeting", comparison.outcomes, lambda o: _day(o.last_meeting))
    _row(table, "Final report", comparison.outcomes, lambda o: cell(_day(o.final_report), "bold"))
    if comparison.deadline is not None:
        _row(table, "Days late", comparison.outcomes, _late)
    _row(table, "Weeks in all", comparison.outcomes, lambda o: _measure(o, "elapsed_weeks", "{:.1f}"))
    _row(table, "Activities", comparison.outcomes, lambda o: str(sum(o.planned.values()) or NONE))
    _row(table, "Staff hours", comparison.outcomes, lambda o: _measure(o, "staff_hours", "{:.0f}"))
    _row(table, "Attendance", comparison.outcomes, lambda o: _measure(o, "attendance_share", "{:.0%}"))
    _row(table, "Key staff", comparison.outcomes, lambda o: f"{o.evidence.heard}/{o.evidence.key_staff}")
    _row(table, "Analysis", comparison.outcomes, lambda o: str(o.evidence.analysis_meetings or NONE))
    _row(table, "Joint, event", comparison.outcomes, lambda o: str(o.evidence.joint_meetings or NONE))
    _row(table, "Files", comparison.outcomes, lambda o: str(o.evidence.files_audited or NONE))
    _row(table, "Fullness", comparison.outcomes, lambda o: fullness_words(o, comparison))
    return table


def _table(comparison: Comparison) -> Table:
    heads = [harmless(outcome.title) for outcome in comparison.outcomes]
    return plain_table("", *heads, numbers=tuple(heads))


def _keep_whole(table: Table, outcomes: Sequence[Outcome]) -> None:
    """Let the status of what is impossible stand on one line, as far as there is room on a narrow screen."""
    impossible = [outcome.timetable is None for outcome in outcomes]
    needed = MEASURE + sum(BETWEEN + (STATUS if each else DATE) for each in impossible)
    if needed > NARROW:
        table.padding = 0
        needed -= len(outcomes) * (BETWEEN - 1)
    if needed > NARROW or not any(impossible):
        return
    table.columns[0].min_width = MEASURE
    for column, each in zip(table.columns[1:], impossible, strict=True):
        column.no_wrap = each
        column.max_width = DATE if needed > NARROW - LITTLE and not each else None


def _status(outcome: Outcome) -> Text:
    stopped = outcome.interrupted and outcome.timetable is None
    return cell("stopped", "yellow") if stopped else cell(*SHORT_STATUS[outcome.status])


def _row(table: Table, name: str, outcomes: Iterable[Outcome], value: Callable[[Outcome], str | Text]) -> None:
    values = [value(outcome) for outcome in outcomes]
    table.add_row(cell(name), *(cell(each) if isinstance(each, str) else each for each in values))


def _day(day: date | None) -> str:
    return NONE if day is None else f"{day.day} {day:%b %y}"


def _late(outcome: Outcome) -> Text:
    if outcome.days_late is None:
        return cell(NONE)
    return cell(str(outcome.days_late), "yellow" if outcome.days_late else "")


def _measure(outcome: Outcome, name: str, form: str) -> str:
    return NONE if outcome.timetable is None else form.format(outcome.timetable.measures[name])


def hours_table(comparison: Comparison, by: Callable[[Outcome], Mapping[str, float]]) -> Table:
    """Return staff hours with a row for each agency or role, in the order of the most hours in any option."""
    hours = [by(outcome) for outcome in comparison.outcomes]
    names = unrepeated(name for own in hours for name in own)
    most_first = sorted(names, key=lambda name: -max(own.get(name, 0) for own in hours))
    table = _table(comparison)
    for name in most_first:
        told = (f"{own[name]:.0f}" if name in own else NONE for own in hours)
        table.add_row(cell(harmless(name) or "no agency"), *map(cell, told))
    return table


def comparison_notes(comparison: Comparison) -> Group:
    """Return what the table cannot say: why options fail, what was assumed, and what each gives up."""
    parts: list[RenderableType] = []
    unsure = [o for o in comparison.outcomes if o.status is not Status.OPTIMAL]
    _note(parts, "Not proven, or impossible", ((o, why_line(o)) for o in unsure))
    _note(parts, "It would fit", ((o, help_line(o)) for o in unsure))
    _note(parts, "Assumed", ((o, "; ".join(o.assumed)) for o in comparison.outcomes))
    fullest = comparison.fullest
    if fullest is not None:
        lost = [(o, given_up(o, fullest)) for o in comparison.outcomes if o is not fullest]
        start = starting_point(comparison)
        if start:
            parts.append(Text(f"{harmless(start)}\n"))
        _note(parts, f"What is given up against {harmless(fullest.title)}", lost)
    return Group(*parts)


def _note(parts: list[RenderableType], title: str, notes: Iterable[tuple[Outcome, str]]) -> None:
    told: Sequence[str] = [harmless(f"{outcome.title}: {note}") for outcome, note in notes if note]
    if told:
        parts.append(section(title, bullets(told)))
