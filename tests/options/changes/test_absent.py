"""The review without somebody: what they would not come to, and why some cannot be done without."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ltsched.domain.activities import Activity
from ltsched.domain.agenda import Agenda
from ltsched.domain.option import Kind
from ltsched.domain.people import Role
from ltsched.domain.review import FamilyApproach, FocusedReview, HoldScope, Review, Settings
from ltsched.domain.settled import Settled, State, WishedWindow
from ltsched.domain.timetable import Booking
from ltsched.options.changes.absent import absent, has_part, musts
from ltsched.options.expand import expand
from tests.support.agendas import at, day, hold, person, review
from tests.support.reading import CAST, customised, sound
from tests.support.small_reviews import SHORT

JOINT, TALK = "joint-meeting:1", "conversation:c2"
LEAD_ONLY = "the only lead reviewer left, a must at the set-up meeting, the introduction, the review-team meeting"


def made(**more: Any) -> Review:
    settings = Settings(customise=SHORT)
    defaults = {"option": customised("mid-range", SHORT), "settings": settings, "family": FamilyApproach.CONVERSATION}
    return review(more.pop("people", CAST), **{**defaults, **more})


def without(*ids: str, **more: Any) -> Agenda:
    return expand(absent(made(**more), ids))


def concerned(id: str, agenda: Agenda) -> list[str]:
    return [activity.id for activity in agenda.activities if activity.concerns(id)]


def ids(agenda: Agenda) -> set[str]:
    return {activity.id for activity in agenda.activities}


def reasons(*gone: str, **more: Any) -> list[str]:
    return [reason.text for reason in musts(expand(made(**more)), gone)]


def test_nobody_expects_who_is_absent() -> None:
    """Not at meetings, and not in a panel; the others are expected as before, and the quorum is of those."""
    agenda = without("t1")
    assert concerned("t1", agenda) == []
    assert "t2" in agenda.activity(JOINT).expected
    before: Activity = expand(made()).activity(JOINT)
    assert len(agenda.activity(JOINT).invited) == len(before.invited) - 1
    assert agenda.activity(JOINT).quorum <= before.quorum
    assert ids(agenda) == ids(expand(made()))


def test_a_conversation_with_them_is_not_held() -> None:
    """With those of the key staff, and with the family; nobody else is asked instead."""
    assert ids(expand(made())) - ids(without("c1")) == {"conversation:c1"}
    assert ids(expand(made())) - ids(without("f1")) == {"family-conversation:f1"}


def test_the_last_of_the_key_staff() -> None:
    """Where nobody has a rank any more there is no conversation, rather than one with each of the case group."""
    talks = {one for one in ids(without("c1", "c2")) if one.startswith("conversation:")}
    assert talks == set()


def test_nobody_ranked_at_all() -> None:
    """Then there is a conversation with each of the others."""
    people = [replace(one, conversation_rank=None) for one in CAST]
    before = {one for one in ids(expand(made(people=people))) if one.startswith("conversation:")}
    after = {one for one in ids(without("c1", people=people)) if one.startswith("conversation:")}
    assert before - after == {"conversation:c1"}
    assert after


def test_what_names_them_names_them_no_more() -> None:
    """An activity of the user's own that expects them or lets them hold it; a case group of a focused review."""
    extra = {
        "id": "extra",
        "kind": "other",
        "title": "Extra",
        "minutes": 60,
        "expected": ["t1", "t2"],
        "panel": {"pool": ["t1", "t3"], "size": 1},
    }
    settings = Settings(activities=(extra,))
    option = sound("mid-range", settings, known=("t1", "t2", "t3"))
    agenda = without("t1", option=option, settings=settings)
    own = agenda.activity("extra")
    assert own.expected == ("t2",)
    assert own.panel is not None
    assert own.panel.pool == ("t3",)
    case = absent(made(focused_reviews=(FocusedReview("fr1", ("c1", "c2")), FocusedReview("fr2"))), ["c1"])
    assert case.focused_reviews == (FocusedReview("fr1", ("c2",)), FocusedReview("fr2"))


def test_what_is_over_stays() -> None:
    """They were there, and it keeps its people and its day."""
    over = Booking(
        TALK,
        Kind.CONVERSATION,
        "Conversation",
        at(0, "10:00"),
        at(0, "12:00"),
        None,
        ("c2", "l1", "t1"),
        (),
        ("l1", "t1"),
    )
    agenda = without("t1", "c2", over=(over,), today=day(1))
    assert agenda.activity(TALK).must == ("c2",)
    panel = agenda.activity(TALK).panel
    assert panel is not None
    assert "t1" in panel.pool
    assert not has_part("t1", agenda)
    assert not has_part("c2", agenda)


def test_essential_people_are_a_must() -> None:
    """The cure is in people.csv; a conversation with them only falls away."""
    (reason,) = musts(expand(made()), ["c2"])
    assert reason.text == "c2 is a must at the joint meeting (essential in people.csv)"
    assert (reason.rule, reason.ids) == ("must attend", (JOINT, "c2"))
    assert reason.cure is not None
    assert (reason.cure.file, reason.cure.keys) == ("people.csv", ("essential",))


def test_the_only_lead_reviewer_is_a_must() -> None:
    """One of two is not: the other leads alone."""
    assert reasons("l1") == []
    both = reasons("l1", "l2")
    assert [text.partition(" is ")[0] for text in both] == ["l1", "l2"]
    assert "l1 is lead reviewer like l2, and none is left: a must at the set-up meeting" in both[0]
    assert "l2 is lead reviewer like l1, and none is left: a must at the set-up meeting" in both[1]
    alone = [person("l1", Role.LEAD_REVIEWER, agency=""), *CAST[2:]]
    (reason,) = musts(expand(made(people=alone)), ["l1"])
    assert LEAD_ONLY in reason.text
    assert reason.cure is None


def test_whom_an_activity_names_is_a_must() -> None:
    """Whoever is not essential and not the last of a role may still be asked for by name."""
    extra = {"id": "extra", "kind": "other", "title": "Extra", "minutes": 60, "must": ["t1"]}
    settings = Settings(activities=(extra,))
    option = sound("mid-range", settings, known=("t1",))
    assert reasons("t1", option=option, settings=settings) == ["t1 is a must at Extra, by name"]


def test_nobody_is_a_must_at_what_is_over() -> None:
    """The one joint meeting has been held: c2 is needed no more."""
    over = Booking(
        JOINT, Kind.JOINT_MEETING, "Joint meeting 1", at(0, "10:00"), at(0, "16:00"), None, ("l1", "l2", "c2")
    )
    assert reasons("c2", over=(over,), today=day(1)) == []


def test_who_has_a_part() -> None:
    """Auditors have none where nothing is audited."""
    agenda = expand(made())
    assert [one.id for one in CAST if has_part(one.id, agenda)] == [
        one.id for one in CAST if not one.has(Role.AUDITOR) and not one.has(Role.ADMINISTRATOR)
    ]


def test_what_is_settled_for_them_is_not_settled_any_more() -> None:
    """A conversation with them, a hold on it and a window for it are gone; who holds another one is open again."""
    settled = (Settled("conversation:c1", day=day(2)), Settled(TALK, day=day(3), held_by=("l1", "t1")))
    holds = (hold(HoldScope.ACTIVITY, day(0), day(1), "conversation:c1"),)
    windows = (WishedWindow("conversation:c1", weekdays=frozenset({1})), WishedWindow(person="t1", first=day(1)))
    agenda = without("c1", "t1", settled=settled, holds=holds, windows=windows)
    assert agenda.review.settled == (Settled(TALK, day=day(3)),)
    assert (agenda.review.holds, agenda.review.windows) == ((), windows[1:])
    assert "conversation:c1" not in ids(agenda)
    assert agenda.activity(TALK).first == day(3)


def test_what_was_held_stays_with_them() -> None:
    """As people say that it was."""
    held = Settled("conversation:c1", State.HELD, day(0), at(0, "10:00"), held_by=("l1", "t1"))
    agenda = without("c1", "t1", settled=(held,), today=day(1))
    assert "c1" in agenda.over["conversation:c1"].attendees
    assert agenda.over["conversation:c1"].panel == ("l1", "t1")
