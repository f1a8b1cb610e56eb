"""Read an option: the shipped data or a file beside the review, with the user's changes to it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from importlib import resources
from pathlib import Path
from typing import Any

from ltsched.domain.numbers import NUMBERS, Setting, accepts, expected_of
from ltsched.domain.option import MilestoneTemplate, Option, OrderTemplate, Template
from ltsched.domain.review import Settings
from ltsched.domain.words.near_miss import did_you_mean
from ltsched.errors import Mistake
from ltsched.options.table_reader import TableReader
from ltsched.options.words import read_activity, read_milestone, read_order, read_shape
from ltsched.validation.shown import shown

__all__ = ["read_option", "shipped_options"]

REVIEW_FILE = "review.toml"
SHIPPED = ("full", "intensive", "speed-plus", "mid-range", "focused", "themed")
COMMON = "common"
USED_BY_PLANNING = frozenset(
    {"lead-in-weeks", "span-weeks", "slot-minutes", "start-step-minutes", "conversations-usual-most"}
)
DEEPEST = 5
LARGEST_FILE_BYTES = 1_000_000


def shipped_options() -> tuple[str, ...]:
    """Return the names of the options that come with ltsched, the fullest first."""
    return SHIPPED


@dataclass(slots=True)
class _Source:
    """The raw tables of an option and of all that it is based on, each with the file it stands in."""

    heads: dict[str, Any] = field(default_factory=dict)
    numbers: dict[str, Setting] = field(default_factory=dict)
    activities: dict[str, tuple[str, Mapping[str, Any]]] = field(default_factory=dict)
    orders: list[tuple[str, Mapping[str, Any]]] = field(default_factory=list)
    shape: tuple[str, Mapping[str, Any]] | None = None
    milestones: dict[str, tuple[str, Mapping[str, Any]]] = field(default_factory=dict)
    dropped: set[str] = field(default_factory=set)


def read_option(
    name: str,
    settings: Settings,
    *,
    folder: Path | None,
    known_ids: frozenset[str],
    mistakes: list[Mistake],
) -> Option | None:
    """Read the option `name` with the changes of a review.

    Parameters
    ----------
    name
        The name of a shipped option, or the path of a ``.toml`` beside the review, relative to `folder`.
    settings
        The changes: ``[customise]``, and activities and orders of the user's own.
    folder
        The scenario folder; None if there is none, and then only shipped options are known.
    known_ids
        The people that an activity may name.
    mistakes
        Every mistake is added here.

    Returns
    -------
    Option or None
        None if there is no such option, or if it has mistakes of its own.
    """
    before = len(mistakes)
    source = _Source()
    if not _load(name, source, folder, mistakes):
        return None
    changed = _customise(settings.customise, source.numbers, mistakes)
    for number, table in enumerate(settings.activities, 1):
        _add_activity(source, REVIEW_FILE, table, number, mistakes)
    source.orders += [(REVIEW_FILE, table) for table in settings.orders]
    option = _resolve(name, source, changed, known_ids, mistakes)
    return option if len(mistakes) == before else None


def _load(
    name: str, source: _Source, folder: Path | None, mistakes: list[Mistake], named_in: tuple[str, ...] = ()
) -> bool:
    """Add the tables of the option `name` to `source`, those that it is based on first.

    `named_in` are the files on the way to it, each based on the next; none where the review itself names it.
    """
    found = _read_file(name, folder, mistakes, named_in)
    if found is None:
        return False
    path, table = found
    base = table.pop("based-on", None if name == COMMON else COMMON)
    if base is not None:
        if not isinstance(base, str) or len(named_in) >= DEEPEST:
            mistakes.append(Mistake(path, "based-on", shown(base), "expected the name of another option"))
            return False
        if not _load(base, source, folder, mistakes, (*named_in, path)):
            return False
    _merge(source, path, table, mistakes)
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


def _merge(source: _Source, path: str, table: dict[str, Any], mistakes: list[Mistake]) -> None:
    reader = TableReader(table, path, "", {}, mistakes, set())
    for key in ("title", "summary"):
        if key in table:
            source.heads[key] = reader.text(key)
    source.heads["fullness"] = reader.whole("fullness", 0)
    for id in reader.names("without"):
        if source.activities.pop(id, None) is None:
            reader.mistake("without", shown(id), "expected an activity of the option it is based on")
        source.dropped.add(id)
    numbers = reader.table_at("numbers")
    if numbers is not None:
        _change(numbers.table, source.numbers, path, "numbers", mistakes)
    for number, activity in enumerate(reader.tables_at("activity"), 1):
        _add_activity(source, path, activity.table, number, mistakes)
    source.orders += [(path, order.table) for order in reader.tables_at("order")]
    shape = reader.table_at("shape")
    if shape is not None:
        source.shape = (path, shape.table)
    for milestone in reader.tables_at("milestone"):
        source.milestones[str(milestone.table.get("id"))] = (path, milestone.table)
    reader.finish()


def _add_activity(source: _Source, path: str, table: Mapping[str, Any], number: int, mistakes: list[Mistake]) -> None:
    """Add an activity, or change the keys of the one that has its id already."""
    id = table.get("id")
    if not isinstance(id, str):
        mistakes.append(Mistake(path, f"activity[{number}].id", "missing", "expected a text"))
        return
    present = source.activities.get(id)
    source.activities[id] = (path, {**present[1], **table} if present else table)
    source.dropped.discard(id)


def _customise(
    customise: Mapping[str, Setting], numbers: dict[str, Setting], mistakes: list[Mistake]
) -> frozenset[str]:
    before = dict(numbers)
    _change(customise, numbers, REVIEW_FILE, "customise", mistakes)
    return frozenset(name for name in customise if name in before and numbers[name] != before[name])


def _change(
    changes: Mapping[str, Any], numbers: dict[str, Setting], path: str, where: str, mistakes: list[Mistake]
) -> None:
    for name, value in changes.items():
        number = NUMBERS.get(name)
        place = f"{where}.{name}"
        if number is None:
            expected = "expected the name of a number (`ltsched options full` lists them)"
            mistakes.append(Mistake(path, place, "unknown key", expected, did_you_mean(name, NUMBERS)))
        elif not accepts(number, value):
            mistakes.append(Mistake(path, place, shown(value), expected_of(number)))
        else:
            numbers[name] = value


def _resolve(
    name: str, source: _Source, changed: frozenset[str], known_ids: frozenset[str], mistakes: list[Mistake]
) -> Option | None:
    anyway: set[str] = set(USED_BY_PLANNING)

    def reader(path: str, where: str, table: Mapping[str, Any], by: set[str] | None = None) -> TableReader:
        return TableReader(table, path, where, source.numbers, mistakes, anyway if by is None else by)

    if source.shape is None:
        mistakes.append(Mistake(name, "shape", "missing", "expected a table [shape]"))
        return None
    templates: list[Template] = []
    for id, (path, table) in source.activities.items():
        by: set[str] = set()
        template = read_activity(reader(path, f'activity "{id}"', table, by), known_ids)
        deciding = _deciding(template, table, by)
        anyway |= deciding
        templates.append(replace(template, numbers=frozenset(by - deciding)))
    ids, dropped = frozenset(template.id for template in templates), frozenset(source.dropped)
    orders: list[OrderTemplate] = []
    for number, (path, table) in _numbered(source.orders):
        by = set()
        order = read_order(reader(path, f"order[{number}]", table, by), ids, dropped)
        if order is not None:
            place = f"order[{number}]" if path == REVIEW_FILE else ""
            orders.append(replace(order, place=place, numbers=frozenset(by)))
    shape = read_shape(reader(source.shape[0], "shape", source.shape[1]), ids, dropped)
    milestones: list[MilestoneTemplate] = []
    for id, (path, table) in source.milestones.items():
        milestones.append(read_milestone(reader(path, f'milestone "{id}"', table), milestones))
    if any(template.for_each == "audit" for template in templates):
        anyway.add("audits")
    _grain(source.numbers, mistakes)
    return Option(
        name=name.removesuffix(".toml"),
        title=str(source.heads.get("title", name)),
        summary=str(source.heads.get("summary", "")),
        numbers=dict(source.numbers),
        templates=tuple(templates),
        orders=tuple(orders),
        shape=shape,
        milestones=tuple(milestones),
        fullness=int(source.heads.get("fullness") or 0),
        changed=changed,
        used_anyway=frozenset(anyway),
    )


def _deciding(template: Template, table: Mapping[str, Any], names: set[str]) -> set[str]:
    """Return which of the `names` in a template say whether it is held, and how often: they work even if it is not."""
    counted = template.when != "no" and template.for_each is None
    keys = ("when", "count") if counted else ("when",)
    return {name for name in names if any(table.get(key) == name for key in keys)}


def _numbered(
    orders: Sequence[tuple[str, Mapping[str, Any]]],
) -> list[tuple[int, tuple[str, Mapping[str, Any]]]]:
    """Number the orders within their own files, from 1."""
    seen: dict[str, int] = {}
    numbered = []
    for path, table in orders:
        seen[path] = seen.get(path, 0) + 1
        numbered.append((seen[path], (path, table)))
    return numbered


def _grain(numbers: Mapping[str, Setting], mistakes: list[Mistake]) -> None:
    slot, step = numbers.get("slot-minutes"), numbers.get("start-step-minutes")
    if isinstance(slot, int) and 1440 % slot:
        expected = "expected a length of which a day has a whole number, such as 15"
        mistakes.append(Mistake(REVIEW_FILE, "customise.slot-minutes", shown(slot), expected))
    elif isinstance(slot, int) and isinstance(step, int) and step % slot:
        expected = f"expected a multiple of slot-minutes, {slot}"
        mistakes.append(Mistake(REVIEW_FILE, "customise.start-step-minutes", shown(step), expected))
