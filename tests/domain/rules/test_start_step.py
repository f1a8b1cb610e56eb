"""The times at which anything may start."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from ltsched.domain.rules import OnStep
from tests.support.agendas import activity, agenda, at, booking, span
from tests.support.rule_cases import L1, Case, hour, named

TWO_HOURS = [activity("a", must=("l1",))]
FEASIBLE_PLAN = agenda([L1], TWO_HOURS, busy={"l1": span(0, "09:00", "10:30") | span(0, "12:30", "17:00")}, days=1)
FEASIBLE = Case(FEASIBLE_PLAN, (booking(FEASIBLE_PLAN, "a", at(0, "10:30")),))
INFEASIBLE_PLAN = agenda([L1], TWO_HOURS, busy={"l1": span(0, "09:00", "10:15") | span(0, "12:15", "17:00")}, days=1)
INFEASIBLE = Case(INFEASIBLE_PLAN, (booking(INFEASIBLE_PLAN, "a", at(0, "10:15")),), cut=True)


def test_seconds_are_off_every_step() -> None:
    """On the minute, or not at all."""
    one = hour("a", 0)
    late = replace(one, start=one.start + timedelta(seconds=1))
    assert (named(OnStep(30), {"a": one}), named(OnStep(30), {"a": late})) == ([], ["start step"])
