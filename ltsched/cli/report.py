"""`ltsched report`: a web page of its own, to look at and to print, and pictures for documents."""

from __future__ import annotations

from typing import Annotated

import typer

from ltsched.cli import flags
from ltsched.cli.exit_codes import ExitCode
from ltsched.cli.screen import Screen
from ltsched.domain.words.wording import first_of

__all__ = ["report"]

OUTDATED = "The comparison is of an earlier state of the folder and left out: run `ltsched compare` again."
TRADE_OUTDATED = "The trade-offs are of an earlier state of the folder and left out: run `ltsched tradeoffs` again."
MISSING = "Without a comparison of the options: `ltsched compare` makes one, which the page then shows."


def report(
    folder: flags.FolderArgument,
    only: Annotated[
        str | None,
        typer.Option("--for", metavar="ID", help="The page of one person, with nothing of the others."),
    ] = None,
    png: flags.PngFlag = False,
    svg: flags.SvgFlag = False,
    option: flags.OptionFlag = None,
    out: flags.OutFlag = None,
    as_json: flags.JsonFlag = False,
    quiet: flags.QuietFlag = False,
    debug: flags.DebugFlag = False,
) -> int:
    """Write a web page of the timetable, to look at and to print."""
    import ltsched

    screen = Screen(json=as_json, quiet=quiet)
    review = ltsched.read_review(folder, option=option)
    try:
        made = ltsched.write_report(review, results=out, only=only, pictures=flags.pictures_of(png=png, svg=svg))
    except ltsched.WrongUse as error:  # of a review from a folder, only whose page it is can be wrong
        raise typer.BadParameter(str(error), param_hint="'--for'") from None
    if only is None and not made.compared:
        screen.tell(OUTDATED if made.outdated else MISSING)
    if made.trade_outdated:
        screen.tell(TRADE_OUTDATED)
    if screen.json:
        files = [str(path) for path in made.files]
        verified = not made.broken
        screen.document({"status": "written", "verified": verified, "files": files, "violations": list(made.broken)})
    else:
        screen.written(made.files[0].parent, made.files)
    if made.broken:
        told = first_of(made.broken, 1)
        screen.warn([f"as things are now, the timetable breaks a rule, and the page says so: {told}"])
    return ExitCode.DONE
