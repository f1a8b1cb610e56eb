"""Take values out of a TOML table one by one; what is wrong, missing or left over becomes a mistake."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, TypeVar

from ltsched.domain.numbers import NUMBERS, Setting
from ltsched.domain.words.near_miss import did_you_mean
from ltsched.errors import Mistake
from ltsched.validation.shown import shown

__all__ = ["TableReader"]

Word = TypeVar("Word", bound=StrEnum)


class TableReader:
    """Read the keys of one table.

    Parameters
    ----------
    table
        The table as tomllib gives it.
    path, where
        The file, and the place in it: ``activity "set-up"``.
    numbers
        What a number's name stands for.
    mistakes
        Where mistakes are added.
    used
        Where the names of the numbers that were looked up are added.
    """

    def __init__(
        self,
        table: Mapping[str, Any],
        path: str,
        where: str,
        numbers: Mapping[str, Setting],
        mistakes: list[Mistake],
        used: set[str],
    ) -> None:
        self.table = table
        self.path = path
        self.where = where
        self.numbers = numbers
        self.mistakes = mistakes
        self.used = used
        self.known: set[str] = set()

    def mistake(self, key: str, found: str, expected: str, hint: str = "") -> None:
        """Add a mistake about `key`; an empty key means the table as a whole."""
        place = ".".join(part for part in (self.where, key) if part)
        self.mistakes.append(Mistake(self.path, place, found, expected, hint))

    def _take(self, key: str) -> Any:
        self.known.add(key)
        return self.table.get(key)

    def text(self, key: str, default: str | None = None) -> str:
        """Return a text without line breaks; a missing one without a default is a mistake."""
        value = self._take(key)
        if value is None and default is not None:
            return default
        if value is None:
            self.mistake(key, "missing", "expected a text")
        elif not isinstance(value, str) or not value.strip() or not value.isprintable():
            self.mistake(key, shown(value), "expected a text on one line")
        else:
            return value.strip()
        return default or ""

    def names(self, key: str) -> tuple[str, ...]:
        """Return a list of texts; a single text counts as a list of one, a missing key as an empty one."""
        value = self._take(key)
        if value is None:
            return ()
        values = [value] if isinstance(value, str) else value
        if isinstance(values, list) and all(isinstance(item, str) for item in values):
            return tuple(values)
        self.mistake(key, shown(value), "expected a list of texts")
        return ()

    def word(self, key: str, words: type[Word], default: Word | None = None) -> Word | None:
        """Return one of `words`."""
        value = self._take(key)
        if value is None:
            return default
        if isinstance(value, str) and value in list(words):
            return words(value)
        options = ", ".join(words)
        hint = did_you_mean(value, list(words)) if isinstance(value, str) else ""
        self.mistake(key, shown(value), f"expected one of {options}", hint)
        return default

    def flag(self, key: str, default: bool = False) -> bool:
        """Return true or false."""
        value = self._take(key)
        if value is None or isinstance(value, bool):
            return bool(default if value is None else value)
        self.mistake(key, shown(value), "expected true or false")
        return default

    def setting(self, key: str) -> Setting | None:
        """Return a number, or what the name of a number stands for; None if the key is missing."""
        value = self._take(key)
        if isinstance(value, str) and value in self.numbers:
            self.used.add(value)
            return self.numbers[value]
        if value is None or (isinstance(value, (int, float, str)) and not isinstance(value, bool)):
            return value
        self.mistake(key, shown(value), "expected a number or the name of one")
        return None

    def whole(self, key: str, default: int | None = None, least: int = 0, most: int = 1000) -> int | None:
        """Return a whole number from `least` to `most`, both allowed."""
        value = self.setting(key)
        if value is None:
            return default
        if isinstance(value, int) and least <= value <= most:
            return value
        expected = f"expected a whole number from {least} to {most}, or the name of one"
        self.mistake(key, shown(value), expected, did_you_mean(value, NUMBERS) if isinstance(value, str) else "")
        return default

    def share(self, key: str, default: float = 0.0) -> float:
        """Return a share from 0 to 1."""
        value = self.setting(key)
        if value is None:
            return default
        if isinstance(value, (int, float)) and 0 <= value <= 1:
            return float(value)
        hint = did_you_mean(value, NUMBERS) if isinstance(value, str) else ""
        self.mistake(key, shown(value), "expected a share from 0 to 1, or the name of one", hint)
        return default

    def table_at(self, key: str) -> TableReader | None:
        """Return a reader of the table at `key`; None if there is none."""
        value = self._take(key)
        if value is None:
            return None
        if not isinstance(value, Mapping):
            self.mistake(key, shown(value), "expected a table")
            return None
        return self.reader(value, f"{self.where}.{key}" if self.where else key)

    def tables_at(self, key: str) -> list[TableReader]:
        """Return a reader for each table of the array at `key`."""
        value = self._take(key)
        if value is None:
            return []
        if not isinstance(value, list) or not all(isinstance(item, Mapping) for item in value):
            self.mistake(key, shown(value), f"expected tables, each under [[{key}]]")
            return []
        return [self.reader(item, f"{key}[{number}]") for number, item in enumerate(value, 1)]

    def reader(self, table: Mapping[str, Any], where: str) -> TableReader:
        """Return a reader of another table of the same file."""
        return TableReader(table, self.path, where, self.numbers, self.mistakes, self.used)

    def finish(self) -> None:
        """Add a mistake for each key that nobody asked for."""
        for key in self.table:
            if key not in self.known:
                expected = f"expected one of {', '.join(sorted(self.known))}"
                self.mistake(key, "unknown key", expected, did_you_mean(key, self.known))
