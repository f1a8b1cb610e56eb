"""How important each activity of a review is, where not all of them fit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from ltsched.domain.option import Kind
from ltsched.domain.people import Person

if TYPE_CHECKING:
    from ltsched.domain.activities import Activity

__all__ = ["MOST_IMPORTANCE", "RANK", "ImportanceRow", "importance_of", "importance_rows", "usual_importance"]

MOST_IMPORTANCE = 100_000
"""The most that a review may count one activity."""

RANK = "each-rank"
"""The row by which a conversation counts less for each rank."""


@dataclass(frozen=True, slots=True)
class ImportanceRow:
    """One row of the table.

    Parameters
    ----------
    name
        What it is called in ``[importance]``: a kind of activity, or `RANK`.
    weight
        What one activity of the kind counts; more than 0.
    what
        What that is: ``a joint meeting of the review team and the case group``.
    """

    name: str
    weight: int
    what: str


@cache
def importance_rows() -> Mapping[str, ImportanceRow]:
    """Return every row by its name, in the order of the table, ``importance.toml`` beside the options."""
    import tomllib
    from importlib import resources

    text = resources.files("ltsched").joinpath("options", "importance.toml").read_text(encoding="utf-8")
    return MappingProxyType({name: _row(name, table) for name, table in tomllib.loads(text).items()})


def _row(name: str, table: Mapping[str, object]) -> ImportanceRow:
    weight = table["weight"]
    if not isinstance(weight, int):
        raise TypeError(f"importance.toml: {name} is no row")
    return ImportanceRow(name, weight, str(table["what"]))


def usual_importance() -> dict[str, int]:
    """Return the weight of each row by its name."""
    return {name: row.weight for name, row in importance_rows().items()}


def importance_of(activity: Activity, people: Iterable[Person], weights: Mapping[str, int]) -> int:
    """Return what `activity` counts, at least 1: by its kind, a conversation less for each rank after the first.

    Somebody without a rank comes after all who have one; where nobody has one, all count the same.
    """
    weight = weights[activity.kind]
    if activity.kind is not Kind.CONVERSATION:
        return weight
    ranks = {person.id: person.conversation_rank for person in people}
    own = [ranks[id] for id in activity.must if id in ranks]
    known = [rank for rank in ranks.values() if rank is not None]
    rank = min((one for one in own if one is not None), default=max(known, default=0) + 1)
    return max(1, weight - weights[RANK] * (rank - 1))
