"""A bar that grows with what is done, on a terminal and nowhere else."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator

from ltsched.cli.screen import Screen
from ltsched.domain.words.wording import harmless

__all__ = ["watching"]


@contextlib.contextmanager
def watching(screen: Screen, what: str, total: int) -> Iterator[Callable[..., None]]:
    """Give a function to call with a word on what is done of `total`, and how many that are if it is not one."""
    console = screen.err
    if screen.quiet or not console.is_terminal or console.is_dumb_terminal:
        yield lambda last, count=1: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task(what, total=total)
        yield lambda last, count=1: progress.update(task, advance=count, description=f"{what} (last: {harmless(last)})")
