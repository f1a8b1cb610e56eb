"""An explanation on a screen: the clashes with their facts, and what would help, the cheapest first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from ltsched.domain.explaining.telling import Telling, ToldClash, ToldCure
from ltsched.domain.reasons import Reason
from ltsched.domain.words.explaining.calling import capital
from ltsched.domain.words.wording import harmless, unrepeated
from ltsched.report.screen.layout import bullets, cell, heading, section

__all__ = ["arithmetic_part", "clash_part", "close_part", "cures_part", "headline_part"]

MOST_CLOSE = 5
MOST_UNSURE = 12
"""So many facts are shown of a clash of which not each is known to have a part in it."""

NOT_SMALLEST = "Not shown to be the smallest such set: that is too hard to find out."
NOT_FOUND_OUT = "What exactly cannot hold together was not found out."
ALONE = "What cannot hold together"
NO_CURE = "Nothing was found that would help."


def headline_part(telling: Telling) -> Text:
    """Return in one sentence that nothing fits, and why."""
    return Text(harmless(telling.headline.names), style="bold red")


def arithmetic_part(reasons: Iterable[Reason]) -> list[RenderableType]:
    """Return what counting says, under a heading; nothing where it says nothing."""
    return _under("What counting says", reasons)


def close_part(reasons: Sequence[Reason]) -> list[RenderableType]:
    """Return what is close to impossible, the closest first, under a heading; nothing where nothing is."""
    more = len(reasons) - MOST_CLOSE
    last = [Text(f"{more} more: `ltsched check --json` has all", style="dim")] if more > 0 else []
    return [Text(), *_under("Close to impossible", reasons[:MOST_CLOSE]), *last] if reasons else []


def _under(title: str, reasons: Iterable[Reason]) -> list[RenderableType]:
    return [section(title, *told)] if (told := arithmetic_bullets(reasons)) else []


def arithmetic_bullets(reasons: Iterable[Reason]) -> list[RenderableType]:
    """Return each reason on lines of its own; nothing for none."""
    told = list(unrepeated(harmless(capital(reason.said)) for reason in reasons))
    return [bullets(told)] if told else []


def clash_part(clash: ToldClash, number: int = 0) -> Group:
    """Return a clash as a heading, its facts below.

    Where there are several each has a number and its own words; of one alone the headline has said it.
    """
    title = f"{number}. {capital(clash.said.names)}" if number else ALONE
    if not clash.facts:
        return section(harmless(title), Text(NOT_FOUND_OUT))
    most = len(clash.facts) if clash.smallest else MOST_UNSURE
    texts = [harmless(capital(fact.said.names)) for fact in clash.facts[:most]]
    more = len(clash.facts) - most
    facts = bullets([*texts, *([f"and {more} more, which may have no part in it"] if more > 0 else [])])
    doubt = [] if clash.smallest else [Text(NOT_SMALLEST, style="yellow")]
    return section(harmless(title), facts, *doubt)


def cures_part(cures: Sequence[ToldCure], *, most: int | None = None) -> RenderableType:
    """Return what would help as a numbered list.

    Parameters
    ----------
    most
        So many of them; None for all.
    """
    shown = cures if most is None else cures[:most]
    if not shown:
        return Text(NO_CURE)
    table = Table.grid(padding=(0, 1, 0, 0))
    for number, cure in enumerate(shown, 1):
        table.add_row(cell(f"{number}."), _cure(cure))
    return Group(heading("What would help, the cheapest first"), Padding(table, (0, 0, 0, 1), expand=False))


def _cure(cure: ToldCure) -> Group:
    also = f" ({cure.also_said.names})" if cure.also_said.names else ""
    lines = [
        cell(harmless(f"{capital(cure.said.names)}{also}")),
        cell(harmless(f"→ {cure.brought}")),
        *(cell(harmless(text), "dim") for text in cure.write),
    ]
    return Group(*lines)
