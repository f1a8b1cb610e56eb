"""timetable.csv opens in a spreadsheet as it is, and runs nothing there."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from ltsched.domain.timetable import Status, Timetable
from ltsched.report.workbook.timetable_csv import timetable_csv
from tests.support.agendas import activity, agenda, at, booking, changed, person, room, timetable


def sample() -> Timetable:
    ids = ("t1", "t2", "t3")
    plan = agenda(
        [person(id) for id in ids],
        [activity("meeting:1", expected=ids, title="Größe, “groß”"), activity("meeting:2", expected=ids)],
        rooms=[room("r1")],
    )
    bookings = [
        booking(plan, "meeting:1", at(0, "10:00"), missing=("t3",), room="r1"),
        booking(plan, "meeting:2", at(28, "10:00")),
    ]
    return timetable(plan, bookings)


def test_the_table_is_what_a_spreadsheet_reads() -> None:
    """UTF-8 with a mark, CRLF, local times on either side of the change of the clocks, lists with semicolons."""
    assert timetable_csv(changed(sample(), "meeting:1", unseated=("t3",))).decode("utf-8") == (
        "\ufeffactivity,kind,title,start,end,room,attendees,missing,unseated\r\n"
        'meeting:1,other,"Größe, “groß”",2027-03-01 10:00,2027-03-01 12:00,r1,t1; t2,t3,t3\r\n'
        "meeting:2,other,meeting:2,2027-03-29 10:00,2027-03-29 12:00,,t1; t2; t3,,\r\n"
    )


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_no_cell_is_a_formula(sign: str) -> None:
    """A text that a spreadsheet would run starts with an apostrophe, in every column that holds text."""
    evil = f"{sign}cmd|' /C calc'!A0"
    found = changed(sample(), "meeting:1", title=evil, room=evil, attendees=(evil, "t2"), missing=(evil,))
    found = changed(found, "meeting:1", activity=evil)
    row = list(csv.reader(io.StringIO(timetable_csv(found).decode("utf-8-sig"), newline="")))[1]
    assert [cell for cell in row if evil in cell] == [f"'{evil}"] * 3 + [f"'{evil}; t2", f"'{evil}"]


def test_an_empty_timetable_has_a_header() -> None:
    """Nothing booked: the columns alone."""
    empty = replace(sample(), bookings=(), status=Status.UNKNOWN)
    assert timetable_csv(empty) == b"\xef\xbb\xbfactivity,kind,title,start,end,room,attendees,missing,unseated\r\n"
