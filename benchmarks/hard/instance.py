"""An instance as a whole, and its files."""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from .calendars import calendar_files
from .cast import PEOPLE_COLUMNS, Cast, people_rows
from .diaries import Diaries

__all__ = ["Instance"]

Value = int | float | str


@dataclass(slots=True)
class Instance:
    """One instance.

    Parameters
    ----------
    name
        The folder.
    hard
        What is hard about it, in one line.
    verdict
        ``possible`` or ``impossible``.
    customise
        Numbers of the option that are changed.
    more
        What else stands in review.toml.
    closed
        The first and the last day of a stretch in which nothing of the review may be, so that no diary is needed there.
    rooms
        Seats of each room, the biggest first; empty for no rooms.csv.
    in_calendars
        Letters of the ids (l, t, p, f, x) whose diaries are calendars and not rows of busy.csv.
    """

    name: str
    option: str
    hard: str
    verdict: str
    cast: Cast
    commissioned: date
    deadline: date | None = None
    customise: dict[str, Value] = field(default_factory=dict)
    more: str = ""
    closed: tuple[date, date] | None = None
    rooms: tuple[int, ...] = ()
    region: str = "GB-ENG"
    in_calendars: str = ""
    diaries: Diaries = field(init=False)

    def __post_init__(self) -> None:
        self.diaries = Diaries(random.Random(self.name))

    def ids(self, letters: str) -> list[str]:
        """Return the ids that begin with one of `letters`: l, t, p, f, x."""
        return [person.id for person in self.cast.people() if person.id[0] in letters]

    def files(self) -> dict[str, bytes]:
        """Return the files by their path in the folder."""
        rows, apart = list(self.diaries.rows()), self.ids(self.in_calendars)
        people = people_rows(self.cast.people(), self.cast.works, random.Random(f"{self.name}/names"))
        files = {
            "review.toml": self._review().encode(),
            "people.csv": _table(PEOPLE_COLUMNS, people),
            "busy.csv": _table(("id", "start", "end", "level"), [row for row in rows if row[0] not in apart]),
        }
        if self.rooms:
            rooms = [[f"r{number}", f"Room {number}", str(seats)] for number, seats in enumerate(self.rooms, 1)]
            files["rooms.csv"] = _table(("id", "name", "capacity"), rooms)
        weeks = (self.diaries.last - self.commissioned).days // 7
        return files | calendar_files(rows, apart, self.commissioned, weeks)

    def _review(self) -> str:
        lines = [
            f"# {self.hard}",
            f'reference    = "{self.name.upper()}"',
            f'option       = "{self.option}"',
            'kind         = "practice-review"',
            f"commissioned = {self.commissioned}",
            f"today        = {self.commissioned}",
        ]
        if self.deadline:
            lines.append(f"deadline     = {self.deadline}")
        lines += ['timezone     = "Europe/London"', f'region       = "{self.region}"', "", "[organiser]"]
        lines += ['name  = "Review office"', 'email = "reviews@partnership.example"', "", "[family]"]
        lines.append('approach = "conversation"' if self.cast.family else 'approach = "declined"')
        if self.customise:
            lines += ["", "[customise]"]
            lines += [f"{key} = {_toml(value)}" for key, value in self.customise.items()]
        if self.closed:
            first, last = self.closed
            lines += ["", "[[hold]]", 'scope  = "review"', f"from   = {first}", f"until  = {last}"]
            lines.append('reason = "inquest"')
        if self.more:
            lines += ["", self.more.strip()]
        return "\n".join(lines) + "\n"


def _toml(value: Value) -> str:
    return f'"{value}"' if isinstance(value, str) else str(value)


def _table(columns: tuple[str, ...], rows: Iterable[Iterable[str]]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return text.getvalue().encode()
