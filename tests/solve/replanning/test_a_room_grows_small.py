"""When more people come than the room has seats, all hear of another room, and that is proven to be the least."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

import ltsched
from ltsched.verify import verify
from tests.support.living import begun

TEAM = {"l1", "l2", "t1", "t2", "t3"}


@pytest.mark.parametrize(("newcomers", "told", "least"), [(1, {"n1"}, 1), (2, {*TEAM, "n1", "n2"}, 7)])
def test_it_is_told_to_all_who_meet_there(newcomers: int, told: set[str], least: int, tmp_path: Path) -> None:
    """The small room has six seats: for a sixth of the team there is one, with a seventh all meet elsewhere."""
    living = begun(tmp_path / "review")
    with living.now():
        living.invite()
        living.today += timedelta(1)
        for _ in range(newcomers):
            living.with_person(team=True)
        replanned = ltsched.replan(living.read())
    timetable = replanned.result.timetable
    assert timetable is not None
    assert set(replanned.told) == told
    (stage,) = (stage for stage in timetable.stages if stage.name == "told")
    assert (stage.value, stage.bound) == (least, least)
    assert verify(replanned.result.agenda, timetable) == ()
