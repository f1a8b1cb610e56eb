"""What people have settled by hand, from the tables of review.toml."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from ltsched.domain.settled import Settled, WishedWindow
from ltsched.domain.words.near_miss import did_you_mean
from ltsched.errors import Mistake
from ltsched.validation.review.settled import BookingTable, WindowTable
from ltsched.validation.shown import shown

__all__ = ["read_settled", "read_windows"]


def read_settled(
    tables: Sequence[BookingTable], zone: ZoneInfo, rooms: Collection[str] | None, path: str, mistakes: list[Mistake]
) -> tuple[Settled, ...]:
    """Return what the tables say, with their times in `zone`.

    Parameters
    ----------
    tables
        In the order of the file.
    rooms
        The ids of rooms; None if they could not be read.
    path, mistakes
        What is wrong is added to `mistakes`, as mistakes in `path`.
    """
    found = []
    for number, table in enumerate(tables, 1):
        place = f"booking[{number}]"
        if table.room is not None and rooms is not None and table.room not in rooms:
            hint = did_you_mean(table.room, rooms)
            text = f"no room has the id {shown(table.room)}"
            mistakes.append(Mistake(path, f"{place}.room", text, "expected the id of a room", hint))
        start = _moment(table.start, zone, f"{place}.start", path, mistakes)
        day = table.start.date() if isinstance(table.start, datetime) else table.start
        found.append(Settled(table.activity, table.state, day, start, table.room, table.held_by))
    return tuple(found)


def _moment(
    start: date | datetime | None, zone: ZoneInfo, place: str, path: str, mistakes: list[Mistake]
) -> datetime | None:
    """Return a local time in `zone`: the earlier one, if it is there twice; None for a day alone."""
    if not isinstance(start, datetime):
        return None
    moment = start.replace(tzinfo=zone)
    if moment.astimezone(UTC).astimezone(zone).replace(tzinfo=None) != start:
        text = f"there is no {start:%H:%M} on {start:%Y-%m-%d}: the clocks go forward"
        mistakes.append(Mistake(path, place, text, "expected a time that exists"))
    return moment


def read_windows(tables: Sequence[WindowTable]) -> tuple[WishedWindow, ...]:
    """Return what the tables say."""
    return tuple(
        WishedWindow(
            activity=table.activity or "",
            person=table.person or "",
            weekdays=table.days,
            opens=table.opens,
            closes=table.closes,
            first=table.first,
            last=table.last,
        )
        for table in tables
    )
