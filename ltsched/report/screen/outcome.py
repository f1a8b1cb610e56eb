"""What is said where there is no timetable."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Group
from rich.text import Text

from ltsched.domain.words.wording import harmless
from ltsched.report.screen.layout import bullets

__all__ = ["no_timetable"]


def no_timetable(said: str, reasons: Iterable[str]) -> Group:
    """Return what was found out, with each reason on lines of its own."""
    told = list(map(harmless, reasons))
    return Group(Text(said, style="bold red"), *([bullets(told)] if told else []))
