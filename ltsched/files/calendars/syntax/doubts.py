"""What cannot be understood in a calendar, and what was assumed instead."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ltsched.domain.words.wording import day_text

__all__ = ["Doubt", "Hostile", "NotUnderstood"]


class NotUnderstood(Exception):
    """Something in a calendar that cannot be understood, in the words of a `Mistake`.

    `line` is None where the part that is being read tells the line.
    """

    def __init__(self, where: str, found: str, expected: str, hint: str = "", line: int | None = None) -> None:
        super().__init__(f"{where}: {found}; {expected}")
        self.where = where
        self.found = found
        self.expected = expected
        self.hint = hint
        self.line = line


class Hostile(NotUnderstood):
    """Something so large that no calendar of a person has it."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something in one entry that was not understood as it stands, and does not stop the review.

    Parameters
    ----------
    where
        The property; empty for the entry as a whole.
    found
        What was found.
    assumed
        What was made of it.
    line
        Where the entry begins in the file.
    day
        The day that it is about; None where that is not known.
    """

    where: str
    found: str
    assumed: str
    line: int = 0
    day: date | None = None

    @property
    def text(self) -> str:
        """Say what was found and what was made of it, with the day where it is known."""
        day = f" ({day_text(self.day)})" if self.day is not None else ""
        return f"{self.where or 'this entry'}{day}: {self.found}; {self.assumed}"
