"""Why nothing fits, when each activity alone would: which kind of rule would have to give way."""

from __future__ import annotations

import time

import pytest

from ltsched.domain.people import Role
from ltsched.domain.reasons import Advice
from ltsched.domain.rules import DailyLoad, OneDay, OneWeek, Precedence, Shape, Spread
from ltsched.model.free_time import FreeTime
from ltsched.model.grid import lay_grid
from ltsched.solve.reasons.relaxing import reasons_by_relaxing
from ltsched.solve.run import Runner
from tests.support.agendas import MONDAY, activity, agenda, conversation, day, person, span
from tests.support.solving import does_not_fit, plan_agenda

L1, L2, T1 = person("l1", Role.LEAD_REVIEWER), person("l2", Role.LEAD_REVIEWER), person("t1")
C1, C2 = (person(id, Role.CASE_GROUP, agency="school") for id in ("c1", "c2"))
APART = (activity("a", must=("l1",), end=day(1)), activity("b", must=("l1",), first=day(9)))


@pytest.mark.parametrize(
    ("shape", "name"),
    [
        (OneWeek(("a", "b"), MONDAY), "if it need not lie in one week"),
        (OneDay(("a", "b")), "if it need not lie on one day"),
    ],
)
def test_the_shape_is_to_blame(shape: Shape, name: str) -> None:
    """Two that lie in different weeks."""
    assert f"it would fit {name}" in does_not_fit(agenda([L1], APART, shape=shape, days=14))


def test_the_even_spread_is_to_blame() -> None:
    """The positions put the first after the second."""
    days = tuple(day(number) for number in range(12) if day(number).weekday() < 5)
    both = [activity(id, must=("l1",)) for id in "ab"]
    spread = Spread(("a", "b"), (7, 1), 2, days)
    reasons = does_not_fit(agenda([L1], both, shape=spread, precedences=[Precedence("a", "b")], days=12))
    assert reasons[0] == "a has no time left between what must come before it and what must come after it"
    assert "it would fit if the meetings need not be spread evenly" in reasons


def test_the_gaps_between_meetings_are_to_blame() -> None:
    """Three working days between two that lie on one day."""
    both = [activity(id, must=("l1",), end=day(1)) for id in "ab"]
    reasons = does_not_fit(agenda([L1], both, precedences=[Precedence("a", "b", 3)], days=7))
    assert "it would fit without least and greatest gaps between meetings" in reasons


def test_the_daily_load_and_the_gaps_after_conversations_are_to_blame() -> None:
    """Each alone, in a review that only one of them spoils."""
    talks = [conversation(id, ["l1", "t1"], end=day(1)) for id in ("c1", "c2")]
    # Another day, for something else, so that the sums of all days do not tell.
    talks += [activity("m", must=("t1",), first=day(1))]
    load = DailyLoad(tuple(talk.id for talk in talks), 1)
    reasons = does_not_fit(agenda([L1, T1, C1, C2], talks, daily_loads=[load], days=2))
    assert "it would fit without a limit on conversations a day" in reasons
    assert not any("gaps after" in reason for reason in reasons)
    tight = agenda([L1, T1, C1, C2], talks, busy={"l1": span(0, "13:00", "17:00")}, days=2)
    assert "it would fit without gaps after conversations" in does_not_fit(tight)


def test_the_quorum_is_to_blame() -> None:
    """One guest cannot be at two meetings of one hour."""
    both = [activity(id, must=(lead,), expected=("t1",), quorum=2) for id, lead in (("a", "l1"), ("b", "l2"))]
    busy = {id: span(0, "11:00", "17:00") for id in ("l1", "l2")}
    assert "it would fit without a quorum" in does_not_fit(agenda([L1, L2, T1], both, busy=busy, days=1))


def test_a_hold_is_to_blame() -> None:
    """The first is held on the only day that comes before the second."""
    both = (
        activity("a", must=("l1",), held=frozenset({day(0)})),
        activity("b", must=("l2",), end=day(1)),
    )
    reasons = does_not_fit(agenda([L1, L2], both, precedences=[Precedence("a", "b")], days=5))
    assert "it would fit without the holds" in reasons


def test_nothing_alone_helps() -> None:
    """Said as it is, after the arithmetic: sixteen hours in a day of eight."""
    reasons = does_not_fit(
        agenda(
            [L1], [activity(id, must=("l1",), minutes=240, end=day(1)) for id in "abcd"], shape=OneDay(("a",)), days=3
        )
    )
    assert "l1 is needed for 4 activities (a, b and 2 more), which take 16 h" in reasons[0]
    assert reasons[1:] == (
        "no timetable keeps every rule at once",
        "leaving out one kind of rule alone does not help",
    )


def test_what_was_not_tried_is_not_said_to_be_useless() -> None:
    """With no time left nothing is known of what would help, and nothing else is said."""
    plan = agenda([L1], APART, shape=OneDay(("a", "b")), days=14)
    free = FreeTime.of(plan, lay_grid(plan))
    reasons = [reason.text for reason in reasons_by_relaxing(plan, free, Runner(time.monotonic()))]
    assert not any("does not help" in reason for reason in reasons)
    assert reasons[1].startswith("there was no time to find out whether it would fit if it need not lie on one day")


def test_what_helps_is_a_cure() -> None:
    """In the words that follow "it would fit"."""
    plan = agenda([L1], APART, shape=OneDay(("a", "b")), days=14)
    together, *helping = plan_agenda(plan).reasons
    assert (together.rule, together.cure) == ("together", None)
    (one,) = (reason for reason in helping if reason.rule == "one day")
    assert one.cure == Advice("if it need not lie on one day")
    assert all(reason.rule == "agenda" for reason in helping if reason is not one)
