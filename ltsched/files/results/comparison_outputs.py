"""The tables of a comparison, written into one folder."""

from __future__ import annotations

from pathlib import Path

from ltsched.domain.comparison import Comparison
from ltsched.files.disk.one_writer import one_writer
from ltsched.files.results.comparison_csv import write_comparison_csv
from ltsched.files.results.comparison_file import write_comparison_file
from ltsched.report.workbook.comparison_xlsx import write_comparison_xlsx

__all__ = ["write_comparison"]


def write_comparison(folder: Path, comparison: Comparison, inputs: str) -> tuple[Path, ...]:
    """Write ``comparison.csv``, ``comparison.xlsx`` and ``comparison.json`` into `folder`; return what was written.

    Each is written whole or not at all. `inputs` is the fingerprint of what the comparison was made of.

    Raises
    ------
    UnwritableOutput
        The disk refuses, or another run is writing there and does not end.
    """
    with one_writer(folder):
        return (
            write_comparison_csv(folder, comparison),
            write_comparison_xlsx(folder, comparison),
            write_comparison_file(folder, comparison, inputs),
        )
