"""What people were told counts, not what has been planned since without telling them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ltsched.domain.agenda import Agenda
from ltsched.domain.invitations.invitations import Issued, Ledger, Shown, what_is_due
from ltsched.domain.invitations.invitees import invitees
from ltsched.domain.people import Role
from ltsched.domain.replanning.before import Before
from ltsched.domain.timetable import Booking, Status, Timetable
from tests.support.agendas import activity, agenda, at, booking, conversation, person, span
from tests.support.small_changes import NOW
from tests.support.solving import replan_agenda, values

TALK = "conversation:c1"
PEOPLE = [person("l1", Role.LEAD_REVIEWER), person("t1"), person("t2"), person("c1", Role.CASE_GROUP)]


def replanned(plan: Agenda, told: Sequence[Booking], since: Sequence[Booking], shown: Shown = Shown.NONE) -> Timetable:
    """Plan again after everybody was invited to `told`, and it was planned since as in `since`."""
    organiser = plan.review.organiser
    assert organiser is not None
    empty = Ledger("LT-TEST-1", shown)
    due = what_is_due(empty, invitees(plan.review, told, organiser, shown).invitations, NOW)
    lines = tuple(Issued(e.invitation.told, e.uid, e.sequence, e.method, e.hash, NOW, 1) for e in due)
    before = Before({one.activity: one for one in since}, replace(empty, issued=lines), organiser, NOW)
    result = replan_agenda(replace(plan, before=before))
    assert result.status is Status.OPTIMAL
    assert result.timetable is not None
    return result.timetable


def test_who_holds_it_as_they_were_told_hears_nothing() -> None:
    """t2 was to hold it instead of t1, and nobody has heard of that: as t2 is away, it is as all were told."""
    plan = agenda(
        PEOPLE, [conversation("c1", ("l1", "t1", "t2"), leads=("l1",))], busy={"t2": span(0, "09:00", "17:00")}, days=3
    )
    told = booking(plan, TALK, at(0, "10:00"), panel=("l1", "t1"))
    found = replanned(plan, [told], [replace(told, attendees=("c1", "l1", "t2"), panel=("l1", "t2"))])
    assert set(found.booking(TALK).panel) == {"l1", "t1"}
    assert (values(found)["told"], values(found)["messages"]) == (0, 0)


def test_whoever_sees_the_others_hears_of_one_less() -> None:
    """Invitations show the review team: as t1 cannot come any more, l1 is told so, too."""
    plan = agenda(
        PEOPLE,
        [activity("set-up", must=("l1",), expected=("t1", "c1"), quorum=1)],
        busy={"t1": span(0, "09:00", "17:00")},
        days=1,
    )
    told = booking(plan, "set-up", at(0, "10:00"))
    assert values(replanned(plan, [told], [told]))["told"] == 1
    assert values(replanned(plan, [told], [told], Shown.REVIEW_TEAM))["told"] == 2
