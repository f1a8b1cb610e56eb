"""The program `ltsched`: its commands, and how every way to fail ends."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Iterable, Mapping, Sequence
from importlib import import_module
from typing import Annotated, Any

import typer

import ltsched
from ltsched.cli.exit_codes import ExitCode
from ltsched.cli.flags import Command, DebugFlag
from ltsched.cli.screen import Screen, forgive_encoding, silence
from ltsched.cli.wrong_use import wrong_use
from ltsched.errors import InvalidReview, LtschedError, UnsoundTimetable

__all__ = ["main", "run"]

EPILOG = (
    "Exit codes: 0 done; 2 wrong use or input; 3 proven impossible; 4 nothing found in the time given; "
    "1 a bug of ltsched."
)

COMMANDS: Mapping[str, str] = {
    "new": "new",
    "guide": "guide",
    "options": "options",
    "schema": "schema",
    "check": "check",
    "plan": "plan",
    "explain": "explaining.explain",
    "compare": "compare",
    "tradeoffs": "living.tradeoffs",
    "invite": "invite",
    "replies": "replies",
    "status": "living.status",
    "replan": "living.replan",
    "what-if": "living.what_if",
    "alternatives": "living.alternatives",
    "report": "report",
}
"""The module of each command, which is loaded to run it, in the order in which help lists them: that of a review."""


def _app(names: Iterable[str]) -> typer.Typer:
    app = typer.Typer(
        name="ltsched",
        add_completion=False,
        invoke_without_command=True,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback(epilog=EPILOG)(_root)
    for name in names:
        module = import_module(f"ltsched.cli.{COMMANDS[name]}")
        app.command(name, cls=Command)(getattr(module, name.replace("-", "_")))
    return app


def _asked(arguments: Sequence[str]) -> Iterable[str]:
    """Return the command that is to be run; all of them, to be listed, where no command comes first."""
    first = next((argument for argument in arguments if argument != "--debug"), "")
    return (first,) if first in COMMANDS else COMMANDS


def _root(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Show the version.", is_eager=True)] = False,
    debug: DebugFlag = False,
) -> None:
    """Plan a Learning Together review: from people and calendars to a proven timetable."""
    if version:
        typer.echo(f"ltsched {ltsched.__version__}")
        raise typer.Exit(ExitCode.DONE)
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
        raise typer.Exit(ExitCode.WRONG_INPUT)


def run(arguments: Sequence[str]) -> int:
    """Run the program with these arguments and return its exit code; nothing is raised, nothing exits.

    With ``--debug`` the traceback of whatever went wrong goes to stderr.
    """
    debug = "--debug" in arguments
    screen = Screen(json="--json" in arguments)
    if debug:
        _log_to_stderr()
    try:
        code = int(_invoke(list(arguments)) or ExitCode.DONE)
    except Exception as error:
        if debug:
            traceback.print_exc()
        return _told(error, screen, debug=debug)
    if code == ExitCode.STOPPED:
        screen.failed("stopped", "stopped by you; nothing was written")
    return code


def _invoke(arguments: list[str]) -> Any:
    command = typer.main.get_command(_app(_asked(arguments)))
    return command.main(arguments, prog_name="ltsched", standalone_mode=False)


def _told(error: Exception, screen: Screen, *, debug: bool) -> ExitCode:
    match error:
        case typer.TyperException():
            wrong_use(error, screen)
            return ExitCode.WRONG_INPUT
        case InvalidReview():
            screen.mistakes(error.mistakes)
            return ExitCode.WRONG_INPUT
        case typer.Abort():
            screen.failed("unknown", "stopped before any timetable had been found")
            return ExitCode.NOTHING_FOUND
        case OSError():
            screen.failed("error", f"{error.strerror or error}{f': {error.filename}' if error.filename else ''}")
            return ExitCode.WRONG_INPUT
        case LtschedError() if not isinstance(error, UnsoundTimetable):
            screen.failed("error", str(error))
            return ExitCode.WRONG_INPUT
    _told_bug(error, screen, debug=debug)
    return ExitCode.BUG


def _told_bug(error: Exception, screen: Screen, *, debug: bool) -> None:
    said = str(error).partition("\n")[0]
    what = f"{type(error).__name__}: {said}" if said else type(error).__name__
    screen.failed(
        "error",
        f"this is a bug of ltsched ({what}); nothing was written. Please report it with the command that you ran"
        + ("." if debug else "; --debug shows the traceback."),
    )


def _log_to_stderr() -> None:
    import logging

    logging.basicConfig(level=logging.DEBUG, format="%(relativeCreated)6d ms  %(name)s: %(message)s")


def main() -> None:
    """Run the program as a command and exit."""
    forgive_encoding()
    # To look for plugins of pydantic takes longer than to read a review, and this program has none.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "1")
    code = run(sys.argv[1:])
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:  # The reader has gone, or the disk is full: there is nobody left to tell.
            silence(stream)
    sys.exit(code)
