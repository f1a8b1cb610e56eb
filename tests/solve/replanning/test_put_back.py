"""What is moved, and put back before anybody has heard of it, is as people were told: its room too."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import ltsched
from tests.support.living import begun


def test_nobody_hears_of_what_is_put_back(tmp_path: Path) -> None:
    """It is in the room that they were told of, whichever else would do."""
    living = begun(tmp_path / "review")
    first, second = "conversation:c1", "conversation:c2"
    with living.now():
        start = living.timetable.booking(first).start
        together = ltsched.replan(living.read(), moves={first: start, second: start})
        ltsched.write(together.result, living.folder / "out")
    told = living.timetable
    assert told.booking(first).start == told.booking(second).start
    assert told.booking(first).room != told.booking(second).room
    with living.now():
        living.invite()
        living.today += timedelta(1)
    with living.now():
        away = {id: datetime(2027, 1, 19, hour) for id, hour in ((first, 10), (second, 14))}
        elsewhere = ltsched.replan(living.read(), moves={**away, "review-team-meeting:1": datetime(2027, 1, 20, 10)})
        ltsched.write(elsewhere.result, living.folder / "out")
        assert living.timetable.booking(second).start != told.booking(second).start
        back = living.replan(moves={second: told.booking(second).start})
    assert {due.invitation.told.activity for due in back.messages}.isdisjoint({second})
    assert back.result.timetable.booking(second) == told.booking(second)
