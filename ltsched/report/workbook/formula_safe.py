"""Texts that a spreadsheet would run, and how they are kept from it."""

from __future__ import annotations

__all__ = ["formula_safe", "is_formula"]

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n")
"""A spreadsheet may run a cell that starts with one of these."""


def is_formula(text: str) -> bool:
    """Return whether a spreadsheet may take `text` for a formula."""
    return text.startswith(FORMULA_SIGNS)


def formula_safe(text: str) -> str:
    """Return `text` for a cell of a .csv: with an apostrophe before it where it would be taken for a formula."""
    return f"'{text}" if is_formula(text) else text
