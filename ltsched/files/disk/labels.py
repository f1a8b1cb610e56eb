"""What people, agencies and rooms are called: one line that can be shown anywhere."""

from __future__ import annotations

import re

from ltsched.files.disk.csv_table import Row
from ltsched.validation.shown import shown

__all__ = ["read_label"]

LONGEST = 200
# Controls, breaks of lines and paragraphs, and marks that turn the direction of what follows.
NOT_SHOWN = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")


def read_label(row: Row, column: str, *, needed: bool = False) -> str:
    """Return what stands under `column` with single blanks; an empty one is a mistake if it is `needed`.

    Markup and formulas are letters like others: whoever writes them into a page or a table has to care.
    """
    text = row[column]
    if len(text) > LONGEST or NOT_SHOWN.search(text):
        row.mistake(column, shown(text), f"expected one line of up to {LONGEST} characters")
    elif needed and not text:
        row.mistake(column, "missing", f"expected one line of up to {LONGEST} characters")
    return " ".join(text.split())
