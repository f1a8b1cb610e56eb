"""comparison.csv: what each option would come to, as a table that a spreadsheet opens as it is."""

from __future__ import annotations

from pathlib import Path

from ltsched.domain.comparison import Comparison
from ltsched.files.disk.csv_file import write_csv
from ltsched.report.workbook.columns import columns_csv
from ltsched.report.workbook.comparison_columns import comparison_columns

__all__ = ["COMPARISON_CSV", "comparison_csv", "write_comparison_csv"]

COMPARISON_CSV = "comparison.csv"


def write_comparison_csv(folder: Path, comparison: Comparison) -> Path:
    """Write `comparison` to ``comparison.csv`` in `folder`, whole or not at all, and return its path.

    Raises
    ------
    UnwritableOutput
        The disk refuses; the file is as it was.
    """
    return write_csv(folder / COMPARISON_CSV, comparison_csv(comparison))


def comparison_csv(comparison: Comparison) -> str:
    """Return the comparison as CSV: one line an option, in their order.

    Days are ``2027-02-15``, shares ``94.7%``; what is not known is empty. A cell that a spreadsheet would take for a
    formula starts with an apostrophe.
    """
    return columns_csv(comparison_columns(comparison), comparison.outcomes)
