"""Write a small folder to fill in, that already runs: made-up people, and every key explained."""

from __future__ import annotations

from datetime import date, timedelta
from importlib import resources
from pathlib import Path
from string import Template

from ltsched.domain.option import ForEach, Option
from ltsched.errors import UnwritableOutput
from ltsched.files.disk.atomic import replace_file

__all__ = ["new_folder_files", "write_new_folder"]

WORKING_DAYS_A_WEEK = 5
SLACK_WEEKS = 4
TWO_DAYS = timedelta(days=2)
WEEK = timedelta(weeks=1)
"""So long before the review begins the made-up calendars were written: not after the day on which it is planned."""


def write_new_folder(folder: Path, option: Option, commissioned: date, shipped: tuple[str, ...]) -> tuple[Path, ...]:
    """Write a review of `option`, commissioned on `commissioned`, into `folder`.

    Parameters
    ----------
    shipped
        The names of all options, for the comment that lists them.

    Returns
    -------
    tuple of Path
        The files, in the order in which they were written.

    Raises
    ------
    UnwritableOutput
        The folder is there and holds anything, or the disk refuses. What was there is as it was.
    """
    _require_empty(folder)
    written: list[Path] = []
    try:
        for name, text in new_folder_files(option, commissioned, shipped).items():
            replace_file(folder / name, text.encode())
            written.append(folder / name)
    except UnwritableOutput:
        for path in written:
            path.unlink(missing_ok=True)
        raise
    return tuple(written)


def _require_empty(folder: Path) -> None:
    try:
        if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
            raise UnwritableOutput(f"{folder} is there already and is not a folder; choose another name")
        if folder.is_dir() and any(folder.iterdir()):
            raise UnwritableOutput(f"{folder} is not empty; choose a folder that is not there yet")
    except OSError as error:
        raise UnwritableOutput(f"cannot use {folder}: {error.strerror}", path=str(folder)) from error


def new_folder_files(option: Option, commissioned: date, shipped: tuple[str, ...]) -> dict[str, str]:
    """Return the files of the folder: their names, relative to it, and their texts."""
    repeated = {template.for_each for template in option.templates}
    audits, focused = ForEach.AUDIT in repeated, ForEach.FOCUSED_REVIEW in repeated
    ranks = {f"rank{rank}": str(rank) if ForEach.KEY_STAFF in repeated else "" for rank in range(1, 5)}
    stages = (_text("audits.toml") if audits else "") + (_text("focused_reviews.toml") if focused else "")
    review = _filled(
        "review.toml",
        reference=f"LT-{commissioned:%Y}-01",
        option=option.name,
        options=", ".join(shipped),
        commissioned=commissioned.isoformat(),
        deadline=_deadline(option, commissioned).isoformat(),
        customise="".join(_customise_line(option, name) for name in option.numbers if name not in option.unused),
        hold_from=(commissioned + timedelta(weeks=7)).isoformat(),
        hold_until=(commissioned + timedelta(weeks=8, days=4)).isoformat(),
        settled=f"{option.templates[0].prefix}",
        agreed_at=f"{_first_monday(option, commissioned) + timedelta(weeks=2)}T10:00:00",
        stages=stages,
    )
    first = _first_monday(option, commissioned)
    training = first + timedelta(weeks=4)
    return {
        "review.toml": review.rstrip("\n") + "\n",
        "people.csv": _filled("people.csv", **ranks) + (_text("auditors.csv") if audits else ""),
        "rooms.csv": _text("rooms.csv"),
        "busy.csv": _filled("busy.csv", **_weekdays(first, 1), **_weekdays(first, 2)),
        "calendars/l1.ics": _calendar("l1.ics", commissioned, day=first + timedelta(weeks=1)),
        "calendars/t2.ics": _calendar("t2.ics", commissioned, day=first, leave=training, back=training + TWO_DAYS),
    }


def _first_monday(option: Option, commissioned: date) -> date:
    """Return the Monday of the week in which the lead-in ends."""
    starts = commissioned + timedelta(weeks=option.whole("lead-in-weeks"))
    return starts - timedelta(days=starts.weekday())


def _deadline(option: Option, commissioned: date) -> date:
    """Return a day that the option can meet with some weeks to spare."""
    numbers = ("draft-report-working-days", "comments-working-days")
    report_weeks = -(-sum(option.whole(name) for name in numbers) // WORKING_DAYS_A_WEEK)
    weeks = option.whole("lead-in-weeks") + option.whole("span-weeks") + option.whole("findings-most-weeks")
    return commissioned + timedelta(weeks=weeks + report_weeks + SLACK_WEEKS)


def _customise_line(option: Option, name: str) -> str:
    value = option.numbers[name]
    written = f'"{value}"' if isinstance(value, str) else str(value)
    number = option.about(name)
    told = number.meaning if number.unit in ("number", "choice") else f"{number.unit}: {number.meaning}"
    return f"# {f'{name} = {written}':<41} # {told}\n"


def _weekdays(monday: date, week: int) -> dict[str, str]:
    start = monday + timedelta(weeks=week - 1)
    names = ("monday", "tuesday", "wednesday", "thursday", "friday")
    return {f"{name}{week}": (start + timedelta(days=index)).isoformat() for index, name in enumerate(names)}


def _calendar(name: str, commissioned: date, **days: date) -> str:
    text = _filled(name, stamp=f"{commissioned - WEEK:%Y%m%d}", **{key: f"{day:%Y%m%d}" for key, day in days.items()})
    return text.replace("\n", "\r\n")


def _filled(name: str, **values: str) -> str:
    return Template(_text(name)).substitute(values)


def _text(name: str) -> str:
    return resources.files("ltsched.files.review").joinpath("example", name).read_text(encoding="utf-8")
