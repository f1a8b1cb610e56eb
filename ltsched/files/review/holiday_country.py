"""One country of the ``holidays`` package, without the 250 others.

Whatever the package is asked about one country, it imports all of them. In which module a country is stands in its
registry, and that module is loaded alone. A version of the package without such a registry imports them all.
"""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from importlib.machinery import PathFinder
from importlib.util import module_from_spec
from typing import Any

__all__ = ["HolidayCountry", "holiday_country"]

CODE_LETTERS = (2, 3)
"""A country is known by its codes of ISO 3166-1; longer names in the registry are those of classes."""


@dataclass(frozen=True, slots=True)
class HolidayCountry:
    """A country: the codes of its parts, and what makes its holidays from ``subdiv`` and ``years``."""

    parts: tuple[str, ...]
    make: Callable[..., Iterable[date]]


@functools.cache
def holiday_country(code: str) -> HolidayCountry | None:
    """Return a country by its code of two or three capital letters (ISO 3166-1, also ``UK``); None if there is none."""
    import holidays

    if len(code) not in CODE_LETTERS:
        return None
    try:
        from holidays.registry import COUNTRIES

        place = next(((module, names[0]) for module, names in COUNTRIES.items() if code in names[1:]), None)
        if place is None:
            return None
        found = _alone(*place)
        return HolidayCountry(tuple(found.subdivisions), found)
    except (ImportError, AttributeError, TypeError, LookupError):
        parts = holidays.list_supported_countries().get(code)
        return (
            None if parts is None else HolidayCountry(tuple(parts), functools.partial(holidays.country_holidays, code))
        )


def _alone(module: str, name: str) -> Any:
    """Return the class `name` of a module of ``holidays.countries``: the package itself would import all of them."""
    import holidays

    whole = f"holidays.countries.{module}"
    loaded = sys.modules.get(whole)
    if loaded is None:
        spec = PathFinder.find_spec(whole, [f"{folder}/countries" for folder in holidays.__path__])
        if spec is None or spec.loader is None:
            raise ImportError(whole)
        loaded = module_from_spec(spec)
        spec.loader.exec_module(loaded)
    return getattr(loaded, name)
