"""That a plan is one of a rehearsal, on a screen, before anything else."""

from __future__ import annotations

from rich.text import Text

from ltsched.domain.comparison import Comparison
from ltsched.domain.living.tradeoffs import Tradeoffs
from ltsched.domain.over import rehearsal_text
from ltsched.domain.review import Review
from ltsched.domain.timetable import Timetable

__all__ = ["rehearsal_lines"]


def rehearsal_lines(of: Timetable | Comparison | Review | Tradeoffs) -> tuple[Text, ...]:
    """Return the sentence and an empty line; nothing where the day is a real one."""
    if not of.rehearsal or of.today is None:
        return ()
    return Text(f"{rehearsal_text(of.today)}.", style="bold red"), Text()
