"""What is close to impossible is told before anybody plans, each kind in its smallest case, and one less is not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from ltsched.domain.agenda import Agenda
from ltsched.domain.option import RoomNeed
from ltsched.domain.people import Role
from ltsched.domain.reasons import Reason
from ltsched.domain.review import Hold, HoldScope
from ltsched.domain.rules import DailyLoad, Early, OneWeek, Precedence
from ltsched.domain.spans import Spans
from ltsched.solve.early.warnings import early_warnings
from tests.support.agendas import activity, agenda, at, booking, conversation, day, person, room, span

L1, L2 = (person(id, Role.LEAD_REVIEWER, agency="") for id in ("l1", "l2"))
T1 = person("t1")
STAFF = [person(f"c{number}", Role.CASE_GROUP, agency="school") for number in range(1, 9)]


def told(plan: Agenda) -> tuple[Reason, ...]:
    """Return what is told of `plan`."""
    return tuple(early.reason for early in early_warnings(plan))


def away(days: Sequence[int]) -> Spans:
    """Return whole days on which somebody is away."""
    return Spans.of(pair for number in days for pair in span(number, "00:00", "23:59").pairs)


def at_noon(days: int) -> Spans:
    """Return an hour at noon on each day."""
    return Spans.of(pair for number in range(days) for pair in span(number, "12:00", "13:00").pairs)


def test_of_a_review_with_time_nothing_is_told() -> None:
    """Three possible days are enough."""
    assert told(agenda([T1], [activity("m", must=("t1",))], days=3)) == ()


def test_an_activity_with_two_possible_days() -> None:
    """The days are named, with their weekdays, and the year once."""
    (reason,) = told(
        agenda([T1], [activity("m", title="Joint meeting", must=("t1",))], busy={"t1": away([1, 2])}, days=4)
    )
    assert reason.said == "m has 2 possible days: Mon 1 Mar, Thu 4 Mar 2027" or "Joint meeting" in reason.said
    assert "has 2 possible days: Mon 1 Mar, Thu 4 Mar 2027" in reason.said
    assert (reason.rule, reason.ids, reason.dates) == ("days", ("m",), (day(0), day(3)))
    assert reason.numbers == {"days": 2}


def test_days_are_counted_after_the_order() -> None:
    """Of four days the first two are taken by what comes before, a day apart each."""
    made = [activity(id, must=("t1",)) for id in "abc"]
    order = [Precedence("a", "b", 1), Precedence("b", "c", 1)]
    reasons = told(agenda([T1], made, precedences=order, days=4))
    assert [reason.ids for reason in reasons if reason.rule == "days"] == [("a",), ("b",), ("c",)]
    assert told(agenda([T1], made, days=4)) == ()


def test_what_is_agreed_is_left_alone() -> None:
    """People decided on its day."""
    plan = agenda([T1], [activity("m", must=("t1",), agreed=at(0, "10:00"))], days=1)
    assert told(plan) == ()


def test_of_a_review_under_way_nothing_is_told() -> None:
    """Planned again, what nobody could plan afresh may stay where it is."""
    plan = agenda([T1], [activity("a", must=("t1",)), activity("b", must=("t1",), minutes=900)], days=2)
    assert told(plan)
    begun = replace(plan.review, over=(booking(plan, "a", at(0, "10:00")),))
    assert told(replace(plan, review=begun)) == ()
    assert told(replace(plan, review=replace(plan.review, told_days={"a": day(0)}))) == ()


def test_the_closest_is_first() -> None:
    """One possible day before two."""
    plan = agenda([T1], [activity("a", must=("t1",), end=day(2)), activity("b", must=("t1",), end=day(1))], days=9)
    assert [reason.ids for reason in told(plan)] == [("b",), ("a",)]


def test_one_week_that_could_hold_all() -> None:
    """Said once, and not of each activity."""
    made = [activity(f"m{n}", must=("t1",)) for n in range(2)]
    plan = agenda([T1], made, shape=OneWeek(("m0", "m1"), day(0)), days=5)
    (reason,) = told(plan)
    assert reason.said == "only 1 week could hold all that has to lie in one: that of Mon 1 Mar 2027"
    assert (reason.rule, reason.dates) == ("week", (day(0), day(5)))
    assert told(agenda([T1], made, shape=OneWeek(("m0", "m1"), day(0)), days=19)) == ()


def test_a_person_whose_every_day_is_needed() -> None:
    """Three meetings of five hours on three days; on four days one is left."""
    made = [activity(f"m{n}", must=("t1",), minutes=300) for n in range(3)]
    (reason,) = told(agenda([T1], made, days=3))
    assert "Name of t1 (t1) is needed for m0, m1 and m2, which takes all 3 days that there are for it" in reason.said
    assert "from Mon 1 Mar 2027 to Wed 3 Mar 2027" in reason.said
    assert reason.ids == ("m0", "m1", "m2", "t1")
    assert (reason.numbers["needed_days"], reason.numbers["possible_days"]) == (3, 3)
    assert told(agenda([T1], made, days=4)) == ()


def by_pair(talks: int, days: int = 3) -> Agenda:
    """Return conversations that l1 and l2 hold, one a day each; t1 may hold them too."""
    pool = ("l1", "l2", "t1")
    made = [conversation(each.id, pool, leads=("l1", "l2")) for each in STAFF[:talks]]
    load = DailyLoad(tuple(one.id for one in made), 1)
    return agenda([L1, L2, T1, *STAFF[:talks]], made, daily_loads=[load], days=days)


def test_a_pool_with_little_to_spare() -> None:
    """Three people with a place on each of four days have twelve places, of which six conversations take all."""
    (reason,) = told(by_pair(6, days=4))
    assert (reason.rule, reason.numbers) == ("capacity", {"needed": 12, "possible": 12})
    assert reason.said.startswith("there is hardly any room: 6 conversations × 2 reviewers, each 120 minutes")
    assert told(by_pair(5, days=4)) == ()


def test_only_one_panel_is_possible_by_the_rules() -> None:
    """Nobody else may hold it; that is told once for both."""
    made = [conversation(each.id, ("l1", "l2")) for each in STAFF[:2]]
    (reason,) = told(agenda([L1, L2, *STAFF[:2]], made, days=9))
    assert reason.said.startswith(
        "only Name of l1 (l1) and Name of l2 (l2) can hold the conversation:c1 with Name of c1 (c1)"
    )
    assert reason.said.endswith("nobody else may")
    assert (reason.rule, reason.ids) == ("panel", ("conversation:c1", "conversation:c2", "l1", "l2"))


def test_only_one_panel_is_possible_by_the_diaries() -> None:
    """The third may hold it, and is away; with a day of the third it is not told."""
    pool = ("l1", "l2", "t1")
    made = [conversation("c1", pool)]
    (reason,) = told(agenda([L1, L2, T1, STAFF[0]], made, busy={"t1": away(range(9))}, days=9))
    assert reason.said.endswith("no others who may have time together")
    assert told(agenda([L1, L2, T1, STAFF[0]], made, busy={"t1": away(range(8))}, days=9)) == ()


def in_room(busy: Sequence[int], **more: Any) -> Agenda:
    """Return a meeting that only the large room seats, which is busy on some days of nine."""
    made = activity("m", must=("t1", "l1", "l2"), room=RoomNeed.NEEDED)
    return agenda([L1, L2, T1], [made], rooms=[room("r1", 20), room("r2", 2)], busy={"r1": away(busy)}, days=9, **more)


def test_a_room_that_alone_is_large_enough_and_seldom_free() -> None:
    """Free on two days of seven; on three it is not told."""
    (reason,) = told(in_room([0, 1, 2, 3, 4]))
    assert reason.said == (
        "m has 2 possible days: Mon 8 Mar, Tue 9 Mar 2027; Room r1 (r1) alone is large enough, and is free on 2 days"
    )
    assert (reason.rule, reason.ids, reason.numbers) == ("room", ("m", "r1"), {"days": 2, "room_days": 2})
    assert told(in_room([0, 1, 2, 3])) == ()


@pytest.mark.parametrize(
    ("plan", "rule", "said"),
    [
        (
            agenda([T1], [activity("m", must=("t1",), minutes=480)], busy={"t1": at_noon(3)}, days=3),
            "diary",
            "m has no possible time, whatever else is booked",
        ),
        (
            agenda(
                [T1],
                [activity(id, must=("t1",)) for id in "ab"],
                precedences=[Precedence("a", "b", 3)],
                days=2,
            ),
            "precedence",
            "a and b have no time left between what must come before them and what must come after them",
        ),
        (
            agenda([T1], [activity(f"m{n}", must=("t1",), minutes=300) for n in range(3)], days=2),
            "capacity",
            "Name of t1 (t1) is needed for 3 activities (m0, m1 and m2), which take 15 h",
        ),
    ],
    ids=["alone", "order", "counted"],
)
def test_what_is_impossible_by_looking_alone_is_all_that_is_told(plan: Agenda, rule: str, said: str) -> None:
    """And how to go on."""
    (reason,) = told(plan)
    assert reason.rule == rule
    assert reason.said.startswith(f"nothing fits as it stands: {said}")
    assert reason.said.endswith("`ltsched explain DIR` says why, and what would help")
    assert reason.cure is None or reason.cure.text not in reason.said


def test_a_hold_without_an_end() -> None:
    """It is said what to add."""
    hold = Hold(HoldScope.REVIEW, "", day(0), None, "trial")
    (reason,) = told(agenda([T1], [activity("m", must=("t1",))], days=9, holds=(hold,), shape=Early(("m",), day(0))))
    assert "nothing fits as it stands: the hold on the review from 2027-03-01 (trial) has no end" in reason.said
