"""How much work it takes to work out a repeating rule, found out before anybody starts.

A rule of a dozen letters can ask for a billion steps (every second since 1970), or for a date that never comes (the
30th of February). Calendars come from strangers, so nobody starts on such rules.
"""

from __future__ import annotations

import calendar
import functools
import math
from datetime import date, datetime, timedelta

from ltsched.files.calendars.syntax.doubts import NotUnderstood
from ltsched.files.calendars.syntax.values import Rule, parse_rule, rule_text

__all__ = ["MOST_OCCURRENCES", "NeverHappens", "TooOften", "check_happens", "forward", "read_rule", "rule_work"]

MOST_OCCURRENCES = 20_000
"""Of one rule within the window."""

MOST_WORK = 500_000
"""For one rule; a unit of work is about a microsecond."""

OCCURRENCE_WORK = 15
ONE_MINUTE = timedelta(minutes=1)
MOST_LETTERS = 2_000
MOST_INTERVAL = 1_000_000
STEP = {
    "SECONDLY": timedelta(seconds=1),
    "MINUTELY": timedelta(minutes=1),
    "HOURLY": timedelta(hours=1),
    "DAILY": timedelta(days=1),
    "WEEKLY": timedelta(weeks=1),
    "MONTHLY": timedelta(days=30),
    "YEARLY": timedelta(days=365),
}
FIXED = frozenset(("SECONDLY", "MINUTELY", "HOURLY", "DAILY", "WEEKLY"))
DAYS_A_STEP = {"WEEKLY": 7, "MONTHLY": 31, "YEARLY": 366}
PARTS = frozenset(
    {
        *("FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYSECOND", "BYMINUTE", "BYHOUR"),
        *("BYDAY", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYMONTH", "BYSETPOS"),
    }
)
WITHIN_A_DAY = ("BYHOUR", "BYMINUTE", "BYSECOND")
A_DAY = {"BYHOUR": 24, "BYMINUTE": 60, "BYSECOND": 60}
RARE = ("BYMONTH", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYSETPOS")
FINE = {
    "SECONDLY": frozenset(("BYDAY",)),
    "MINUTELY": frozenset(("BYDAY", "BYHOUR", "BYMINUTE", "BYSECOND")),
    "HOURLY": frozenset(("BYDAY", "BYHOUR", "BYMINUTE", "BYSECOND")),
}
"""What may narrow a rule that is finer than a day: nothing that could keep it counting for years."""

MOST_POSITIONS = 31
CYCLE_YEARS = 28
"""After so long, weekdays and leap years come round again."""

LAST_CYCLE = range(9960, 9960 + CYCLE_YEARS)
"""The last such years before the end of time that are followed by some more."""


class TooOften(NotUnderstood):
    """A rule that repeats so often, or for so long, that its times are not worked out one by one.

    `a_minute` is how often it happens in a minute; 0 where that is not much. `last` is the last time, local, where a
    COUNT tells it.
    """

    def __init__(self, found: str, expected: str, a_minute: float = 0, last: datetime | None = None) -> None:
        super().__init__("RRULE", found, expected)
        self.a_minute = a_minute
        self.last = last


class NeverHappens(NotUnderstood):
    """A rule for dates that do not exist."""


def forward(rule: Rule, start: datetime, first: datetime) -> tuple[Rule, datetime]:
    """Return `rule` and its start moved on to shortly before `first`; nothing from then on is another.

    Only what steps by a fixed length can be moved on; what is counted only where every step counts. A count that is
    used up on the way becomes 0.
    """
    frequency = rule["FREQ"][0]
    counted = "COUNT" in rule
    if frequency not in FIXED or (counted and any(name.startswith("BY") for name in rule)):
        return rule, start
    step = STEP[frequency] * _number(rule, "INTERVAL")
    passed = (first - start) // step - 1
    if passed <= 0:
        return rule, start
    if not counted:
        return rule, start + passed * step
    left = _number(rule, "COUNT") - passed
    return (rule | {"COUNT": [max(left, 0)]}, start if left <= 0 else start + passed * step)


def read_rule(text: str) -> Rule:
    """Return the rule `text` (``FREQ=WEEKLY;BYDAY=MO``) in its parts.

    Raises
    ------
    NotUnderstood
        If it is not one of :rfc:`5545#section-3.3.10`, or says a thing that would take for ever.
    """
    shown = f"found {text[:80] or 'nothing'}"
    if len(text) > MOST_LETTERS:
        raise NotUnderstood("RRULE", shown, f"no sensible rule has more than {MOST_LETTERS:,} letters")
    try:
        names = [part.partition("=")[0].strip().upper() for part in text.split(";") if part.strip()]
        if len(set(names)) < len(names):
            raise ValueError("each part once")
        rule = parse_rule(text)
        unknown = sorted(set(rule) - PARTS)
        if unknown:
            expected = "expected parts such as INTERVAL, COUNT, UNTIL, BYDAY, BYMONTH and BYMONTHDAY"
            raise NotUnderstood("RRULE", shown, f"{unknown[0][:20]} is unknown; {expected}")
        if any(len(rule.get(name, [1])) != 1 for name in ("FREQ", "INTERVAL", "COUNT", "UNTIL")):
            raise ValueError("one value each")
        if "FREQ" not in rule or not 1 <= _number(rule, "INTERVAL") <= MOST_INTERVAL or _number(rule, "COUNT") < 1:
            raise ValueError("counted from 1")
        if not isinstance(rule.get("UNTIL", [date.max])[0], date):
            raise ValueError("until when")
    except (ValueError, TypeError, KeyError) as error:
        raise NotUnderstood("RRULE", shown, "expected a rule such as FREQ=WEEKLY;BYDAY=MO") from error
    return rule


def rule_work(rule: Rule, start: datetime, window: tuple[datetime, datetime]) -> int:
    """Return the work that it takes to find all occurrences of `rule` up to the end of `window`.

    Parameters
    ----------
    rule
        From `read_rule`, with UNTIL (if any) as a local date-time. Without COUNT, the search must be held to the end
        of the window by an UNTIL: it looks for ten dates at a time otherwise.
    start
        DTSTART, local and without a zone, as are those in `window`.
    window
        ``[start, end)``.

    Raises
    ------
    TooOften
        If it is more than `MOST_WORK`, or if there are more than `MOST_OCCURRENCES`.
    NeverHappens
        If the rule never happens.
    """
    until = rule["UNTIL"][0] if "UNTIL" in rule else window[1]
    end = min(until, window[1])
    if end < start:
        return 0
    frequency = rule["FREQ"][0]
    step = STEP[frequency] * _number(rule, "INTERVAL")
    by_parts = [name for name in rule if name.startswith("BY")]
    positions = _count(rule, "BYSETPOS")
    last = _last_counted(rule, start, step) if not by_parts else None
    _check_narrowing(rule, start)
    times, share = 1, 1.0
    for name in WITHIN_A_DAY:
        if frequency not in FINE:
            times *= max(1, _count(rule, name))
        elif name in rule:  # it leaves some of them out
            share *= min(1.0, _count(rule, name) / A_DAY[name])
    days = DAYS_A_STEP.get(frequency, 1) if by_parts and not positions else 1
    if set(by_parts) <= {"BYDAY", *WITHIN_A_DAY} and frequency == "WEEKLY":
        days = max(1, _count(rule, "BYDAY"))
    elif frequency in FINE and "BYDAY" in rule:
        share *= min(1.0, _count(rule, "BYDAY") / 7)
    steps = (end - start) // step + 1
    if "COUNT" in rule and not by_parts:
        steps = min(steps, _number(rule, "COUNT"))
    seen = end - min(end, max(start, window[0]))
    occurrences = math.ceil(min(steps, seen // step + 1) * days * times * share)
    if occurrences > MOST_OCCURRENCES:
        expected = f"at most {MOST_OCCURRENCES:,} times in the months of the review are worked out"
        said = f"{_text(rule)} repeats about {occurrences:,} times"
        raise TooOften(said, expected, occurrences / max(1.0, seen / ONE_MINUTE), last)
    a_step = (2 + DAYS_A_STEP.get(frequency, 1) // 10) * (1 + positions)
    work = steps * (a_step + times) + occurrences * OCCURRENCE_WORK
    if work <= MOST_WORK:
        check_happens(rule, start)
    if any(name in rule for name in RARE):  # the search goes on to the next date after the end
        work += CYCLE_YEARS * timedelta(days=365) // step * a_step * (10 if "COUNT" in rule else 1)
    if work > MOST_WORK:
        expected = "a rule that takes so many steps to the months of the review is not worked out"
        raise TooOften(f"{_text(rule)} since {start:%d %B} {start.year}", expected, last=last)
    return work


def _last_counted(rule: Rule, start: datetime, step: timedelta) -> datetime | None:
    """Return the last time that a COUNT leaves; None where there is none, or the end of time comes first."""
    if "COUNT" not in rule:
        return None
    try:
        return start + step * (_number(rule, "COUNT") - 1)
    except OverflowError:
        return None


def _check_narrowing(rule: Rule, start: datetime) -> None:
    """Make sure that nothing could keep the search counting for years."""
    frequency = rule["FREQ"][0]
    narrowing = {name for name in rule if name.startswith("BY")} - FINE.get(frequency, set(rule))
    if narrowing:
        by_days = {name: values for name, values in rule.items() if name not in (*WITHIN_A_DAY, "INTERVAL")}
        try:
            check_happens(by_days | {"FREQ": ["DAILY"]}, start)
        except NeverHappens as error:
            raise NeverHappens("RRULE", f"{_text(rule)} never happens", error.expected) from error
        raise TooOften(_text(rule), f"{frequency} is not worked out with {min(narrowing)}")
    if _count(rule, "BYSETPOS") > MOST_POSITIONS:
        raise TooOften(_text(rule), f"at most {MOST_POSITIONS} positions in BYSETPOS are worked out")


def check_happens(rule: Rule, start: datetime) -> None:
    """Make sure that `rule` happens at all; without this, the search for its next date goes on to the year 9999.

    It is tried out in the last years that there are, so that the search soon comes to the end of time. The year is
    one that is like that of `start`, in weekdays and February.

    Raises
    ------
    NeverHappens
        If it does not happen once in 28 years.
    NotUnderstood
        If its parts do not go together.
    """
    first, leap = date(start.year, 1, 1).weekday(), calendar.isleap(start.year)
    year = next(y for y in LAST_CYCLE if calendar.isleap(y) == leap and date(y, 1, 1).weekday() == first)
    endless = {name: values for name, values in rule.items() if name not in ("COUNT", "UNTIL")}
    moment = start.replace(year=year)
    if rule["FREQ"] == ["DAILY"] and _number(rule, "INTERVAL") == 1:
        moment = moment.replace(month=1, day=1)  # any day will do: it is asked once for all entries
    if not _happens(rule_text(endless), moment):
        raise NeverHappens("RRULE", f"{_text(rule)} never happens", "expected a rule with dates that exist")


@functools.lru_cache(maxsize=256)  # a broken program writes the same rule into each of its entries
def _happens(text: str, start: datetime) -> bool:
    from dateutil.rrule import rrulestr

    try:
        return next(iter(rrulestr(text, dtstart=start)), None) is not None
    except (ValueError, TypeError, IndexError, OverflowError) as error:
        expected = "expected a rule such as FREQ=WEEKLY;BYDAY=MO"
        raise NotUnderstood("RRULE", f"found {text[:80]}", expected) from error


def _number(rule: Rule, name: str) -> int:
    return int(rule.get(name, [1])[0])


def _count(rule: Rule, name: str) -> int:
    return len(rule.get(name, []))


def _text(rule: Rule) -> str:
    return rule_text(rule)[:80]
