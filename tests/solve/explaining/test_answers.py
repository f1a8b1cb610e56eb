"""What resolves a clash, asked of a small review: several days at once, and nothing that changes nothing."""

from __future__ import annotations

import time
from datetime import date, timedelta
from pathlib import Path

import ltsched
from ltsched.domain.explaining.explanation import Clash
from ltsched.domain.explaining.step import Step
from ltsched.solve.explaining.answers import Answers
from ltsched.solve.explaining.clashes import find_clashes
from ltsched.solve.explaining.explain import explain
from ltsched.solve.explaining.merged import merged
from ltsched.solve.run import Runner
from tests.support.impossible.bases import base
from tests.support.impossible.folder import Folder


def ways(folder: Folder, path: Path, about: str, rule: str = "diary") -> list[tuple[Step, ...]]:
    """What resolves the clash in which somebody or something is away, or another `rule` has a part."""
    review, runner = ltsched.read_review(folder.write(path / "review")), Runner(time.monotonic() + 600)
    agenda = Answers(review, runner).applied(())
    clashes = find_clashes(agenda, runner)
    told = merged(clashes, agenda)
    answers = Answers(review, runner, of_each=[clash for clash in told if clash not in clashes])
    return list(answers.remedies(next(clash for clash in told if _is_about(clash, about, rule))).ways)


def _is_about(clash: Clash, id: str, rule: str) -> bool:
    return any(fact.rule == rule and id in (fact.ids[0], "") for fact in clash.facts)


def test_a_room_is_had_on_several_days(tmp_path: Path) -> None:
    """It is taken in all weeks that the one week may be: for one meeting alone it need not be asked for."""
    folder = base("speed-plus")
    folder.entry("r1", "2027-05-10", "2027-12-31", "Elections")
    freed = [step for way in ways(folder, tmp_path, "r1") for step in way if step.kind == "room-busy"]
    assert len(freed) == 1
    assert freed[0].change.freed == {"r1"}
    assert len(freed[0].change.dates) > 1


def test_a_week_more_is_no_help_against_leave_that_lasts(tmp_path: Path) -> None:
    """No joint meeting has a room either: that the leave goes on before and after the days told is not forgotten."""
    folder = base("speed-plus")
    folder.away("t1", "2027-05-01", "2027-12-31", "leave")
    folder.rooms["r1"]["capacity"] = "3"
    kinds = {step.kind: step for way in ways(folder, tmp_path, "t1") for step in way}
    assert "essential" in kinds
    assert "span" not in kinds
    assert kinds["lead-in"].cost > 4  # a week less ends in the leave, too


def test_a_week_more_is_no_help_against_a_hold_without_an_end(tmp_path: Path) -> None:
    """Of a meeting that has no room either: the hold goes on in that week."""
    folder = base("focused")
    folder.add("hold", scope="activity:event", from_=date(2027, 1, 11), reason="trial")
    folder.rooms["r1"]["capacity"] = "3"
    kinds = {step.kind for way in ways(folder, tmp_path, "", rule="hold") for step in way}
    assert "hold" in kinds
    assert kinds.isdisjoint({"span", "lead-in"})


def test_of_two_clashes_of_one_activity_each_is_resolved_by_itself(tmp_path: Path) -> None:
    """Neither person alone lets the event be held: both need not come is known to be put together of two ways."""
    folder = base("focused")
    for id in ("t1", "p1"):
        folder.people[id]["essential"] = "yes"
        folder.away(id, "2027-01-11", "2027-12-31", "leave")
    review = ltsched.read_review(folder.write(tmp_path / "review"))
    explanation = explain(review)
    assert [one.activities for one in explanation.clashes] == [("event",), ("event",)]
    assert ("essential", "essential") in [tuple(step.kind for step in cure.steps) for cure in explanation.cures]


def test_who_is_away_for_the_rest_of_a_review_under_way_comes_to_what_is_left(tmp_path: Path) -> None:
    """What is over cannot be asked for any more, and need not be."""
    folder = base("focused")
    path = folder.write(tmp_path / "review")
    planned = ltsched.plan(ltsched.read_review(path)).timetable
    assert planned is not None
    past = min(planned.bookings, key=lambda one: one.start)
    folder.add("booking", activity=past.activity, start=past.start.replace(tzinfo=None), state="held")
    folder.review["today"] = past.day + timedelta(days=1)
    folder.away("l1", str(past.day), "2027-12-31", "sick")
    explanation = explain(ltsched.read_review(folder.write(tmp_path / "later")))
    assert explanation.cures
    for cure in explanation.cures:
        assert past.day not in {day for step in cure.steps for day in step.change.dates}


def test_once_the_time_of_the_review_is_over_that_is_all_there_is_to_say(tmp_path: Path) -> None:
    """Nothing clashes, and nothing that could be tried would help."""
    review = ltsched.read_review(base("focused").write(tmp_path / "review"), today=date(2030, 1, 1))
    explanation = explain(review)
    (reason,) = explanation.arithmetic
    assert (reason.rule, explanation.clashes, explanation.cures) == ("window", (), ())
    assert "the time of the review is over" in reason.said
