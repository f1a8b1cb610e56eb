"""Write all the files of a result: `files` and `report` make the contents, `write_files` puts them on the disk."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from ltsched.domain.review import Review
from ltsched.domain.timetable import Timetable
from ltsched.domain.words.file_names import REVIEW_FILE, TIMETABLE_FILE
from ltsched.errors import UnwritableOutput, WrongUse
from ltsched.files.disk.write_files import Files, write_files
from ltsched.files.invitations.person_calendars import person_calendars
from ltsched.files.results.timetable_file import timetable_json
from ltsched.report.workbook.timetable_csv import timetable_csv
from ltsched.report.workbook.timetable_xlsx import timetable_xlsx
from ltsched.solve.result import Result

if TYPE_CHECKING:
    from ltsched.domain.comparison import Comparison
    from ltsched.domain.living.tradeoffs import Tradeoffs
    from ltsched.domain.sweep import Sweep
    from ltsched.report.charts.drawing import Picture

__all__ = ["require_results_folder", "write"]


def write(
    result: Result | Comparison | Sweep | Tradeoffs, folder: str | Path, *, pictures: Collection[Picture] = ()
) -> tuple[Path, ...]:
    """Write the files of a result into `folder`, and return their paths.

    Of a planned timetable: ``calendars/<id>.ics`` of everybody who attends anything, ``timetable.csv``,
    ``timetable.xlsx`` and, last of all, ``timetable.json``, so that whoever finds a new one finds the rest new. Of a
    comparison: ``comparison.csv``, ``.xlsx`` and ``.json``. Of a sweep: ``sweep.csv`` and ``.xlsx``. Of trade-offs:
    ``tradeoffs.json``. Equal input gives equal bytes.

    Parameters
    ----------
    result
        What `plan`, `compare`, `sweep` or `tradeoffs` returned.
    folder
        It is made if it is not there. Each file is written whole or not at all; ``calendars`` is replaced as a whole.
    pictures
        The forms, ``png`` and ``svg``, in which the chart of a comparison or of trade-offs is written too:
        ``comparison.png``. The charts of a timetable go with its page: see `write_report`.

    Raises
    ------
    WrongUse
        The result has no timetable, or there are `pictures` of anything but a comparison or trade-offs.
    UnwritableOutput
        The disk refuses, another run is writing there and does not end, or `folder` is the folder of a review, whose
        own calendars would be replaced.
    """
    target = Path(folder)
    require_results_folder(target)
    return write_files(target, _files(result, pictures))


def require_results_folder(folder: Path) -> None:
    """Refuse a place that cannot hold results, which is better told before the work.

    Raises
    ------
    UnwritableOutput
        It is a file, or the folder of a review.
    """
    if folder.exists() and not folder.is_dir():
        raise UnwritableOutput(f"{folder} is a file, not a folder", path=str(folder))
    if (folder / REVIEW_FILE).exists():
        text = f"cannot write {folder}: it is the folder of a review, with calendars of its own; choose another folder"
        raise UnwritableOutput(text, path=str(folder))


def _files(result: Result | Comparison | Sweep | Tradeoffs, pictures: Collection[Picture]) -> Files:
    if isinstance(result, Result) and not pictures:
        if result.timetable is None:
            raise WrongUse(f"the result is {result.status}: there is no timetable to write")
        return _timetable_files(result.timetable, result.agenda.review)
    from ltsched.library.writing_several import files_of_several  # tables and charts that one plan does without

    return files_of_several(result, pictures)


def _timetable_files(timetable: Timetable, review: Review) -> Files:
    return {
        "calendars": person_calendars(timetable, review),
        "timetable.csv": timetable_csv(timetable),
        "timetable.xlsx": timetable_xlsx(timetable, review),
        TIMETABLE_FILE: timetable_json(timetable).encode(),
    }
