"""The flags of a sweep, and the variations that they mean."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

import typer

from ltsched.domain.numbers import NUMBERS, accepts, expected_of
from ltsched.domain.words.near_miss import did_you_mean

if TYPE_CHECKING:
    from ltsched.domain.sweep import Variation

__all__ = ["Period", "number_variations", "start_variations"]

CONVERSATIONS = "conversations"
MOST_VARIATIONS = 400
RANGE = re.compile(r"(?P<name>[a-z-]+)=(?P<first>\d{1,5})\.\.(?P<last>\d{1,5})(?:\.\.(?P<step>\d{1,5}))?")


class Period(StrEnum):
    """From one start to the next."""

    DAY = "day"
    WEEK = "week"
    FORTNIGHT = "fortnight"


DAYS = {Period.DAY: 1, Period.WEEK: 7, Period.FORTNIGHT: 14}


def start_variations(first: date | None, last: date | None, every: Period) -> tuple[Variation, ...]:
    """Return a variation for each day of commissioning from `first` to `last`, both included."""
    from ltsched.domain.sweep import Variation

    if first is None or last is None:
        missing = "--from" if first is None else "--to"
        raise typer.BadParameter("a sweep over start dates needs --from and --to", param_hint=f"'{missing}'")
    if last < first:
        raise typer.BadParameter(f"{last} is before --from {first}", param_hint="'--to'")
    period = timedelta(days=DAYS[every])
    count = (last - first) // period + 1
    _refuse_too_many(count, "'--to'")
    days = (first + number * period for number in range(count))
    return tuple(Variation(day.isoformat(), commissioned=day) for day in days)


def number_variations(given: str) -> tuple[Variation, ...]:
    """Return a variation for each value of ``NAME=FIRST..LAST`` or ``NAME=FIRST..LAST..STEP``, both ends included."""
    from ltsched.domain.sweep import Variation

    hint = "'--set'"
    found = RANGE.fullmatch(given)
    if found is None:
        expected = "expected a number with its range, such as conversations=4..12 or joint-meeting-minutes=180..360..60"
        raise typer.BadParameter(f"{given!r} is not understood; {expected}", param_hint=hint)
    name, values = found["name"], _values(found)
    if name == CONVERSATIONS:
        if values[0] == 0:
            expected = "expected one or more; an option without conversations is another option"
            raise typer.BadParameter(f"{CONVERSATIONS} cannot be 0; {expected}", param_hint=hint)
        return tuple(Variation(f"{name}={value}", conversations=value) for value in values)
    number = NUMBERS.get(name)
    if number is None:
        names = [*NUMBERS, CONVERSATIONS]
        near = did_you_mean(name, names)
        expected = f"expected {CONVERSATIONS} or a number of [customise]"
        raise typer.BadParameter(f"there is no number {name!r}; {expected}. {near}".rstrip(), param_hint=hint)
    wrong = [value for value in values if not accepts(number, value)]
    if wrong:
        raise typer.BadParameter(f"{name} cannot be {wrong[0]}; {expected_of(number)}", param_hint=hint)
    return tuple(Variation(f"{name}={value}", numbers={name: value}) for value in values)


def _values(found: re.Match[str]) -> Sequence[int]:
    first, last, step = int(found["first"]), int(found["last"]), int(found["step"] or 1)
    if last < first or step == 0:
        raise typer.BadParameter(f"{found[0]} is an empty range; expected FIRST..LAST upwards", param_hint="'--set'")
    _refuse_too_many((last - first) // step + 1, "'--set'")
    return range(first, last + 1, step)


def _refuse_too_many(count: int, hint: str) -> None:
    if count > MOST_VARIATIONS:
        raise typer.BadParameter(f"that makes {count} variations; at most {MOST_VARIATIONS}", param_hint=hint)
