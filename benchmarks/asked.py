"""What may be asked of a benchmark: shipped scenarios by their names, and whole numbers of at least 1."""

from __future__ import annotations

import argparse

__all__ = ["SHIPPED", "shipped", "whole_number"]

SHIPPED = ("full", "intensive", "speed-plus", "mid-range", "focused", "themed")


def shipped(name: str) -> str:
    """Return the name of a shipped scenario; any other is wrong use."""
    if name not in SHIPPED:
        raise argparse.ArgumentTypeError(f"there is no scenario {name!r}; there are {', '.join(SHIPPED)}")
    return name


def whole_number(text: str) -> int:
    """Return `text` as a whole number of at least 1; anything else is wrong use."""
    if (number := int(text)) < 1:
        raise ValueError(text)
    return number
