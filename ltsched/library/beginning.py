"""The options that are shipped, and a folder to begin with."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from ltsched.domain.option import Option
from ltsched.domain.review import Settings
from ltsched.domain.words.near_miss import did_you_mean
from ltsched.errors import InvalidReview, Mistake, WrongUse
from ltsched.files.disk import clock
from ltsched.files.review.new_folder import write_new_folder
from ltsched.options import template
from ltsched.options.template import shipped_options

__all__ = ["new", "read_option", "shipped_options"]

MONDAY = 0


def read_option(name: str) -> Option:
    """Return an option as it is, without the changes of any review.

    Parameters
    ----------
    name
        A shipped option, or the path of a ``.toml`` file.

    Raises
    ------
    InvalidReview
        There is no such option, or its file has mistakes.
    """
    path = Path(name)
    own = name.endswith(".toml")
    mistakes: list[Mistake] = []
    option = template.read_option(
        path.name if own else name,
        Settings(),
        folder=path.parent if own else None,
        known_ids=frozenset(),
        mistakes=mistakes,
    )
    if option is None:
        raise InvalidReview(mistakes)
    return option


def new(folder: str | Path, option: str | None = None, *, commissioned: date | None = None) -> tuple[Path, ...]:
    """Make a folder to fill in, with a small review of made-up people, that already runs.

    Parameters
    ----------
    folder
        It must be empty or not there.
    option
        A shipped option; None for the fullest.
    commissioned
        The day on which the review was commissioned; None for next Monday.

    Returns
    -------
    tuple of Path
        The files, in the order in which they were written.

    Raises
    ------
    WrongUse
        `option` is none that is shipped.
    UnwritableOutput
        The folder holds anything, or the disk refuses. What was there is as it was.
    """
    shipped = shipped_options()
    name = shipped[0] if option is None else option
    if name not in shipped:
        hint = did_you_mean(name, shipped)
        raise WrongUse(f"there is no option {name!r}; expected {', '.join(shipped)}. {hint}".rstrip())
    start = next_monday(clock.now().astimezone().date()) if commissioned is None else commissioned
    return write_new_folder(Path(folder), read_option(name), start, shipped)


def next_monday(day: date) -> date:
    """Return the first Monday after `day`."""
    return day + timedelta(days=(MONDAY - day.weekday() - 1) % 7 + 1)
