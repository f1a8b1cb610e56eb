"""How much work it takes to work out a repeating rule, found out before anybody starts.

A rule of a dozen letters can ask for a billion steps (every second since 1970), or for a date that never comes (the
30th of February). Calendars come from strangers, so such rules are refused.
"""

from __future__ import annotations

import calendar
from datetime import date, datetime, timedelta

from ltsched.files.calendar_parts import NotUnderstood
from ltsched.files.calendar_values import Rule, parse_rule, rule_text

__all__ = ["MOST_OCCURRENCES", "MOST_WORK", "check_happens", "read_rule", "rule_work"]

MOST_OCCURRENCES = 20_000
"""Of one rule within the window."""

MOST_WORK = 500_000
"""For one rule; a unit of work is about a microsecond."""

OCCURRENCE_WORK = 25
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
DAYS_A_STEP = {"WEEKLY": 7, "MONTHLY": 31, "YEARLY": 366}
PARTS = frozenset(
    {
        *("FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYSECOND", "BYMINUTE", "BYHOUR"),
        *("BYDAY", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYMONTH", "BYSETPOS"),
    }
)
WITHIN_A_DAY = ("BYHOUR", "BYMINUTE", "BYSECOND")
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


def read_rule(text: str) -> Rule:
    """Return the rule `text` (``FREQ=WEEKLY;BYDAY=MO``) in its parts.

    Raises
    ------
    NotUnderstood
        If it is not one of :rfc:`5545#section-3.3.10`, or says a thing that would take for ever.
    """
    shown = f"{text[:80] or 'nothing'} stands there"
    if len(text) > MOST_LETTERS:
        raise NotUnderstood("RRULE", shown, f"no sensible rule has more than {MOST_LETTERS:,} letters")
    try:
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
    frequency = rule["FREQ"][0]
    if frequency in FINE:
        narrowing = {name for name in rule if name.startswith("BY")} - FINE[frequency]
        if narrowing:
            raise NotUnderstood("RRULE", shown, f"{frequency} does not go with {min(narrowing)} here")
    if _count(rule, "BYSETPOS") > MOST_POSITIONS:
        raise NotUnderstood("RRULE", shown, f"at most {MOST_POSITIONS} positions in BYSETPOS are understood")
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
    NotUnderstood
        If it is more than `MOST_WORK`, if there are more than `MOST_OCCURRENCES`, or if the rule never happens.
    """
    until = rule["UNTIL"][0] if "UNTIL" in rule else window[1]
    end = min(until, window[1])
    if end < start:
        return 0
    frequency = rule["FREQ"][0]
    step = STEP[frequency] * _number(rule, "INTERVAL")
    by_parts = [name for name in rule if name.startswith("BY")]
    positions = _count(rule, "BYSETPOS")
    times = 1
    for name in WITHIN_A_DAY:
        times *= max(1, _count(rule, name))
    days = DAYS_A_STEP.get(frequency, 1) if by_parts and not positions else 1
    steps = (end - start) // step + 1
    if "COUNT" in rule and not by_parts:
        steps = min(steps, _number(rule, "COUNT"))
    occurrences = min(steps, (end - min(end, max(start, window[0]))) // step + 1) * days * times
    if occurrences > MOST_OCCURRENCES:
        expected = f"at most {MOST_OCCURRENCES:,} times in the months of the review are read"
        raise NotUnderstood("RRULE", f"{_text(rule)} repeats about {occurrences:,} times", expected)
    a_step = (2 + DAYS_A_STEP.get(frequency, 1) // 10) * (1 + positions)
    work = steps * (a_step + times) + occurrences * OCCURRENCE_WORK
    if work <= MOST_WORK:
        check_happens(rule, start)
    if any(name in rule for name in RARE):  # the search goes on to the next date after the end
        work += CYCLE_YEARS * timedelta(days=365) // step * a_step * (10 if "COUNT" in rule else 1)
    if work > MOST_WORK:
        expected = "a rule that takes so many steps to the months of the review is not read"
        raise NotUnderstood("RRULE", f"{_text(rule)} since {start:%d %B} {start.year}", expected)
    return work


def check_happens(rule: Rule, start: datetime) -> None:
    """Make sure that `rule` happens at all; without this, the search for its next date goes on to the year 9999.

    It is tried out in the last years that there are, so that the search soon comes to the end of time. The year is
    one that is like that of `start`, in weekdays and February.

    Raises
    ------
    NotUnderstood
        If it does not happen once in 28 years.
    """
    from dateutil.rrule import rrulestr

    first, leap = date(start.year, 1, 1).weekday(), calendar.isleap(start.year)
    year = next(y for y in LAST_CYCLE if calendar.isleap(y) == leap and date(y, 1, 1).weekday() == first)
    endless = {name: values for name, values in rule.items() if name not in ("COUNT", "UNTIL")}
    try:
        happens = next(iter(rrulestr(rule_text(endless), dtstart=start.replace(year=year))), None)
    except (ValueError, TypeError, IndexError, OverflowError) as error:
        expected = "expected a rule such as FREQ=WEEKLY;BYDAY=MO"
        raise NotUnderstood("RRULE", f"{_text(rule)} stands there", expected) from error
    if happens is None:
        raise NotUnderstood("RRULE", f"{_text(rule)} never happens", "expected a rule with dates that exist")


def _number(rule: Rule, name: str) -> int:
    return int(rule.get(name, [1])[0])


def _count(rule: Rule, name: str) -> int:
    return len(rule.get(name, []))


def _text(rule: Rule) -> str:
    return rule_text(rule)[:80]
