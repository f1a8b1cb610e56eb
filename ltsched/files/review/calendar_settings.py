"""``[calendars]``: what whole days count as that a calendar shows as free, for all and for single people or rooms."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from ltsched.domain.review import CalendarSettings
from ltsched.domain.words.near_miss import did_you_mean
from ltsched.errors import Mistake
from ltsched.validation.reading import read
from ltsched.validation.review.tables import AllDayFree
from ltsched.validation.shown import shown

__all__ = ["read_calendar_settings"]

WHERE = "calendars"


def read_calendar_settings(
    table: Mapping[str, Any], ids: Collection[str] | None, path: str, mistakes: list[Mistake]
) -> CalendarSettings:
    """Read ``[calendars]`` of review.toml: ``all-day-free``, and the same in a table for one: ``[calendars.t3]``.

    `ids` are those of people and rooms; None if they could not be read, and then any id will do.
    """
    of = {key: value for key, value in table.items() if isinstance(value, dict) or key in (ids or ())}
    for_all = {key: value for key, value in table.items() if key not in of}
    default = read(AllDayFree, for_all, path, mistakes, where=WHERE) or AllDayFree()
    levels = {}
    for id, own in of.items():
        if ids is not None and id not in ids:
            hint, found = did_you_mean(id, ids), f"nobody has the id {shown(id)}"
            mistakes.append(Mistake(path, f"{WHERE}.{id}", found, "expected the id of a person or a room", hint))
        settings = read(AllDayFree, own, path, mistakes, where=f"{WHERE}.{id}")
        if settings is not None and settings.all_day_free is not None:
            levels[id] = settings.all_day_free
    return CalendarSettings(default.all_day_free, levels)
