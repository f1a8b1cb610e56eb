"""All files of a result, written into one folder."""

from __future__ import annotations

from pathlib import Path

from ltsched.domain.review import Review
from ltsched.domain.timetable import Timetable
from ltsched.errors import UnwritableOutput
from ltsched.files.disk.one_writer import one_writer
from ltsched.files.results.person_calendars import write_person_calendars
from ltsched.files.results.timetable_csv import write_timetable_csv
from ltsched.files.results.timetable_file import write_timetable
from ltsched.report.workbook.timetable_xlsx import write_timetable_xlsx

__all__ = ["CALENDARS", "write_outputs"]

CALENDARS = "calendars"
REVIEW_FILE = "review.toml"


def write_outputs(folder: Path, timetable: Timetable, review: Review) -> tuple[Path, ...]:
    """Write the calendars, the tables and the timetable into `folder`, and return what was written.

    Each is written whole or not at all; ``timetable.json`` comes last, so whoever finds a new one finds the rest new.

    Raises
    ------
    UnwritableOutput
        The disk refuses, another run is writing there and does not end, or `folder` is the folder of a review, whose
        own calendars would be replaced.
    """
    if (folder / REVIEW_FILE).exists():
        text = f"cannot write {folder}: it is the folder of a review, with calendars of its own; choose another folder"
        raise UnwritableOutput(text, path=str(folder))
    with one_writer(folder):
        calendars = write_person_calendars(folder / CALENDARS, timetable, review)
        tables = write_timetable_csv(folder, timetable), write_timetable_xlsx(folder, timetable, review)
        return *calendars, *tables, write_timetable(folder, timetable)
