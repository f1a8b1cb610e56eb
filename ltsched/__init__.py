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

from ltsched.errors import InvalidReview, LtschedError, Mistake, Notice, UnsoundTimetable, UnwritableOutput, WrongUse
from ltsched.library.beginning import new, read_option, shipped_options
from ltsched.library.inviting import invite, record_replies
from ltsched.library.planning import compare, plan, sweep
from ltsched.library.reading import read_review, read_to_compare
from ltsched.library.reporting import write_pictures, write_report
from ltsched.library.writing import write
from ltsched.version import VERSION

__all__ = [
    "InvalidReview",
    "LtschedError",
    "Mistake",
    "Notice",
    "UnsoundTimetable",
    "UnwritableOutput",
    "WrongUse",
    "__version__",
    "compare",
    "invite",
    "new",
    "plan",
    "read_option",
    "read_review",
    "read_to_compare",
    "record_replies",
    "shipped_options",
    "sweep",
    "write",
    "write_pictures",
    "write_report",
]

__version__ = VERSION
