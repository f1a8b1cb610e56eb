"""The look of every table and heading: no frames, one rule under the head, two blanks between columns."""

from __future__ import annotations

from collections.abc import Iterable

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

__all__ = ["bullets", "cell", "heading", "plain_table", "section"]


def plain_table(
    *columns: str, numbers: tuple[str, ...] = (), whole: tuple[str, ...] = (), apart: bool = False
) -> Table:
    """Return an empty table with these columns.

    Parameters
    ----------
    columns
        The heads; all empty means that no head is shown.
    numbers
        Those that are right-aligned.
    whole
        Those that are never broken over lines.
    apart
        Whether an empty line parts the rows.
    """
    table = Table(
        box=box.SIMPLE_HEAD,
        show_header=any(columns),
        header_style="bold",
        pad_edge=False,
        padding=(0, 1, 0, 0),
        show_edge=False,
        leading=1 if apart else 0,
    )
    for column in columns:
        table.add_column(
            column, justify="right" if column in numbers else "left", no_wrap=column in whole, overflow="fold"
        )
    return table


def cell(text: str, style: str = "") -> Text:
    """Return a cell whose text is shown as it stands: nothing in it is markup."""
    return Text(text, style=style, overflow="fold")


def heading(text: str) -> Text:
    """Return a heading."""
    return Text(text, style="bold")


def section(title: str, *bodies: RenderableType) -> Group:
    """Return a heading with what stands under it, indented by a blank, and an empty line after it."""
    return Group(heading(title), *(Padding(body, (0, 0, 0, 1), expand=False) for body in bodies), Text(""))


def bullets(texts: Iterable[str]) -> Table:
    """Return each text on lines of its own, after a dash."""
    table = Table.grid(padding=(0, 1, 0, 0))
    for text in texts:
        table.add_row("–", cell(text))
    return table
