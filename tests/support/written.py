"""Single files of a result, written as the library writes them all."""

from __future__ import annotations

from pathlib import Path

from ltsched.domain.comparison import Comparison
from ltsched.domain.review import Review
from ltsched.domain.timetable import Timetable
from ltsched.domain.words.file_names import TIMETABLE_FILE
from ltsched.files.disk.write_files import write_files
from ltsched.files.invitations.person_calendars import person_calendars
from ltsched.files.results.comparison_file import COMPARISON_FILE, comparison_json
from ltsched.files.results.timetable_file import timetable_json

__all__ = ["write_comparison_file", "write_person_calendars", "write_timetable"]


def write_timetable(folder: Path, timetable: Timetable) -> Path:
    """Write ``timetable.json`` into `folder`, and return its path."""
    return write_files(folder, {TIMETABLE_FILE: timetable_json(timetable).encode()})[0]


def write_comparison_file(folder: Path, comparison: Comparison) -> Path:
    """Write ``comparison.json`` into `folder`, and return its path."""
    return write_files(folder, {COMPARISON_FILE: comparison_json(comparison).encode()})[0]


def write_person_calendars(folder: Path, timetable: Timetable, review: Review) -> tuple[Path, ...]:
    """Write everybody's own calendar into `folder`, which is replaced, and return the paths."""
    return write_files(folder.parent, {folder.name: person_calendars(timetable, review)})
