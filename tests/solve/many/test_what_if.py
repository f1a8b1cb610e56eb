"""What comes of a change to a small review, planned for real: each flag, and the absence of everybody."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from ltsched.domain.availability import Diary
from ltsched.domain.invitations.invitations import Shown, what_is_due
from ltsched.domain.invitations.invitees import invitees
from ltsched.domain.living.changes import Changes
from ltsched.domain.living.what_if import Consequence, Side, WhatIf, Worse
from ltsched.domain.people import Role
from ltsched.domain.replanning.before import Before
from ltsched.domain.review import HoldScope, Review, Settings
from ltsched.domain.spans import Spans, day_span
from ltsched.domain.stages.table import LATE_DAYS
from ltsched.domain.timetable import Status
from ltsched.errors import InvalidReview
from ltsched.solve.many import planners
from ltsched.solve.many.compare import Limits
from ltsched.solve.many.planners import PlanAgain, Planned, PlanNow, plan_near
from ltsched.solve.many.what_if import Case, absence, what_if
from ltsched.solve.plan import plan
from tests.support.agendas import LONDON, day, hold, person, review
from tests.support.invitations import NOW, after, ledger_of
from tests.support.reading import customised
from tests.support.small_reviews import CAST, SHORT

TWICE = {**SHORT, "joint-meetings": 2}
PEOPLE = (
    *CAST,
    person("t2", agency="Health", essential=True),
    person("a1", Role.ADMINISTRATOR, agency="Office"),
)
"""l1 is the only lead reviewer, t1 and t2 are the team and t2 is essential, c1 and c2 are the key staff."""


def made(**more: Any) -> Review:
    settings = Settings(customise=SHORT)
    defaults = {"option": customised("mid-range", SHORT), "settings": settings, "deadline": day(40)}
    return review(PEOPLE, **{**defaults, **more})


@pytest.fixture(scope="module")
def case() -> Case:
    """Return a review with its plan, on the day of its commissioning."""
    read = made()
    return Case(read, plan(read).timetable, Limits(3600))


@pytest.fixture
def now(case: Case) -> Side:
    return case.side_now()


def asked(case: Case, now: Side, **changes: Any) -> WhatIf:
    return what_if(case, Changes(**changes), now)


def test_the_plan_as_it_is(case: Case, now: Side) -> None:
    """It is proven in what is compared, and has all that is told of it."""
    assert now.status is Status.OPTIMAL
    assert now.timetable == case.now
    assert now.timetable is not None
    assert now.staff_hours == now.timetable.measures["staff_hours"]


def test_without_a_plan_one_is_made(case: Case, now: Side) -> None:
    """As good as the one that there is, but for the preferences."""
    made_now = replace(case, now=None).side_now()
    assert made_now.stages == now.stages
    assert made_now.status is Status.OPTIMAL


def test_without_somebody_who_takes_part_in_nothing(case: Case, now: Side, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing changes, and nothing is planned for that."""
    monkeypatch.delattr(planners, "plan")
    found = asked(case, now, without=("a1",))
    assert found.unchanged
    assert found.consequence is Consequence.NOTHING
    assert (found.then, found.moved, found.needed, found.fallen) == (now, (), (), ())


def test_an_essential_person_and_if_they_were_none(case: Case, now: Side) -> None:
    """Impossible as long as they are a must; what hangs on that is planned."""
    found = asked(case, now, without=("t2",))
    assert found.consequence is Consequence.IMPOSSIBLE
    assert [reason.text for reason in found.then.reasons] == [
        "t2 is a must at the joint meeting (essential in people.csv)"
    ]
    assert found.if_no_must is not None
    assert found.if_no_must.status is Status.OPTIMAL
    assert "t2" not in found.if_no_must.bookings[-1].attendees


def test_the_only_lead_reviewer(case: Case, now: Side) -> None:
    """There is nothing to plan without one."""
    found = asked(case, now, without=("l1",))
    assert found.consequence is Consequence.IMPOSSIBLE
    assert "the only lead reviewer left" in found.then.reasons[0].text
    assert found.if_no_must is None


def test_somebody_of_the_key_staff(case: Case, now: Side) -> None:
    """The conversation falls away; whoever held it has more time, and nothing has to move."""
    found = asked(case, now, without=("c2",))
    assert found.fallen == ("conversation:c2",)
    assert found.consequence is Consequence.OTHERWISE
    assert found.needed == ()
    assert "c2" not in {id for booking in found.then.bookings for id in booking.attendees}
    assert found.then.staff_hours < now.staff_hours


def test_somebody_who_holds_conversations(case: Case, now: Side) -> None:
    """t2 holds what t1 held, with l1."""
    found = asked(case, now, without=("t1",))
    assert found.consequence is Consequence.OTHERWISE
    held = {one.activity for one in now.bookings if "t1" in one.panel}
    assert held
    assert set(found.taken_over) == held


def test_a_hold_puts_the_report_off(case: Case, now: Side) -> None:
    """Nothing lies in it, and late days are told."""
    found = asked(case, now, holds=(hold(HoldScope.REVIEW, day(0), day(34)),))
    assert found.consequence is Consequence.WORSE
    assert all(booking.day > day(34) for booking in found.then.bookings)
    assert found.worse.late_days == found.then.stage(LATE_DAYS)
    assert found.worse.late_days > 0
    assert set(found.needed or ()) == {booking.activity for booking in now.bookings if booking.day <= day(34)}


def test_a_hold_without_an_end(case: Case, now: Side) -> None:
    """Impossible, with the reason as planning tells it."""
    found = asked(case, now, holds=(hold(HoldScope.REVIEW, day(3), None),))
    assert found.consequence is Consequence.IMPOSSIBLE
    assert [reason.rule for reason in found.then.reasons] == ["hold"]


def test_another_number(case: Case, now: Side) -> None:
    """One more joint meeting is held besides."""
    found = asked(case, now, numbers={"joint-meetings": 2})
    assert found.added == ("joint-meeting:2",)
    assert found.then.staff_hours > now.staff_hours


def test_another_deadline(case: Case, now: Side) -> None:
    """Nothing has to move for it, and the report is late."""
    found = asked(case, now, deadline=day(1))
    assert found.worse.late_days > 0
    assert found.consequence is Consequence.WORSE
    assert found.needed == ()


def test_somebody_late(case: Case, now: Side) -> None:
    """c1 can only come after a week: the conversation lies then, and so does what comes after it."""
    found = asked(case, now, late={"c1": day(7)})
    assert found.then.timetable is not None
    assert found.then.timetable.booking("conversation:c1").day >= day(7)
    assert "conversation:c1" in (found.needed or ())


def test_all_of_it_at_once(case: Case, now: Side) -> None:
    """One changed review: what falls away, what is added and what is late come together."""
    found = asked(case, now, without=("c2",), numbers={"joint-meetings": 2}, late={"c1": day(7)})
    assert (found.fallen, found.added) == (("conversation:c2",), ("joint-meeting:2",))
    assert found.then.timetable is not None
    assert found.then.timetable.booking("conversation:c1").day >= day(7)


def again(case: Case, now: Side) -> Case:
    """Return the case once everybody has been invited."""
    assert now.timetable is not None
    assert case.review.organiser is not None
    planned = {booking.activity: booking for booking in now.bookings}
    wanted = invitees(case.review, now.bookings, case.review.organiser, Shown.NONE).invitations
    ledger = after(ledger_of(), what_is_due(ledger_of(), wanted, NOW))
    before = Before(planned, ledger, case.review.organiser, NOW)
    return replace(case, planner=PlanAgain(now.timetable, before))


def test_under_way_it_is_planned_again(case: Case, now: Side) -> None:
    """Nothing moves that need not; c2 is told, with whoever would have held the conversation."""
    found = asked(again(case, now), now, without=("c2",))
    assert found.fallen == ("conversation:c2",)
    assert (found.moved, found.needed) == ((), ())
    (talk,) = [booking for booking in now.bookings if booking.activity == "conversation:c2"]
    assert set(found.people_told) == set(talk.attendees) | {"c2"}
    assert (found.messages or 0) >= len(found.people_told)
    assert found.then.final_report == now.final_report


def test_under_way_a_hold_without_an_end_lets_the_rest_wait(case: Case, now: Side) -> None:
    """That is worse, though nothing of what is left lies elsewhere; the report has no date."""
    held_from = now.bookings[-1].day
    found = asked(again(case, now), now, holds=(hold(HoldScope.REVIEW, held_from, None),))
    assert set(found.put_off) == {booking.activity for booking in now.bookings if booking.day >= held_from}
    assert found.consequence is Consequence.WORSE
    assert found.worse == Worse(waiting=len(found.put_off))
    assert found.then.final_report is None


def test_a_change_that_cannot_be(case: Case, now: Side) -> None:
    """As review.toml would not have it."""
    with pytest.raises(InvalidReview, match="joint-meetings: 99"):
        asked(case, now, numbers={"joint-meetings": 99})


def test_the_planner_is_one_argument(case: Case, now: Side) -> None:
    """Whoever plans otherwise is asked with the review as it would be and the plan that there is."""
    seen = []

    def planner(review: Review, now: PlanNow, *more: Any, **flags: Any) -> Planned:
        seen.append((review.deadline, dict(now.bookings)))
        return plan_near(review, now, *more, **flags)

    what_if(replace(case, planner=planner), Changes(deadline=day(30)), now)
    assert seen == [(day(30), {booking.activity: booking for booking in now.bookings})]


def test_what_is_missed_by_who_leaves_excuses_nobody_else() -> None:
    """t1 misses both joint meetings: without t1 nothing is missed, and nothing is missed twice."""
    read = made(
        option=customised("mid-range", TWICE),
        settings=Settings(customise=TWICE),
        deadline=day(14),
        diaries={"t1": Diary(busy=Spans.of([day_span(day(2), day(60), LONDON)]))},
    )
    now = Case(read, None, Limits(3600)).side_now()
    missed = ("missed attendance", "missed twice")
    assert [now.stage(name) for name in missed] == [len(now.missed()), 1]
    seen: list[PlanNow] = []

    def planner(review: Review, now: PlanNow, *more: Any, **flags: Any) -> Planned:
        seen.append(now)
        return plan_near(review, now, *more, **flags)

    found = what_if(Case(read, now.timetable, Limits(3600), planner), Changes(without=("t1",)), now)
    assert [[one.values[name] for name in missed] for one in seen] == [[0, 0]]
    assert [found.then.stage(name) for name in missed] == [0, 0]


def test_everybody_who_has_a_part(case: Case, now: Side) -> None:
    """The worst first; a1 has none. Each is heard of."""
    counts: list[int] = []
    heard: list[str] = []
    found = absence(case, Changes(), now, on_start=counts.append, on_done=heard.append)
    assert (counts, heard) == ([5], ["l1", "t1", "c1", "c2", "t2"])
    assert [id for id, _ in found.by_person][:2] == ["l1", "t2"]
    assert (found.left, found.base) == ((), None)
    for id, one in found.by_person:
        assert one.changes == Changes(without=(id,))
        assert one.if_no_must is None
        alone = asked(case, now, without=(id,))
        assert (alone.consequence, alone.worse, alone.needed) == (one.consequence, one.worse, one.needed)


def test_other_changes_hold_for_everybody(case: Case, now: Side) -> None:
    """And what they come to alone is told, too."""
    changes = Changes(without=("t1",), deadline=day(1))
    found = absence(case, changes, now)
    assert found.base is not None
    assert found.base.changes == changes
    assert "t1" not in dict(found.by_person)
    assert dict(found.by_person)["c1"].changes == Changes(without=("t1", "c1"), deadline=day(1))


@pytest.mark.parametrize("raised", [False, True])
def test_ctrl_c_keeps_what_is_known(case: Case, now: Side, monkeypatch: pytest.MonkeyPatch, raised: bool) -> None:
    """During a plan, which is given up then, or between two of them; the others are left."""
    planned: list[str] = []

    def stopped(*given: Any, **flags: Any) -> Any:
        planned.append("")
        result = plan(*given, **flags)
        if len(planned) == 2 and raised:
            raise KeyboardInterrupt
        return replace(result, interrupted=len(planned) == 2)

    monkeypatch.setattr(planners, "plan", stopped)
    found = absence(case, Changes(), now)
    assert [id for id, _ in found.by_person] == ["l1", "t1"]
    assert found.left == ("c1", "c2", "t2")


@pytest.mark.long
def test_side_by_side_is_as_one_after_another(case: Case, now: Side) -> None:
    """The same consequences, whichever process found them."""
    assert absence(case, Changes(), now, processes=2).by_person == absence(case, Changes(), now).by_person
