"""Read an option: the shipped data or a file beside the review, with the user's changes to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from ltsched.domain.numbers import Setting
from ltsched.domain.option import MilestoneTemplate, Option, OrderTemplate, Template
from ltsched.domain.review import Settings
from ltsched.domain.words.file_names import REVIEW_FILE
from ltsched.errors import Mistake
from ltsched.options.source import Source, Table, load
from ltsched.options.words import read_activity, read_milestone, read_order, read_shape
from ltsched.validation.option.named import Known
from ltsched.validation.option.names import SHIPPED
from ltsched.validation.shown import shown

__all__ = ["read_option", "shipped_options"]

USED_BY_PLANNING = frozenset(
    {"lead-in-weeks", "span-weeks", "slot-minutes", "start-step-minutes", "conversations-usual-most"}
)


def shipped_options() -> tuple[str, ...]:
    """Return the names of the options that come with ltsched, the fullest first."""
    return SHIPPED


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
    source = Source()
    if not load(name, source, folder, mistakes):
        return None
    usual = dict(source.numbers)
    source.change_numbers(REVIEW_FILE, "customise", settings.customise, mistakes)
    source.add_activities(REVIEW_FILE, settings.activities, mistakes)
    source.add_orders(REVIEW_FILE, settings.orders)
    option = _resolve(name, source, known_ids, mistakes)
    if option is None or len(mistakes) > before:
        return None
    return replace(option, changed=frozenset(key for key, value in source.numbers.items() if value != usual[key]))


def _resolve(name: str, source: Source, people: frozenset[str], mistakes: list[Mistake]) -> Option | None:
    anyway: set[str] = set(USED_BY_PLANNING)
    known = Known(source.numbers, people, tuple(source.activities), frozenset(source.dropped), used=anyway)
    templates: list[Template] = []
    for table in source.activities.values():
        by: set[str] = set()
        template = read_activity(table, replace(known, used=by), mistakes)
        if template is not None:
            deciding = _deciding(template, table, by)
            anyway |= deciding
            templates.append(replace(template, numbers=frozenset(by - deciding)))
    orders: list[OrderTemplate] = []
    for table in source.orders:
        by = set()
        order = read_order(table, replace(known, used=by), mistakes)
        if order is not None:
            place = table.where if table.path == REVIEW_FILE else ""
            orders.append(replace(order, place=place, numbers=frozenset(by)))
    milestones: list[MilestoneTemplate] = []
    for id, table in source.milestones.items():
        earlier = tuple(source.milestones)[: list(source.milestones).index(id)]
        milestone = read_milestone(table, replace(known, milestones=earlier), mistakes)
        milestones += [] if milestone is None else [milestone]
    _check_grain(source.numbers, mistakes)
    if source.shape is None:
        mistakes.append(Mistake(name, "shape", "missing", "expected a table [shape]"))
        return None
    shape = read_shape(source.shape, known, mistakes)
    if shape is None:
        return None
    if any(template.for_each == "audit" for template in templates):
        anyway.add("audits")
    return Option(
        name=name.removesuffix(".toml"),
        title=str(source.heads.get("title", name)),
        summary=str(source.heads.get("summary", "")),
        numbers=dict(source.numbers),
        templates=tuple(templates),
        orders=tuple(orders),
        shape=shape,
        milestones=tuple(milestones),
        fullness=source.heads["fullness"],
        used_anyway=frozenset(anyway),
        own_numbers=dict(source.own_numbers),
        stated=frozenset(source.stated),
    )


def _deciding(template: Template, table: Table, names: set[str]) -> set[str]:
    """Return which of the `names` in a template say whether it is held, and how often: they work even if it is not."""
    counted = template.when != "no" and template.for_each is None
    keys = ("when", "count") if counted else ("when",)
    return {name for name in names if any(table.values.get(key) == name for key in keys)}


def _check_grain(numbers: Mapping[str, Setting], mistakes: list[Mistake]) -> None:
    slot, step = numbers.get("slot-minutes"), numbers.get("start-step-minutes")
    if isinstance(slot, int) and 1440 % slot:
        expected = "expected a length of which a day has a whole number, such as 15"
        mistakes.append(Mistake(REVIEW_FILE, "customise.slot-minutes", shown(slot), expected))
    elif isinstance(slot, int) and isinstance(step, int) and step % slot:
        expected = f"expected a multiple of slot-minutes, {slot}"
        mistakes.append(Mistake(REVIEW_FILE, "customise.start-step-minutes", shown(step), expected))
