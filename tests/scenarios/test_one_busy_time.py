"""One new busy time in each of the shipped scenarios: what has to move is proven to be the least."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

import ltsched
from ltsched.domain.people import Role
from ltsched.domain.stages.table import MOVES_LEAST
from ltsched.domain.timetable import Status
from ltsched.options.expand import expand
from ltsched.options.template import shipped_options
from ltsched.verify import verify
from tests.support.three_weeks_later import announced, away

pytestmark = pytest.mark.long


@pytest.mark.parametrize("name", shipped_options())
def test_what_moves_is_the_least(name: str, tmp_path: Path) -> None:
    """A lead reviewer is away on a day of theirs: impossible, or each stage of replanning is proven and it is sound."""
    folder = announced(name, tmp_path / "review")
    day = ltsched.read_review(folder).commissioned
    if not (folder / "busy.csv").exists():
        (folder / "busy.csv").write_text("id,start,end,level,note\n", encoding="utf-8")
    before = ltsched.replan(ltsched.read_review(folder, today=day))
    assert before.unchanged
    lead = before.result.agenda.review.with_role(Role.LEAD_REVIEWER)[0].id
    own = [one.day for one in before.current.of_person(lead) if one.day > day + timedelta(days=1)]
    away(folder, lead, str(own[len(own) // 2]), str(own[len(own) // 2]))
    review = ltsched.read_review(folder, today=day)
    replanned = ltsched.replan(review)
    timetable = replanned.result.timetable
    if timetable is None:
        assert replanned.result.status is Status.INFEASIBLE
        assert replanned.cannot_stay
        return
    assert all(stage.proven for stage in timetable.stages if stage.name in MOVES_LEAST)
    assert verify(expand(review), timetable) == ()
    ltsched.write(replanned.result, folder / "out")
    assert ltsched.replan(ltsched.read_review(folder, today=day)).unchanged
