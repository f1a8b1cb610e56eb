"""The days of a clash against its people, in letters."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from rich.console import Console

from ltsched.domain.agenda import Agenda
from ltsched.domain.explaining.explanation import Clash
from ltsched.domain.explaining.picture import picture_of
from ltsched.domain.rules import Fact
from ltsched.report.screen.explaining.days_picture import days_part
from tests.support import agendas
from tests.support.explained import explained, explained_agenda
from tests.support.made_up import HOSTILE

JOINT = "joint-meeting:1"


def shown(clash: Clash, agenda: Agenda) -> str:
    """Return what stands on a screen of 80 columns without colours."""
    picture = picture_of(clash, explained().cures, agenda)
    assert picture is not None
    console = Console(width=80, color_system=None)
    with console.capture() as capture:
        console.print(days_part(picture, agenda))
    return capture.get()


def test_a_letter_for_each_day_small_for_a_part_of_it() -> None:
    text = shown(explained().clashes[0], explained_agenda())
    lines = [line.rstrip() for line in text.splitlines()]
    assert lines[:5] == [
        "Who is away when",
        "                           Mar",
        "                           1     8     15    22",
        " Dana Example (t1)         LLLLL LLLLL CCbbb bbbbb",
        "                                         ^",
    ]
    assert "L on leave, C at court, B busy in the calendar" in text
    assert "^ the best day is Wed 17 Mar 2027; away: Dana Example (t1)" in text


def long_agenda() -> Agenda:
    agenda = explained_agenda()
    activities = tuple(replace(one, end=agendas.day(400)) for one in agenda.activities)
    return replace(agenda, activities=activities)


def weekdays(weeks: int) -> tuple[date, ...]:
    return tuple(agendas.day(7 * week) + timedelta(days=number) for week in range(weeks) for number in range(5))


def test_over_many_weeks_a_letter_for_each_week() -> None:
    """Within 80 columns however many weeks there are; of a week that is not all taken a small one."""
    days = weekdays(40)
    facts = (
        Fact("diary", ("t1",), dates=days, kind="leave"),
        Fact("diary", ("c1",), dates=days[1:], kind="court"),
    )
    text = shown(Clash((JOINT,), facts), long_agenda())
    assert max(map(len, text.splitlines())) <= 80
    rows = [line.split(")", 1)[1].split() for line in text.splitlines() if "(c1)" in line and "best" not in line]
    assert ["".join(row) for row in rows] == ["c" + 25 * "C", 14 * "C"]
    assert "a letter a week" in text


def test_nine_weeks_of_days_fit() -> None:
    clash = Clash((JOINT,), (Fact("diary", ("t1",), dates=weekdays(9), kind="leave"),))
    text = shown(clash, long_agenda())
    assert " ".join(9 * ["LLLLL"]) in text
    assert max(map(len, text.splitlines())) <= 80


def test_a_name_is_shown_as_it_stands_and_cut_to_its_column() -> None:
    agenda = explained_agenda()
    people = tuple(replace(one, name=HOSTILE) if one.id == "t1" else one for one in agenda.review.people)
    agenda = replace(agenda, review=replace(agenda.review, people=people))
    text = shown(explained().clashes[0], agenda)
    assert "\x1b" not in text
    assert "[bold red]Eve" in text
    assert max(map(len, text.splitlines())) <= 80
