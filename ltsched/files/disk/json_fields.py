"""Read the fields of a JSON document, and tell every one that is not what it should be."""

from __future__ import annotations

import json
import math
from collections.abc import Collection, Iterator, Mapping
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from ltsched.domain.words.near_miss import did_you_mean
from ltsched.errors import InvalidReview, Mistake

__all__ = ["Field", "Fields", "read_document"]

Word = TypeVar("Word", bound=StrEnum)
LONGEST_SHOWN = 60
YEARS = range(1900, 2200)
"""Times outside of these years are mistakes: at the edges of the calendar, no zone can be put to them."""


def read_document(path: Path, what: str, number: int, hint: str = "") -> Field:
    """Return the JSON document in the file `path` as a field.

    Parameters
    ----------
    path
        The file; mistakes name it without its folder.
    what
        What it should be, for the mistakes: ``a timetable``.
    number
        Its key ``format``; a document with another one may mean something else, and is refused.
    hint
        How to go on where it is no such document.

    Raises
    ------
    InvalidReview
        The file cannot be read, is no such document, or is of another format.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        found = f"cannot be read: {error.strerror or error}"
        raise InvalidReview([Mistake(path.name, "", found, f"expected {what}", hint)]) from error
    document = _parsed(data, path.name, what, hint)
    if not isinstance(document.value, dict) or "format" not in document.value:
        raise InvalidReview([Mistake(path.name, "", f"not {what}", f"expected {what} of ltsched", hint)])
    found_number = document.value["format"]
    if isinstance(found_number, bool) or found_number != number:
        field = Field(found_number, "format", path.name, document.mistakes)
        field.wrong(f"expected {number}, the format that this version of ltsched knows", "Use a newer version")
        document.check()
    return document


def _parsed(data: bytes, path: str, what: str, hint: str) -> Field:
    """Return the JSON document `data` of the file `path` as a field.

    Raises
    ------
    InvalidReview
        It is not UTF-8 or not JSON; the mistake names the line. NaN and infinities are not JSON.
    """
    expected = f"expected {what} of ltsched"
    try:
        return Field(json.loads(data.decode("utf-8-sig"), parse_constant=_refuse), "", path, [])
    except json.JSONDecodeError as error:
        mistake = Mistake(path, "", f"not JSON: {error.msg}", expected, hint, error.lineno)
    except (ValueError, RecursionError) as error:
        reason = "it is not UTF-8" if isinstance(error, UnicodeDecodeError) else str(error)
        mistake = Mistake(path, "", f"not JSON: {reason}", expected, hint)
    raise InvalidReview([mistake])


def _refuse(word: str) -> float:
    raise ValueError(f"{word} is no number")


class Field:
    """One value of a document, with its place in it.

    Each method returns the value as what it should be. If it is something else, the mistake is added to `mistakes`,
    which all fields of a document share, and a stand-in is returned: call `check` at the end.
    """

    def __init__(self, value: object, where: str, path: str, mistakes: list[Mistake]) -> None:
        self.value = value
        self.where = where
        self.path = path
        self.mistakes = mistakes

    def check(self) -> None:
        """Raise InvalidReview if any field of the document was wrong."""
        if self.mistakes:
            raise InvalidReview(self.mistakes)

    def wrong(self, expected: str, hint: str = "") -> None:
        """Add the mistake that this value is not what was `expected`."""
        shown = json.dumps(self.value, ensure_ascii=True)
        if len(shown) > LONGEST_SHOWN:
            shown = f"{shown[:LONGEST_SHOWN]}…"
        self.mistakes.append(Mistake(self.path, self.where, shown, expected, hint))

    def text(self) -> str:
        """Return a text."""
        if isinstance(self.value, str):
            try:
                self.value.encode()
            except UnicodeEncodeError:  # Half of a surrogate pair: no file could hold it.
                self.wrong("expected a text of whole characters")
                return ""
            return self.value
        self.wrong("expected a text")
        return ""

    def text_or_none(self) -> str | None:
        """Return a text, or None for null."""
        return None if self.value is None else self.text()

    def count(self) -> int:
        """Return a whole number that is not below 0."""
        found = self.whole()
        if found < 0:
            self.wrong("expected a whole number from 0 on")
        return found

    def count_or_none(self) -> int | None:
        """Return a whole number that is not below 0, or None for null."""
        return None if self.value is None else self.count()

    def whole(self) -> int:
        """Return a whole number."""
        if isinstance(self.value, int) and not isinstance(self.value, bool):
            return self.value
        self.wrong("expected a whole number")
        return 0

    def number(self) -> float:
        """Return a number, whole or not."""
        if isinstance(self.value, (int, float)) and not isinstance(self.value, bool) and math.isfinite(self.value):
            return self.value
        self.wrong("expected a number")
        return 0

    def yes_or_no(self) -> bool:
        """Return true or false."""
        if not isinstance(self.value, bool):
            self.wrong("expected true or false")
        return self.value is True

    def day(self) -> date:
        """Return a date such as 2027-03-01."""
        try:
            return date.fromisoformat(self.value if isinstance(self.value, str) else "")
        except ValueError:
            self.wrong("expected a date such as 2027-03-01")
            return date.min

    def moment(self) -> datetime:
        """Return a time with its offset, such as 2027-03-01T10:00+00:00."""
        try:
            found = datetime.fromisoformat(self.value if isinstance(self.value, str) else "")
        except ValueError:
            found = datetime.min
        if found.tzinfo is None or found.year not in YEARS:
            self.wrong("expected a time with its offset, such as 2027-03-01T10:00+00:00")
        return found

    def moment_or_none(self) -> datetime | None:
        """Return a time with its offset, or None for null."""
        return None if self.value is None else self.moment()

    def word(self, words: type[Word]) -> Word:
        """Return one of `words`."""
        for word in words:
            if word == self.value:
                return word
        hint = did_you_mean(self.value, words) if isinstance(self.value, str) else ""
        self.wrong(f"expected one of {', '.join(words)}", hint)
        return next(iter(words))

    def items(self) -> Iterator[Field]:
        """Yield the items of a list."""
        if not isinstance(self.value, list):
            self.wrong("expected a list")
            return
        for number, item in enumerate(self.value, 1):
            yield Field(item, f"{self.where}[{number}]", self.path, self.mistakes)

    def texts(self) -> tuple[str, ...]:
        """Return a list of texts."""
        return tuple(item.text() for item in self.items())

    def numbers(self) -> dict[str, float]:
        """Return an object whose values are numbers, whatever its keys."""
        return {name: field.number() for name, field in self._members().items()}

    def numbers_by(self, words: type[Word]) -> dict[Word, float]:
        """Return an object whose keys are some of `words` and whose values are numbers."""
        found: dict[Word, float] = {}
        for name, field in self._members().items():
            word = next((word for word in words if word == name), None)
            if word is None:
                self._about(name, "this key is not known", did_you_mean(name, words))
            else:
                found[word] = field.number()
        return found

    def fields(self, *names: str, optional: Collection[str] = ()) -> Fields:
        """Return an object that has the keys `names` and no others; missing and unknown keys are mistakes.

        Those that are `optional` may be there, or not, and are read as null then.
        """
        members = self._members()
        if isinstance(self.value, dict):
            for name in members:
                if name not in names and name not in optional:
                    self._about(name, "this key is not known", did_you_mean(name, (*names, *optional)))
            for name in names:
                if name not in members:
                    self._about(name, "this key is missing", "")
        return Fields(members)

    def _about(self, name: str, text: str, hint: str) -> None:
        where = f"{self.where}.{name}" if self.where else name
        self.mistakes.append(Mistake(self.path, where, text, "", hint))

    def _members(self) -> dict[str, Field]:
        if not isinstance(self.value, dict):
            self.wrong("expected an object")
            return {}
        prefix = f"{self.where}." if self.where else ""
        return {name: Field(value, f"{prefix}{name}", self.path, self.mistakes) for name, value in self.value.items()}


class Fields:
    """The members of an object; one that is missing is optional or has been told, and is read as a stand-in."""

    def __init__(self, members: Mapping[str, Field]) -> None:
        self._members = members

    def __getitem__(self, name: str) -> Field:
        return self._members.get(name) or Field(None, name, "", [])
