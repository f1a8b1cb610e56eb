"""``[[hold]]``: stretches in which something may not happen."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

from ltsched.domain.review import Hold, HoldScope
from ltsched.domain.words.near_miss import did_you_mean
from ltsched.files.disk.toml_file import read_day, read_tables
from ltsched.options.table_reader import TableReader
from ltsched.validation.shown import shown

__all__ = ["read_holds"]

WITH_TARGET = frozenset({HoldScope.ACTIVITY, HoldScope.PERSON})
EXPECTED_SCOPE = 'expected "review", "publication", "activity:<id>" or "person:<id>"'
# So far from the commissioning a date is a slip of the pen, and would make the calendars endless.
FARTHEST = timedelta(days=10 * 366)


def read_holds(review: TableReader, person_ids: Collection[str] | None, commissioned: date | None) -> tuple[Hold, ...]:
    """Read every ``[[hold]]`` of review.toml.

    Parameters
    ----------
    review
        The whole file.
    person_ids
        Whom ``person:<id>`` may name; None if that is not known. What ``activity:<id>`` names depends on the option
        and is checked in planning.
    commissioned
        Dates must lie within ten years of it.
    """
    holds = [_hold(reader, person_ids, commissioned) for reader in read_tables(review, "hold")]
    return tuple(hold for hold in holds if hold is not None)


def _hold(reader: TableReader, person_ids: Collection[str] | None, commissioned: date | None) -> Hold | None:
    before = len(reader.mistakes)
    scope = _scope(reader, person_ids)
    first, last = read_day(reader, "from", needed=True), read_day(reader, "until")
    reason = reader.text("reason", "") if reader.table.get("reason") != "" else ""
    reader.known.add("reason")
    for key, day in (("from", first), ("until", last)):
        if day is not None and commissioned is not None and abs(day - commissioned) > FARTHEST:
            reader.mistake(key, shown(day), f"expected a date within ten years of the commissioning, {commissioned}")
    if first is not None and last is not None and last < first:
        reader.mistake("until", f"{last} is before {first}", "expected the last day held, or no until for an open end")
    reader.finish()
    if scope is None or first is None or len(reader.mistakes) > before:
        return None
    return Hold(scope[0], scope[1], first, last, reason)


def _scope(reader: TableReader, person_ids: Collection[str] | None) -> tuple[HoldScope, str] | None:
    reader.known.add("scope")
    value = reader.table.get("scope")
    if not isinstance(value, str):
        reader.mistake("scope", "missing" if value is None else shown(value), EXPECTED_SCOPE)
        return None
    word, colon, target = (part.strip() for part in value.partition(":"))
    if word not in list(HoldScope):
        reader.mistake("scope", shown(value), EXPECTED_SCOPE, did_you_mean(word, list(HoldScope)))
        return None
    scope = HoldScope(word)
    if (scope in WITH_TARGET) != bool(target) or (bool(colon) and scope not in WITH_TARGET):
        reader.mistake("scope", shown(value), EXPECTED_SCOPE)
        return None
    if scope is HoldScope.PERSON and person_ids is not None and target not in person_ids:
        hint = did_you_mean(target, person_ids)
        reader.mistake("scope", f"nobody has the id {shown(target)}", "expected the id of a person", hint)
        return None
    return scope, target
