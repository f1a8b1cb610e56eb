"""What is said where there is no timetable."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Group
from rich.text import Text

from ltsched.domain.reasons import Reason
from ltsched.domain.words.wording import harmless, unrepeated
from ltsched.report.screen.layout import bullets

__all__ = ["no_timetable"]


def no_timetable(said: str, reasons: Iterable[Reason]) -> Group:
    """Return what was found out, with each reason on lines of its own and none twice."""
    told = list(unrepeated(harmless(reason.said) for reason in reasons))
    return Group(Text(said, style="bold red"), *([bullets(told)] if told else []))
