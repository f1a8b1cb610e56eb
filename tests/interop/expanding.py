"""What programs of others make of the table of calendars: the minutes of 2027 in which p07 is not free."""

from __future__ import annotations

import json
import os
import warnings
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import pytest

from ltsched.domain.spans import Spans
from tests.files.calendars.table.case import Case, spans
from tests.files.calendars.table.rows import ROWS
from tests.interop.programs import READERS, SCRIPTS, run
from tests.support.calendar_texts import LONDON, LONDON_BLOCK


def data_of(case: Case) -> bytes:
    """Return the file of a row."""
    return case.text if isinstance(case.text, bytes) else case.text.encode()


MONTHS = spans("01-01..12-31")
FAILED = "fails"
ASKED = {name: case for name, case in ROWS.items() if b"FREQ=MINUTELY" not in data_of(case)}
"""The rows that others are asked; half a year of minutes takes them ten seconds and more."""

Found = Mapping[str, Spans | str]
"""For each row the time that was found, or `FAILED`."""


def right(case: Case) -> Spans:
    """Return when somebody is not free, as the row says; other programs know no more than that."""
    return spans(case.busy) | spans(case.if_needed)


def _minutes(pairs: Iterable[tuple[float, float]]) -> Spans:
    return Spans.of((int(start // 60), -int(-end // 60)) for start, end in pairs if end > start) & MONTHS


def with_recurring_ical_events(_: Path) -> Found:
    """Expand with recurring-ical-events, and icalendar to parse."""
    return {name: _expanded(data_of(case)) for name, case in ASKED.items()}


def _expanded(data: bytes) -> Spans | str:
    import icalendar
    import recurring_ical_events

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            found: list[tuple[float, float]] = []
            for each in icalendar.Calendar.from_ical(data, multiple=True):
                for event in recurring_ical_events.of(each).between(date(2026, 12, 30), date(2028, 1, 3)):
                    free = event.get("TRANSP", "").upper() == "TRANSPARENT" or event.get("STATUS") == "CANCELLED"
                    if not free:
                        found.append((_seconds(event.start), _seconds(event.end)))
            return _minutes(found)
    except Exception:  # whatever it is, it does not read the file
        return FAILED


def _seconds(moment: date) -> float:
    whole = moment if isinstance(moment, datetime) else datetime.combine(moment, time())
    return (whole if whole.tzinfo else whole.replace(tzinfo=LONDON)).timestamp()


def _with_script(name: str, script: str) -> Callable[[Path], Found]:
    def ask(folder: Path) -> Found:
        interpreter = READERS[name].interpreter()
        if interpreter is None:
            pytest.skip(READERS[name].missing)
        files = {}
        for number, (row, case) in enumerate(ASKED.items()):
            files[row] = folder / f"{number}.ics"
            files[row].write_bytes(data_of(case))
        job = folder / "job.json"
        zone = LONDON_BLOCK.format(name="Local").replace("16010101", "19700101")
        asked = {"files": [str(path) for path in files.values()], "until": 1830300000, "zone": zone}
        asked |= {"from": "20261230T000000Z", "to": "20280103T000000Z"}
        job.write_text(json.dumps(asked), encoding="utf-8")
        modules = os.environ.get("LTSCHED_NODE_MODULES", "")
        answer = json.loads(run([interpreter, SCRIPTS / script, job], NODE_PATH=modules))
        return {row: _understood(answer[str(path)]) for row, path in files.items()}

    return ask


def _understood(answer: Any) -> Spans | str:
    if isinstance(answer, str):
        return FAILED
    pairs = ((_local(each[1], each[0]), _local(each[2], each[0])) if len(each) == 3 else each for each in answer)
    return _minutes((start, end) for start, end in pairs)


def _local(seconds: float, mark: str) -> float:
    """Return a time that was told as if it were in UTC, if `mark` says that it is local."""
    return datetime.fromtimestamp(seconds, UTC).replace(tzinfo=LONDON).timestamp() if mark else seconds


EXPANDERS: Mapping[str, Callable[[Path], Found]] = {
    "recurring-ical-events": with_recurring_ical_events,
    "ical.js": _with_script("ical.js", "expand_with_icaljs.js"),
    "libical": _with_script("libical", "expand_with_libical.py"),
}
