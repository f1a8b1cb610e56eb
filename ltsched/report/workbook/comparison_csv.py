"""comparison.csv: what each option would come to, as a table that a spreadsheet opens as it is."""

from __future__ import annotations

from ltsched.domain.comparison import Comparison
from ltsched.report.workbook.comparison_columns import comparison_columns
from ltsched.report.workbook.table_csv import table_csv

__all__ = ["comparison_csv"]


def comparison_csv(comparison: Comparison) -> bytes:
    """Return the comparison as CSV: one line an option, in their order."""
    return table_csv(comparison_columns(comparison), comparison.outcomes)
