"""The strategy: how a whole review is planned to a proven optimum, as a list of steps.

Bound first, then extend. The few meetings make nearly all of what the first stages cost, and the many conversations
are flexible: so the meetings alone are planned first, and what they reach is a bound for the whole. Then a plan of the
whole is looked for near their days; where it reaches the bounds, it is proven at once. Each step says which bound it
gives and when that holds; `ltsched.solve.known_bounds` has the one rule for all of them.
"""

from __future__ import annotations

from collections.abc import Sequence

from ltsched.solve.course import Course, Step
from ltsched.solve.search import Search
from ltsched.solve.steps.canonical import Canonical
from ltsched.solve.steps.extend import Extend
from ltsched.solve.steps.meetings_alone import MeetingsAlone
from ltsched.solve.steps.preferences import Preferences
from ltsched.solve.steps.whole import LeadsFirst, Whole

__all__ = ["STEPS", "follow"]

STEPS: tuple[Step, ...] = (MeetingsAlone(), Extend(), LeadsFirst(), Whole(), Preferences())
"""In this order; each takes up what those before it have found."""


def follow(course: Course, steps: Sequence[Step] = STEPS) -> Search:
    """Take the steps until the course has ended, and return the search that has gone farthest.

    The choice among timetables that are as good comes after all.
    """
    for step in steps:
        if not course.ended or isinstance(step, Canonical):
            step.take(course)
    assert course.whole is not None
    return course.whole
