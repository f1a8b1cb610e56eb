"""busy.csv: times of people and rooms that no calendar says: busy, free if needed, or free after all."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from ltsched.domain.availability import Diary, DiaryTime, Level
from ltsched.domain.explaining.told_kind import kind_at, told_kind
from ltsched.domain.spans import day_span
from ltsched.domain.words.file_names import BUSY_FILE
from ltsched.errors import Mistake, Notice
from ltsched.files.disk.csv_table import Columns, Row, read_table
from ltsched.files.review.freed_notices import told_both
from ltsched.files.review.local_time import is_date, parse_end, parse_start
from ltsched.validation.mistake_limit import enough
from ltsched.validation.reading import read
from ltsched.validation.rows import BusyRow
from ltsched.validation.shown import shown

__all__ = ["read_busy"]

COLUMNS = Columns(needed=("id", "start", "end"), optional=("level", "note"))
MOST_ROWS = 200_000


def read_busy(
    file: Path,
    known_ids: Collection[str] | None,
    window: tuple[date, date],
    zone: ZoneInfo,
    mistakes: list[Mistake],
    notices: list[Notice],
) -> dict[str, Diary]:
    """Read busy.csv as diaries by id.

    Parameters
    ----------
    file
        The table. Times are local in `zone` where they carry no offset; a date without a time is a whole day, and an
        empty end after such a date means that day.
    known_ids
        The people and rooms; None if they could not be read, and then any id will do.
    window
        The days ``[first, end)`` that matter. Rows outside are read, but a notice tells of them: it may be the year
        that is wrong.
    zone
        The zone of the review.
    mistakes, notices
        What is wrong, and what should be known, is added here.
    """
    first, end = day_span(window[0], window[1] - timedelta(days=1), zone)
    outside: list[int] = []
    found: dict[str, list[DiaryTime]] = {}
    for row in read_table(file, BUSY_FILE, COLUMNS, mistakes, notices, most_rows=MOST_ROWS) or []:
        if enough(mistakes):
            break
        cells = read(BusyRow, row.cells, row.path, mistakes, line=row.line, context=known_ids)
        span = _span(row, zone)
        if span is not None and cells is not None:
            source, kind = f"{BUSY_FILE}:{row.line}", kind_at(cells.level, told_kind(cells.note))
            frees = cells.level is Level.FREE
            found.setdefault(row["id"], []).append(DiaryTime(*span, cells.level, source, kind=kind, frees=frees))
            if span[1] <= first or span[0] >= end:
                outside.append(row.line)
    if outside:
        lines = ", ".join(map(str, outside[:5])) + (", …" if len(outside) > 5 else "")
        text = f"{BUSY_FILE}, line {lines}: before {window[0]} or from {window[1]} on, where nothing is planned"
        notices.append(Notice(text, BUSY_FILE))
    notices += told_both(found)
    return {id: Diary.of(tuple(times)) for id, times in found.items()}


def _span(row: Row, zone: ZoneInfo) -> tuple[int, int] | None:
    end_text = row["end"] or (row["start"] if is_date(row["start"]) else "")
    moments: list[int] = []
    for column, text, parse in (("start", row["start"], parse_start), ("end", end_text, parse_end)):
        try:
            moments.append(parse(text, zone))
        except ValueError as error:
            row.mistake(column, shown(text) if text else "missing", str(error))
    if len(moments) < 2:
        return None
    start, end = moments
    if end <= start:
        row.mistake("end", f"{shown(end_text)} is not after the start, {shown(row['start'])}", "expected a later time")
        return None
    return start, end
