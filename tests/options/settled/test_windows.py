"""Windows of activities and of people."""

from __future__ import annotations

from datetime import time

from ltsched.domain.settled import WishedWindow
from ltsched.domain.spans import minute_before
from ltsched.options.expand import expand
from ltsched.options.settled.windows import windows_of
from tests.support.settling import C1, C2, agreed, at, day, planned, settled_review

KIND = WishedWindow(activity="conversation", weekdays=frozenset({1, 2}))
OWN = WishedWindow(activity=C1, opens=time(14))


def test_each_name_of_an_activity_gives_a_group() -> None:
    """Its kind, and its id; another activity has none of it."""
    review = settled_review(windows=[KIND, OWN, KIND])
    assert windows_of(review, {C1, "conversation"}) == ((KIND, KIND), (OWN,))
    agenda = expand(review)
    assert agenda.activity(C2).windows == ((KIND, KIND),)
    assert agenda.activity("set-up").windows == ()


def test_a_person_is_booked_within_theirs_alone() -> None:
    """Several are alternatives; the others keep their time."""
    windows = [
        WishedWindow(person="t1", weekdays=frozenset({0}), opens=time(10), closes=time(12)),
        WishedWindow(person="t1", first=day(4), last=day(4)),
    ]
    free = expand(settled_review(windows=windows)).availability["t1"].free
    week = [pair for pair in free if pair[0] < minute_before(at(7, "00:00"))]
    assert week == [
        (minute_before(at(0, "10:00")), minute_before(at(0, "12:00"))),
        (minute_before(at(4, "09:00")), minute_before(at(4, "17:00"))),
    ]


def test_what_is_agreed_lies_outside_of_them() -> None:
    """And that is told."""
    agenda = expand(settled_review(agreed(C1, at(4, "10:00")), windows=[KIND]))
    assert agenda.activity(C1).windows == ()
    assert any("outside its window in review.toml: on Tue or Wed" in notice.text for notice in agenda.notices)


def test_a_plan_keeps_them() -> None:
    """All of it lies within."""
    booked = {booking.activity: booking for booking in planned(settled_review(windows=[KIND, OWN])).bookings}
    assert booked[C1].day.weekday() in (1, 2)
    assert booked[C1].start.time() >= time(14)
    assert booked[C2].day.weekday() in (1, 2)
