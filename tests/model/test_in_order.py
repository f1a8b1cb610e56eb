"""The order of timetables that are as good: what is compared, and what comes before another."""

from __future__ import annotations

import itertools
from dataclasses import replace

from ortools.sat.python import cp_model

from ltsched.domain.people import Role
from ltsched.model.in_order import Choice, choices_of_days, choices_of_the_rest, only_before
from ltsched.solve.run import Runner
from tests.support.agendas import activity, agenda, conversation, person
from tests.support.solving import built


def test_only_what_comes_before_is_left() -> None:
    """Each pair of a small number and a yes or no, against each other pair: yes comes before no."""
    values = list(itertools.product(range(3), (True, False)))
    for bound in values:
        left = set()
        for one in values:
            cp = cp_model.CpModel()
            number, holds = cp.new_int_var(0, 2, "number"), cp.new_bool_var("holds")
            choices = [Choice(number.index), Choice(holds.index, most=True)]
            only_before(cp, choices, [bound[0], int(bound[1])])
            cp.add(number == one[0])
            cp.add(holds == int(one[1]))
            if Runner(float("inf")).solve(cp).solution is not None:
                left.add(one)
        assert left == {one for one in values if (one[0], not one[1]) < (bound[0], not bound[1])}


def test_the_least_by_the_domain() -> None:
    """A number from two on; a literal that may be true, so that it comes first when it is."""
    cp = cp_model.CpModel()
    number, holds = cp.new_int_var(2, 9, "number"), cp.new_bool_var("holds")
    assert Choice(number.index).least(cp) == 2
    assert Choice(holds.index, most=True).least(cp) == -1
    assert Choice(holds.index, most=True).first([5, 1]) == -1


def test_days_then_starts_then_those_who_hold_it() -> None:
    """In the order of the agenda, and of the pool."""
    people = [person("l1", Role.LEAD_REVIEWER), person("l2", Role.LEAD_REVIEWER), person("c1")]
    talk = replace(conversation("talk", ("l2", "l1")), must=("c1",))
    model = built(agenda(people, [activity("b", must=("l1",)), talk, activity("a", must=("l2",))], days=2))
    names = [variable.name for variable in model.cp.proto.variables]
    assert [names[one.index] for one in choices_of_days(model)] == ["day b", "day conversation:talk", "day a"]
    rest = choices_of_the_rest(model)
    starts, holds = ["start b", "start conversation:talk", "start a"], ["l2 holds", "l1 holds"]
    assert [names[one.index] for one in rest] == [*starts, *(f"{who} conversation:talk" for who in holds)]
    assert [one.most for one in rest] == [False, False, False, True, True]
