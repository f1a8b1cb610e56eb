"""How fast calendars are read: ``python -m benchmarks.calendars [--repeat N]``; see README.md."""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from benchmarks.asked import whole_number
from ltsched.errors import Mistake
from ltsched.files.calendars.owner import Owner
from ltsched.files.calendars.read import read_calendar
from ltsched.files.calendars.series.window import CalendarWindow

CALENDARS = 30
ENTRIES = 1_000
WINDOW = CalendarWindow(date(2027, 1, 1), date(2029, 1, 1), ZoneInfo("Europe/London"))
BLOCK = """BEGIN:VTIMEZONE
TZID:GMT Standard Time
BEGIN:STANDARD
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T010000
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE"""


def entry(number: int) -> str:
    """Return an entry as Outlook writes it; one of ten takes whole days, one of six repeats."""
    day = f"2027{1 + number % 12:02}{1 + number * 13 % 28:02}"
    zone = 'TZID="GMT Standard Time"' if number % 2 else "TZID=GMT Standard Time"
    hour = f"{day}T{9 + number % 8:02}"
    lines = ["BEGIN:VEVENT", f"UID:{number}@calendar.example", "DTSTAMP:20270111T080000Z", "SEQUENCE:1"]
    lines += ["CREATED:20261111T080000Z", "LAST-MODIFIED:20261111T080000Z"]
    if number % 10 == 3:
        lines += [f"DTSTART;VALUE=DATE:{day}", "DURATION:P1D", "TRANSP:TRANSPARENT"]
    else:
        lines += [f"DTSTART;{zone}:{hour}0000", f"DTEND;{zone}:{hour}4500"]
    if number % 6 == 1:
        lines += ["RRULE:FREQ=WEEKLY;COUNT=20", f"EXDATE;{zone}:{hour}0000"]
    lines += ["SUMMARY:A meeting", "LOCATION:Room 4", "DESCRIPTION:" + "\n ".join(["some words, " * 5] * 6)]
    lines += ['ATTENDEE;CN="B, A";PARTSTAT=ACCEPTED;ROLE=REQ-PARTICIPANT:mailto:a@b.example'] * 2
    return "\n".join([*lines, "BEGIN:VALARM", "TRIGGER:-PT15M", "ACTION:DISPLAY", "END:VALARM", "END:VEVENT"])


def write(folder: Path) -> list[Path]:
    """Write the calendars and return their paths."""
    paths = []
    for number in range(CALENDARS):
        entries = (entry(each) for each in range(number, ENTRIES, CALENDARS))
        text = "\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", BLOCK, *entries, "END:VCALENDAR", ""])
        paths.append(folder / f"p{number:02}.ics")
        paths[-1].write_bytes(text.replace("\n", "\r\n").encode())
    return paths


def seconds(paths: list[Path]) -> float:
    """Read all calendars and return the processor time that it took."""
    began = time.process_time()
    for path in paths:
        mistakes: list[Mistake] = []
        reading = read_calendar(path, path.name, WINDOW, Owner(path.stem), mistakes)
        if mistakes or reading.doubts:
            raise SystemExit(f"{path.name} was not understood")
    return time.process_time() - began


def main() -> int:
    """Measure, and write what was found as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--repeat", type=whole_number, default=9, metavar="N", help="how often; the middle one counts (9)"
    )
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        paths = write(Path(folder))
        seconds(paths)  # what is loaded once
        found = [seconds(paths) for _ in range(asked.repeat)]
    middle = statistics.median(found)
    row = {
        "calendars": CALENDARS,
        "entries": ENTRIES,
        "processor_seconds": round(middle, 3),
        "range": [round(min(found), 3), round(max(found), 3)],
        "entries_a_second": round(ENTRIES / middle),
    }
    print(json.dumps(row, indent=2))
    return 0


if __name__ == "__main__":
    sys.exit(main())
