"""People were told of one day and have agreed on another, without an invitation: what is over then."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import ltsched
from tests.support.living import begun


def test_what_was_planned_for_the_day_agreed_on_took_place_as_planned(tmp_path: Path) -> None:
    """The timetable says at what time it was, though the invitations say another day."""
    living = begun(tmp_path / "review")
    told = living.timetable.booking("introduction")
    agreed = told.day + timedelta(2)
    with living.now():
        living.invite()
    living.today = date(2027, 1, 14)
    living.settle("introduction", "agreed", agreed)
    with living.now():
        ltsched.write(living.replan().result, living.folder / "out")
    planned = living.timetable.booking("introduction")
    assert (told.day, planned.day) == (date(2027, 1, 18), agreed)
    living.today = agreed
    (over,) = (one for one in living.read().over if one.activity == "introduction")
    assert over == planned
