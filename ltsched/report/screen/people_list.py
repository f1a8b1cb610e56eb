"""People, each with a list: what they miss, what they have not answered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from rich.table import Table

from ltsched.domain.review import Review
from ltsched.domain.words.wording import harmless
from ltsched.report.screen.layout import cell, plain_table

__all__ = ["on_day", "people_list"]


def people_list(lists: Mapping[str, Sequence[str]] | Iterable[tuple[str, Sequence[str]]], review: Review) -> Table:
    """Return a row for each person: id, name, and what stands in the list of that id."""
    names = {person.id: person.name for person in review.people}
    table = plain_table("", "", "")
    for id, texts in dict(lists).items():
        table.add_row(cell(harmless(id)), cell(harmless(names.get(id, ""))), cell(", ".join(texts)))
    return table


def on_day(what: str, day: date) -> str:
    """Return ``Joint meeting 1 (6 Apr)``."""
    return f"{what} ({day.day} {day:%b})"
