"""In which order the facts of a clash are told: who is away on the best day comes first."""

from __future__ import annotations

from ltsched.domain.explaining.explanation import Clash, Explanation
from ltsched.domain.explaining.picture import picture_of
from ltsched.domain.rules import Fact
from ltsched.domain.timetable import Status
from ltsched.domain.words.explaining.telling_of import telling_of
from tests.support.agendas import activity, agenda, day, person, span

PLAN = agenda([person(id) for id in ("t1", "t2", "t3")], [activity("a", expected=("t1", "t2", "t3"), quorum=2)])


def leave(id: str, *numbers: int) -> Fact:
    return Fact("diary", (id,), dates=tuple(day(number) for number in numbers), kind="leave")


def told(*facts: Fact) -> list[tuple[str, ...]]:
    """Return whose diaries are told, in that order."""
    (clash,) = telling_of(Explanation(Status.INFEASIBLE, clashes=(Clash(("a",), facts),)), PLAN).clashes
    return [each.fact.ids for each in clash.facts if each.fact.rule == "diary"]


def test_who_is_away_on_the_best_day_of_a_quorum_is_told_first() -> None:
    """Though somebody else stands before them in the clash."""
    quorum = Fact("quorum", ("a",), 2, dates=(day(1),), spans=tuple(span(1, "10:00", "12:00")))
    facts = (quorum, leave("t1", 0, 2), leave("t2", 0, 2), leave("t3", 0, 1, 2))
    assert told(*facts) == [("t3",), ("t1",), ("t2",)]
    picture = picture_of(Clash(("a",), facts), (), PLAN)
    assert picture is not None
    assert picture.best == day(1)


def test_without_a_quorum_the_best_day_is_that_on_which_the_fewest_are_away() -> None:
    plan_days = [leave("t1", 0, 1, 3, 4), leave("t2", *range(5)), leave("t3", 0, 1, 3, 4)]
    assert told(*plan_days) == [("t2",), ("t1",), ("t3",)]


def test_where_no_day_is_better_they_stand_as_in_the_clash() -> None:
    assert told(leave("t1", *range(5)), leave("t2", *range(5))) == [("t1",), ("t2",)]
