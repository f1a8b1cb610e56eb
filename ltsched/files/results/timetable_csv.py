"""timetable.csv: the bookings as a table that a spreadsheet opens as it is."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from ltsched.domain.timetable import Timetable
from ltsched.files.disk.csv_file import write_csv
from ltsched.report.workbook.formula_safe import formula_safe

__all__ = ["CSV_FILE", "timetable_csv", "write_timetable_csv"]

CSV_FILE = "timetable.csv"


def write_timetable_csv(folder: Path, timetable: Timetable) -> Path:
    """Write `timetable` to ``timetable.csv`` in `folder`, whole or not at all, and return its path.

    Raises
    ------
    UnwritableOutput
        The disk refuses; the file is as it was.
    """
    return write_csv(folder / CSV_FILE, timetable_csv(timetable))


def timetable_csv(timetable: Timetable) -> str:
    """Return the bookings as CSV: one line each, in the order of time.

    `start` and `end` are local times such as ``2027-02-15 10:00``; `attendees`, `missing` and `unseated` (those of the
    missing for whom there is no seat) are ids, separated by ``; ``; `room` is empty where there is none. A cell that a
    spreadsheet would take for a formula starts with an apostrophe.
    """
    frame = timetable.to_frame()
    for column in ("start", "end"):
        frame[column] = [f"{getattr(booking, column):%Y-%m-%d %H:%M}" for booking in timetable.bookings]
    for column in ("attendees", "missing", "unseated"):
        frame[column] = frame[column].map(_joined)
    for column in ("activity", "kind", "title", "room", "attendees", "missing", "unseated"):
        frame[column] = frame[column].map(formula_safe, na_action="ignore")
    return frame.to_csv(index=False, lineterminator="\r\n")


def _joined(ids: Iterable[str]) -> str:
    return "; ".join(ids)
