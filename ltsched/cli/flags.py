"""The arguments and flags that several commands share, and what they accept."""

from __future__ import annotations

import math
import os
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any, NamedTuple

import typer
from typer.core import TyperCommand

from ltsched.domain.words.near_miss import did_you_mean
from ltsched.errors import UnwritableOutput
from ltsched.report.charts.drawing import Picture
from ltsched.validation.option.names import SHIPPED

__all__ = [
    "PROCESSORS",
    "Command",
    "DebugFlag",
    "FolderArgument",
    "JsonFlag",
    "OptionFlag",
    "OutFlag",
    "PersonActivity",
    "PlannedFlag",
    "PngFlag",
    "ProcessesFlag",
    "QuietFlag",
    "SeedFlag",
    "StrictFlag",
    "SvgFlag",
    "TimeLimitFlag",
    "TodayFlag",
    "WorkersFlag",
    "known_option",
    "pictures_of",
    "read_day",
    "read_moment",
    "require_year",
    "results_folder",
]

MOST_SECONDS = 7 * 24 * 3600
EARLIEST_YEAR, LATEST_YEAR = 2000, 2100
MOST_PROCESSES = 64
PROCESSORS = min(os.cpu_count() or 1, MOST_PROCESSES)
"""The default of `ProcessesFlag`."""


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


def read_day(given: str | date) -> date:
    """Let through a day such as 2027-01-11, or the default as it stands; anything else is wrong use."""
    if isinstance(given, date):
        return given
    try:
        day = date.fromisoformat(given)
    except ValueError:
        raise typer.BadParameter(f"{given!r} is not a date; expected year-month-day, such as 2027-01-11") from None
    require_year(day)
    return day


def require_year(day: date, flag: str | None = None) -> None:
    """Let through a day of this century; anything else is wrong use."""
    if not EARLIEST_YEAR <= day.year <= LATEST_YEAR:
        raise typer.BadParameter(
            f"{day:%Y-%m-%d} is not in the years {EARLIEST_YEAR} to {LATEST_YEAR}", param_hint=flag
        )


def read_moment(given: str | datetime) -> datetime:
    """Let through a local time such as ``2027-01-11 09:30``, or the default as it stands; else it is wrong use."""
    if isinstance(given, datetime):
        return given
    expected = "expected year-month-day and the time, such as '2027-01-11 09:30'"
    try:
        moment = datetime.fromisoformat(given.strip())
    except ValueError:
        raise typer.BadParameter(f"{given!r} is not a time; {expected}") from None
    if ":" not in given or moment.tzinfo is not None:
        missing = "has no time of day" if ":" not in given else "has an offset, and times are those of the review"
        raise typer.BadParameter(f"{given!r} {missing}; {expected}")
    require_year(moment.date())
    return moment


class PersonActivity(NamedTuple):
    """The two values of a flag that takes the id of a person and that of an activity."""

    person: str
    activity: str


class Command(TyperCommand):
    """A command whose flags of type ``list[PersonActivity]`` take two values each time they are given.

    typer has flags with two values, and flags that may be repeated, but none that are both; what it stands on has.
    """

    def __init__(self, *arguments: Any, **more: Any) -> None:
        super().__init__(*arguments, **more)
        for parameter in self.params:
            taken = getattr(parameter, "type_descriptor", None)
            if getattr(taken, "annotation", None) == list[PersonActivity]:
                parameter.nargs = len(PersonActivity._fields)

    def parse_args(self, context: Any, arguments: list[str]) -> list[str]:
        """Read the command line; a flag is no value of another one."""
        try:
            rest = super().parse_args(context, arguments)
        except typer.TyperException as error:
            flag = getattr(error, "option_name", "")
            if any(flag in each.opts for each in self.params if each.nargs == len(PersonActivity._fields)):
                text = "expected the id of a person and of an activity, such as t3 joint-meeting:1"
                raise typer.BadParameter(text, ctx=context, param_hint=f"'{flag}'") from None
            raise
        for parameter in self.params:
            if parameter.nargs != len(PersonActivity._fields):
                continue
            for pair in context.params.get(parameter.name or "") or ():
                if any(word.startswith("--") for word in pair):
                    found = f"{' '.join(pair)!r} is not a person and an activity"
                    raise typer.BadParameter(found, ctx=context, param_hint=f"'{parameter.opts[0]}'")
        return rest


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
PlannedFlag = Annotated[
    Path | None,
    typer.Option("--out", metavar="FOLDER", help="The folder that `plan` wrote to.", show_default="DIR/out"),
]
ProcessesFlag = Annotated[
    int,
    typer.Option(
        "--processes",
        min=1,
        max=MOST_PROCESSES,
        metavar="NUMBER",
        help="How many plans are made at a time.",
        show_default="as many as there are processors",
    ),
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
    typer.Option("--seed", min=0, max=2**31 - 1, metavar="NUMBER", help="Start the search elsewhere."),
]
WorkersFlag = Annotated[
    int,
    typer.Option(
        "--workers",
        min=1,
        max=64,
        metavar="NUMBER",
        help="How many threads search; one is nearly always fastest.",
    ),
]
ProveFlag = Annotated[
    bool,
    typer.Option("--prove", help="Go on until the preferences (lunch, waiting, trips, balance) are proven, too."),
]
PngFlag = Annotated[bool, typer.Option("--png", help="Write the charts as pictures, too, for documents.")]
SvgFlag = Annotated[bool, typer.Option("--svg", help="The same as drawings that can be enlarged.")]
StrictFlag = Annotated[
    bool,
    typer.Option("--strict", help="Take what is not understood of an entry of a calendar as a mistake."),
]
JsonFlag = Annotated[bool, typer.Option("--json", help="Write the result as JSON, and nothing else, on stdout.")]
QuietFlag = Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no warnings.")]
DebugFlag = Annotated[bool, typer.Option("--debug", help="Show what the program does, and tracebacks.")]


def results_folder(folder: Path, out: Path | None) -> Path:
    """Return where the files go; a place that cannot hold them is wrong use, and better told before the work."""
    from ltsched.library.writing import require_results_folder

    target = folder / "out" if out is None else out
    try:
        require_results_folder(target)
    except UnwritableOutput as error:
        raise typer.BadParameter(str(error), param_hint="'--out'") from None
    return target


def pictures_of(*, png: bool, svg: bool) -> tuple[Picture, ...]:
    """Return the forms in which charts are asked for."""
    forms: tuple[tuple[Picture, bool], ...] = (("png", png), ("svg", svg))
    return tuple(form for form, asked in forms if asked)
