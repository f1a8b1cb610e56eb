"""The days of a clash against its people."""

from __future__ import annotations

from dataclasses import replace

from ltsched.domain.explaining.explanation import Clash
from ltsched.domain.explaining.picture import EVERYBODY, Cell, picture_of
from ltsched.domain.rules import Fact
from ltsched.domain.settled import WishedWindow
from ltsched.domain.working_days import WorkingDays
from tests.support import agendas
from tests.support.explained import explained, explained_agenda

JOINT = "joint-meeting:1"


def test_each_person_of_the_clash_has_a_row_of_their_absences() -> None:
    """A day that is taken whole and one of which the morning is; the day of the cheapest cure is the best."""
    found = explained()
    picture = picture_of(found.clashes[0], found.cures, explained_agenda())
    assert picture is not None
    assert picture.days == tuple(agendas.day(7 * week + number) for week in range(4) for number in range(5))
    (row,) = picture.rows
    assert row.id == "t1"
    assert row.away[agendas.day(0)] == Cell(("leave",), whole=True)
    assert row.away[agendas.day(16)] == Cell(("busy",), whole=False)
    assert picture.best == agendas.day(16)


def test_without_a_cure_about_a_day_the_best_is_that_with_the_fewest_away() -> None:
    leave = tuple(agendas.day(number) for number in range(4))
    facts = (Fact("diary", ("t1",), dates=leave, kind="leave"), Fact("diary", ("c1",), dates=(agendas.day(4),)))
    clash = Clash((JOINT,), (*facts, Fact("diary", ("c1",), dates=leave[:3], kind="court")))
    picture = picture_of(clash, (), explained_agenda())
    assert picture is not None
    assert [picture.away_on(agendas.day(number)) for number in range(5)] == [2, 2, 2, 1, 1]
    assert picture.best == agendas.day(3)
    assert {row.id: len(row.away) for row in picture.rows} == {"t1": 4, "c1": 4}
    other = next(one.id for one in explained_agenda().activities if one.id != JOINT)
    two = picture_of(replace(clash, activities=(JOINT, other)), (), explained_agenda())
    assert two is not None
    assert two.best is None, "the best day of one of them says nothing of the other"


def test_where_no_day_is_better_none_is_the_best() -> None:
    fact = Fact("diary", ("t1",), dates=tuple(agendas.day(number) for number in range(5)), kind="leave")
    picture = picture_of(Clash((JOINT,), (fact,)), (), explained_agenda())
    assert picture is not None
    assert picture.best is None


def test_a_clash_about_nobodys_absences_has_none() -> None:
    """Nor one about activities that are not on the agenda."""
    found, agenda = explained().clashes[0], explained_agenda()
    assert picture_of(replace(found, facts=found.facts[:2]), (), agenda) is None
    assert picture_of(replace(found, activities=("gone",)), (), agenda) is None


def test_on_a_bank_holiday_everybody_is_away() -> None:
    """It is among the days, is in the way of each, and is never the best."""
    leave = tuple(agendas.day(number) for number in range(4))
    off = Fact("bank holiday", dates=(agendas.day(4),), kind="bank-holiday")
    plan = replace(explained_agenda(), working_days=WorkingDays(frozenset(off.dates)))
    picture = picture_of(Clash((JOINT,), (Fact("diary", ("t1",), dates=leave, kind="leave"), off)), (), plan)
    assert picture is not None
    assert picture.days == (*leave, agendas.day(4))
    assert [picture.rows[0].away[day].kinds for day in picture.days] == [*[("leave",)] * 4, ("bank-holiday",)]
    assert picture.best is None


def test_of_bank_holidays_alone_one_row_stands_for_everybody() -> None:
    """On the days of a wished window, where there is one: no other is any use."""
    off = Fact("bank holiday", dates=(agendas.day(4), agendas.day(7)), kind="bank-holiday")
    window = ((WishedWindow(first=agendas.day(4), last=agendas.day(7)),),)
    plan = replace(explained_agenda(), working_days=WorkingDays(frozenset(off.dates)))
    plan = replace(plan, activities=tuple(replace(one, windows=window) for one in plan.activities))
    picture = picture_of(Clash((JOINT,), (Fact("wished window", (JOINT,)), off)), (), plan)
    assert picture is not None
    assert picture.days == off.dates
    assert [(row.id, tuple(row.away)) for row in picture.rows] == [(EVERYBODY, off.dates)]


def test_it_tells_no_more_of_a_diary_than_the_facts_do() -> None:
    """Whatever else stands in anybody's calendar."""
    found, agenda = explained(), explained_agenda()
    busy = agendas.agenda(agenda.review.people, agenda.activities, busy={"t1": agendas.span(28, "09:00", "17:00")})
    assert picture_of(found.clashes[0], found.cures, busy) == picture_of(found.clashes[0], found.cures, agenda)


def test_where_one_kind_is_shown_it_is_not_the_hours_of_work() -> None:
    """That somebody does not work early in the morning hides nothing else."""
    assert Cell(("outside-hours", "busy"), whole=True).kind == "busy"
    assert Cell(("outside-hours", "part-time-day"), whole=True).kind == "outside-hours"
