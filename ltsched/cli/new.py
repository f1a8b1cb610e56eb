"""`ltsched new`: a folder to fill in, that already runs."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

import ltsched
from ltsched.cli.exit_codes import ExitCode
from ltsched.cli.flags import DebugFlag, QuietFlag, known_option, read_day
from ltsched.cli.screen import Screen
from ltsched.domain.words.typed import typed
from ltsched.validation.option.names import SHIPPED

__all__ = ["new"]

NEXT = """\
Made {folder}: a small {option} review, made up, that already runs.

  ltsched check {typed}    what is in it
  ltsched plan {typed}     its timetable

Then put your own people into people.csv, their calendars into calendars/,
and change review.toml, which explains every key."""


def _shipped_option(name: str) -> str:
    if name.endswith(".toml"):
        raise typer.BadParameter(f"{name} cannot lie in a folder that is not there yet; take a shipped option")
    known_option(name)
    return name


def new(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder to make; it must be empty or not there.")],
    option: Annotated[
        str,
        typer.Option("--option", metavar="NAME", callback=_shipped_option, help="The option to start from."),
    ] = SHIPPED[0],
    commissioned: Annotated[
        date | None,
        typer.Option(
            "--commissioned",
            parser=read_day,
            metavar="DATE",
            help="The day on which the review was commissioned, such as 2027-01-11.",
            show_default="next Monday",
        ),
    ] = None,
    quiet: QuietFlag = False,
    debug: DebugFlag = False,
) -> int:
    """Make a folder to fill in, that already runs."""
    screen = Screen(quiet=quiet)
    ltsched.new(folder, option, commissioned=commissioned)
    if not quiet:
        for line in NEXT.format(folder=folder, typed=typed(folder), option=option).splitlines():
            screen.show_line(line)
    return ExitCode.DONE
