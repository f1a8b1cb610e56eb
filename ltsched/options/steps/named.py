"""Where each number of an option is said: its name in ``[customise]``, or the table that says it itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ltsched.domain.explaining.changes.number_set import ACTIVITY, ORDER, NumberPlace
from ltsched.domain.numbers import Setting
from ltsched.domain.review import Review
from ltsched.domain.words.file_names import REVIEW_FILE
from ltsched.errors import Mistake
from ltsched.options.changes.read_again import option_file
from ltsched.options.source import Source, Table, load

__all__ = ["OrderNumbers", "Said", "SaidNumbers", "said_numbers"]

LAG_KEYS = ("least-working-days", "most-working-days", "least-weeks", "most-weeks")


@dataclass(frozen=True, slots=True)
class Said:
    """A number: where it is said, and what it is."""

    place: NumberPlace
    value: Setting

    @property
    def whole(self) -> int:
        """It as a whole number; 0 where it is none."""
        return self.value if isinstance(self.value, int) else 0


@dataclass(frozen=True, slots=True)
class OrderNumbers:
    """The lags of an order between some templates, by their keys."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    lags: dict[str, Said]


@dataclass(frozen=True, slots=True)
class SaidNumbers:
    """The numbers of an option.

    Parameters
    ----------
    activities
        For each template what it says, by the keys of its table; ``panel.size`` for what its panel says.
    orders
        The orders that have lags.
    shape
        What the shape says, by its keys.
    """

    activities: dict[str, dict[str, Said]]
    orders: tuple[OrderNumbers, ...]
    shape: dict[str, Said]

    def of(self, template: str, key: str) -> Said | None:
        """Return the number that a template has under `key`; None for none."""
        return self.activities.get(template, {}).get(key)


def said_numbers(review: Review) -> SaidNumbers:
    """Return where the numbers of the option of `review` are said, as far as review.toml can say them otherwise."""
    source, mistakes = Source(), list[Mistake]()
    if not load(option_file(review), source, review.folder, mistakes):
        return SaidNumbers({}, (), {})
    source.change_numbers(REVIEW_FILE, "customise", review.settings.customise, mistakes)
    source.add_activities(REVIEW_FILE, review.settings.activities, mistakes)
    source.add_orders(REVIEW_FILE, review.settings.orders)
    return SaidNumbers(
        {id: dict(_of_activity(id, table, source)) for id, table in source.activities.items()},
        tuple(_of_orders(source)),
        {} if source.shape is None else dict(_named(source.shape, source)),
    )


def _of_activity(id: str, table: Table, source: Source) -> Iterator[tuple[str, Said]]:
    """Yield each number of an activity; a plain one is said in a table of review.toml with its id."""
    yield from _named(table, source)
    for key, value in table.values.items():
        if isinstance(value, int | float) and not isinstance(value, bool):
            yield key, Said(NumberPlace(key, ACTIVITY, id), value)
    panel = table.values.get("panel")
    if isinstance(panel, dict):
        for key, value in _named(Table(table.path, table.where, panel), source):
            yield f"panel.{key}", value


def _of_orders(source: Source) -> Iterator[OrderNumbers]:
    number = 0
    for table in source.orders:
        own = table.path == REVIEW_FILE
        number += own
        lags = {key: said for key, said in _named(table, source) if key in LAG_KEYS}
        for key in LAG_KEYS:
            value = table.values.get(key)
            if own and isinstance(value, int) and not isinstance(value, bool):
                lags[key] = Said(NumberPlace(key, ORDER, str(number)), value)
        if lags:
            yield OrderNumbers(_names(table, "before"), _names(table, "after"), lags)


def _names(table: Table, key: str) -> tuple[str, ...]:
    value = table.values.get(key, ())
    return (value,) if isinstance(value, str) else tuple(value)


def _named(table: Table, source: Source) -> Iterator[tuple[str, Said]]:
    """Yield what is said by the name of a number."""
    for key, value in table.values.items():
        if isinstance(value, str) and value in source.numbers and key not in ("id", "kind", "title", "ids", "then"):
            yield key, Said(NumberPlace(value), source.numbers[value])
