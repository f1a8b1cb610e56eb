"""The program as a whole: help, version, bugs, interruptions."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import typer

from ltsched.errors import UnsoundTimetable, UnwritableOutput
from tests.cli.conftest import Program
from tests.support.made_up import Library, found, made_up_agenda

MakeLibrary = Callable[..., Library]


def in_a_process(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=600, check=False)


def test_help_loads_neither_solver_nor_tables_nor_calendars() -> None:
    """`ltsched --help` is quick because it imports nothing heavy."""
    code = (
        "import sys\n"
        "from ltsched.cli.app import run\n"
        "assert run(['--help']) == 0\n"
        "heavy = {'ortools', 'pandas', 'numpy', 'matplotlib', 'jinja2', 'xlsxwriter', 'icalendar', 'holidays'}\n"
        "heavy = (heavy | {'recurring_ical_events'}) & set(sys.modules)\n"
        "assert not heavy, heavy\n"
    )
    ran = in_a_process(code)
    assert ran.returncode == 0, ran.stderr
    assert "Plan a review" in ran.stdout


def test_a_command_loads_what_it_needs_and_no_other_command() -> None:
    """To plan once takes neither the other commands nor what plans several times, and draws no charts."""
    focused = Path(__file__).parents[2] / "scenarios" / "focused"
    code = (
        "import sys, tempfile\n"
        "from ltsched.cli.app import COMMANDS, run\n"
        "with tempfile.TemporaryDirectory() as out:\n"
        f"    assert run(['--debug', 'plan', {str(focused)!r}, '--out', out, '--quiet']) == 0\n"
        "others = {f'ltsched.cli.{module}' for name, module in COMMANDS.items() if name != 'plan'}\n"
        "others |= {'ltsched.library.comparing', 'ltsched.solve.many', 'ltsched.solve.replanning', 'matplotlib'}\n"
        "others |= {'ltsched.report.charts.comparison_chart', 'ltsched.report.page'}\n"
        "assert not others & set(sys.modules), others & set(sys.modules)\n"
    )
    ran = in_a_process(code)
    assert ran.returncode == 0, ran.stderr


def test_circles_among_objects_are_looked_for_seldom_and_not_at_the_end() -> None:
    """A command lives for seconds: what it has made goes with its process."""
    code = (
        "import gc, sys\n"
        "from ltsched.cli import main\n"
        "sys.argv[1:] = ['--version']\n"
        "try:\n    main()\n"
        "except SystemExit:\n    print(gc.get_threshold()[0] > 10_000, gc.get_freeze_count() > 0)\n"
    )
    ran = in_a_process(code)
    assert ran.stdout.splitlines()[-1] == "True True", ran.stderr


def test_module_runs_as_the_program() -> None:
    """`python -m ltsched` is `ltsched`."""
    ran = subprocess.run(
        [sys.executable, "-m", "ltsched", "--version"], capture_output=True, text=True, timeout=600, check=False
    )
    assert ran.returncode == 0
    assert ran.stdout.startswith("ltsched ")
    assert ran.stderr == ""


def test_without_a_command_the_help_is_shown_and_that_is_wrong_use(program: Program) -> None:
    ran = program()
    assert ran.code == 2
    assert "Commands" in ran.out


def test_every_command_has_help(program: Program) -> None:
    for command in ("new", "options", "check", "plan"):
        ran = program(command, "--help")
        assert ran.code == 0
        assert "--debug" in ran.out
        assert max(map(len, ran.out.splitlines())) <= 80


def test_a_bug_is_one_line_without_a_traceback(program: Program, library: MakeLibrary) -> None:
    """A bug ends with 1, says that it is one and what to do."""
    library(found(made_up_agenda()), ZeroDivisionError("division by zero\nsecret line"))
    ran = program("plan", "x", "-q")
    assert ran.code == 1
    assert ran.out == ""
    assert ran.err.count("\n") == 1
    for part in ("bug of ltsched", "ZeroDivisionError: division by zero", "nothing was written", "--debug"):
        assert part in ran.err


def test_debug_shows_the_traceback_of_a_bug(program: Program, library: MakeLibrary) -> None:
    library(found(made_up_agenda()), ZeroDivisionError("division by zero"))
    ran = program("plan", "x", "-q", "--debug")
    assert ran.code == 1
    assert "Traceback (most recent call last)" in ran.err


def test_an_unsound_timetable_is_a_bug(program: Program, library: MakeLibrary) -> None:
    library(found(made_up_agenda()), UnsoundTimetable(["quorum: too few"]))
    ran = program("plan", "x", "--json", "-q")
    assert ran.code == 1
    assert json.loads(ran.out)["status"] == "error"


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (typer.Abort(), 4, "stopped before any timetable"),
        (UnwritableOutput("cannot write out"), 2, "cannot write out"),
        (PermissionError(13, "Permission denied", "people.csv"), 2, "Permission denied: people.csv"),
    ],
)
def test_other_failures_say_what_happened(
    program: Program, library: MakeLibrary, error: Exception, code: int, said: str
) -> None:
    library(found(made_up_agenda()), error)
    ran = program("plan", "x", "-q")
    assert ran.code == code
    assert said in ran.err
    assert "bug" not in ran.err


def test_ctrl_c_outside_the_planning_is_told_in_a_line(program: Program, library: MakeLibrary) -> None:
    library(found(made_up_agenda()), KeyboardInterrupt())
    ran = program("plan", "x", "-q")
    assert ran.code == 130
    assert ran.err == "error: stopped by you; nothing was written\n"
