"""timetable.csv: the bookings as a table that a spreadsheet opens as it is."""

from __future__ import annotations

from datetime import datetime

from ltsched.domain.partial.left_out import LeftOut
from ltsched.domain.timetable import Booking, Timetable
from ltsched.report.workbook.columns import Cell, Column
from ltsched.report.workbook.table_csv import table_csv

__all__ = ["timetable_csv"]


def timetable_csv(timetable: Timetable) -> bytes:
    """Return the bookings as CSV: one line each, in the order of time.

    `start` and `end` are local times such as ``2027-02-15 10:00``; `attendees`, `missing` and `unseated` (those of the
    missing for whom there is no seat) are ids, separated by ``; ``; `room` is empty where there is none. What a partial
    timetable leaves out comes first, without a start, and with why in a column `left_out` that is there only then.
    """
    if not timetable.left_out:
        return table_csv(COLUMNS, timetable.bookings)
    rows: list[Booking | LeftOut] = [*timetable.left_out, *timetable.bookings]
    return table_csv(_with_left_out(), rows)


def _with_left_out() -> list[Column[Booking | LeftOut]]:
    """Return the columns of a partial timetable: what is left out has a name, and a reason in the last one."""

    def of(column: Column[Booking]) -> Column[Booking | LeftOut]:
        def value(row: Booking | LeftOut) -> Cell:
            if isinstance(row, Booking):
                return column.value(row)
            return {"activity": row.activity, "title": row.title}.get(str(column.head))

        return Column(column.head, value)

    why: Column[Booking | LeftOut] = Column("left_out", lambda row: row.why if isinstance(row, LeftOut) else None)
    return [*map(of, COLUMNS), why]


def _moment(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M}"


COLUMNS: tuple[Column[Booking], ...] = (
    Column("activity", lambda booking: booking.activity),
    Column("kind", lambda booking: str(booking.kind)),
    Column("title", lambda booking: booking.title),
    Column("start", lambda booking: _moment(booking.start)),
    Column("end", lambda booking: _moment(booking.end)),
    Column("room", lambda booking: booking.room),
    Column("attendees", lambda booking: "; ".join(booking.attendees)),
    Column("missing", lambda booking: "; ".join(booking.missing)),
    Column("unseated", lambda booking: "; ".join(booking.unseated)),
)
