"""The two streams of the program, and readers that go away."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from ltsched.cli.screen import Screen
from ltsched.errors import Mistake
from tests.support.small_reviews import small_folder


def test_markup_is_shown_as_it_stands(capsys: pytest.CaptureFixture[str]) -> None:
    """Brackets are not markup, colons not emoji, escapes do nothing."""
    Screen().show("[red]x[/] :smile: \x1b[31m")
    assert capsys.readouterr().out == "[red]x[/] :smile: [31m\n"


def test_a_warning_is_told_once(capsys: pytest.CaptureFixture[str]) -> None:
    Screen().warn(["one", "two", "one"])
    assert capsys.readouterr().err == "warning: one\nwarning: two\n"


def test_quiet_leaves_out_warnings_but_not_errors(capsys: pytest.CaptureFixture[str]) -> None:
    screen = Screen(quiet=True)
    screen.warn(["one"])
    screen.tell("two")
    screen.error("three")
    assert capsys.readouterr().err == "error: three\n"


def test_json_keeps_everything_else_off_stdout(capsys: pytest.CaptureFixture[str]) -> None:
    screen = Screen(json=True)
    screen.show("a table")
    screen.show_line("a line")
    assert capsys.readouterr().out == ""


def test_a_long_message_is_one_line_in_a_log(capsys: pytest.CaptureFixture[str]) -> None:
    """A message is not broken where stderr is no terminal."""
    Screen().mistakes([Mistake("people.csv", "role", "x" * 100, "y" * 100, "", 3)] * 2)
    assert capsys.readouterr().err.count("\n") == 3


@pytest.mark.skipif(os.name == "nt", reason="head is not there on Windows")
@pytest.mark.parametrize("flags", ["", "--json"])
def test_a_reader_that_goes_away_leaves_no_traceback(flags: str) -> None:
    """`ltsched options full | head -0` ends quietly."""
    command = f"{sys.executable} -m ltsched options full {flags} | head -c 1; echo ${{PIPESTATUS[0]}} >&2"
    ran = subprocess.run(["bash", "-c", command], capture_output=True, text=True, timeout=600, check=False)
    assert ran.stderr.strip() == "0"


def test_a_stream_that_cannot_show_a_sign_shows_another() -> None:
    """In an ASCII terminal dashes become question marks, and nothing breaks."""
    ran = subprocess.run(
        [sys.executable, "-m", "ltsched", "options"],
        capture_output=True,
        timeout=600,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
    )
    assert ran.returncode == 0
    assert b"full" in ran.stdout


@pytest.mark.skipif(os.name == "nt", reason="there are no pseudo-terminals on Windows")
@pytest.mark.parametrize(("no_color", "coloured"), [("", True), ("1", False)])
def test_no_color_is_respected_on_a_terminal(no_color: str, coloured: bool) -> None:
    """On a terminal the word "error" is red, unless NO_COLOR is set."""
    shown = on_a_terminal(["chekc"], {"NO_COLOR": no_color, "TERM": "xterm-256color"})
    assert "no such command" in shown
    assert ("\x1b[1;31m" in shown) == coloured


@pytest.mark.skipif(os.name == "nt", reason="there are no pseudo-terminals on Windows")
@pytest.mark.parametrize("command", ["options full", "check", "plan"])
def test_a_narrow_terminal_without_colour_is_enough(tmp_path: Path, command: str) -> None:
    """60 columns and NO_COLOR: everything fits, nothing is coloured, nothing goes wrong."""
    arguments = command.split()
    if command in ("check", "plan"):
        arguments.append(str(small_folder(tmp_path / "review")))
    if command == "plan":
        arguments += ["--time-limit", "3600"]
    shown = on_a_terminal(arguments, {"NO_COLOR": "1", "TERM": "xterm-256color", "COLUMNS": "60"})
    result = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", shown.rpartition("\x1b[2K")[2].partition("Written to")[0])
    assert not re.search(r"\x1b\[[0-9;]*3[0-7]m", shown)
    assert "error" not in shown
    assert "Traceback" not in shown
    assert max(map(len, result.splitlines())) <= 60


def on_a_terminal(arguments: list[str], surroundings: dict[str, str]) -> str:
    """Run the program on a pseudo-terminal and return all that it wrote."""
    import pty

    ours, its = pty.openpty()
    environment = {**os.environ, **surroundings}
    if not surroundings.get("NO_COLOR"):
        environment.pop("NO_COLOR", None)
    command = [sys.executable, "-m", "ltsched", *arguments]
    running = subprocess.Popen(command, stdin=its, stdout=its, stderr=its, env=environment)
    os.close(its)
    shown = b""
    try:
        while chunk := os.read(ours, 4096):
            shown += chunk
    except OSError:  # Linux tells the end of a terminal by an error.
        pass
    finally:
        running.wait(timeout=600)
        os.close(ours)
    return shown.decode()
