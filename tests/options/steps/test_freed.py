"""People and rooms that are free after all: made to a review, and written into busy.csv."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from ltsched.domain.explaining.changes.freed import Freed, FreedTogether
from tests.options.steps.test_applied import folder, same

LONDON = ZoneInfo("Europe/London")


def time(day: int, clock: str) -> datetime:
    """A time in February 2027."""
    return datetime.fromisoformat(f"2027-02-{day:02}T{clock}").replace(tzinfo=LONDON)


FREED = {
    "from an entry": (Freed("t1", time(16, "14:00"), time(16, "17:00"), ("leave",)),),
    "together with a room": (
        Freed("t1", time(16, "09:00"), time(16, "12:00")),
        Freed("r1", time(16, "09:00"), time(16, "12:00")),
    ),
    "outside of the hours": (Freed("t2", time(16, "17:00"), time(16, "18:00")),),
    "on a day that is not worked": (Freed("t1", time(25, "09:00"), time(25, "12:00")),),
}


@pytest.mark.parametrize("name", FREED)
def test_it_is_what_is_read_again(tmp_path: Path, name: str) -> None:
    """Whatever was in the way."""
    same(folder(tmp_path), [FreedTogether(FREED[name])])


def test_busy_csv_is_made_where_there_is_none(tmp_path: Path) -> None:
    """With its first line."""
    path = folder(tmp_path)
    (path / "busy.csv").write_text("id,start,end\n", encoding="utf-8")
    (path / "calendars").mkdir()
    same_day = Freed("t1", time(18, "09:00"), time(18, "13:00"))
    (path / "busy.csv").unlink()
    same(path, [FreedTogether((same_day,))])
