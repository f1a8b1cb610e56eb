"""What people have agreed on, on the agenda: it is fixed, and what it breaks is told once."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from ltsched.domain.agenda import Agenda
from ltsched.domain.invitations.standing_answers import PersonTime
from ltsched.domain.option import RoomNeed
from ltsched.domain.rules import Spread
from ltsched.domain.settled import State
from ltsched.domain.spans import minute_before
from ltsched.errors import InvalidReview
from ltsched.options.expand import expand
from tests.support.agendas import span
from tests.support.settling import C1, C2, JOINT, agreed, at, day, settled, settled_review

EVENING = at(3, "18:05")


def told(agenda: Agenda) -> list[str]:
    """Return the notices of what is kept as agreed."""
    return [notice.text for notice in agenda.notices if "as agreed" in notice.text]


def test_a_time_is_the_only_one_and_whoever_must_come_is_free_then() -> None:
    """Its day is its window; the diaries of those who must come are open for just that span, and of nobody else."""
    plain = expand(settled_review())
    agenda = expand(settled_review(agreed(C1, EVENING, None, "l1", "t1")))
    found = agenda.activity(C1)
    assert found.agreed == EVENING
    assert (found.first, found.end, found.quorum) == (day(3), day(4), 1)
    low, high = minute_before(EVENING), minute_before(at(3, "20:05"))
    for id in ("c1", "l1", "t1"):
        assert agenda.availability[id].free.covers(low, high)
        assert not agenda.availability[id].free.touches(high, high + 1)
        assert agenda.availability[id].free.minutes() == plain.availability[id].free.minutes() + 120
    assert agenda.availability["l2"] == plain.availability["l2"]


def test_what_it_breaks_is_told_once_with_the_rule_and_the_people() -> None:
    """One notice of each agreement."""
    agenda = expand(settled_review(agreed(C1, EVENING, None, "c2", "t1")))
    (text,) = told(agenda)
    assert text == (
        "conversation:c1 is kept as agreed, Thu 4 Mar 2027, 18:05: "
        "conversation:c1 starts at 18:05:00, not at a multiple of 30 minutes after midnight; "
        "conversation:c1 cannot be held by c2, t1; "
        "the working hours or diaries of c1, c2 and t1 say that they are not free"
    )


def test_who_has_declined_is_told_as_such() -> None:
    """Their diary says nothing of it."""
    said = PersonTime(person="c1", activity=C1, start=at(3, "10:00"), end=at(3, "12:00"))
    (text,) = told(expand(settled_review(agreed(C1, at(3, "10:00"), None, "l1", "t1"), declined=(said,))))
    assert text == "conversation:c1 is kept as agreed, Thu 4 Mar 2027, 10:00: c1 has declined"


def test_what_breaks_nothing_is_not_told() -> None:
    """A time that a plan could have chosen."""
    assert told(expand(settled_review(agreed(C1, at(3, "10:00"))))) == []


def test_the_quorum_gives_way_and_is_told() -> None:
    """Whoever is free comes to the joint meeting; who is essential must."""
    busy = {id: span(10, "09:00", "17:00") for id in ("t1", "t2", "c1", "c2")}
    agenda = expand(settled_review(agreed(JOINT, at(10, "09:00")), busy=busy))
    assert agenda.activity(JOINT).quorum == len(agenda.activity(JOINT).must)
    assert "quorum" in told(agenda)[0]


def test_a_room_that_is_named_is_kept_for_it() -> None:
    """Nobody else has it then, and how many it seats is told."""
    agenda = expand(settled_review(agreed(JOINT, at(10, "09:00"), "r1")))
    assert agenda.activity(JOINT).room is RoomNeed.NONE
    assert not agenda.availability["r1"].free.touches(minute_before(at(10, "09:00")), minute_before(at(10, "14:00")))
    assert "room r1 seats 3, and 6 come to joint-meeting:1" in told(agenda)[0]


def test_without_a_room_it_has_one_if_one_is_free() -> None:
    """A meeting that needs a room does without, if it has to."""
    assert expand(settled_review()).activity(JOINT).room is RoomNeed.NEEDED
    assert expand(settled_review(agreed(JOINT, at(10, "09:00")))).activity(JOINT).room is RoomNeed.IF_FREE


def test_those_hold_it_who_are_free_then() -> None:
    """Without held-by the panel is chosen from these."""
    busy = {"t1": span(3, "09:00", "17:00")}
    panel = expand(settled_review(agreed(C1, at(3, "10:00")), busy=busy)).activity(C1).panel
    assert panel is not None
    assert (panel.pool, panel.size) == (("l1", "l2", "t2"), 2)


def test_where_too_few_are_free_diaries_give_way_for_as_few_as_can_be() -> None:
    """One lead reviewer is free, and nobody else: one more has to come all the same, and is told of."""
    busy = {id: span(3, "09:00", "17:00") for id in ("t1", "t2", "l2")}
    agenda = expand(settled_review(agreed(C1, at(3, "10:00")), busy=busy))
    panel = agenda.activity(C1).panel
    assert panel is not None
    assert len(panel.pool) == panel.size == 2
    assert "l1" in panel.pool
    (text,) = told(agenda)
    assert text.endswith("say that they are not free")


def test_a_day_alone_leaves_the_time_open() -> None:
    """Diaries and quorum count; the even position does not, and that is told."""
    plain = expand(settled_review(numbers={"span-weeks": 12}, option="full"))
    id = (
        next(id for id in plain.shape.activities if id.startswith("review-team-meeting"))
        if isinstance(plain.shape, Spread)
        else ""
    )
    agenda = expand(settled_review(agreed(id, day(74)), numbers={"span-weeks": 12}, option="full"))
    found = agenda.activity(id)
    assert (found.first, found.end, found.agreed) == (day(74), day(75), None)
    assert found.quorum == plain.activity(id).quorum
    assert isinstance(agenda.shape, Spread)
    assert agenda.shape.window_of(id) is None
    assert isinstance(plain.shape, Spread)
    assert agenda.shape.activities == plain.shape.activities
    assert f"{id} is kept as agreed, Fri 14 May 2027: {id} lies" in told(agenda)[0]


@pytest.mark.parametrize("start", [day(5), at(5, "10:00")])
def test_the_day_that_people_were_told_before_is_none_any_more(start: date | datetime) -> None:
    """They have been invited for another day; since then they have agreed on this one."""
    agenda = expand(settled_review(agreed(JOINT, start), told_days={JOINT: day(3)}))
    assert agenda.activity(JOINT).may_lie_on(day(5))
    assert not agenda.activity(JOINT).may_lie_on(day(3))


def test_a_room_or_holders_alone_fix_nothing_else() -> None:
    """The time is chosen, within the diary of the room and of those who hold it."""
    plain = expand(settled_review()).activity(C1)
    found = expand(settled_review(agreed(C1, None, "r1", "l1", "t2"))).activity(C1)
    assert (found.first, found.end, found.agreed) == (plain.first, plain.end, None)
    assert (found.in_room, found.room) == ("r1", RoomNeed.NEEDED)
    assert found.panel is not None
    assert found.panel.pool == ("l1", "t2")


def test_the_order_of_two_that_are_settled_is_theirs() -> None:
    """It is told where they are the other way round; to what is still to be planned it holds."""
    agenda = expand(settled_review(agreed(C1, at(8, "10:00")), agreed(JOINT, at(7, "09:00"))))
    ends = [(rule.before, rule.after) for rule in agenda.precedences]
    assert (C1, JOINT) not in ends
    assert ("introduction", C1) in ends
    plain = [(rule.before, rule.after) for rule in expand(settled_review()).precedences]
    between = [pair for pair in plain if set(pair) <= {C1, JOINT}]
    assert len(told(agenda)) == len(between)


@pytest.mark.parametrize("state", [State.NOT_HELD, State.DROPPED])
def test_what_is_not_agreed_fixes_nothing(state: State) -> None:
    """A time beside these says when it was to be."""
    agenda = expand(settled_review(settled(C1, state, at(3, "10:00"))))
    assert all(activity.agreed is None for activity in agenda.activities)


def test_nobody_left_to_hold_it_is_a_mistake() -> None:
    """All who may hold it are at something else that was agreed on for the same time."""
    said = (agreed(C1, at(3, "10:00")), agreed(C2, at(3, "11:00"), None, "l1", "l2"))
    with pytest.raises(InvalidReview, match=r"booking\[1\]\.held-by: conversation:c1 has nobody who may hold it then"):
        expand(settled_review(*said))
