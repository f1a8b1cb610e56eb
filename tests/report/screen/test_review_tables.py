"""A review, echoed back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ltsched.domain.review import StageSettings
from ltsched.report.screen.review_tables import free_share, hours_a_week, people_table, stages_lines, to_plan_table
from tests.support import agendas
from tests.support.made_up import HOSTILE, made_up_agenda
from tests.support.printing import printed


def test_free_time_is_a_share_of_the_working_hours_in_the_span() -> None:
    """A busy Monday of two weeks is a tenth; whoever works no hours has no share."""
    people = [agendas.person("l1"), agendas.person("l2")]
    plan = agendas.agenda(people, [], busy={"l1": agendas.span(0, "09:00", "17:00")}, span_days=14)
    assert free_share(plan.review.person("l1"), plan) == pytest.approx(0.9)
    assert free_share(plan.review.person("l2"), plan) == 1
    assert hours_a_week(plan.review.person("l1")) == 40
    idle = replace(plan.review.person("l1"), works=type(people[0].works)(()))
    assert free_share(idle, plan) is None


def test_hostile_names_stay_in_their_cells() -> None:
    plan = made_up_agenda(HOSTILE)
    shown = printed(people_table(plan.review, plan), width=200)
    assert "[bold red]Eve[/] [31mred]0;title gnp.exe second line <script>" in shown


def test_what_will_be_planned_is_counted_by_kind_or_title() -> None:
    plan = made_up_agenda()
    plan = replace(plan, activities=(*plan.activities, agendas.activity("board", title="Board briefing")))
    assert printed(to_plan_table(plan)).splitlines() == [
        "1 set-up",
        "1 conversation",
        "1 joint meeting",
        "1 Board briefing",
    ]


def test_own_stages_are_echoed_back() -> None:
    plan = made_up_agenda()
    review = replace(plan.review, stages=StageSettings(("finish",), {"missed-attendance": 2}))
    assert printed(stages_lines(review)) == "Stages first in order: finish\nTolerances of stages: missed-attendance 2"
    assert printed(stages_lines(plan.review)) == ""
