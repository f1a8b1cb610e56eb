"""The live display."""

from __future__ import annotations

import io

from rich.console import Console

from ltsched.cli.progress import Display, following
from ltsched.cli.screen import Screen
from ltsched.domain.timetable import StageResult
from ltsched.solve.progress import SILENT


def drawn(display: Display) -> str:
    console = Console(file=io.StringIO(), width=80)
    with console.capture() as captured:
        console.print(display)
    return captured.get()


def test_the_display_says_which_stage_is_at_work_and_how_far_it_is() -> None:
    """Stage k of n, its name, the best so far, the bound; a bound alone does not hide the best so far."""
    display = Display()
    display.phase("planning the meetings alone")
    assert "planning the meetings alone" in drawn(display)
    assert "stage" not in drawn(display)
    display.stage_started("missed attendance", 2, 6)
    display.improved("missed attendance", 5, None, 0.1)
    display.improved("missed attendance", None, 3, 0.2)
    assert display.now() == "stage 2 of 6: missed attendance, best so far 5, bound 3"
    assert "stage 2 of 6: missed attendance, best so far 5, bound 3" in drawn(display)


def test_stages_that_are_done_stay_with_what_is_proven() -> None:
    display = Display()
    display.stage_ended(StageResult("late days", "working days", 0, 0))
    display.stage_ended(StageResult("missed attendance", "people", 5, 3))
    rows = [" ".join(row.split()) for row in drawn(display).splitlines()]
    assert rows[1:3] == ["late days 0 working days proven", "missed attendance 5 people bound 3"]


def test_another_phase_starts_its_stages_anew() -> None:
    display = Display()
    display.stage_started("late days", 1, 6)
    display.stage_ended(StageResult("late days", "working days", 0, 0))
    display.phase("planning the whole review")
    assert "late days" not in drawn(display)


def test_on_a_terminal_it_is_drawn_and_gone_at_the_end() -> None:
    """It is drawn on stderr, and leaves no line behind."""
    file = io.StringIO()
    terminal = Console(file=file, force_terminal=True, width=80, color_system=None)
    with following(Screen(err=terminal)) as listener:
        assert isinstance(listener, Display)
        listener.stage_started("finish", 5, 6)
    assert "stage 5 of 6: finish" in file.getvalue()
    assert file.getvalue().endswith("\x1b[2K")


def test_quiet_draws_nothing_on_a_terminal_either() -> None:
    file = io.StringIO()
    terminal = Console(file=file, force_terminal=True)
    with following(Screen(err=terminal, quiet=True)) as listener:
        assert listener is SILENT
    assert file.getvalue() == ""
