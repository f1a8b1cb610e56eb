"""Something that a person could do about a review that does not fit: what would be otherwise, and what it costs."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from ltsched.domain.numbers import Setting
from ltsched.domain.review import Review

__all__ = ["Call", "Change", "Edit", "Step"]

Call = Callable[[str], str]
"""What a person, a room or an activity is called: names with ids for people to read, ids alone in files."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One place in the files of a review that would be written otherwise.

    Parameters
    ----------
    file
        The name of the file in the folder of the review.
    key
        The key in it: ``customise.joint-meeting-minutes``, ``hold[1].until``; in a table the id of its row and the
        column, ``t01.essential``; empty for a row that is added.
    before, after
        What stands there, and what would; None for nothing: a key that is not there, or a row that is added or goes.
    """

    file: str
    key: str
    before: Setting | None
    after: Setting | None


class Change(ABC):
    """What would be otherwise about a review; a value. `ltsched.options.steps` makes it to a review."""

    __slots__ = ()

    kinds: ClassVar[tuple[str, ...]] = ()
    """The rows of the costs that changes of this type are of."""

    @property
    @abstractmethod
    def family(self) -> tuple[str, ...]:
        """What it has in common with the same change by another amount, or on another day."""

    @property
    def amount(self) -> object:
        """What tells it apart from others of its family, whatever else it is called."""
        return self

    @property
    def ids(self) -> tuple[str, ...]:
        """The people, rooms and activities that it is about."""
        return ()

    @property
    def freed(self) -> frozenset[str]:
        """Those who come after all, where it is about that; else nobody."""
        return frozenset()

    @property
    def dates(self) -> tuple[date, ...]:
        """The days that it is about, in order."""
        return ()

    def covers(self, other: Change) -> bool:
        """Return whether this does all that `other` does, so that nobody who takes it needs `other`, too."""
        return self == other

    def with_other(self, other: Change) -> Change | None:
        """Return this and `other` as one change, where they can only be written as one; else None."""
        return None

    @abstractmethod
    def edits(self, review: Review) -> tuple[Edit, ...]:
        """Return what would be written where in the files of `review`."""

    @abstractmethod
    def words(self, review: Review, call: Call) -> str:
        """Return what would be otherwise, after "if": ``Anna Smith could come on Tue 2 March 2027, 14:00–17:00``."""


@dataclass(frozen=True, slots=True)
class Step:
    """A change, and what it costs.

    Parameters
    ----------
    kind
        The row of the costs that it is of: ``leave``, ``essential``, ``quorum``.
    change
        What would be otherwise.
    cost
        What that costs; more than 0.
    """

    kind: str
    change: Change
    cost: int
