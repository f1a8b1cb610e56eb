"""``[calendars]``: what whole days count as that a calendar shows as free, for all and for single people or rooms."""

from __future__ import annotations

from collections.abc import Collection

from ltsched.domain.availability import Level
from ltsched.domain.review import CalendarSettings
from ltsched.domain.words.near_miss import did_you_mean
from ltsched.options.table_reader import TableReader
from ltsched.validation.shown import shown

__all__ = ["read_calendar_settings"]

ALL_DAY_FREE = "all-day-free"


def read_calendar_settings(review: TableReader, ids: Collection[str] | None) -> CalendarSettings:
    """Read ``[calendars]`` of review.toml: ``all-day-free``, and the same in a table for one: ``[calendars.t3]``.

    `ids` are those of people and rooms; None if they could not be read, and then any id will do.
    """
    reader = review.table_at("calendars")
    if reader is None:
        return CalendarSettings()
    default = reader.word(ALL_DAY_FREE, Level)
    by_id: dict[str, Level] = {}
    for id in [key for key in reader.table if key != ALL_DAY_FREE]:
        own = reader.table_at(id) if ids is None or id in ids or isinstance(reader.table[id], dict) else None
        if own is None:
            continue
        if ids is not None and id not in ids:
            expected = "expected the id of a person or a room"
            reader.mistake(id, f"nobody has the id {shown(id)}", expected, did_you_mean(id, ids))
        level = own.word(ALL_DAY_FREE, Level)
        own.finish()
        if level is not None:
            by_id[id] = level
    reader.finish()
    return CalendarSettings(default, by_id)
