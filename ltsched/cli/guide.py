"""`ltsched guide`: what users read, by topic."""

from __future__ import annotations

from typing import Annotated

import typer

from ltsched.cli.exit_codes import ExitCode
from ltsched.cli.flags import DebugFlag
from ltsched.cli.screen import Screen
from ltsched.domain.words.near_miss import did_you_mean
from ltsched.guide import TOPICS, about, read_topic

__all__ = ["guide"]


def _known_topic(name: str | None) -> str | None:
    if name is None or name in TOPICS:
        return name
    hint = did_you_mean(name, TOPICS)
    raise typer.BadParameter(f"there is no topic {name!r}; expected {', '.join(TOPICS)}. {hint}".rstrip())


def guide(
    topic: Annotated[
        str | None,
        typer.Argument(metavar="TOPIC", callback=_known_topic, help="What to read about.", show_default=False),
    ] = None,
    debug: DebugFlag = False,
) -> int:
    """Show how something is done: a list of topics, or one of them."""
    screen = Screen()
    if topic is None:
        _show_topics(screen)
    elif screen.out.is_terminal:
        from ltsched.report.screen.guide_page import GuidePage

        screen.show(GuidePage(read_topic(topic)))
    else:
        for line in read_topic(topic).splitlines():
            screen.show_line(line)
    return ExitCode.DONE


def _show_topics(screen: Screen) -> None:
    from ltsched.report.screen.layout import cell, plain_table

    table = plain_table("Topic", "What it is about", whole=("Topic",))
    for each in TOPICS:
        table.add_row(cell(each, "bold"), cell(about(each)))
    screen.show(table, "", "Read one: ltsched guide TOPIC")
