"""``[stages]``: another order of the stages, and tolerances."""

from __future__ import annotations

from collections.abc import Mapping

from ltsched.domain.review import StageSettings
from ltsched.domain.words.near_miss import did_you_mean
from ltsched.options.table_reader import TableReader
from ltsched.validation.shown import shown

__all__ = ["STAGES", "read_stages"]

STAGES = ("late-days", "missed-attendance", "if-needed", "shape", "finish", "preferences")
MOST_TOLERANCE = 10_000


def read_stages(review: TableReader) -> StageSettings:
    """Read ``[stages]`` of review.toml: ``order``, a list of names, and ``tolerance``, a whole number by name."""
    reader = review.table_at("stages")
    if reader is None:
        return StageSettings()
    order = reader.names("order")
    for number, name in enumerate(order[: len(STAGES) + 1]):
        if name not in STAGES:
            _unknown(reader, "order", name)
        elif name in order[:number]:
            reader.mistake("order", f"{shown(name)} is there twice", "expected each stage once")
    tolerances = _tolerances(reader)
    reader.finish()
    return StageSettings(order, tolerances)


def _tolerances(reader: TableReader) -> Mapping[str, int]:
    table = reader.table_at("tolerance")
    found: dict[str, int] = {}
    for name, value in table.table.items() if table is not None else ():
        if name not in STAGES:
            _unknown(reader, "tolerance", name)
        elif isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= MOST_TOLERANCE:
            expected = f"expected a whole number from 0 to {MOST_TOLERANCE}"
            reader.mistake(f"tolerance.{name}", shown(value), expected)
        else:
            found[name] = value
    return found


def _unknown(reader: TableReader, key: str, name: str) -> None:
    expected = f"expected one of {', '.join(STAGES)}"
    reader.mistake(key, f"unknown stage {shown(name)}", expected, did_you_mean(name, STAGES))
