"""The exceptions of ltsched, as one tree.

Every exception derives from `LtschedError` and carries where it arose as attributes, so that a program can act on it
without reading its text. Outcomes of planning (infeasible, unknown) are values of a result, never exceptions.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

__all__ = [
    "InvalidReview",
    "LtschedError",
    "Mistake",
    "Notice",
    "UnsoundTimetable",
    "UnwritableOutput",
    "WrongUse",
]


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing in the input that cannot be understood, told so that its author can mend it.

    Parameters
    ----------
    path
        The file, relative to the scenario folder.
    where
        The key (``customise.joint-meetings``), column or id; empty if the file as a whole is meant.
    found
        What was found.
    expected
        What would be right.
    hint
        How to go on: a "did you mean", or a next step. May be empty.
    line
        The line in the file, counted from 1; None where the format has no useful lines.
    """

    path: str
    where: str
    found: str
    expected: str
    hint: str = ""
    line: int | None = None

    def __str__(self) -> str:
        place = self.path if self.line is None else f"{self.path}, line {self.line}"
        if self.where:
            place = f"{place}, {self.where}"
        text = f"{place}: {self.found}; {self.expected}" if self.expected else f"{place}: {self.found}"
        if self.hint:
            text = f"{text}. {self.hint}"
        if not text.endswith((".", "?", "!")):
            text = f"{text}."
        # Input must not steer anybody's terminal, and a mistake is one line.
        return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that does not stop the planning and that the user should know: a warning.

    Parameters
    ----------
    text
        One sentence.
    path
        The file it is about, relative to the scenario folder, or empty.
    id
        The person, room or activity it is about, or empty.
    line
        The line in the file, counted from 1; None where it is about more than one, or none.
    private
        Whether it is about somebody's diary: for whoever plans, and for nothing that is handed on.
    """

    text: str
    path: str = ""
    id: str = ""
    line: int | None = None
    private: bool = False

    def __str__(self) -> str:
        return self.text


class LtschedError(Exception):
    """The root of the tree.

    Parameters
    ----------
    message
        One sentence for people.
    path, line, id
        Where it arose; None where that has no meaning.
    """

    def __init__(
        self, message: str, *, path: str | None = None, line: int | None = None, id: str | None = None
    ) -> None:
        super().__init__(message)
        self.path = path
        self.line = line
        self.id = id

    def __reduce__(self) -> tuple[object, ...]:
        # As it is, whatever its own __init__ asks for: it may have arisen in another process.
        return _rebuilt, (type(self), self.args, self.__dict__)


def _rebuilt(kind: type[LtschedError], args: tuple[object, ...], attributes: dict[str, object]) -> LtschedError:
    error = kind.__new__(kind, *args)
    error.args = args
    error.__dict__.update(attributes)
    return error


class InvalidReview(LtschedError):
    """The input has mistakes; `mistakes` has every one of them, in the order of files and lines."""

    def __init__(self, mistakes: Sequence[Mistake]) -> None:
        if not mistakes:
            raise ValueError("an InvalidReview has at least one mistake")
        first = mistakes[0]
        super().__init__("\n".join(map(str, mistakes)), path=first.path, line=first.line, id=first.where or None)
        self.mistakes = tuple(mistakes)


class WrongUse(LtschedError, ValueError):
    """What was asked for cannot be had of this review or this result; nothing was done."""


class UnwritableOutput(LtschedError):
    """A result could not be written; what was there before is as it was."""


class UnsoundTimetable(LtschedError):
    """A timetable failed the independent check: a bug of ltsched, never an output.

    `violations` has one line for each rule that is broken.
    """

    def __init__(self, violations: Sequence[str]) -> None:
        super().__init__("the timetable fails its independent check:\n" + "\n".join(violations))
        self.violations = tuple(violations)
