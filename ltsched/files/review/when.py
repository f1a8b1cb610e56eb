"""When a review is planned: on a day that is given, that of a rehearsal, or today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from ltsched.domain.words.file_names import TIMETABLE_FILE
from ltsched.files.review.review_toml import ReviewFile

__all__ = ["When", "last_results"]


@dataclass(frozen=True, slots=True)
class When:
    """On which day a review is planned.

    Parameters
    ----------
    today
        The day; None for that of review.toml, which is one of a rehearsal, or else that of `now`.
    now
        The moment; its day is that in the zone of the review. None leaves it open when it is.
    results
        The folder of the timetable that was planned last, of which what is over stays; None takes nothing over.
    """

    today: date | None = None
    now: datetime | None = None
    results: Path | None = None

    def day(self, file: ReviewFile) -> date | None:
        """Return the day; None if nothing says it."""
        clock = None if self.now is None else self.now.astimezone(file.timezone).date()
        return self.today or file.today or clock


def last_results(folder: Path, results: Path | None) -> Path:
    """Return where the timetable lies that was planned last: in `results` if there is one, else in ``out``."""
    own = folder / "out"
    return results if results is not None and (results / TIMETABLE_FILE).exists() else own
