"""The tables of an option and of all that it is based on, out of their files and put together."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path
from typing import Any

from ltsched.domain.numbers import NUMBERS, Number, Setting, accepts, expected_of
from ltsched.domain.words.file_names import REVIEW_FILE
from ltsched.domain.words.near_miss import did_you_mean
from ltsched.errors import Mistake
from ltsched.validation.option.document import NumberTable, OptionDocument
from ltsched.validation.option.names import COMMON, SHIPPED
from ltsched.validation.reading import read, read_sound
from ltsched.validation.shown import shown

__all__ = ["REVIEW_FILE", "Source", "Table", "load"]

DEEPEST = 5
LARGEST_FILE_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class Table:
    """A table as it was read from the file `path`, with its place in it: ``activity "set-up"``."""

    path: str
    where: str
    values: Mapping[str, Any]


@dataclass(slots=True)
class Source:
    """The tables of an option and of all that it is based on, not yet understood.

    Parameters
    ----------
    heads
        Title, summary and fullness.
    numbers, own_numbers
        Every number by its name, and what is known of those that these files declare.
    activities, orders, shape, milestones
        The tables; activities and milestones by their ids.
    dropped
        The activities that the option does without.
    stated
        The numbers and activities of which the source of the option states what they are.
    """

    heads: dict[str, Any] = field(default_factory=dict)
    numbers: dict[str, Setting] = field(default_factory=dict)
    own_numbers: dict[str, Number] = field(default_factory=dict)
    activities: dict[str, Table] = field(default_factory=dict)
    orders: list[Table] = field(default_factory=list)
    shape: Table | None = None
    milestones: dict[str, Table] = field(default_factory=dict)
    dropped: set[str] = field(default_factory=set)
    stated: set[str] = field(default_factory=set)

    def add_activities(self, path: str, tables: Iterable[Mapping[str, Any]], mistakes: list[Mistake]) -> None:
        """Add activities, or change the keys of those that are there already."""
        for number, table in enumerate(tables, 1):
            id = table.get("id")
            if not isinstance(id, str):
                found = "missing" if id is None else shown(id)
                mistakes.append(Mistake(path, f"activity[{number}].id", found, "expected a text on one line"))
                continue
            id = id.strip()
            before = self.activities[id].values if id in self.activities else {}
            self.activities[id] = Table(path, f'activity "{id}"', {**before, **table})
            self.dropped.discard(id)

    def add_orders(self, path: str, tables: Iterable[Mapping[str, Any]]) -> None:
        """Add orders."""
        self.orders += [Table(path, f"order[{number}]", table) for number, table in enumerate(tables, 1)]

    def change_numbers(self, path: str, where: str, changes: Mapping[str, Any], mistakes: list[Mistake]) -> None:
        """Set numbers that are known, of every option or of these files, to what `changes` at `where` say."""
        known = {**NUMBERS, **self.own_numbers}
        for name, value in changes.items():
            if name not in known:
                expected = "expected the name of a number (`ltsched options full` lists them)"
                if where == "numbers":
                    expected = f"{expected}, or one that is declared under [[number]]"
                mistakes.append(Mistake(path, f"{where}.{name}", "unknown key", expected, did_you_mean(name, known)))
            elif not accepts(known[name], value):
                mistakes.append(Mistake(path, f"{where}.{name}", shown(value), expected_of(known[name])))
            else:
                self.numbers[name] = value

    def _declare_numbers(self, path: str, tables: Iterable[Mapping[str, Any]], mistakes: list[Mistake]) -> None:
        for number, table in enumerate(tables, 1):
            where = f"number[{number}]"
            found = read(NumberTable, table, path, mistakes, where=where)
            if found is not None and found.name in self.own_numbers:
                text = f'"{found.name}" is there already'
                mistakes.append(Mistake(path, f"{where}.name", text, "expected a name of its own"))
            elif found is not None:
                self.own_numbers[found.name] = found.made()
                self.numbers[found.name] = found.value

    def merge(self, path: str, document: OptionDocument, mistakes: list[Mistake]) -> None:
        """Add what the option file `path` says to what it is based on."""
        given = document.model_fields_set
        self.heads.update({key: getattr(document, key) for key in ("title", "summary") if key in given})
        self.heads["fullness"] = document.fullness
        self.stated -= set(document.numbers)
        for id in document.without:
            if self.activities.pop(id, None) is None:
                expected = "expected an activity of the option it is based on"
                mistakes.append(Mistake(path, "without", shown(id), expected, did_you_mean(id, self.activities)))
            self.dropped.add(id)
        self._declare_numbers(path, document.number, mistakes)
        self.change_numbers(path, "numbers", document.numbers, mistakes)
        self.add_activities(path, document.activity, mistakes)
        self.add_orders(path, document.order)
        if document.shape is not None:
            self.shape = Table(path, "shape", document.shape)
        for milestone in document.milestone:
            id = str(milestone.get("id"))
            self.milestones[id] = Table(path, f'milestone "{id}"', milestone)
        self._state(path, document.stated, mistakes)

    def _state(self, path: str, names: Iterable[str], mistakes: list[Mistake]) -> None:
        known = {*self.numbers, *self.activities}
        for name in names:
            if name not in known:
                expected = "expected the name of a number, or the id of an activity"
                mistakes.append(Mistake(path, "stated", shown(name), expected, did_you_mean(name, known)))
            self.stated.add(name)


def load(
    name: str, source: Source, folder: Path | None, mistakes: list[Mistake], named_in: tuple[str, ...] = ()
) -> bool:
    """Add the tables of the option `name` to `source`, those that it is based on first.

    Parameters
    ----------
    name
        The name of a shipped option, or the path of a ``.toml`` in `folder`.
    source, mistakes
        What is found, and what is wrong, is added here.
    folder
        The scenario folder; None if there is none.
    named_in
        The files on the way to it, each based on the next; none where the review itself names it.

    Returns
    -------
    bool
        Whether the option and all that it is based on could be read.
    """
    found = _read_file(name, folder, mistakes, named_in)
    if found is None:
        return False
    path, table = found
    document, bad = read_sound(OptionDocument, table, path, mistakes, {})
    base = document.based_on or (None if name == COMMON else COMMON)
    if base is not None and len(named_in) >= DEEPEST:
        mistakes.append(Mistake(path, "based-on", shown(base), "expected the name of another option"))
        return False
    if "based-on" in bad or (base is not None and not load(base, source, folder, mistakes, (*named_in, path))):
        return False
    source.merge(path, document, mistakes)
    return True


def _read_file(
    name: str, folder: Path | None, mistakes: list[Mistake], named_in: tuple[str, ...]
) -> tuple[str, dict[str, Any]] | None:
    shipped = SHIPPED + ((COMMON,) if named_in else ())
    if name in shipped:
        text = resources.files("ltsched.options").joinpath(f"{name}.toml").read_text(encoding="utf-8")
        return f"{name}.toml", tomllib.loads(text)
    place = (named_in[-1], "based-on") if named_in else (REVIEW_FILE, "option")
    expected = f"expected one of {', '.join(shipped)}, or the name of a .toml file beside {REVIEW_FILE}"
    if not name.endswith(".toml") or folder is None:
        mistakes.append(Mistake(*place, shown(name), expected, did_you_mean(name, shipped)))
        return None
    path = _beside(name, folder)
    if path is None:
        beside = [file.name for file in folder.glob("*.toml") if file.name != REVIEW_FILE]
        found = f"{shown(name)} is not an option file in the folder of the review"
        mistakes.append(Mistake(*place, found, expected, did_you_mean(name, beside)))
        return None
    try:
        if path.stat().st_size > LARGEST_FILE_BYTES:
            raise ValueError(f"the file is larger than {LARGEST_FILE_BYTES:,} bytes")
        return name, tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        # Its bytes before that are.
        line = error.object.count(b"\n", 0, error.start) + 1
        found = f"a letter that is not in UTF-8 (byte 0x{error.object[error.start]:02X})"
        mistakes.append(Mistake(name, "", found, "expected a TOML file in UTF-8", "Save it as UTF-8.", line))
        return None
    except (OSError, ValueError, RecursionError) as error:
        mistakes.append(Mistake(name, "", str(error) or type(error).__name__, "expected a TOML file in UTF-8"))
        return None


def _beside(name: str, folder: Path) -> Path | None:
    """Return the file `name` in `folder`; None if there is none, it lies elsewhere, or it is the review itself."""
    try:
        path = (folder / name).resolve()
        inside = path.is_relative_to(folder.resolve()) and path.is_file()
    except (OSError, ValueError, RuntimeError):  # a name that no file can have, or a link that goes round
        return None
    return path if inside and path.name != REVIEW_FILE else None
