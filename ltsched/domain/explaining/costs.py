"""What it costs to do something about a review that does not fit, by kinds of absences and of steps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

__all__ = ["MOST_COST", "CostRow", "cost_rows", "usual_costs"]

MOST_COST = 10_000
"""The most that a review may let one unit cost."""


@dataclass(frozen=True, slots=True)
class CostRow:
    """One kind of absence, or of step.

    Parameters
    ----------
    name
        What it is called in ``[costs]``: ``leave``, ``quorum``.
    cost
        What one unit of it usually costs; more than 0.
    unit
        What one unit is: ``half a day of somebody who is on leave``.
    words
        How it is said: ``on leave``.
    told_by
        Words, or several after one another, by which a note is known to be about it, in small letters; none for what
        no note tells.
    """

    name: str
    cost: int
    unit: str
    words: str
    told_by: tuple[str, ...] = ()


@cache
def cost_rows() -> Mapping[str, CostRow]:
    """Return every row by its name, in the order of the table, ``costs.toml`` beside the options.

    The table is data of this package, as bank holidays are of another: a review that is made in a program has it, too.
    """
    import tomllib
    from importlib import resources

    text = resources.files("ltsched").joinpath("options", "costs.toml").read_text(encoding="utf-8")
    return MappingProxyType({name: _row(name, table) for name, table in tomllib.loads(text).items()})


def _row(name: str, table: Mapping[str, object]) -> CostRow:
    cost, words = table["cost"], table.get("told-by", ())
    if not isinstance(cost, int) or not isinstance(words, Iterable):
        raise TypeError(f"costs.toml: {name} is no row")
    return CostRow(name, cost, str(table["unit"]), str(table["words"]), tuple(map(str, words)))


def usual_costs() -> dict[str, int]:
    """Return what one unit of each row usually costs, by its name."""
    return {name: row.cost for name, row in cost_rows().items()}
