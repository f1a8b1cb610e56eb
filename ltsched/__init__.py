"""ltsched plans Learning Together case reviews: a proven timetable from the diaries of busy people.

Examples
--------
>>> import ltsched
>>> review = ltsched.read_review("scenarios/focused")
>>> result = ltsched.plan(review)
>>> result.status
<Status.OPTIMAL: 'optimal'>

``ltsched.write(result, "out")`` then writes its files. Each command has its call: see `ltsched.library`.
"""

from __future__ import annotations

import logging
from importlib import import_module
from typing import TYPE_CHECKING

from ltsched.errors import InvalidReview, LtschedError, Mistake, Notice, UnsoundTimetable, UnwritableOutput, WrongUse
from ltsched.version import VERSION

if TYPE_CHECKING:
    from ltsched.library.alternatives import alternatives
    from ltsched.library.beginning import new, read_option, shipped_options
    from ltsched.library.changing import Changes, absence, asked_changes, read_to_change, what_if
    from ltsched.library.comparing import compare, sweep
    from ltsched.library.current import under_way
    from ltsched.library.explaining import explain, write_explanation
    from ltsched.library.inviting import invite, record_answers, record_replies
    from ltsched.library.looking import capacity, early_warnings
    from ltsched.library.planning import plan
    from ltsched.library.reading import Variation, read_review, read_to_compare
    from ltsched.library.replanning import replan
    from ltsched.library.reporting import write_report
    from ltsched.library.standing import status
    from ltsched.library.trading import choose, tradeoffs
    from ltsched.library.writing import write
else:

    def __getattr__(name: str) -> object:
        """Load a call when it is first asked for: only who plans loads the solver."""
        for module, calls in CALLS.items():
            if name in calls:
                return getattr(import_module(f"ltsched.library.{module}"), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})


logging.getLogger(__name__).addHandler(logging.NullHandler())  # nothing is said to who has not asked for logs

__all__ = [
    "Changes",
    "InvalidReview",
    "LtschedError",
    "Mistake",
    "Notice",
    "UnsoundTimetable",
    "UnwritableOutput",
    "Variation",
    "WrongUse",
    "__version__",
    "absence",
    "alternatives",
    "asked_changes",
    "capacity",
    "choose",
    "compare",
    "early_warnings",
    "explain",
    "invite",
    "new",
    "plan",
    "read_option",
    "read_review",
    "read_to_change",
    "read_to_compare",
    "record_answers",
    "record_replies",
    "replan",
    "shipped_options",
    "status",
    "sweep",
    "tradeoffs",
    "under_way",
    "what_if",
    "write",
    "write_explanation",
    "write_report",
]

__version__ = VERSION

CALLS = {
    "beginning": ("new", "read_option", "shipped_options"),
    "reading": ("Variation", "read_review", "read_to_compare"),
    "looking": ("capacity", "early_warnings"),
    "planning": ("plan",),
    "comparing": ("compare", "sweep"),
    "explaining": ("explain", "write_explanation"),
    "replanning": ("replan",),
    "current": ("under_way",),
    "alternatives": ("alternatives",),
    "changing": ("Changes", "absence", "asked_changes", "read_to_change", "what_if"),
    "trading": ("tradeoffs", "choose"),
    "writing": ("write",),
    "reporting": ("write_report",),
    "inviting": ("invite", "record_answers", "record_replies"),
    "standing": ("status",),
}
"""The modules of `ltsched.library`, and what each offers here."""
