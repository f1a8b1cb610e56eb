"""Why there is no timetable: values, of which sentences and JSON are made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

__all__ = ["Advice", "Reason"]


@dataclass(frozen=True, slots=True)
class Advice:
    """What would help.

    Parameters
    ----------
    text
        In words: ``add "until" to it``.
    file
        The file of the review in which that would be changed; empty if it is none, or one of several.
    keys
        The keys in it, any of which would help; a dot parts a table from its key. Empty for rows of a table.
    """

    text: str
    file: str = ""
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that keeps a review from having a timetable, or what was found out about it.

    It names no more of anybody's diary than its sentence does.

    Parameters
    ----------
    rule
        The name of the rule, as a broken rule is called: ``diary``, ``quorum``, ``hold``. Besides those there are
        ``capacity`` (the hours of all together), ``lead reviewers`` (they would be in two places at once),
        ``together`` (each alone would fit), ``agenda`` (it would fit without some of it) and ``stopped`` (nobody has
        looked). Empty if it is not known: an older file has only sentences.
    text
        The sentence for people.
    ids
        The activities, people and rooms concerned, activities first; empty if it is about all of them.
    dates
        The days concerned, half-open: from the first until before the second. One day alone has no end; empty means
        no days in particular.
    numbers
        The numbers of the sentence by their names: ``needed``, ``possible``, ``minutes``, ``quorum``.
    cure
        What would help; None if nothing in particular would.
    names
        The same sentence for people to read, with names beside the ids; empty where it has nobody's name.
    """

    rule: str
    text: str
    ids: tuple[str, ...] = ()
    dates: tuple[date, ...] = ()
    numbers: Mapping[str, int] = field(default_factory=dict, hash=False)
    cure: Advice | None = None
    names: str = ""

    @property
    def said(self) -> str:
        """The sentence as people read it: with names, where it has any."""
        return self.names or self.text

    def __str__(self) -> str:
        return self.text
