"""`ltsched options`: the options side by side, and every number of one."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer

from ltsched.cli.exit_codes import ExitCode
from ltsched.cli.flags import DebugFlag, JsonFlag, known_option
from ltsched.cli.screen import Screen
from ltsched.domain.option import Option, OrderTemplate, Template
from ltsched.domain.review import Settings
from ltsched.errors import InvalidReview, Mistake

__all__ = ["options", "read_plain_option"]

NameArgument = Annotated[
    str | None,
    typer.Argument(
        metavar="NAME", callback=known_option, help="An option, or the path of a .toml file.", show_default=False
    ),
]


def options(name: NameArgument = None, as_json: JsonFlag = False, debug: DebugFlag = False) -> int:
    """Show the options, or every number of one."""
    from ltsched.options.template import shipped_options

    screen = Screen(json=as_json)
    if name is not None:
        _show_one(read_plain_option(name), screen)
    else:
        _show_all([read_plain_option(each) for each in shipped_options()], screen)
    return ExitCode.DONE


def read_plain_option(name: str) -> Option:
    """Return an option as it is, without the changes of any review.

    Raises
    ------
    InvalidReview
        The file of the option has mistakes.
    """
    from ltsched.options.template import read_option

    path = Path(name)
    own = name.endswith(".toml")
    mistakes: list[Mistake] = []
    option = read_option(
        path.name if own else name,
        Settings(),
        folder=path.parent if own else None,
        known_ids=frozenset(),
        mistakes=mistakes,
    )
    if option is None:
        raise InvalidReview(mistakes)
    return option


def _show_all(options: list[Option], screen: Screen) -> None:
    if screen.json:
        screen.document({"options": [_as_json(option) for option in options]})
        return
    from ltsched.report.screen.option_tables import options_table

    screen.show(options_table(options), "", "Every number of one: ltsched options NAME")


def _show_one(option: Option, screen: Screen) -> None:
    if screen.json:
        screen.document({"option": _as_json(option)})
        return
    from ltsched.domain.words.wording import harmless
    from ltsched.report.screen.layout import bullets, heading, section
    from ltsched.report.screen.option_tables import activities_table, milestone_templates_table, numbers_table
    from ltsched.report.words.option_words import order_words, shape_words

    screen.show(
        heading(f"{harmless(option.title)} ({harmless(option.name)})"),
        harmless(option.summary),
        "",
        section("Shape", shape_words(option)),
        section("Activities", activities_table(option)),
        section("Order", bullets(map(order_words, option.orders))),
        section("Milestones", milestone_templates_table(option)),
        section("Numbers, each of which [customise] in review.toml can change", numbers_table(option)),
    )


def _as_json(option: Option) -> dict[str, Any]:
    numbers = {
        name: {"value": value, "unit": option.about(name).unit, "meaning": option.about(name).meaning}
        for name, value in option.numbers.items()
        if name not in option.unused
    }
    return {
        "name": option.name,
        "title": option.title,
        "summary": option.summary,
        "shape": asdict(option.shape),
        "numbers": numbers,
        "activities": [_told_of(template) for template in option.templates],
        "orders": [_told_of(order) for order in option.orders],
        "milestones": [asdict(milestone) for milestone in option.milestones],
    }


def _told_of(part: Template | OrderTemplate) -> dict[str, Any]:
    """Return all of it but where it comes from: the numbers are in it by value."""
    return {key: value for key, value in asdict(part).items() if key not in ("numbers", "place")}
