"""A page of the guide on a terminal: Markdown in the look of everything else that is shown."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt
from typing import ClassVar

from rich.console import Console, ConsoleOptions, RenderResult
from rich.markdown import CodeBlock, Heading, Markdown, MarkdownElement, TableElement
from rich.padding import Padding
from rich.text import Text
from rich.theme import Theme

from ltsched.report.screen.layout import plain_table

__all__ = ["GuidePage"]

LOOK = Theme({"markdown.code": "bold", "markdown.h1": "bold underline", "markdown.h2": "bold", "markdown.h3": "bold"})
INDENT = 4
FIRST_PART = 0.42
"""Of the width of the screen, for a first column that is longer."""
GAP = 2


class _Heading(Heading):
    LEVEL_ALIGN: ClassVar = {}


class _Code(CodeBlock):
    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield Padding(Text(str(self.text).rstrip(), overflow="fold"), (0, 0, 0, INDENT))


class _Table(TableElement):
    """A table whose columns share the screen by how much they say."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        heads = self.header.row.cells if self.header and self.header.row else []
        rows = [[cell.content for cell in row.cells] for row in (self.body.rows if self.body else [])]
        table = plain_table(*(head.content.plain for head in heads))
        columns = list(zip([head.content for head in heads], *rows, strict=True))
        for column, width in zip(table.columns, _widths(columns, options.max_width), strict=True):
            column.max_width = width
        for row in rows:
            table.add_row(*row)
        yield table


def _widths(columns: Sequence[Sequence[Text]], screen: int) -> list[int]:
    """Return the greatest width of each column: the first has what is typed, and is broken only if it is very long.

    Of the others, what needs no more than an equal part of the rest has all of that; the rest is shared by the square
    root of what is left to say, so that a sentence is not squeezed for the sake of a paragraph. The widest gives way to
    whatever has a longer word.
    """
    longest = [max(map(len, column)) for column in columns]
    words = [max(len(word) for text in column for word in text.plain.split() or [""]) for column in columns]
    first = min(longest[0], round(FIRST_PART * screen))
    others = longest[1:]
    left = screen - first - GAP * len(others)
    kept = [need if need * len(others) <= left else 0 for need in others]
    weight = sum(sqrt(need) for need, width in zip(others, kept, strict=True) if not width)
    left -= sum(kept)
    widths = [width or int(left * sqrt(need) / weight) for need, width in zip(others, kept, strict=True)]
    for index, word in enumerate(words[1:]):
        widest = widths.index(max(widths))
        more = min(word, widths[widest]) - widths[index]
        if more > 0:
            widths[index] += more
            widths[widest] -= more
    return [first, *widths]


class GuidePage(Markdown):
    """A page in Markdown, as wide as the screen."""

    elements: ClassVar[dict[str, type[MarkdownElement]]] = {
        **Markdown.elements,
        "heading_open": _Heading,
        "fence": _Code,
        "table_open": _Table,
    }

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Render it without colours of its own, so that it can be read on light and dark."""
        with console.use_theme(LOOK):
            yield from super().__rich_console__(console, options)
