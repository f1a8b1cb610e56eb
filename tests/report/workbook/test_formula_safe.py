"""What a spreadsheet would run."""

from __future__ import annotations

import pytest

from ltsched.report.workbook.formula_safe import formula_safe, is_formula


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@x", "\t1", "\r1", "\n1"])
def test_a_formula_gets_an_apostrophe(text: str) -> None:
    """Every sign with which a formula may start is known."""
    assert is_formula(text)
    assert formula_safe(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "a=1", "1-2", "ä", "'=1"])
def test_any_other_text_stays(text: str) -> None:
    """A sign further on does no harm."""
    assert not is_formula(text)
    assert formula_safe(text) == text
