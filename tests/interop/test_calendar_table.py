"""Other programs read the table of calendars as we do, or the table says why we are right."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.files.calendars.table.case import told
from tests.interop.expanding import ASKED, EXPANDERS, Found, right

DIFFERENCES = tomllib.loads((Path(__file__).parent / "table_differences.toml").read_text(encoding="utf-8"))[
    "difference"
]
Findings = Callable[[str], Found]


def rows_of(difference: dict[str, Any], reader: str) -> set[str]:
    """Return the rows for which a difference of a reader is explained."""
    return set(difference.get(reader, "").split("\n")) - {""}


@pytest.fixture(scope="module")
def findings(tmp_path_factory: pytest.TempPathFactory) -> Findings:
    """Return a function that gives what a program finds in each row; it is asked once."""
    return functools.cache(lambda reader: EXPANDERS[reader](tmp_path_factory.mktemp("table")))


@pytest.mark.parametrize("reader", EXPANDERS)
def test_every_difference_is_explained(reader: str, findings: Findings) -> None:
    """Nobody else is right where we are wrong."""
    explained = {row for difference in DIFFERENCES for row in rows_of(difference, reader)}
    found = findings(reader)
    unexplained = {
        row: (found[row] if isinstance(found[row], str) else told(found[row]), told(right(case)))  # type: ignore[arg-type]
        for row, case in ASKED.items()
        if row not in explained and found[row] != right(case)
    }
    assert unexplained == {}


@pytest.mark.parametrize("reader", EXPANDERS)
@pytest.mark.parametrize("difference", DIFFERENCES, ids=lambda each: each["kind"])
def test_each_explanation_is_still_needed(difference: dict[str, Any], reader: str, findings: Findings) -> None:
    """What stands in the table exists, and not all of it has been mended by now."""
    rows = rows_of(difference, reader)
    assert rows <= set(ASKED)
    assert difference["why"].strip()
    if rows:
        found = findings(reader)
        assert any(found[row] != right(ASKED[row]) for row in rows)


def test_the_others_agree_with_most_of_it(findings: Findings) -> None:
    """The rows are no private reading of ours: half of them and more are read so by recurring-ical-events, too."""
    found = findings("recurring-ical-events")
    assert sum(found[row] == right(case) for row, case in ASKED.items()) > len(ASKED) / 2
