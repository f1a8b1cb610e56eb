"""The options side by side, and every number of one."""

from __future__ import annotations

from collections.abc import Iterable

from rich.table import Table
from rich.text import Text

from ltsched.domain.numbers import Number, Setting
from ltsched.domain.option import MilestoneTemplate, Option
from ltsched.domain.words.wording import harmless, plural
from ltsched.report.screen.layout import cell, plain_table
from ltsched.report.words.option_words import (
    conversations_words,
    meetings_words,
    repetition_words,
    shape_words,
    who_words,
)

__all__ = [
    "activities_table",
    "milestone_templates_table",
    "numbers_table",
    "options_table",
    "setting_words",
]


def options_table(options: Iterable[Option]) -> Table:
    """Return the options, a row each."""
    heads = ("Option", "Lead-in", "Span", "Conversations", "Meetings", "Shape")
    table = plain_table(*heads, whole=heads[:3], apart=True)
    for option in options:
        table.add_row(
            cell(option.name, "bold"),
            cell(plural(option.whole("lead-in-weeks"), "week")),
            cell(plural(option.whole("span-weeks"), "week")),
            cell(conversations_words(option)),
            cell(meetings_words(option)),
            cell(shape_words(option)),
        )
    return table


def setting_words(number: Number, value: Setting) -> str:
    """Return a number with its unit."""
    if number.unit in ("choice", "number", "share"):
        return str(value)
    return f"{value} {number.unit.removesuffix('s') if value == 1 else number.unit}"


def numbers_table(option: Option) -> Table:
    """Return every number that the option uses, with its unit and meaning."""
    table = plain_table("Number", "Value", "Meaning", whole=("Number", "Value"))
    for name, value in option.numbers.items():
        if name in option.unused:
            continue
        number = option.about(name)
        table.add_row(cell(name), cell(setting_words(number, value)), cell(number.meaning))
    return table


def activities_table(option: Option) -> Table:
    """Return the activities of the option, a row each."""
    table = plain_table("Activity", "How many", "Minutes", "Who", numbers=("Minutes",))
    for template in option.templates:
        what = cell(harmless(template.title))
        if template.id != template.title:
            what.append(f"\n{template.id}", style="dim")
        who = cell(who_words(template))
        table.add_row(what, cell(repetition_words(template)), cell(str(template.minutes)), who)
    return table


def milestone_templates_table(option: Option) -> Table:
    """Return how the milestones follow from the last meeting."""
    titles = {milestone.id: milestone.title for milestone in option.milestones}
    table = plain_table("", "")
    for milestone in option.milestones:
        table.add_row(cell(harmless(milestone.title)), _after(milestone, titles))
    return table


def _after(milestone: MilestoneTemplate, titles: dict[str, str]) -> Text:
    follows = titles.get(milestone.after, "the last meeting")
    if milestone.working_days == 0:
        return cell(f"on the day of: {harmless(follows)}")
    return cell(f"{plural(milestone.working_days, 'working day')} after: {harmless(follows)}")
