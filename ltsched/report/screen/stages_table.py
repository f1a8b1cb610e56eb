"""How good a timetable is, and how sure that is."""

from __future__ import annotations

from rich.table import Table
from rich.text import Text

from ltsched.domain.stages.table import own_name
from ltsched.domain.timetable import StageResult, Status, Timetable
from ltsched.domain.words.wording import plural, seconds_text
from ltsched.report.screen.layout import cell, plain_table
from ltsched.report.words.status_words import least_moves_words

__all__ = ["measures_line", "stages_table", "verdict"]


def stages_table(timetable: Timetable) -> Table:
    """Return the stages in their order, each with what was found and the bound that is proven."""
    table = plain_table("Stage", "Found", "Bound", "", " ", numbers=("Found", "Bound"))
    for stage in timetable.stages:
        table.add_row(cell(stage.name), cell(str(stage.value)), cell(str(stage.bound)), cell(stage.unit), _proof(stage))
    return table


def _proof(stage: StageResult) -> Text:
    if not stage.proven:
        return cell(f"might be {stage.gap} less", "yellow")
    if stage.tolerance and stage.value > stage.bound:
        return cell(f"proven, with the tolerance of {stage.tolerance}", "green")
    return cell("proven", "green")


def measures_line(timetable: Timetable) -> Text:
    """Return the whole in numbers: how long it takes, what it costs, who comes, and whether it outlasts the span."""
    measures = timetable.measures
    parts = []
    if "elapsed_weeks" in measures:
        parts.append(f"{measures['elapsed_weeks']:g} weeks to the final report")
    if "staff_hours" in measures:
        parts.append(f"{measures['staff_hours']:g} staff hours")
    if "attendance_share" in measures:
        parts.append(f"{measures['attendance_share']:.0%} of the places filled")
    line = Text(", ".join(parts))
    beyond = int(measures.get("days_beyond_span", 0))
    if beyond:
        said = f"the last meeting lies {plural(beyond, 'working day')} beyond the span"
        line.append(f"; {said}" if parts else said, style="yellow")
    return line


def verdict(
    timetable: Timetable, *, interrupted: bool = False, time_limit_seconds: float | None = None, proving: bool = False
) -> Text:
    """Return how sure the timetable is; on a line of its own, what is open beyond the report date.

    Parameters
    ----------
    interrupted
        Whether the user stopped the planning.
    time_limit_seconds
        The time that was given, if it ended the planning; None leaves it unsaid.
    proving
        Whether the planning was to go on until the preferences are proven.
    """
    open_ones = [stage for stage in timetable.stages if not stage.proven]
    if timetable.status is Status.OPTIMAL:
        tolerant = any(stage.tolerance for stage in timetable.stages)
        beyond = " by more than its tolerance" if tolerant else ""
        of_that = " of what is kept" if timetable.left_out else ""
        none = f"no timetable{of_that}{least_moves_words(timetable)} is better"
        if not open_ones:
            return Text(f"Proven: {none} in any stage{beyond}.", style="bold green")
        proven = Text(f"Proven up to the report date: {none} there{beyond}.", style="bold green")
        wishes = "; ".join(f"{own_name(stage.name)} {stage.value}, at least {stage.bound}" for stage in open_ones)
        if interrupted:
            told = f"Stopped by you; not proven: {wishes}."
        elif time_limit_seconds is not None:
            told = f"Not proven in {seconds_text(time_limit_seconds)}: {wishes} (a longer --time-limit goes on)."
        else:
            told = f"Not proven: {wishes}{'' if proving else ' (--prove goes on)'}."
        return proven.append(f"\n{told}", style="not bold yellow")
    if interrupted:
        text = "Stopped by you. Best found; not proven"
    elif time_limit_seconds is not None:
        text = f"Best found in {seconds_text(time_limit_seconds)}; not proven"
    else:
        text = "Best found; not proven"
    if open_ones:
        first, *others = open_ones
        gaps = [f"{first.name} might be {first.gap} less", *(f"{other.name} {other.gap}" for other in others)]
        text += f": {', '.join(gaps)}"
    return Text(f"{text}.", style="bold yellow")
