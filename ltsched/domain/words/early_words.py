"""What is close to impossible, in sentences: said before anybody plans."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ltsched.domain.activities import Activity
from ltsched.domain.capacity import Tally
from ltsched.domain.explaining.step import Call
from ltsched.domain.words.capacity_words import people_words, tally_words
from ltsched.domain.words.kind_words import KIND_WORDS
from ltsched.domain.words.wording import day_text, listed, listed_first, plural

__all__ = [
    "days_words",
    "every_day_words",
    "little_words",
    "no_order_words",
    "no_start_words",
    "nothing_fits_words",
    "only_panel_words",
    "only_room_words",
    "short_days",
    "weeks_words",
]

FEW_NAMED = 3
"""So many activities are named, at most."""
MOST_DAYS = 4
"""So many days are named, at most."""


def nothing_fits_words(why: str, folder: str) -> str:
    """Return that nothing fits because of `why`, and how to find out more about the review in `folder`."""
    return f"nothing fits as it stands: {why}. `ltsched explain {folder}` says why, and what would help"


def no_start_words(ids: Sequence[str], call: Call) -> str:
    """Return that activities have no time, even if each were alone."""
    have = "has" if len(ids) == 1 else "have"
    return f"{listed_first(list(map(call, ids)), FEW_NAMED)} {have} no possible time, whatever else is booked"


def no_order_words(ids: Sequence[str], call: Call) -> str:
    """Return that the order leaves activities no time."""
    have, them = ("has", "it") if len(ids) == 1 else ("have", "them")
    between = f"between what must come before {them} and what must come after {them}"
    return f"{listed_first(list(map(call, ids)), FEW_NAMED)} {have} no time left {between}"


def little_words(tally: Tally, call: Call) -> str:
    """Return that there is little to spare of a tally."""
    return f"there is hardly any room: {tally_words(tally, call)}"


def short_days(days: Sequence[date]) -> str:
    """Return ``Thu 15 Jul, Tue 20 Jul 2027``: the year where it ends, or changes."""
    words = []
    for day, after in zip(days, [*days[1:], None], strict=True):
        same = after is not None and after.year == day.year
        words.append(f"{day:%a} {day.day} {day:%b}" if same else day_text(day))
    return ", ".join(words)


def days_words(called: str, days: Sequence[date]) -> str:
    """Return that an activity has few possible days: ``joint meeting 2 has 2 possible days: Thu 15 Jul, …``."""
    which = f": {short_days(days)}" if len(days) <= MOST_DAYS else ""
    return f"{called} has {plural(len(days), 'possible day')}{which}"


def only_room_words(called: str, days: Sequence[date]) -> str:
    """Return, after the days of an activity, that its only room is free on few."""
    return f"; {called} alone is large enough, and is free on {plural(len(days), 'day')}"


def weeks_words(mondays: Sequence[date]) -> str:
    """Return that few weeks are left for a review in one week."""
    which = " and ".join(f"that of {day_text(day)}" for day in mondays)
    return f"only {plural(len(mondays), 'week')} could hold all that has to lie in one: {which}"


def every_day_words(tally: Tally, call: Call) -> str:
    """Return that somebody is needed on every day that they have."""
    one = len(tally.people) == 1
    who = f"{people_words(tally.people, call)} {'is' if one else 'are each'}"
    names = listed_first([call(activity.id) for activity in tally.activities], FEW_NAMED)
    first, last = tally.days
    days = f"all {tally.days_there} days that there are for it from {day_text(first)} to {day_text(last)}"
    return f"{who} needed for {names}, which takes {days}"


def only_panel_words(held: Sequence[Activity], people: Sequence[str], call: Call, *, by_rule: bool) -> str:
    """Return that only one panel could hold some activities: by their rules, or by their diaries too."""
    kinds = {activity.kind for activity in held}
    if len(held) <= FEW_NAMED:
        what = listed(call(activity.id) for activity in held)
    else:
        what = f"{len(held)} {KIND_WORDS[held[0].kind].many if len(kinds) == 1 else 'bookings'}"
    why = "nobody else may" if by_rule else "no others who may have time together"
    return f"only {listed(map(call, people))} can hold {what}: {why}"
