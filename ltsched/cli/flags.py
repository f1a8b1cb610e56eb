"""The arguments and flags that several commands share, and what they accept."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from ltsched.domain.words.near_miss import did_you_mean
from ltsched.validation.option.names import SHIPPED

__all__ = [
    "DebugFlag",
    "FolderArgument",
    "JsonFlag",
    "OptionFlag",
    "OutFlag",
    "QuietFlag",
    "SeedFlag",
    "StrictFlag",
    "TimeLimitFlag",
    "TodayFlag",
    "WorkersFlag",
    "choice",
    "known_option",
    "read_day",
    "whole",
]

MOST_SECONDS = 7 * 24 * 3600
EARLIEST_YEAR, LATEST_YEAR = 2000, 2100


def known_option(name: str | None) -> str | None:
    """Let through the name of a shipped option or of a .toml file; anything else is wrong use."""
    if name is None or name in SHIPPED or name.endswith(".toml"):
        return name
    expected = f"expected {', '.join(SHIPPED)}, or the name of a .toml file beside review.toml"
    hint = did_you_mean(name, SHIPPED)
    raise typer.BadParameter(f"there is no option {name!r}; {expected}. {hint}".rstrip())


# A parser is given what was typed, or the default as it stands.


def _time_limit(given: str | float) -> float:
    text = str(given)
    try:
        seconds = float(text)
    except ValueError:
        seconds = math.nan
    if math.isfinite(seconds) and 0 < seconds <= MOST_SECONDS:
        return seconds
    raise typer.BadParameter(f"{text!r} is not a number of seconds; expected more than 0, at most {MOST_SECONDS}")


def whole(least: int, most: int) -> Callable[[str | int], int]:
    """Return a parser that lets through a whole number within these limits, or the default as it stands."""

    def parse(given: str | int) -> int:
        text = str(given)
        if text.isascii() and text.isdecimal() and len(text) < 20 and least <= int(text) <= most:
            return int(text)
        raise typer.BadParameter(f"{text!r} is not a whole number from {least} to {most}")

    return parse


def choice(words: Sequence[str]) -> Callable[[str], str]:
    """Return a parser that lets through one of `words`; anything else is wrong use."""

    def parse(given: str) -> str:
        if given in words:
            return given
        hint = did_you_mean(given, words)
        raise typer.BadParameter(f"{given!r} is not known; expected {' or '.join(words)}. {hint}".rstrip())

    return parse


def read_day(given: str | date) -> date:
    """Let through a day such as 2027-01-11, or the default as it stands; anything else is wrong use."""
    if isinstance(given, date):
        return given
    try:
        day = date.fromisoformat(given)
    except ValueError:
        raise typer.BadParameter(f"{given!r} is not a date; expected year-month-day, such as 2027-01-11") from None
    if not EARLIEST_YEAR <= day.year <= LATEST_YEAR:
        raise typer.BadParameter(f"{given} is not in the years {EARLIEST_YEAR} to {LATEST_YEAR}")
    return day


FolderArgument = Annotated[
    Path, typer.Argument(metavar="DIR", help="The folder of the review: review.toml, people.csv, calendars.")
]
OptionFlag = Annotated[
    str | None,
    typer.Option(
        "--option",
        metavar="NAME",
        callback=known_option,
        help="Take this option instead of the one that review.toml names.",
    ),
]
OutFlag = Annotated[
    Path | None,
    typer.Option("--out", metavar="FOLDER", help="Where the files go.", show_default="DIR/out"),
]
TimeLimitFlag = Annotated[
    float,
    typer.Option(
        "--time-limit",
        metavar="SECONDS",
        parser=_time_limit,
        help="How long to look for a better one.",
        show_default="60",
    ),
]
TodayFlag = Annotated[
    date | None,
    typer.Option(
        "--today",
        metavar="DATE",
        parser=read_day,
        help="Plan as if today were this day: nothing before the next, and what is over stays.",
        show_default="today in review.toml, else the clock",
    ),
]
SeedFlag = Annotated[
    int,
    typer.Option("--seed", parser=whole(0, 2**31 - 1), metavar="NUMBER", help="Start the search elsewhere."),
]
WorkersFlag = Annotated[
    int,
    typer.Option(
        "--workers",
        parser=whole(1, 64),
        metavar="NUMBER",
        help="How many threads search; one is nearly always fastest.",
    ),
]
StrictFlag = Annotated[
    bool,
    typer.Option("--strict", help="Take what is not understood of an entry of a calendar as a mistake."),
]
JsonFlag = Annotated[bool, typer.Option("--json", help="Write the result as JSON, and nothing else, on stdout.")]
QuietFlag = Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no warnings.")]
DebugFlag = Annotated[bool, typer.Option("--debug", help="Show what the program does, and tracebacks.")]
