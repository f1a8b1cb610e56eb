"""Jinja, so set up that no text can become markup and no value can be forgotten."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ltsched.report.charts.palette import DARK, LIGHT

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["filled"]


def filled(template: str, values: Mapping[str, object]) -> str:
    """Return the template of that name with `values` in it."""
    return _environment().get_template(template).render(values, light=LIGHT, dark=DARK)


def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader("ltsched.report.page", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
