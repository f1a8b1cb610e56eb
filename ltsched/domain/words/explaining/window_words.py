"""From when to when something can be, in a clause."""

from __future__ import annotations

from datetime import date, timedelta

from ltsched.domain.activities import Activity
from ltsched.domain.agenda import Agenda
from ltsched.domain.rules import Fact
from ltsched.domain.spans import Spans
from ltsched.domain.words.wording import day_text

__all__ = ["best_day_clause", "last_working", "window_clause"]

ONE_DAY = timedelta(days=1)
EARLIEST = ("lead-in", "notice", "today")
"""The kinds of facts that say from when on something can be."""


def window_clause(fact: Fact, agenda: Agenda, what: str) -> str:
    """Return from when to when `what` can be, or one of the two, and which number of the option makes it so."""
    if not fact.dates:
        return f"{what} can be within its time only"
    first, end = fact.dates[0], fact.dates[-1]
    if fact.kind in EARLIEST:
        before = {"today": "today is before that"}.get(fact.kind, _number(fact))
        return f"{what} can be from {day_text(first)} on at the earliest{_why(before)}"
    last = day_text(last_working(end, agenda))
    if len(fact.dates) == 1:
        return f"{what} can be on {last} at the latest{_why(_number(fact))}"
    return f"{what} can only be from {day_text(first)} to {last}{_why(_number(fact))}"


def _why(text: str) -> str:
    return f" ({text})" if text else ""


def _number(fact: Fact) -> str:
    """Return the number of the option that makes it so: ``span-weeks = 26``; empty for none."""
    if not fact.key:
        return ""
    return fact.key if fact.number is None else f"{fact.key} = {fact.number}"


def best_day_clause(fact: Fact, activity: Activity | None, agenda: Agenda) -> str:
    """Return on which day most can come to `activity`, and how many, where a fact about its quorum says when."""
    if activity is None or len(fact.dates) != 1 or len(fact.spans) != 1:
        return ""
    people = [agenda.availability[id] for id in activity.invited if id in agenda.availability]
    come = sum(not Spans.of(fact.spans) - each.free for each in people)
    return f"; on its best day, {day_text(fact.dates[0])}, {come} can"


def last_working(end: date, agenda: Agenda) -> date:
    """Return the last working day before `end`."""
    last = end - ONE_DAY
    while last > agenda.review.commissioned and not agenda.working_days.is_working(last):
        last -= ONE_DAY
    return last
