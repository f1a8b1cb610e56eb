"""The values of RFC 5545, parsed by icalendar; its types go no further than this."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

__all__ = ["Rule", "parse_line", "parse_rule", "parse_value", "rule_text"]

Rule = dict[str, list[Any]]
"""The parts of an RRULE by name, each with its values: ``{"FREQ": ["WEEKLY"], "BYDAY": ["MO"]}``."""

ParsedValue = date | datetime | timedelta | tuple[datetime, datetime | timedelta]


def parse_value(text: str) -> ParsedValue:
    """Return a date, a time (with UTC or no zone), a length or a period; ValueError if it is none of them."""
    from icalendar.prop import vDDDTypes

    parse: Callable[[str], object] = vDDDTypes.from_ical
    try:
        value = parse(text.strip())
    except (TypeError, IndexError, OverflowError) as error:
        raise ValueError("no value of a calendar") from error
    if isinstance(value, date | timedelta):
        return value
    if isinstance(value, tuple) and isinstance(value[0], datetime) and isinstance(value[1], datetime | timedelta):
        return value[0], value[1]
    raise ValueError("a time without a day")


def parse_rule(text: str) -> Rule:
    """Return the parts of a repeating rule; ValueError if it is none."""
    from icalendar.prop import vRecur

    parse: Callable[[str], Any] = vRecur.from_ical
    try:
        return dict(parse(text.strip()).items())
    except (TypeError, IndexError, OverflowError, AttributeError) as error:
        raise ValueError("no rule") from error


def rule_text(rule: Rule) -> str:
    """Return `rule` as RFC 5545 writes it."""
    from icalendar.prop import vRecur

    write: Callable[[], bytes] = vRecur(rule).to_ical
    return write().decode()


def parse_line(line: str) -> tuple[str, dict[str, str], str]:
    """Return the name, the parameters and the value of an unfolded content line; ValueError if it is none."""
    from icalendar.parser import Contentline

    make: Callable[[str], Any] = Contentline
    name, params, value = make(line).parts()
    return name.upper(), {key.upper(): str(params[key]) for key in params}, value
